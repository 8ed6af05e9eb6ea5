/* SPDX-License-Identifier: MIT */
/* The finder of nodes. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LISTS_FINDING_H
#define FOLIO_UI_LISTS_FINDING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void finding_open(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *finding_mode(void);

#endif
