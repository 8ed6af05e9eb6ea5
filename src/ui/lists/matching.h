/* SPDX-License-Identifier: MIT */
/* The lines that match a pattern, with their sections. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LISTS_MATCHING_H
#define FOLIO_UI_LISTS_MATCHING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void matching_lines(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *matching_mode(void);

#endif
