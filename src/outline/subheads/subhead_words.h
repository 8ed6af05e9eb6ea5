/* SPDX-License-Identifier: MIT */
/*
 * Words of lines that stand out and yet head nothing: names, dates, units, addresses, page labels,
 * the blocks of signatures. Nothing is kept between calls.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_WORDS_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_WORDS_H

#include "base/slice.h"
#include "outline/heads/heads.h"

#include <stdbool.h>

/* True when the title, blanks folded, can be that of a part of a text. */
bool subhead_words_fit(struct slice title);

/* True when these are the words of a sentence, not of a title: many, and mostly small ones. */
bool subhead_words_sentence(struct slice title);

/* More small words than large ones, and some of them: the text of a sentence. */
bool subhead_words_small(struct slice s);

/* Of a line of plain text that goes on as a sentence behind a dash, or behind a stop when it is
 * underlined, what is in front of that; the rule below it is cut. */
struct slice subhead_words_front(const struct head *head);

/* The title as the tree shows it; of a sentence that the head does not hold in full the front and
 * "...", kept in the arena. */
struct slice subhead_words_title(const struct head *head, bool printed, struct arena *arena);

#endif
