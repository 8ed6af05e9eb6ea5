/* SPDX-License-Identifier: MIT */
/* What the cells of a row are to a layout. */
#ifndef FOLIO_LAYOUT_CELLS_H
#define FOLIO_LAYOUT_CELLS_H

#include "model/block.h"
#include "model/table.h"

#include <stdbool.h>
#include <stddef.h>

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

#endif
