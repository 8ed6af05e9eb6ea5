/* SPDX-License-Identifier: MIT */
/*
 * The scopes of a search, as bytes: the page, section or document that a place is in, the filing.
 *
 * A section is the node that the place is in, headings within it included; while the outline is not
 * made yet, it is the document. A document without pages is paged by the screen.
 */
#ifndef FOLIO_UI_SEARCH_SCOPE_H
#define FOLIO_UI_SEARCH_SCOPE_H

#include "search/search.h"
#include "ui/hunt.h"
#include "ui/viewer.h"

#include <stdbool.h>

struct scope search_scope_of(struct viewer *v, enum hunt_kind kind, struct place place);

bool search_scope_holds(struct scope scope, struct place place);

#endif
