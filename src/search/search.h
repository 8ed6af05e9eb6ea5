/* SPDX-License-Identifier: MIT */
/*
 * Searching a filing: a pattern, a scope, and hits with the place of each in the input.
 *
 * A search works in slices: it begins at a place, goes to the end of its scope, then from the
 * scope's beginning to that place, so that the next hit is known first. A blank in the pattern
 * matches any run of white space, line ends too; a straight quote or hyphen matches the printed
 * kinds; furniture is not searched; a hit never crosses a page.
 */
#ifndef FOLIO_SEARCH_SEARCH_H
#define FOLIO_SEARCH_SEARCH_H

#include "base/error.h"
#include "base/slice.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

struct pattern_options {
    bool literal;     /* plain text, not a regular expression */
    bool ignore_case; /* in any case */
    bool smart_case;  /* ignore case when the pattern has no capital */
};

struct pattern;

/* Compiles; NULL and ERROR_PATTERN with PCRE2's own words and the place in the pattern. */
struct pattern *pattern_new(struct slice text, struct pattern_options options, struct error *e);
void pattern_free(struct pattern *p);

/* A place in a filing. */
struct place {
    size_t document; /* index */
    size_t offset;   /* in the input */
};

/* From a place (included) to a place (excluded). A document index behind the last found, and offset
 * (size_t)-1, mean the end of the filing: documents are then scanned for as the search goes on. */
struct scope {
    struct place from, to;
};

struct hit {
    size_t document;
    size_t offset;
    size_t length; /* bytes of the input, from the first to behind the last character */
};

struct search;

/* The pattern and the submission must outlive the search. */
struct search *search_new(struct submission *s, const struct pattern *p, struct scope scope,
                          struct place begin);
void search_free(struct search *s);

/* Goes on for about `bytes` bytes; true when the whole scope is searched. */
bool search_step(struct search *s, size_t bytes);
bool search_done(const struct search *s);
/* How much of the scope is searched, 0 to 100. */
int search_progress(const struct search *s);

/* Hits found so far, and the i-th in reading order (of those found). *more is set when the number
 * was capped. */
size_t search_hits(const struct search *s, bool *capped);
struct hit search_hit(const struct search *s, size_t index);

/* The index of the first hit behind (or, with `at`, at or behind) the place, or the last before it;
 * (size_t)-1 when none was found yet. search_sure says whether a hit not yet found could come between. */
size_t search_next(const struct search *s, struct place place, bool at);
size_t search_previous(const struct search *s, struct place place);
/* True when all between the beginning and the hit that search_next gave was searched. */
bool search_sure(const struct search *s, struct place from, size_t hit);

/* Hits in one document that overlap [from, to), for marking: their index range. */
void search_range(const struct search *s, size_t document, size_t from, size_t to, size_t *first,
                  size_t *behind);

#endif
