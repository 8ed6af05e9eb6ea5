/* SPDX-License-Identifier: MIT */
/*
 * The facts of an XBRL instance: a table of concept, period, unit and value.
 *
 * A fact names a context and a unit that are told elsewhere; the table tells what they are.
 *
 * Source: Extensible Business Reporting Language 2.1.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_FACTS_H
#define FOLIO_FORMATS_FORMS_FORM_FACTS_H

#include "formats/forms/form_say.h"

#include <stdbool.h>
#include <stdint.h>

struct form_facts;

/* Looks up the contexts and units of the document; the caller frees it. */
struct form_facts *form_facts_new(const struct form_tree *t);
void form_facts_free(struct form_facts *f);

/* Says the fact and those that follow it; *last is the last of them. False when it is none. */
bool form_facts_say(struct form_facts *f, struct form_say *s, uint32_t id, uint32_t *last);

#endif
