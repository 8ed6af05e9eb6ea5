/* SPDX-License-Identifier: MIT */
/*
 * Boxes: the cells of a row of a table at their places, their text cut into lines.
 *
 * Columns and lines count from those of the table and the row. Numbers and rules are not cut; where
 * a number stands in its box is for the writer to say, who knows the decimal point.
 */
#ifndef FOLIO_LAYOUT_BOXES_H
#define FOLIO_LAYOUT_BOXES_H

#include "base/array.h"
#include "layout/column_widths.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A piece of a cell, on one line. */
struct bit {
    uint32_t from, to;
    size_t left; /* where it stands in its box */
};

/* A cell with its further lines, at its place in the row. */
struct box {
    const struct cell *cell;
    size_t lines;        /* of the cell, in the row's cells */
    size_t left, room;   /* columns */
    size_t first, count; /* its bits */
    size_t top;          /* the line of the row that it begins on */
    bool figure, rule;
};

struct boxes {
    const struct table *table;
    const struct column_widths *widths;
    const struct block *block; /* of the row */
    size_t pane;               /* columns that text may take that has nothing at its right */
    size_t view;               /* columns in sight at once */
    ARRAY(struct bit) bits;
    ARRAY(struct box) boxes; /* by column */
    size_t height;           /* lines */
};

/* Makes the boxes of a row; the fields above `bits` are set, the others 0. */
void boxes_make(struct boxes *g);
void boxes_deinit(struct boxes *g);

#endif
