/* SPDX-License-Identifier: MIT */
/*
 * Going from table to table of a document, and the list of them. Functions with an order are
 * viewer_runs.
 *
 * A document may be of any size: what is not found at once is looked for in slices of work, until
 * a key is pressed.
 */
#ifndef FOLIO_UI_GRID_TABLES_H
#define FOLIO_UI_GRID_TABLES_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void tables_move(struct viewer *v, const struct order *order);
void tables_list(struct viewer *v, const struct order *order);

/* To the next table behind the text on the screen, and into it. */
void tables_enter_next(struct viewer *v);

/* The row of the table in modes.c. */
const struct mode *tables_mode(void);

#endif
