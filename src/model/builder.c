/* SPDX-License-Identifier: MIT */
/* The sink that makes blocks of what a format says. */
#include "model/builder.h"

#include "base/utf8.h"

#include <string.h>

static void on_page(void *self, size_t offset)
{
    struct builder *b = self;
    b->page = (uint32_t)b->page_at(b->pages, offset);
    b->page_begins = true;
    b->blank = 0;
}

static void on_blank(void *self, size_t lines)
{
    struct builder *b = self;
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

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct builder *b = self;
    bool first = b->page_begins;
    b->block = (struct block){
        .offset = offset,
        .blank = first ? 0 : (uint32_t)b->blank,
        .page = b->page,
        .flags = flags,
        .ruler = flags & SINK_TABLE ? b->ruler : NULL,
    };
    if (b->blocks.count == 0)
        b->segment->opens_page = first;
    b->blank = 0;
    b->copied = false;
    b->pieces.count = 0;
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

static void on_end(void *self, size_t offset)
{
    struct builder *b = self;
    struct arena *arena = &b->segment->arena;
    if (b->copied) {
        b->block.text = arena_copy(arena, buffer_slice(&b->changed));
        struct piece *pieces = arena_array(arena, b->pieces.count, sizeof *pieces);
        memcpy(pieces, b->pieces.at, b->pieces.count * sizeof *pieces);
        b->block.pieces = pieces;
        b->block.piece_count = b->pieces.count;
    }
    b->block.end = offset;
    if (b->block.text.len == 0)
        return;
    b->page_begins = false;
    array_push(&b->blocks, b->block);
}

/* Bytes that the block can still take. */
static size_t room(const struct builder *b)
{
    size_t len = b->copied ? b->changed.len : b->block.text.len;
    return len < BUILDER_TEXT ? BUILDER_TEXT - len : 0;
}

/* Goes on at `offset` in another block. */
static void split(struct builder *b, size_t offset)
{
    unsigned flags = b->block.flags;
    on_end(b, offset);
    on_begin(b, flags, offset);
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

void builder_init(struct builder *b, struct segment *segment, size_t page, bool page_begins,
                  builder_page_at *page_at, void *pages)
{
    *b = (struct builder){
        .sink = {NULL, on_page, on_blank, on_columns, on_begin, on_text, on_code, on_end},
        .page_at = page_at,
        .pages = pages,
        .segment = segment,
        .page = (uint32_t)page,
        .page_begins = page_begins,
    };
    b->sink.self = b;
}

void builder_finish(struct builder *b)
{
    struct segment *s = b->segment;
    s->count = b->blocks.count;
    s->blocks = b->blocks.at; /* the segment's from here on, see segment_deinit */
    array_deinit(&b->pieces);
    buffer_deinit(&b->changed);
}
