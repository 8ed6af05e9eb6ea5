/* SPDX-License-Identifier: MIT */
/*
 * Going to places of the filing by what they are: Items, headings, pages, and by their names.
 *
 * Each is a viewer_run: it does what the order says, says why it cannot, or puts the order off
 * until the outline, the pages or the documents that it needs are known.
 */
#ifndef FOLIO_UI_GOING_H
#define FOLIO_UI_GOING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* The next or previous of the current document, by the action of the order. */
void going_item(struct viewer *v, const struct order *order);
void going_heading(struct viewer *v, const struct order *order);
void going_note(struct viewer *v, const struct order *order);

/* To what the argument names. */
void going_to_item(struct viewer *v, const struct order *order);
void going_to_page(struct viewer *v, const struct order *order);
void going_to_exhibit(struct viewer *v, const struct order *order);
void going_to_part(struct viewer *v, const struct order *order);
void going_to_note(struct viewer *v, const struct order *order);
void going_to_document(struct viewer *v, const struct order *order);
/* "7A", "EX-99.1", "2/signatures". */
void going_to_node(struct viewer *v, const struct order *order);

/* To a place; where it is the beginning of a page, to the first line of that. */
void going_to_place(struct viewer *v, struct place place);

#endif
