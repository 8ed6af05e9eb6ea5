/* SPDX-License-Identifier: MIT */
/*
 * The grid of a table: which columns each cell of a filing's table covers.
 *
 * Spans are resolved as a browser does, with intervals, so that a span costs nothing however large
 * it is. Only columns in which a cell begins are counted: a grid has as many as it needs to tell
 * its cells apart, and TABLE_COLUMNS at most; what is behind goes into the last.
 */
#ifndef FOLIO_MODEL_GRID_H
#define FOLIO_MODEL_GRID_H

#include "base/arena.h"
#include "model/look.h"
#include "model/table.h"

struct grid_cell {
    const struct raw_cell *raw;
    uint16_t from, to; /* columns it covers, `to` excluded */
    struct look look;
    struct slice text;    /* the first visible text of it, trimmed; empty: nothing visible */
    size_t length;        /* bytes of all its text */
    bool bold;            /* all of it */
    uint8_t above, below; /* rules: of the cell, or lines drawn in it */
};

struct grid_row {
    size_t first, count; /* its cells, in order */
};

struct grid {
    const struct raw_table *raw;
    struct grid_cell *cells; /* as many as raw->cells, in the same order */
    struct grid_row *rows;   /* as many as raw->rows */
    size_t row_count;
    size_t columns;
    bool cut; /* there are more */
};

/* The grid's memory is of `scratch`. */
void grid_make(struct grid *g, const struct raw_table *raw, struct arena *scratch);

/* Block `index` of a cell. */
const struct block *grid_block(const struct grid *g, const struct grid_cell *c, size_t index);

#endif
