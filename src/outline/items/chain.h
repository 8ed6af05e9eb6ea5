/* SPDX-License-Identifier: MIT */
/*
 * The chain: which of the candidates are the headings of the document.
 *
 * Each candidate gets an additive score; then the Items are chosen together, as the best chain in
 * the order of the form, by dynamic programming. Time is near-linear in the candidates.
 * Indexes are of the list of candidates; nothing but the list of Items is owned.
 */
#ifndef FOLIO_OUTLINE_ITEMS_CHAIN_H
#define FOLIO_OUTLINE_ITEMS_CHAIN_H

#include "base/array.h"
#include "outline/items/candidate.h"
#include "outline/form.h"

enum { CHAIN_PARTS = 9 };
#define CHAIN_NONE ((size_t)-1)

struct choice {
    size_t candidate;
    unsigned part; /* 1 to 8, of the form's row; 0 when the form has no parts */
    double score;
    bool declared; /* the header declares it */
};

struct chain {
    ARRAY(struct choice) items; /* in reading order */
    size_t parts[CHAIN_PARTS];  /* by number, from 1; or CHAIN_NONE */
    size_t signatures;          /* or CHAIN_NONE */
    size_t exhibit_index;       /* or CHAIN_NONE */
};

/* Chooses. `declared` are the numbers that the header of the submission declares. */
void chain_choose(struct chain *chain, const struct candidates *c, const struct form *form,
                  const struct slice *declared, size_t declared_count);
void chain_deinit(struct chain *chain);

/* The same, to stop and go on: begin, step until it says true, end. A step looks at about so many
 * candidates; all that was given must stay until the end. The search is the caller's; NULL may be
 * ended. */
struct chain_search;
struct chain_search *chain_begin(struct chain *chain, const struct candidates *c,
                                 const struct form *form, const struct slice *declared,
                                 size_t declared_count);
bool chain_step(struct chain_search *s, size_t candidates);
void chain_end(struct chain_search *s);

#endif
