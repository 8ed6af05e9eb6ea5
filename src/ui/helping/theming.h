/* SPDX-License-Identifier: MIT */
/* Changing the theme. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_HELPING_THEMING_H
#define FOLIO_UI_HELPING_THEMING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void theming_theme(struct viewer *v, const struct order *order);

#endif
