/* SPDX-License-Identifier: MIT */
/* The help, by topic. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_HELPING_HELPING_H
#define FOLIO_UI_HELPING_HELPING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void helping_show(struct viewer *v, const struct order *order);

#endif
