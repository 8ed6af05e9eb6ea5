/* SPDX-License-Identifier: MIT */
/* Breaking a text into lines of a width, at words. */
#ifndef FOLIO_LAYOUT_WRAP_H
#define FOLIO_LAYOUT_WRAP_H

#include "base/slice.h"

#include <stddef.h>

/* The bytes of the beginning of `text` that make a line of at most `columns` (at least 1): up to
 * the last blank that fits, else as many characters as fit, at least one. *next is where the
 * following line begins, the blanks between left out; text.len at the end. */
size_t wrap_line(struct slice text, size_t columns, size_t *next);

/* The lines that the text makes at that width; more than `most` when there are more. */
size_t wrap_count(struct slice text, size_t columns, size_t most);

/* The fewest columns, `least` to `columns`, at which the text makes no more than `lines` lines:
 * lines of much the same length. It is `columns` when it makes more at any. */
size_t wrap_narrowest(struct slice text, size_t least, size_t columns, size_t lines);

/* The columns of its longest word. */
size_t wrap_longest_word(struct slice text);

#endif
