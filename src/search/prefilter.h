/* SPDX-License-Identifier: MIT */
/*
 * A first look at the bytes of a plain text: where could a match be?
 *
 * It goes through memory as fast as it comes and finds more than there is, never less: the words
 * that a match must contain, also where bytes that may print nothing (what is no ASCII, a tag in
 * the middle of a word) stand inside them.
 */
#ifndef FOLIO_SEARCH_PREFILTER_H
#define FOLIO_SEARCH_PREFILTER_H

#include "base/slice.h"
#include "search/literal.h"

/* How a word is looked for: two of its bytes, the rarest, are compared at many places at once. */
struct probe {
    size_t place[2];       /* in the word */
    unsigned char fold[2]; /* is OR-ed to the byte */
    unsigned char expected[2];
};

struct prefilter {
    struct literals words; /* count 0: the filter knows nothing and must not be asked */
    struct probe probe[LITERALS_MOST];
};

void prefilter_init(struct prefilter *f, struct literals words);

/* A place in [from, to) of `bytes` at or before the first word that begins there, on its line at
 * most; `to` when there is none. A word may end behind `to`. */
size_t prefilter_find(const struct prefilter *f, struct slice bytes, size_t from, size_t to);

#endif
