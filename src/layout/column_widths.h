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

/* The cells of a row from `first` on that are one: the first, and its further lines. */
size_t cell_lines(const struct row *row, size_t first);

/* Whether the cell is a number that is aligned with those above and below it. */
bool cell_is_figure(const struct table *t, const struct cell *c);

/* Whether the cell holds nothing but a rule, which is drawn as wide as its columns. */
bool cell_is_rule(const struct block *b, const struct cell *c);

/* Whether a row holds nothing but one label, which may run on over the columns at its right. */
bool row_is_label(const struct row *row);

/* Where the year of a head begins that ends with one ("December 31, 2023"), behind a blank; else 0.
 */
size_t head_year(struct slice text);

/* The columns of the table that the rows are of, all with `row` set; `width` is that of the pane,
 * at least 1. What is in the result is the arena's. */
struct column_widths column_widths(struct arena *arena, const struct block *rows, size_t count,
                                   size_t width);

#endif
