/* SPDX-License-Identifier: MIT */
/*
 * The hits of a search, in reading order: those behind the turn, then those found before it.
 *
 * A search that begins in the middle finds the later part first. Hits do not overlap: one that
 * begins inside the hit before it is left out.
 */
#ifndef FOLIO_SEARCH_HITS_H
#define FOLIO_SEARCH_HITS_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

/* A place in a filing. */
struct place {
    size_t document; /* index */
    size_t offset;   /* in the input */
};

bool place_before(struct place a, struct place b);

struct hit {
    size_t document;
    size_t offset;
    size_t length; /* bytes of the input, from the first to behind the last character */
    bool scaled;   /* a number that is looked for, at another scale */
};

struct hits {
    ARRAY(struct hit) early; /* from the scope's beginning on: found after the turn */
    ARRAY(struct hit) late;
    size_t late_from; /* those of `late` before it are covered by the last of `early` */
};

void hits_deinit(struct hits *h);

/* Adds the next hit of its part. */
void hits_add(struct hits *h, bool turned, struct hit hit);

size_t hits_count(const struct hits *h);
struct hit hits_get(const struct hits *h, size_t index);

/* The index of the first hit at or behind the place; the count when there is none. */
size_t hits_find(const struct hits *h, struct place place);

#endif
