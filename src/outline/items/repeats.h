/* SPDX-License-Identifier: MIT */
/* Headings that are printed again at the top of the pages they head. */
#ifndef FOLIO_OUTLINE_ITEMS_REPEATS_H
#define FOLIO_OUTLINE_ITEMS_REPEATS_H

#include "outline/items/candidate.h"

/* A heading that comes again word for word is taken for a running head, each of its prints: where
 * no other line heads that Item, the first print of each run is the heading, and is no longer said
 * to be FEATURE_FURNITURE. Where it is printed many times, the other prints are FEATURE_CONTINUED.
 * To be called when the contents lists are marked. */
void repeats_mark(struct candidates *c);

#endif
