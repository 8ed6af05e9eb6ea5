/* SPDX-License-Identifier: MIT */
/* Dividers: the lines behind which an exhibit is printed in the document itself: "EXHIBIT 10.1"
 * alone on a page, or at the top of the page that the exhibit begins on. */
#ifndef FOLIO_OUTLINE_EXHIBITS_DIVIDERS_H
#define FOLIO_OUTLINE_EXHIBITS_DIVIDERS_H

#include "base/array.h"
#include "outline/items/chain.h"

struct divider {
    size_t candidate;
    double confidence;
    unsigned why; /* WHY_... of outline.h */
};

struct dividers {
    ARRAY(struct divider) list; /* in reading order */
};

/* Chooses them among the candidates, behind the signatures of the chain. */
void dividers_choose(struct dividers *d, const struct candidates *c, const struct chain *chain);
void dividers_deinit(struct dividers *d);

#endif
