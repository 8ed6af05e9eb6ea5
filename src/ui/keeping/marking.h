/* SPDX-License-Identifier: MIT */
/* Marks: setting them, going to them, listing them. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_KEEPING_MARKING_H
#define FOLIO_UI_KEEPING_MARKING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void marking_set(struct viewer *v, const struct order *order);
void marking_go(struct viewer *v, const struct order *order);
void marking_list(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *marking_mode(void);

#endif
