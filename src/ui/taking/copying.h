/* SPDX-License-Identifier: MIT */
/* Copying the selection, the paragraph or the table. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_TAKING_COPYING_H
#define FOLIO_UI_TAKING_COPYING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void copying_copy(struct viewer *v, const struct order *order);

#endif
