/* SPDX-License-Identifier: MIT */
/*
 * Columns: the rows of a table of a marked-up document as lines.
 *
 * Numbers stand under each other by their decimal points, heads in the middle of what they head,
 * text is wrapped in its column, and the filing's rules are drawn. Each line is a block of its own.
 * A table that only places text and does not fit is taken apart: its cells stand one below another.
 */
#ifndef FOLIO_LAYOUT_COLUMNS_H
#define FOLIO_LAYOUT_COLUMNS_H

#include "model/splice.h"
#include "layout/text_line.h"

#include <stddef.h>

struct columns;

/* How the rows of one table, consecutive blocks, are laid out at `width` columns (0: a row is a
 * line with a tab between two columns, empty ones too), of which `view` are in sight at once. It is
 * the arena's. */
const struct columns *columns_new(struct arena *arena, const struct block *rows, size_t count,
                                  size_t width, size_t view);

/* The columns that the table takes up; 0 without a width. */
size_t columns_width(const struct columns *c);

/* Adds the lines of one of these rows. */
void columns_row(const struct columns *c, const struct block *row, struct stretch *s,
                 struct splice *splice);

#endif
