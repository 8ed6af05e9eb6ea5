/* SPDX-License-Identifier: MIT */
/* The viewer's chooser as a mode: a list has the keys until something is chosen or it is left. */
#ifndef FOLIO_UI_LISTS_LISTING_H
#define FOLIO_UI_LISTS_LISTING_H

struct mode;

/* The row of the table in modes.c. */
const struct mode *listing_mode(void);

#endif
