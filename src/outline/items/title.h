/* SPDX-License-Identifier: MIT */
/*
 * Titles: whether the words printed behind a label are the title that the catalogue has.
 *
 * Titles are compared as words: case, blanks, dashes, quotes and all other punctuation are folded
 * away, '&' is "and". Nothing is kept between calls.
 */
#ifndef FOLIO_OUTLINE_ITEMS_TITLE_H
#define FOLIO_OUTLINE_ITEMS_TITLE_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the folded words of `text` to `out`, one blank between two, also behind what was there.
 */
void title_fold(struct buffer *out, struct slice text);

/* How well the folded `printed` is the folded `known`: 1 the same, 0 not at all; 0.95 when text
 * goes on behind the title, 0.9 when only its beginning is printed, less for small differences. */
double title_match_folded(struct slice printed, struct slice known);

/* The same for text as it stands in a filing. */
double title_match(struct slice printed, struct slice known);

/* The bytes of `text` that its first `words` words take, closing punctuation included. */
size_t title_prefix(struct slice text, size_t words);

/* Words of a folded text. */
size_t title_words(struct slice folded);

#endif
