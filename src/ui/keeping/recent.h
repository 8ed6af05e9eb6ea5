/* SPDX-License-Identifier: MIT */
/* The list of filings read of late. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_KEEPING_RECENT_H
#define FOLIO_UI_KEEPING_RECENT_H

#include "ui/pane.h"
#include "ui/viewer.h"

void recent_list(struct viewer *v, const struct order *order);

#endif
