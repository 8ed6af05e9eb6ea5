/* SPDX-License-Identifier: MIT */
/* Selecting text, by characters or lines. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_TAKING_SELECTING_H
#define FOLIO_UI_TAKING_SELECTING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void selecting_begin(struct viewer *v, const struct order *order);
void selecting_swap(struct viewer *v, const struct order *order);
void selecting_word(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *selecting_mode(void);

#endif
