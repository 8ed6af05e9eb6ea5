/* SPDX-License-Identifier: MIT */
/* The tree narrowed to nodes with a text or a property. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LISTS_FILTERING_H
#define FOLIO_UI_LISTS_FILTERING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void filtering_tree(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *filtering_mode(void);

#endif
