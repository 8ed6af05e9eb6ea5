/* SPDX-License-Identifier: MIT */
/* The list of hits. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LISTS_HIT_LIST_H
#define FOLIO_UI_LISTS_HIT_LIST_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void hit_list_open(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *hit_list_mode(void);

#endif
