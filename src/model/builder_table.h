/* SPDX-License-Identifier: MIT */
/* The part of the builder that hears a table; model/builder.c alone uses it. */
#ifndef FOLIO_MODEL_BUILDER_TABLE_H
#define FOLIO_MODEL_BUILDER_TABLE_H

#include "model/builder.h"

typedef void builder_add(void *builder, const struct block *block);

/* True when blocks are paragraphs of a cell that is heard. */
static inline bool builder_hears_table(const struct builder *b)
{
    return b->tables > 0 && !b->broken_up[b->tables] && b->raw.cells.count > 0;
}

/* Begins a row; a cell follows. A table that has grown too long is made first. */
void builder_add_row(struct builder *b, size_t offset, builder_add *add);
void builder_add_cell(struct builder *b, const struct sink_cell *cell, size_t offset);

/* Makes the table of what was heard, and adds its blocks; `end` is where the table ends. */
void builder_make_table(struct builder *b, size_t end, builder_add *add);

/* The row that is open holds a table: what was heard before is made into a table, the row's own
 * cells into blocks. */
void builder_break_up(struct builder *b, size_t end, builder_add *add);

/* Frees what hearing tables took. */
void builder_drop_table(struct builder *b);

#endif
