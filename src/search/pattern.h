/* SPDX-License-Identifier: MIT */
/*
 * A compiled pattern: plain text, a regular expression or a number. The only door to PCRE2.
 *
 * A pattern does not change once it is made; what running it needs is in a matcher, of which each
 * user has its own. Matching is bounded in time, stack and memory, whatever the pattern says.
 */
#ifndef FOLIO_SEARCH_PATTERN_H
#define FOLIO_SEARCH_PATTERN_H

#include "base/error.h"
#include "base/slice.h"
#include "search/prefilter.h"

#include <stdbool.h>
#include <stddef.h>

struct pattern_options {
    bool literal;     /* plain text, not a regular expression */
    bool ignore_case; /* in any case */
    bool smart_case;  /* ignore case when the pattern has no capital */
    bool number;      /* a number, however it is printed: search/amount.h */
};

struct pattern;

/* Compiles; NULL and ERROR_PATTERN with PCRE2's own words and the place in the pattern (the
 * column, in bytes from 1). An empty pattern is refused. */
struct pattern *pattern_new(struct slice text, struct pattern_options options, struct error *e);
void pattern_free(struct pattern *p);

/* The filter that a match in a plain text must pass, or NULL when the pattern gives none. */
const struct prefilter *pattern_prefilter(const struct pattern *p);
/* One that the page of a match must pass, too, or NULL. */
const struct prefilter *pattern_second_filter(const struct pattern *p);

/* True when it is a number: what is searched must keep apart what the filing keeps apart. */
bool pattern_is_number(const struct pattern *p);

struct matcher;

struct matcher *matcher_new(const struct pattern *p);
void matcher_free(struct matcher *m);

enum pattern_result {
    PATTERN_NONE,
    PATTERN_HIT,
    PATTERN_COSTLY /* given up: the pattern needs too much time or memory here */
};

/* The first match, never an empty one, that begins in [from, to) of the text; it may end behind
 * `to`. `text` must be valid UTF-8, and `from` the start of a character. */
enum pattern_result matcher_find(struct matcher *m, struct slice text, size_t from, size_t to,
                                 size_t *start, size_t *end);

/* Whether the match found last is not the number itself, but that number at another scale. */
bool matcher_is_scaled(const struct matcher *m);

#endif
