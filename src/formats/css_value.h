/* SPDX-License-Identifier: MIT */
/* What the values of declarations are made of: words, numbers, rules. */
#ifndef FOLIO_FORMATS_CSS_VALUE_H
#define FOLIO_FORMATS_CSS_VALUE_H

#include "formats/css.h"

#include <stddef.h>

enum { CSS_WORDS_MOST = 16 };

/* The words of a value; those in brackets are one. */
struct css_words {
    struct slice at[CSS_WORDS_MOST];
    size_t count;
};

void css_split(struct css_words *words, struct slice value);

/* Whether it is that word, ASCII letters alike in either case. */
static inline bool css_is(struct slice word, const char *text)
{
    return slice_equal_nocase(word, slice_of(text));
}

/* The rule that a style like "solid" draws; false when it is none. */
bool css_rule_style(struct slice word, enum css_rule *rule);

/* The rule that "1pt solid #000000" draws: none where it has no width, no style, or is white. */
enum css_rule css_rule_of(struct slice value);

#endif
