/* SPDX-License-Identifier: MIT */
/*
 * Which line of a row of a table shows a place, for a row of many lines.
 *
 * A cell may be wrapped into hundreds of thousands of lines, and as many places in it be asked for:
 * what is known of the row is kept, and looked up. It says what line_of_row says.
 */
#ifndef FOLIO_LAYOUT_ROW_LINES_H
#define FOLIO_LAYOUT_ROW_LINES_H

#include "layout/text_line.h"

/* From a place in the input on, up to the next, the line shows it. */
struct row_place {
    size_t source;
    size_t line;
};

struct row_lines {
    const struct stretch *stretch; /* NULL: no row is known */
    size_t first;                  /* line of the row */
    size_t other;                  /* line for a place before all */
    ARRAY(struct row_place) places;
};

void row_lines_deinit(struct row_lines *r);

/* To be called before the lines of the stretch go. */
void row_lines_forget(struct row_lines *r, const struct stretch *s);

/* As line_of_row; `first` is the first line of the row. */
size_t row_lines_find(struct row_lines *r, const struct stretch *s, size_t first, size_t offset);

#endif
