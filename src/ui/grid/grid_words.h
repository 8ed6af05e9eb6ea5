/* SPDX-License-Identifier: MIT */
/* What is said of a table and its cells in words: see grid_view_path, _value and _position. */
#ifndef FOLIO_UI_GRID_GRID_WORDS_H
#define FOLIO_UI_GRID_GRID_WORDS_H

#include "ui/grid/grid_view.h"

/* Adds what a body row is called by: its first text; one that has none is "row 12". */
void grid_words_row(const struct grid_view *v, size_t row, struct buffer *out);

#endif
