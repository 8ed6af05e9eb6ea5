/* SPDX-License-Identifier: MIT */
/*
 * Confidence: how sure a choice is, and why, from what speaks for and against it.
 *
 * The figures are fitted to filings that were read by hand, and to the same filings with their
 * labels, titles, styles or contents lists changed: of nodes at 0.95 and more nearly all are right,
 * wrong ones are mostly below 0.8.
 */
#ifndef FOLIO_OUTLINE_ITEMS_CONFIDENCE_H
#define FOLIO_OUTLINE_ITEMS_CONFIDENCE_H

#include "outline/items/chain.h"

struct confidence {
    double value; /* 0 to 1 */
    unsigned why; /* WHY_... and DOUBT_... of outline.h */
};

/* Of an Item that was chosen: item `index` of the chain. */
struct confidence confidence_item(const struct chain *chain, size_t index,
                                  const struct candidates *c, const struct form *form);

/* Of a part line, a signature page, an exhibit index that was chosen: a candidate. */
struct confidence confidence_frame(size_t candidate, const struct candidates *c);

#endif
