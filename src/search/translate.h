/* SPDX-License-Identifier: MIT */
/*
 * From what the reader types to what PCRE2 is given.
 *
 * Outside classes and escapes a run of blanks stands for any white space, straight quotes and
 * hyphens for the printed kinds, "--" for a long dash, and a hyphen may be the last of its line;
 * soft hyphens and zero-width characters are left out, as the searched text has none. Between a
 * currency sign and its number no blank need be typed where the one that is shown is folio's own.
 */
#ifndef FOLIO_SEARCH_TRANSLATE_H
#define FOLIO_SEARCH_TRANSLATE_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* Adds the expression to `out`, and the characters that stand for themselves to `letters`, which
 * may be NULL. `literal`: the text is no regular expression. */
void translate_pattern(struct slice text, bool literal, struct buffer *out, struct buffer *letters);

/* In the searched text: a blank that folio made behind a currency sign. It is a white space that no
 * filing has there of its own. */
enum { TRANSLATE_MADE_BLANK = 0x205F };

bool translate_is_currency(uint32_t code);

/* A character that takes no room and that no reader types: it is left out of text and pattern. */
bool translate_is_invisible(uint32_t code);

#endif
