/* SPDX-License-Identifier: MIT */
/* Hearing a table to its end, and making it. */
#include "model/builder_table.h"

#include "formats/oddity.h"

enum {
    BEFORE = 3,                 /* blocks in which a table's caption is looked for */
    LARGEST = 16 * 1024 * 1024, /* bytes of scratch after which a table is made in parts */
    LONGEST = TABLE_ROWS        /* rows, the same */
};

static void forget_raw(struct builder *b)
{
    b->raw.rows.count = b->raw.cells.count = b->raw.blocks.count = 0;
    if (b->scratch.used > 0) {
        arena_deinit(&b->scratch);
        arena_init(&b->scratch);
    }
}

struct making {
    struct builder *builder;
    builder_add *add;
    bool first;
    size_t blank;
    bool data; /* the last block is a row of data */
};

static void add_made(void *self, const struct block *made)
{
    struct making *m = self;
    struct block block = *made;
    block.page = m->builder->page;
    bool data = block.row && block.row->table->kind == TABLE_DATA;
    /* What stands in a table keeps its distance from the text. */
    size_t blank = block.blank;
    if (m->first && blank < m->blank)
        blank = m->blank;
    if (data != m->data && blank == 0)
        blank = 1;
    block.blank = m->builder->page_begins ? 0 : (uint32_t)blank;
    m->first = false;
    m->data = data;
    m->add(m->builder, &block);
}

void builder_make_table(struct builder *b, size_t end, builder_add *add)
{
    if (b->raw.rows.count > 0) {
        /* The blocks move when others are added: they are copied for the look back. */
        struct block copy[BEFORE];
        size_t before = b->blocks.count < BEFORE ? b->blocks.count : BEFORE;
        for (size_t i = 0; i < before; i++)
            copy[i] = b->blocks.at[b->blocks.count - before + i];
        struct making m = {b, add, true, b->raw.blank, false};
        b->raw.end = end;
        if (!table_make(&b->raw, copy, before, &b->segment->arena, add_made, &m))
            b->oddities |= ODDITY_COLUMNS;
        if (m.data && b->blank == 0)
            b->blank = b->blank_made = 1;
    }
    forget_raw(b);
}

void builder_add_row(struct builder *b, size_t offset, builder_add *add)
{
    if (b->raw.rows.count >= LONGEST || b->scratch.used >= LARGEST) {
        builder_make_table(b, offset, add);
        b->oddities |= ODDITY_PARTED;
    }
    if (b->raw.rows.count == 0) {
        b->raw.blank = b->blank;
        b->blank = b->blank_made = 0;
    }
    array_push(&b->raw.rows, ((struct raw_row){.offset = offset, .first = b->raw.cells.count}));
}

void builder_add_cell(struct builder *b, const struct sink_cell *cell, size_t offset)
{
    if (b->raw.rows.count == 0)
        array_push(&b->raw.rows, ((struct raw_row){.offset = offset}));
    array_push(&b->raw.cells,
               ((struct raw_cell){.cell = *cell, .offset = offset, .first = b->raw.blocks.count}));
    b->raw.rows.at[b->raw.rows.count - 1].count++;
}

void builder_break_up(struct builder *b, size_t end, builder_add *add)
{
    struct raw_row last = b->raw.rows.at[b->raw.rows.count - 1];
    size_t first = b->raw.cells.at[last.first].first;
    ARRAY(struct block) blocks = {0};
    for (size_t i = first; i < b->raw.blocks.count; i++)
        array_push(&blocks, block_copy(&b->segment->arena, &b->raw.blocks.at[i]));
    b->raw.rows.count--;
    b->raw.cells.count = last.first;
    b->raw.blocks.count = first;
    builder_make_table(b, end, add);
    for (size_t i = 0; i < blocks.count; i++)
        add(b, &blocks.at[i]);
    array_deinit(&blocks);
    b->broken_up[b->tables] = true;
}

void builder_drop_table(struct builder *b)
{
    array_deinit(&b->raw.rows);
    array_deinit(&b->raw.cells);
    array_deinit(&b->raw.blocks);
    arena_deinit(&b->scratch);
}
