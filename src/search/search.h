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

#include "model/submission.h"
#include "search/hits.h"    /* struct place, struct hit */
#include "search/pattern.h" /* pattern_new, pattern_free */

#include <stdbool.h>
#include <stddef.h>

/* From a place (included) to a place (excluded). A document index behind the last found, and offset
 * (size_t)-1, mean the end of the filing: documents are then scanned for as the search goes on. */
struct scope {
    struct place from, to;
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

/* True when the pattern was too costly for some part of the text, which then counts as without a
 * hit; a pattern that is too costly again and again ends the search early. */
bool search_costly(const struct search *s);

/* Hits found so far, and the i-th in reading order (of those found). *capped is set when the search
 * was ended because there are more than a million. */
size_t search_hits(const struct search *s, bool *capped);
struct hit search_hit(const struct search *s, size_t index);

/* The index of the first hit behind (or, with `at`, at or behind) the place, or the last before it;
 * (size_t)-1 when none was found yet. search_sure says whether a hit not yet found could come
 * between. */
size_t search_next(const struct search *s, struct place place, bool at);
size_t search_previous(const struct search *s, struct place place);
/* True when no hit not yet found can lie between `from` and the hit, whichever comes first; with
 * hit (size_t)-1, when the search is done. For a hit beyond the turn, ask for both parts. */
bool search_sure(const struct search *s, struct place from, size_t hit);

/* Hits in one document that overlap [from, to), for marking: their index range. */
void search_range(const struct search *s, size_t document, size_t from, size_t to, size_t *first,
                  size_t *behind);

#endif
