/* SPDX-License-Identifier: MIT */
/*
 * The tokens of a regular expression as PCRE2 writes them: how long each is and what it begins.
 *
 * No more is known of the language than what it takes to leave alone what must not be touched. All
 * lengths are bytes, at least 1, and never go behind the end of `rest`, which must not be empty.
 */
#ifndef FOLIO_SEARCH_SYNTAX_H
#define FOLIO_SEARCH_SYNTAX_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* What the head of a group, from '(' on, begins. */
enum syntax_group {
    SYNTAX_GROUP, /* a group: its inside follows */
    SYNTAX_AHEAD, /* a look ahead, either kind */
    SYNTAX_BEHIND,
    SYNTAX_FLAGS, /* options, as "(?i)"; or with a group behind them, as "(?i:" */
    SYNTAX_OTHER  /* a comment, a verb, a condition, a call: anything else */
};

struct syntax_head {
    enum syntax_group kind;
    size_t len;
    bool whole;    /* the closing parenthesis is part of it */
    bool extended; /* it sets the option x, under which blanks mean nothing */
};

struct syntax_head syntax_head(struct slice rest);

/* An escape, from its backslash on, with its arguments in braces, brackets or quotes. */
size_t syntax_escape(struct slice rest);

/* A class, from '[' to behind its ']'. */
size_t syntax_class(struct slice rest);

/* A quantifier with the mark behind it ("+?"): its length or 0, and the least count it asks for. */
size_t syntax_quantifier(struct slice rest, bool *may_be_none);

#endif
