/* SPDX-License-Identifier: MIT */
/*
 * Tables as the sink's grammar wants them, of whatever tags there are.
 *
 * What misses its row or cell gets one; what stands too deep becomes blocks of the cell around it.
 * A table that wraps the document, or a great part of it, is none: its cells become blocks. A
 * table is interrupted where a page breaks between its rows.
 */
#ifndef FOLIO_FORMATS_HTML_TABLES_H
#define FOLIO_FORMATS_HTML_TABLES_H

#include "formats/html_out.h"

enum {
    HTML_SPAN_MOST = 1000,
    HTML_CELL_BLOCKS = 100 /* a cell with more blocks is a wrapper */
};

struct html_level;

struct html_tables {
    struct html_out *out;
    ARRAY(struct html_level) levels;
    bool breaks; /* a page, behind the row of the outermost table */
    size_t page_offset;
};

void html_tables_init(struct html_tables *t, struct html_out *out);
void html_tables_deinit(struct html_tables *t);

/* A block must have been ended before each of these. `wraps`: its cells are to become blocks. */
void html_tables_start(struct html_tables *t, size_t offset, bool wraps);
void html_tables_end(struct html_tables *t, size_t offset);
void html_tables_row(struct html_tables *t, size_t offset);
void html_tables_row_end(struct html_tables *t, size_t offset);
void html_tables_cell(struct html_tables *t, const struct sink_cell *cell, size_t offset);
void html_tables_cell_end(struct html_tables *t, size_t offset);

/* A caption begins, or ends: above the first row it stands before the table. */
void html_tables_caption(struct html_tables *t, bool begins);

/* Makes a place for a block: the flags it has there. */
unsigned html_tables_open(struct html_tables *t, size_t offset);

/* Rules that a cell's content draws, as long as the cell holds nothing else: they become those of
 * the cell. False where they do not. */
bool html_tables_edge(struct html_tables *t, unsigned above, unsigned below);
/* A rule across, as a cell's only content or before or behind it; false: not in a cell. */
void html_tables_rule(struct html_tables *t, size_t offset, size_t length);

/* A page breaks here. */
void html_tables_page(struct html_tables *t, size_t offset);

/* A table is open. */
bool html_tables_any(const struct html_tables *t);
/* What comes next belongs to the cell of a table. */
bool html_tables_in_cell(const struct html_tables *t);

#endif
