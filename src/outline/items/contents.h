/* SPDX-License-Identifier: MIT */
/* Tables of contents: which candidates are rows of one, not headings. */
#ifndef FOLIO_OUTLINE_ITEMS_CONTENTS_H
#define FOLIO_OUTLINE_ITEMS_CONTENTS_H

#include "outline/items/candidate.h"
#include "outline/heads/links.h"

/* Sets FEATURE_IN_CONTENTS on the rows of contents lists, their part lines and their heading: runs
 * of Items close together that end with page numbers, that lead to places behind them, or that come
 * again as headings. `links` are finished. */
void contents_mark(struct candidates *c, const struct links *links);

#endif
