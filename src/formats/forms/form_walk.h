/* SPDX-License-Identifier: MIT */
/*
 * The walk over a form's tree that says it: headings, fields, tables, in the document's order.
 *
 * What no rule speaks of is set by what it holds: an element with elements is a heading, deeper
 * down a label with what is in it indented; a value is a line; like elements are a table.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_WALK_H
#define FOLIO_FORMATS_FORMS_FORM_WALK_H

#include "formats/forms/form_rules.h"
#include "formats/forms/form_tree.h"
#include "formats/sink.h"

/* Says the document under the title; `rules` may be NULL. */
void form_walk(const struct form_tree *t, const struct form_rule *rules, struct slice title,
               const struct sink *sink);

#endif
