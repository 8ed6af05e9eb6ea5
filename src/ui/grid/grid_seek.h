/* SPDX-License-Identifier: MIT */
/*
 * Looking for a text in the cells of a table: in one column and the labels, or in all. What is
 * found in a label is the cell of its row in that one column.
 *
 * What is looked for stays until other is; the search goes on at the other end of the table. A
 * table may be large: the search is done in steps.
 */
#ifndef FOLIO_UI_GRID_GRID_SEEK_H
#define FOLIO_UI_GRID_GRID_SEEK_H

#include "base/error.h"
#include "search/pattern.h"
#include "ui/grid/grid_view.h"

#include <stdbool.h>
#include <stddef.h>

struct grid_seek {
    struct pattern *pattern; /* NULL: nothing is looked for */
    struct matcher *matcher;
    struct buffer text; /* of the pattern */
    bool wide;          /* in all columns */
    bool busy;          /* steps are left */
    bool backward;      /* of what is under way */
    bool found, turned; /* what came of it: the cell, beyond the turn or not */
    size_t row, column;
    size_t cells; /* not yet looked at */
    size_t steps; /* cells still to be found */
};

void grid_seek_deinit(struct grid_seek *s);

/* What is looked for from now on; false and the error when it is no pattern. */
bool grid_seek_pattern(struct grid_seek *s, struct slice text, struct pattern_options options,
                       struct error *e);

/* Begins to look for the steps-th cell from one on; `at`: that one will do. */
void grid_seek_begin(struct grid_seek *s, const struct grid_view *v, size_t row, size_t column,
                     bool backward, bool at, size_t steps);

/* Looks at so many cells more; true when it is over: see `found`. */
bool grid_seek_step(struct grid_seek *s, const struct grid_view *v, size_t cells);

#endif
