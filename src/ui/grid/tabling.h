/* SPDX-License-Identifier: MIT */
/* A table that was entered: the mode, and going from table to table. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_GRID_TABLING_H
#define FOLIO_UI_GRID_TABLING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void tabling_enter(struct viewer *v, const struct order *order);
void tabling_move(struct viewer *v, const struct order *order);
void tabling_list(struct viewer *v, const struct order *order);
void tabling_freeze(struct viewer *v, const struct order *order);
void tabling_zoom(struct viewer *v, const struct order *order);
void tabling_copy(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *tabling_mode(void);

#endif
