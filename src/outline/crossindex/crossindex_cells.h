/* SPDX-License-Identifier: MIT */
/* What stands in one line of a cross-reference index: page cells, links, labels. */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_CELLS_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_CELLS_H

#include "base/arena.h"
#include "model/block.h"
#include "outline/items/label.h"
#include "outline/crossindex/page_ranges.h"

#include <stdbool.h>
#include <stddef.h>

/* True when the line names a cross-reference index: "Form 10-K Cross-Reference Index". */
bool crossindex_cells_name(struct slice line);

/* The byte of the block's text where the page cells begin that stand behind byte `from`, or, where
 * it has no cells, the pages that end it; the end of the text when there are none. `loose` as in
 * page_ranges_tail; what `pages` holds is lost. */
size_t crossindex_cells_pages(const struct block *b, size_t from, bool loose,
                              struct page_ranges *pages);

/* The name of the place of this document that a link in bytes [at, to) of the block leads to; empty
 * when there is none. */
struct slice crossindex_cells_link(const struct block *b, size_t at, size_t to);

/* Reads a label that is only a number: "1.", "1A", "9A.", and something behind it. */
bool crossindex_cells_bare(struct slice line, struct label *label);

/* A copy of the text in the arena, blanks folded, without dots and colons at its end; cut when it
 * is very long. */
struct slice crossindex_cells_title(struct arena *arena, struct slice text);

#endif
