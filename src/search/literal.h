/* SPDX-License-Identifier: MIT */
/*
 * What every match of a pattern must contain: one of a few words.
 *
 * A word is ASCII without blanks, quotes, hyphens and parentheses, so that it stands in the bytes
 * of a plain text as it stands in the text that is searched. Nothing is claimed of a pattern that
 * is not wholly understood: then there are no words.
 */
#ifndef FOLIO_SEARCH_LITERAL_H
#define FOLIO_SEARCH_LITERAL_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum { LITERAL_LONGEST = 24, LITERALS_MOST = 10 };

/* A longer word is cut: its beginning must be there too. */
struct literal {
    char at[LITERAL_LONGEST];
    size_t len; /* 2 or more */
};

struct literals {
    struct literal word[LITERALS_MOST];
    size_t count;     /* 0: nothing is known */
    bool ignore_case; /* ASCII letters in either case; the words are in small letters then */
};

/* `text` is as the reader typed it; `plain` says that it is no regular expression. */
struct literals literals_of(struct slice text, bool plain, bool ignore_case);

/* Other words, one of which every match must contain as well, of a pattern that has such. */
struct literals literals_also(struct slice text, bool plain, bool ignore_case);

/* How seldom a byte is in English print: 1 (common) to 9. */
unsigned literal_rarity(unsigned char byte);

#endif
