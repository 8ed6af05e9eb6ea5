/* SPDX-License-Identifier: MIT */
/*
 * How many columns of the terminal a character takes: 0 for combining and invisible
 * ones, 2 for wide ones. The locale's own table decides (wcwidth) where it is a UTF-8
 * locale, which main() has set; what it does not know takes 1.
 */
#ifndef FOLIO_BASE_WIDTH_H
#define FOLIO_BASE_WIDTH_H

#include "base/slice.h"

#include <stdint.h>

/* Columns of one code point: 0, 1 or 2. A control character takes 1, as it is shown as a mark. */
int width_of(uint32_t code);

/* Columns of UTF-8 text. */
size_t width_of_text(struct slice text);

/* The bytes of the longest beginning of `text` that fits in `columns`. Combining characters
 * stay with the character before them. */
size_t width_fit(struct slice text, size_t columns);

/* True for what must never reach a terminal as it is: C0, DEL, C1, and what is not seen but acts
 * on the text beside it: marks of direction, separators of lines, annotations, tags. */
bool width_is_control(uint32_t code);

#endif
