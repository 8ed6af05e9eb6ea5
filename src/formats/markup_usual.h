/* SPDX-License-Identifier: MIT */
/*
 * The usual elements of HTML, and which of them stands in which without a surprise: its start tag
 * closes nothing and implies nothing there, and its end tag closes it alone. libxml2 need not be
 * asked about those. The tests ask it about each pair.
 */
#ifndef FOLIO_FORMATS_MARKUP_USUAL_H
#define FOLIO_FORMATS_MARKUP_USUAL_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct markup_usual {
    struct slice name; /* in small letters */
    unsigned kind;     /* a bit */
    unsigned holds;    /* bits of kinds: what may stand in it */
    bool empty;        /* it has no end tag */
};

/* The element of that name, whatever the case of its letters; NULL: it is not a usual one. */
const struct markup_usual *markup_usual(struct slice name);

/* All of them; *count: how many. */
const struct markup_usual *markup_usual_all(size_t *count);

/* Whether `inner` may stand in `outer`, text before it and behind it or not. */
static inline bool markup_usual_in(const struct markup_usual *outer,
                                   const struct markup_usual *inner)
{
    return outer->holds & inner->kind;
}

#endif
