/* SPDX-License-Identifier: MIT */
/*
 * The columns of a table that is gone through by cells: how wide each is, and which are in sight.
 *
 * Widths are measured on what the cells hold: at first on as many rows as can be measured at once,
 * then on the rows that come into sight, so that a number is never cut. Where all columns do not
 * fit, those of text are made narrower; then some stay at the left, and as many of the others as
 * fit whole are in sight. Columns of the table are named by their index among those that are used.
 */
#ifndef FOLIO_UI_GRID_GRID_COLUMNS_H
#define FOLIO_UI_GRID_GRID_COLUMNS_H

#include "layout/column_widths.h"
#include "ui/grid/tabular.h"

#include <stdbool.h>
#include <stddef.h>

struct grid_columns {
    const struct tabular *table;
    struct column *measured;     /* of each column of the table: what its cells ask for */
    size_t *narrow;              /* and what they can do with: heads over numbers take more lines */
    size_t rows;                 /* of the table that were measured, from the first on */
    struct column_widths widths; /* as shown: `left` as if all columns stood side by side */
    size_t frozen;               /* columns at the left that stay in sight, as there is room */
    size_t first, shown;         /* of the others: those in sight */
    bool whole;                  /* all columns fit at once */
};

/* The table must outlive it. */
void grid_columns_init(struct grid_columns *g, const struct tabular *table);
void grid_columns_deinit(struct grid_columns *g);

/* Measures rows [from, to), if they were not. */
void grid_columns_measure(struct grid_columns *g, size_t from, size_t to);

/* Decides what is in sight in a pane of so many columns: `frozen` columns stay, `first` is wished
 * for at their right, and column `cursor` must be in sight. */
void grid_columns_place(struct grid_columns *g, size_t columns, size_t frozen, size_t first,
                        size_t cursor);

/* Where a used column stands in the pane and how wide it is there; false: out of sight. */
bool grid_columns_at(const struct grid_columns *g, size_t index, size_t columns, size_t *left,
                     size_t *width);

/* Where columns [from, to) of the table stand: those in sight of them, with what is between. */
bool grid_columns_span(const struct grid_columns *g, size_t from, size_t to, size_t columns,
                       size_t *left, size_t *width);

/* How wide columns [from, to) of the table are side by side. */
size_t grid_columns_room(const struct grid_columns *g, size_t from, size_t to);

/* The used column at that column of the pane, or SIZE_MAX. */
size_t grid_columns_find(const struct grid_columns *g, size_t columns, size_t at);

#endif
