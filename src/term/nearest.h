/* SPDX-License-Identifier: MIT */
/* The colour that a terminal has and that comes nearest to the one a theme wants. */
#ifndef FOLIO_TERM_NEAREST_H
#define FOLIO_TERM_NEAREST_H

#include "config/style.h"

/* From this many colours on a terminal takes 0xRRGGBB values instead of palette entries. */
enum { NEAREST_DIRECT = 1 << 24 };

/* The terminal's number for `wanted` when it has `colors` colours (8, 16, 256 or
 * NEAREST_DIRECT; others count as the next lower of these); -1 for its own colour. */
int nearest_color(color wanted, int colors);

#endif
