/* SPDX-License-Identifier: MIT */
/*
 * A table as a reader sees it, made of the cells as the filing has them.
 *
 * Filings build tables for a browser: spacer columns, "$", "(", ")" and "%" in cells of their own,
 * spans over all of them, and tables that are no tables but place text. table_make resolves the
 * spans to a grid (bounded), drops the columns that hold nothing, joins signs to their numbers,
 * finds the header rows, and tells tables of data from those that lay out text. The rows become
 * blocks (struct row in block.h), the text of a layout table prose where that reads better.
 */
#ifndef FOLIO_MODEL_TABLE_H
#define FOLIO_MODEL_TABLE_H

#include "base/arena.h"
#include "base/array.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

enum table_kind {
    TABLE_DATA,
    TABLE_LAYOUT /* its rows place text side by side: signatures, a letterhead, check boxes */
};

enum {
    TABLE_COLUMNS = 256, /* of the filing's grid, at most: what is behind goes into the last */
    TABLE_ROWS = 20000   /* at most; a longer table is several */
};

struct table_column {
    uint8_t align;  /* enum sink_align, of most of its cells */
    bool numeric;   /* most of its cells below the head are numbers */
    uint16_t width; /* tenths of a percent, as the filing has it; 0: not said */
};

struct table {
    enum table_kind kind;
    size_t offset, end;
    size_t columns;
    const struct table_column *column;
    size_t rows;          /* blocks that it became */
    size_t header_rows;   /* the first of them that are its head */
    struct slice caption; /* empty: none */
};

/* What the builder heard of a table. The blocks of a cell have no `row`; what they
 * point to (text, pieces, runs, links) is the builder's and good during table_make only. */
struct raw_cell {
    struct sink_cell cell;
    size_t offset;
    size_t first, count; /* its blocks, in raw_table.blocks */
};

struct raw_row {
    size_t offset;
    size_t first, count; /* its cells, in raw_table.cells */
};

struct raw_table {
    size_t offset, end;
    size_t blank; /* empty lines above it */
    ARRAY(struct raw_row) rows;
    ARRAY(struct raw_cell) cells;
    ARRAY(struct block) blocks;
};

/* Calls `add` with each block that the table becomes, in order; all that they point to is made in
 * `arena`, texts too. `before` are the last blocks before the table, for its caption; may be none.
 * False when the table has more than TABLE_COLUMNS columns.
 */
bool table_make(const struct raw_table *raw, const struct block *before, size_t before_count,
                struct arena *arena, void (*add)(void *self, const struct block *b), void *self);

#endif
