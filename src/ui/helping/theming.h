/* SPDX-License-Identifier: MIT */
/* Changing the theme. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_HELPING_THEMING_H
#define FOLIO_UI_HELPING_THEMING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* The theme of the name that is the argument; without one, says which there are. */
void theming_theme(struct viewer *v, const struct order *order);

/* ":set theme light" means the same: true when it was that. */
bool theming_set(struct viewer *v, struct slice text);

#endif
