/* SPDX-License-Identifier: MIT */
/*
 * A line as it is shown: a part of a block's text, or a mark between the blocks.
 *
 * The block of a line is the content's own, or one made for the line: a paragraph that was joined,
 * a line of a table. Such a block has made blanks and rules in its text, and each byte that is not
 * made has its place in the input. The lines of a row of a table stand together; where its cells
 * are wrapped, the places of the lines do not only rise.
 */
#ifndef FOLIO_LAYOUT_TEXT_LINE_H
#define FOLIO_LAYOUT_TEXT_LINE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

enum line_kind {
    LINE_TEXT,
    LINE_BLANK,
    LINE_RULE /* the end of a page; the drawer writes its number and label */
};

struct line {
    enum line_kind kind;
    const struct block *block; /* of a LINE_TEXT; else NULL */
    struct slice text;         /* the part of block->text that this line shows */
    size_t offset;             /* where that stands in the input; else of the text that follows */
    size_t order;              /* the same, but for lines of a row, where it is the row's offset: it
                                * never falls from line to line */
    unsigned indent;           /* columns left free before the text */
    size_t columns;            /* width of the text without the indent */
    size_t page;               /* from 0; of a LINE_RULE the page that ends */
};

/* The lines of a segment, and the blocks that were made for them. */
struct stretch {
    ARRAY(struct line) lines;
    struct arena arena;
};

/* Columns [from, to) of the line's text that the input bytes [offset, offset + length) take up;
 * false when they are not on this line. The indent is counted in. */
bool line_columns(const struct line *line, size_t offset, size_t length, size_t *from, size_t *to);

/* Where the first letter of a LINE_TEXT stands in the input, the blanks before it left out. */
size_t line_letter(const struct line *line);

/* Which of the lines from `first` on, all of one row of a table, shows the byte at `offset`, or the
 * nearest before it. */
size_t line_of_row(const struct stretch *s, size_t first, size_t offset);

/* How many columns of the table that the line is a row of begin at or beyond `column`, counted as
 * line_columns does: what is out of sight at the right of it. 0 where there is no table, or the
 * line has no text there or behind. */
size_t columns_right(const struct line *line, size_t column);

#endif
