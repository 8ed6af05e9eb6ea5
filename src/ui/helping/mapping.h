/* SPDX-License-Identifier: MIT */
/* What keys do, and binding them for this run. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_HELPING_MAPPING_H
#define FOLIO_UI_HELPING_MAPPING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void mapping_map(struct viewer *v, const struct order *order);

#endif
