/* SPDX-License-Identifier: MIT */
/* The viewer's chooser as a mode: a list has the keys until something is chosen or it is left. */
#ifndef FOLIO_UI_LISTS_LISTING_H
#define FOLIO_UI_LISTS_LISTING_H

#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>

struct mode;

/* In a list, what begins a search begins to narrow it; false when no list is open, or the pattern
 * is given. */
bool listing_search(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *listing_mode(void);

#endif
