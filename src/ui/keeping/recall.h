/* SPDX-License-Identifier: MIT */
/* What is remembered of a filing, taken up again. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_KEEPING_RECALL_H
#define FOLIO_UI_KEEPING_RECALL_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void recall_toggle_read(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *recall_mode(void);

#endif
