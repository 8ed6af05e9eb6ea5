/* SPDX-License-Identifier: MIT */
/*
 * Going to places of the filing by their names: Items, pages, exhibits, Sections.
 *
 * Each is a viewer_run: it does what the order says, says why it cannot, or puts the order off
 * until the outline, the pages or the documents that it needs are known.
 */
#ifndef FOLIO_UI_GOING_H
#define FOLIO_UI_GOING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* To what the argument names. */
void going_to_item(struct viewer *v, const struct order *order);
void going_to_page(struct viewer *v, const struct order *order);
void going_to_exhibit(struct viewer *v, const struct order *order);
void going_to_part(struct viewer *v, const struct order *order);
void going_to_note(struct viewer *v, const struct order *order);
/* Of an agreement: "4.2", "IV". */
void going_to_section(struct viewer *v, const struct order *order);
void going_to_article(struct viewer *v, const struct order *order);
void going_to_document(struct viewer *v, const struct order *order);
/* "7A", "EX-99.1", "2/signatures". */
void going_to_node(struct viewer *v, const struct order *order);

/* To a place; where it is the beginning of a page, to the first line of that. */
void going_to_place(struct viewer *v, struct place place);

typedef void going_run(struct viewer *v, const struct order *order);

/* The outline of a document; without one NULL, and the order is put off until there is one. */
struct outline *going_outline(struct viewer *v, size_t document, going_run *run,
                              const struct order *order);

#endif
