/* SPDX-License-Identifier: MIT */
/*
 * Taking out of a table: a cell as its text, a row or a column or all as lines of values with tabs
 * between them, and a table in one of the formats that `folio tables` prints.
 */
#ifndef FOLIO_UI_GRID_GRID_COPY_H
#define FOLIO_UI_GRID_GRID_COPY_H

#include "base/buffer.h"
#include "layout/table_out.h"
#include "ui/grid/grid_view.h"

/* The cell that one is at; nothing when it is empty. */
void grid_copy_cell(const struct grid_view *v, struct buffer *out);
/* Its row, below the heads of the columns. */
void grid_copy_row(const struct grid_view *v, struct buffer *out);
/* Its column beside the labels, the column's head above. */
void grid_copy_column(const struct grid_view *v, struct buffer *out);

/* A table that is written in steps; it must not be moved meanwhile. */
struct grid_copying {
    const struct tabular *table;
    struct table_out out;
    size_t row; /* the next */
};

void grid_copy_begin(struct grid_copying *g, const struct tabular *t, enum table_format format,
                     struct buffer *out);
/* Writes rows of about so many cells; true when no row is left. */
bool grid_copy_step(struct grid_copying *g, size_t cells);
/* Ends what was begun, all rows written or not. */
void grid_copy_end(struct grid_copying *g);

/* All of a table. */
void grid_copy_table(const struct tabular *t, enum table_format format, struct buffer *out);

#endif
