/* SPDX-License-Identifier: MIT */
/*
 * A table as a pane: its heads and first columns stay, the rest scrolls, one cell is the reader's.
 *
 * The rows below the head are counted from 0 ("body rows"), columns among those that are used. A
 * row takes one line, and one more for a rule above it; what does not fit in its column is cut with
 * a mark and told whole at the bottom. The view owns its table.
 */
#ifndef FOLIO_UI_GRID_GRID_VIEW_H
#define FOLIO_UI_GRID_GRID_VIEW_H

#include "search/search.h"
#include "ui/grid/grid_columns.h"
#include "ui/grid/tabular.h"
#include "ui/pane.h"

#include <stdbool.h>
#include <stddef.h>

/* How the lines of the pane are used. */
struct grid_frame {
    int caption;     /* 0 or 1 */
    int head, cut;   /* lines of the head, and how many of them, the upper, have no room */
    int line;        /* 0 or 1: below the head */
    int top, body;   /* the first line of the body, and how many */
    int told, value; /* 0 or 1: what part of the table is in sight; lines for the cell */
};

struct grid_view {
    struct tabular table;
    struct grid_columns columns;
    int pane_rows, pane_columns;
    size_t row, column; /* the cell */
    size_t top;         /* the first body row in sight */
    size_t first;       /* the column wished for behind those that stay */
    size_t frozen;      /* columns that stay */
    bool lined;         /* nearly every row is ruled: only double rules are drawn */
    struct grid_frame frame;
};

/* Opens the table that holds the place, at the row of it; false when there is none. */
bool grid_view_open(struct grid_view *v, struct content *content, size_t offset);
void grid_view_close(struct grid_view *v);

void grid_view_resize(struct grid_view *v, int rows, int columns);

/* Obeys a motion; adds to `say` what the reader should know. False: not a motion of tables. */
bool grid_view_handle(struct grid_view *v, const struct order *order, struct buffer *say);
/* To a cell, cut to those that there are. */
void grid_view_go(struct grid_view *v, size_t row, size_t column);
/* To the cell that holds the place. */
void grid_view_go_to(struct grid_view *v, size_t offset);
/* Keeps the columns up to the cell in sight, or so many (`count`); the same again, or where all
 * columns are in sight: the first alone. */
void grid_view_freeze(struct grid_view *v, long count, struct buffer *say);
/* To the cell at that place of the pane; false when none is there. */
bool grid_view_point(struct grid_view *v, int row, int column);

/* The number of body rows; the row of the table that a body row is. */
size_t grid_view_rows(const struct grid_view *v);
size_t grid_view_table_row(const struct grid_view *v, size_t row);
/* The cell that one is at; NULL: it is empty. */
const struct cell *grid_view_cell(const struct grid_view *v);
/* Where it stands in the input; of an empty one, its row. */
void grid_view_range(const struct grid_view *v, size_t *from, size_t *to);

/* How many body rows are in sight, from the first on. */
size_t grid_view_in_sight(const struct grid_view *v);
/* Whether there is a rule above a row of the table. */
bool grid_view_ruled(const struct grid_view *v, size_t table_row);
/* The lines that a row of the head takes. */
int grid_view_head_lines(const struct grid_view *v, size_t table_row);

/* Adds "Total assets · 2003"; and the same with the value: "Total assets · 2003: $ 1,204". */
void grid_view_path(const struct grid_view *v, struct buffer *out);
void grid_view_value(const struct grid_view *v, struct buffer *out);
/* Adds "rows 5-20 of 64 · columns 3-9 of 14", or in brief "5-20/64 · 3-9/14". */
void grid_view_position(const struct grid_view *v, bool brief, struct buffer *out);

#endif
