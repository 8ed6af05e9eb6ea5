/* SPDX-License-Identifier: MIT */
/* What a line of text, or the rest of one behind a label, looks like. */
#ifndef FOLIO_OUTLINE_ITEMS_LINE_H
#define FOLIO_OUTLINE_ITEMS_LINE_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* The byte at `i`; 0 behind the end. */
static inline char line_byte(struct slice text, size_t i)
{
    return i < text.len ? text.at[i] : 0;
}

static inline bool line_is_alnum(char c)
{
    return byte_is_letter(c) || byte_is_digit(c);
}

/* The text behind the label of a heading goes on as a sentence does: "of the Annual Report". */
bool line_is_prose_rest(struct slice rest, bool separator);

/* The line is in the middle of a sentence at its end. `joined`: the next line follows without a
 * gap; else only words that cannot end a sentence count. */
bool line_ends_open(struct slice line, bool joined);

/* Capitals throughout, or on most long words. */
bool line_is_heading_case(struct slice text);

/* No small letter, and a capital. */
bool line_is_caps(struct slice text);

/* Where the page number at the end, with its dots or wide gap, begins; text.len when there is none.
 */
size_t line_page_number(struct slice text);

/* Rules, stars and the like, without a letter or digit. */
bool line_is_rule(struct slice line);

bool line_is_quoted(struct slice rest);
bool line_has_continued(struct slice text);
bool line_has_boxes(struct slice text);
bool line_is_reserved(struct slice title);

/* "99.1", "3(i)", "10.23*": digits, then the rest of an exhibit's number, and nothing else. */
bool line_is_exhibit_number(struct slice text);

/* The text ends with one of the words, in either case. */
bool line_ends_with_any(struct slice text, const struct slice *words, size_t count);

size_t line_letters(struct slice text);
size_t line_letters_lower(struct slice text);

/* Appends the text with each run of blanks as one, none at the ends. */
void line_fold_blanks(struct buffer *out, struct slice text);

#endif
