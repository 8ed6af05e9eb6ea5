/* SPDX-License-Identifier: MIT */
/* The sink that makes blocks of what a format says. */
#include "model/builder.h"

#include "base/utf8.h"
#include "formats/oddity.h"
#include "model/builder_table.h"

#include <string.h>

static void on_page(void *self, size_t offset)
{
    struct builder *b = self;
    b->page = (uint32_t)b->page_at(b->pages, offset);
    b->page_begins = true;
    b->blank = b->blank_made = 0;
}

static void on_blank(void *self, size_t lines)
{
    struct builder *b = self;
    b->blank -= b->blank_made < b->blank ? b->blank_made : b->blank;
    b->blank_made = 0;
    b->blank = lines < BUILDER_BLANK - b->blank ? b->blank + lines : BUILDER_BLANK;
}

static void on_columns(void *self, const unsigned *edges, size_t count)
{
    struct builder *b = self;
    b->ruler = NULL;
    if (count == 0)
        return;
    struct ruler *ruler = arena_alloc(&b->segment->arena, sizeof *ruler);
    unsigned *copy = arena_array(&b->segment->arena, count, sizeof *copy);
    memcpy(copy, edges, count * sizeof *copy);
    *ruler = (struct ruler){copy, count};
    b->ruler = ruler;
}

/* Blocks are made in the segment, those of a table's cells only until the table is made. */
static struct arena *arena_of(struct builder *b)
{
    return builder_hears_table(b) ? &b->scratch : &b->segment->arena;
}

static size_t text_length(const struct builder *b)
{
    return b->copied ? b->changed.len : b->block.text.len;
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct builder *b = self;
    b->block = (struct block){
        .offset = offset,
        .blank = b->page_begins ? 0 : (uint32_t)b->blank,
        .page = b->page,
        .flags = flags,
        .ruler = flags & SINK_TABLE ? b->ruler : NULL,
        .shape = b->shape,
    };
    b->copied = false;
    b->style = 0;
    b->href = (struct slice){NULL, 0};
    b->pieces.count = b->runs.count = b->links.count = 0;
    buffer_clear(&b->changed);
}

/* From here on the block's text is not the input's any more. */
static void start_copy(struct builder *b)
{
    if (b->copied)
        return;
    b->copied = true;
    buffer_add(&b->changed, b->block.text);
    if (b->block.text.len > 0)
        array_push(&b->pieces, ((struct piece){0, false, b->block.offset}));
}

static void add_text(struct builder *b, struct slice text, size_t offset)
{
    if (!b->copied) {
        if (b->block.text.len == 0 && offset == b->block.offset) {
            b->block.text = text;
            return;
        }
        if (b->block.text.len > 0 && b->block.text.at + b->block.text.len == text.at) {
            b->block.text.len += text.len;
            return;
        }
        start_copy(b);
    }
    array_push(&b->pieces, ((struct piece){(uint32_t)b->changed.len, false, offset}));
    buffer_add(&b->changed, text);
}

static void end_link(struct builder *b)
{
    size_t to = text_length(b);
    if (b->href.len > 0 && to > b->link_from)
        array_push(&b->links, ((struct link){(uint32_t)b->link_from, (uint32_t)to, b->href}));
    b->href = (struct slice){NULL, 0};
}

static void add_block(void *self, const struct block *block)
{
    struct builder *b = self;
    if (b->blocks.count == 0)
        b->segment->opens_page = b->page_begins;
    b->page_begins = false;
    b->blank = b->blank_made = 0;
    array_push(&b->blocks, *block);
}

static void on_end(void *self, size_t offset)
{
    struct builder *b = self;
    struct arena *arena = arena_of(b);
    end_link(b);
    if (b->copied) {
        b->block.text = arena_copy(arena, buffer_slice(&b->changed));
        b->block.pieces = arena_keep(arena, b->pieces.at, b->pieces.count, sizeof *b->pieces.at);
        b->block.piece_count = b->pieces.count;
    }
    b->block.end = offset;
    if (b->block.text.len == 0)
        return;
    b->block.runs = arena_keep(arena, b->runs.at, b->runs.count, sizeof *b->runs.at);
    b->block.run_count = b->runs.count;
    b->block.links = arena_keep(arena, b->links.at, b->links.count, sizeof *b->links.at);
    b->block.link_count = b->links.count;
    if (!builder_hears_table(b)) {
        add_block(b, &b->block);
        return;
    }
    b->blank = b->blank_made = 0;
    array_push(&b->raw.blocks, b->block);
    b->raw.cells.at[b->raw.cells.count - 1].count++;
}

/* Bytes that the block can still take. */
static size_t room(const struct builder *b)
{
    size_t len = text_length(b);
    return len < BUILDER_TEXT ? BUILDER_TEXT - len : 0;
}

