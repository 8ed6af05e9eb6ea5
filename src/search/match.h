/* SPDX-License-Identifier: MIT */
/*
 * Matching a pattern in the text of segments, page by page.
 *
 * A match never crosses a page. It may begin in a segment and end in the next, when the page goes
 * on there. Hits are told in the order in which they stand, those of each page after the other.
 */
#ifndef FOLIO_SEARCH_MATCH_H
#define FOLIO_SEARCH_MATCH_H

#include "model/block.h"
#include "search/passage.h"
#include "search/pattern.h"

#include <stdbool.h>
#include <stddef.h>

/* Hears of a hit: where it stands in the input and how long it is there, in bytes; `scaled` as
 * matcher_is_scaled says. False: no more are wanted. */
typedef bool match_hit(void *self, size_t offset, size_t length, bool scaled);

struct match {
    struct matcher *matcher;
    struct passage passage;
    match_hit *hit;
    void *self;    /* of hit */
    size_t costly; /* passages that took too long, and count as without a hit */
    bool ended;    /* no more hits are wanted, or too many passages were costly */
};

/* The pattern must outlive it; match_deinit gives back what it holds. */
void match_init(struct match *m, const struct pattern *p, match_hit *hit, void *self);
void match_deinit(struct match *m);

/* Tells of the hits that begin in the segment. `ahead` is the one behind it, or NULL when that is
 * not known or begins a page. Pages that begin before `known`, a place in the input, were matched
 * already. */
void match_segment(struct match *m, const struct segment *segment, const struct segment *ahead,
                   size_t known);

#endif
