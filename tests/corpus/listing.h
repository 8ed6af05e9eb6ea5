/* SPDX-License-Identifier: MIT */
/* What `folio tables --format json` says of a file: its tables, with a place for each cell. */
#ifndef FOLIO_TESTS_LISTING_H
#define FOLIO_TESTS_LISTING_H

#include "base/array.h"
#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

struct listing_cell {
    size_t offset, row, column;
    char *text;
};

struct listing_table {
    size_t offset, end;
    ARRAY(struct buffer) heads; /* of each column, its rows joined by a blank */
    ARRAY(struct listing_cell) cells;
};

struct listing {
    ARRAY(struct listing_table) tables;
};

/* Runs folio on the file. False when it fails or what it says is not as agreed: then `what` tells.
 * The caller ends with listing_deinit. */
bool listing_init(struct listing *l, const char *path, struct buffer *what);
void listing_deinit(struct listing *l);

/* The smallest table around the offset, or NULL. */
const struct listing_table *listing_around(const struct listing *l, size_t offset);

/* The cell of it whose text begins last before `offset`, or at it; NULL when there is none. */
const struct listing_cell *listing_cell_at(const struct listing_table *t, size_t offset);

/* The head of a column; "" when it has none. */
const char *listing_head(const struct listing_table *t, size_t column);

#endif
