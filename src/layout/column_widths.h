/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are in a pane of some width, from what its cells hold.
 *
 * Numbers are never wrapped. Where the table would be too wide, text is wrapped first; what is
 * still too wide is left as wide as it reads well, and the pane scrolls it.
 */
#ifndef FOLIO_LAYOUT_COLUMN_WIDTHS_H
#define FOLIO_LAYOUT_COLUMN_WIDTHS_H

#include "base/arena.h"
#include "layout/cells.h"
#include "model/block.h"
#include "model/table.h"

#include <stdbool.h>
#include <stddef.h>

/* A column as laid out; a column without a cell of its own has width 0. */
struct column {
    size_t left, width;
    size_t whole; /* columns of the longest sign and whole part of its numbers; 0: no numbers */
    size_t tail;  /* and of the longest tail */
};

struct column_widths {
    struct column *at;
    size_t count;
    size_t right; /* of the last */
    bool fits;    /* its text reads well at these widths; else a table that places text should be
                   * taken apart */
};

/* The columns of the table that the rows are of, all with `row` set; `width` is that of the pane,
 * at least 1. What is in the result is the arena's. */
struct column_widths column_widths(struct arena *arena, const struct block *rows, size_t count,
                                   size_t width);

#endif
