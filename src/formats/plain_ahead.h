/* SPDX-License-Identifier: MIT */
/*
 * What lies ahead of the place where an ASCII document is read: the next page mark, and the foot
 * of the page that ends there.
 *
 * Both are looked for once and remembered until the reading is past them, as every line asks.
 * The reading goes forward. Offsets are within the text.
 */
#ifndef FOLIO_FORMATS_PLAIN_AHEAD_H
#define FOLIO_FORMATS_PLAIN_AHEAD_H

#include "base/slice.h"
#include "formats/plain.h"

#include <stdbool.h>
#include <stddef.h>

/* All 0 at the start. */
struct plain_ahead {
    size_t mark; /* the next mark, or a place up to which there is none */
    bool marked; /* a mark stands there */
    size_t feed; /* no carriage return stands between the line that is read and this place */
    size_t end;  /* of the page whose foot was looked for last */
    size_t foot; /* no line that ends before this place is of that foot */
    size_t only; /* nothing but furniture stands between this place and the end */
};

/* Whether a page mark stands at `at`. */
bool plain_ahead_is_mark(struct plain_ahead *a, const struct plain *p, size_t at);

/* The same as plain_line_at, for lines that are asked for one behind the other. */
struct slice plain_ahead_line(struct plain_ahead *a, const struct plain *p, size_t at,
                              size_t *next);

/* Whether `line`, behind which the next begins at `next`, is of the foot of its page: furniture
 * itself, and nothing but furniture between it and the end of the page. */
bool plain_ahead_is_foot(struct plain_ahead *a, const struct plain *p, struct slice line,
                         size_t next);

#endif
