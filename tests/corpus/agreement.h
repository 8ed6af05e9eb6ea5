/* SPDX-License-Identifier: MIT */
/*
 * Agreement: how many letters two readings of a text have in common, in order, and where they
 * part.
 *
 * Passages that stand once in both are matched first (the longest chain of them that is in order
 * in both), then what is between two of them is compared letter by letter (E. Myers, An O(ND)
 * Difference Algorithm, 1986), in bounded time. What is counted is never more than the longest
 * common subsequence, and is that but for texts in great disorder.
 */
#ifndef FOLIO_TESTS_AGREEMENT_H
#define FOLIO_TESTS_AGREEMENT_H

#include "base/array.h"
#include "corpus/letters.h"

/* Letters [a, a_end) of the one stand where [b, b_end) of the other do; `common` of them agree. */
struct agreement_gap {
    size_t a, a_end, b, b_end, common;
};

struct agreement {
    size_t common;
    ARRAY(struct agreement_gap) gaps; /* in order */
};

/* The caller ends with agreement_deinit. */
void agreement_init(struct agreement *g, const struct letters *a, const struct letters *b);
void agreement_deinit(struct agreement *g);

#endif
