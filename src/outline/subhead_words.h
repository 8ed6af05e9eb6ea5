/* SPDX-License-Identifier: MIT */
/*
 * Words of lines that stand out and yet head nothing: names, dates, units, addresses, page labels,
 * the blocks of signatures. Nothing is kept between calls.
 */
#ifndef FOLIO_OUTLINE_SUBHEAD_WORDS_H
#define FOLIO_OUTLINE_SUBHEAD_WORDS_H

#include "base/slice.h"

#include <stdbool.h>

/* True when the title, blanks folded, can be that of a part of a text. */
bool subhead_words_fit(struct slice title);

/* True when these are the words of a sentence, not of a title: many, and mostly small ones. */
bool subhead_words_sentence(struct slice title);

#endif
