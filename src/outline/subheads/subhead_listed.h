/* SPDX-License-Identifier: MIT */
/*
 * Titles that are known from elsewhere in the document: those that contents lists name (rows with a
 * page number behind them, and lines that link to a place of the document), and the lines of the
 * cover, which come again as names on letterheads.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_LISTED_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_LISTED_H

#include "base/buffer.h"
#include "outline/scan.h"

#include <stdint.h>

struct subhead_titles {
    uint64_t *slots; /* hashes of folded titles; 0: empty */
    size_t room;     /* a power of 2 */
    size_t count;
};

struct subhead_listed {
    struct subhead_titles rows, cover;
    size_t first;         /* where the first row is, in the input; (size_t)-1 when there is none */
    struct buffer folded; /* room for one title */
};

/* `cover_end` is where the cover ends in the input, 0 when there is none. */
void subhead_listed_init(struct subhead_listed *l, const struct scan *scan, size_t cover_end);
void subhead_listed_deinit(struct subhead_listed *l);

/* True when a list names this folded title. */
bool subhead_listed_has(const struct subhead_listed *l, struct slice folded);

/* True when it is a line of the cover. */
bool subhead_listed_on_cover(const struct subhead_listed *l, struct slice folded);

#endif
