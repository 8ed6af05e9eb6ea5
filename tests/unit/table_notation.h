/* SPDX-License-Identifier: MIT */
/*
 * A table in a few characters, for tests.
 *
 * A line is a row, '|' parts its cells, '~' the paragraphs of a cell. A cell may begin with what it
 * is, in braces: a number is how many columns it spans, "/3" how many rows; "h" a <th>, "b" bold,
 * "l" text that stands at the left of a cell
 * that is not, "s" raised, "<" "." ">" its align, "^" "_" "=" a rule above, below, a double one;
 * "w25" its width in percent, "i4" its indent. The place of a text in the input is its place in the
 * notation.
 */
#ifndef FOLIO_TESTS_UNIT_TABLE_NOTATION_H
#define FOLIO_TESTS_UNIT_TABLE_NOTATION_H

#include "model/table.h"

/* Reads the notation; what it points to is in `arena` or in `text`. */
void notation_read(struct raw_table *raw, const char *text, struct arena *arena);
void notation_free(struct raw_table *raw);

#endif