static void on_shape(void *self, const struct sink_shape *shape)
{
    struct builder *b = self;
    b->shape = *shape;
}

static void on_style(void *self, unsigned style)
{
    struct builder *b = self;
    uint32_t at = (uint32_t)text_length(b);
    if (style == b->style)
        return;
    b->style = style;
    if (b->runs.count > 0 && b->runs.at[b->runs.count - 1].text == at)
        b->runs.at[b->runs.count - 1].style = style;
    else
        array_push(&b->runs, ((struct run){at, style}));
}

static void on_link(void *self, struct slice href, size_t offset)
{
    struct builder *b = self;
    (void)offset;
    end_link(b);
    if (href.len == 0 || href.len > BUILDER_HREF)
        return;
    /* One link may run over many blocks: its address is kept once. */
    if (!slice_equal(b->last_href, href))
        b->last_href = arena_copy(&b->segment->arena, href);
    b->href = b->last_href;
    b->link_from = text_length(b);
}

static void on_anchor(void *self, struct slice name, size_t offset)
{
    struct builder *b = self;
    if (name.len > 0)
        array_push(&b->anchors, ((struct anchor){arena_copy(&b->segment->arena, name), offset}));
}

/* Goes on at `offset` in another block. */
static void split(struct builder *b, size_t offset)
{
    unsigned flags = b->block.flags, style = b->style;
    struct slice href = b->href;
    b->oddities |= ODDITY_LINE;
    on_end(b, offset);
    on_begin(b, flags, offset);
    on_style(b, style);
    b->href = href;
    b->link_from = 0;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct builder *b = self;
    while (text.len > room(b)) {
        size_t part = room(b);
        while (part > 0 && ((unsigned char)text.at[part] & 0xC0) == 0x80)
            part--; /* a character stays whole */
        if (part > 0)
            add_text(b, slice_cut(text, 0, part), offset);
        offset += part;
        text = slice_cut(text, part, text.len);
        split(b, offset);
    }
    add_text(b, text, offset);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct builder *b = self;
    (void)length;
    if (room(b) < count * UTF8_MAX)
        split(b, offset);
    start_copy(b);
    array_push(&b->pieces, ((struct piece){(uint32_t)b->changed.len, true, offset}));
    for (size_t i = 0; i < count; i++)
        buffer_add_utf8(&b->changed, code);
}

static void on_table(void *self, size_t offset)
{
    struct builder *b = self;
    if (builder_hears_table(b))
        builder_break_up(b, offset, add_block);
    if (b->tables < SINK_DEPTH)
        b->tables++;
    b->broken_up[b->tables] = false;
    b->raw.offset = offset;
}

static void on_row(void *self, size_t offset)
{
    struct builder *b = self;
    b->broken_up[b->tables] = false;
    if (b->raw.rows.count == 0)
        b->raw.offset = offset;
    builder_add_row(b, offset, add_block);
}

static void on_cell(void *self, const struct sink_cell *cell, size_t offset)
{
    struct builder *b = self;
    if (b->tables > 0 && !b->broken_up[b->tables])
        builder_add_cell(b, cell, offset);
}

static void on_part_end(void *self, size_t offset)
{
    (void)self;
    (void)offset;
}

static void on_table_end(void *self, size_t offset)
{
    struct builder *b = self;
    builder_make_table(b, offset, add_block);
    if (b->tables > 0)
        b->tables--;
}

void builder_init(struct builder *b, struct segment *segment, size_t page, bool page_begins,
                  builder_page_at *page_at, void *pages)
{
    *b = (struct builder){
        .sink = {NULL, on_page, on_blank, on_columns, on_begin, on_text, on_code, on_end, on_shape,
                 on_style, on_link, on_anchor, on_table, on_row, on_cell, on_part_end, on_part_end,
                 on_table_end},
        .page_at = page_at,
        .pages = pages,
        .segment = segment,
        .page = (uint32_t)page,
        .page_begins = page_begins,
    };
    b->sink.self = b;
    arena_init(&b->scratch);
}

void builder_finish(struct builder *b)
{
    struct segment *s = b->segment;
    if (b->tables > 0)
        builder_make_table(b, b->raw.offset, add_block);
    s->count = b->blocks.count;
    s->blocks = b->blocks.at; /* the segment's from here on, see segment_deinit */
    s->anchors = arena_keep(&s->arena, b->anchors.at, b->anchors.count, sizeof *b->anchors.at);
    s->anchor_count = b->anchors.count;
    array_deinit(&b->anchors);
    array_deinit(&b->pieces);
    array_deinit(&b->runs);
    array_deinit(&b->links);
    buffer_deinit(&b->changed);
    builder_drop_table(b);
}
