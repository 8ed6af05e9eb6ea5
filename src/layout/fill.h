/* SPDX-License-Identifier: MIT */
/*
 * Filling: the lines of a printed paragraph made one text again, to be wrapped anew.
 *
 * The ASCII filings break their lines at 80 columns. Where a pane is narrower, wrapping each line
 * by itself leaves a ragged rest after each; so the lines that the printer broke only because they
 * were full are joined. Nothing is joined that fits, that has columns, or whose break was meant.
 */
#ifndef FOLIO_LAYOUT_FILL_H
#define FOLIO_LAYOUT_FILL_H

#include "base/arena.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    FILL_PAGE_COLUMNS = 80, /* of a line of text, by the EDGAR Filer Manual */
    FILL_SAMPLE_LINES = 40  /* of a paragraph, that tell what a full line is */
};

/* The blanks at the front of a line. */
size_t fill_indent_of(struct slice text);

/* Whether the line stands in the middle of a page of 80 columns. */
bool fill_is_centred(struct slice text);

/* Whether it only draws a line. */
bool fill_is_rule(struct slice text);

/* The first of blocks [from, count) that has more bytes than `width`; `count` when none has. */
size_t fill_next_wide(const struct block *blocks, size_t from, size_t count, size_t width);

/* How many of the blocks, from the first on, are one paragraph that must be filled to fit in
 * `width` columns; 1 when the first stands alone or all fits, as it does when none of the first
 * FILL_SAMPLE_LINES is wide. */
size_t fill_count(const struct block *blocks, size_t count, size_t width);

/* Those blocks as one, made in the arena: runs of blanks folded, each byte with its place in the
 * input. */
const struct block *fill_join(struct arena *arena, const struct block *blocks, size_t count);

/* Columns that all lines but the first leave free: the indent of the second printed line, a third
 * of the width at most. */
unsigned fill_indent(const struct block *blocks, size_t count, size_t width);

#endif
