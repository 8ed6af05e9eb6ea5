/* SPDX-License-Identifier: MIT */
/* From a place in a block's text to the place in the input, and back; the end of a segment. */
#include "model/block.h"

#include <stdlib.h>

/* The piece that byte `at` of the text is in; the block has pieces. */
static const struct piece *piece_of(const struct block *b, size_t at)
{
    size_t low = 0, high = b->piece_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (b->pieces[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return &b->pieces[low];
}

bool block_is_made(const struct block *b, size_t at)
{
    return b->piece_count > 0 && piece_of(b, at)->made;
}

size_t block_source(const struct block *b, size_t at)
{
    if (at >= b->text.len)
        return b->end;
    if (!b->pieces)
        return b->offset + at;
    const struct piece *p = piece_of(b, at);
    return p->made ? p->source : p->source + (at - p->text);
}

size_t block_text_at(const struct block *b, size_t source)
{
    if (source <= b->offset)
        return 0;
    if (source >= b->end)
        return b->text.len;
    if (!b->pieces)
        return source - b->offset < b->text.len ? source - b->offset : b->text.len;
    size_t low = 0, high = b->piece_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (b->pieces[middle].source <= source)
            low = middle;
        else
            high = middle;
    }
    const struct piece *p = &b->pieces[low];
    size_t next = low + 1 < b->piece_count ? b->pieces[low + 1].text : b->text.len;
    if (p->made)
        return source > p->source ? next : p->text;
    size_t at = p->text + (source - p->source);
    return at < next ? at : next;
}

struct block block_copy(struct arena *arena, const struct block *b)
{
    struct block copy = *b;
    copy.text = arena_copy(arena, b->text);
    copy.pieces = arena_keep(arena, b->pieces, b->piece_count, sizeof *b->pieces);
    copy.runs = arena_keep(arena, b->runs, b->run_count, sizeof *b->runs);
    copy.links = arena_keep(arena, b->links, b->link_count, sizeof *b->links);
    if (b->ruler) {
        struct ruler *ruler = arena_alloc(arena, sizeof *ruler);
        ruler->edges = arena_keep(arena, b->ruler->edges, b->ruler->count, sizeof *b->ruler->edges);
        ruler->count = b->ruler->count;
        copy.ruler = ruler;
    }
    return copy;
}

unsigned block_style(const struct block *b, size_t at, size_t *until)
{
    size_t low = 0, high = b->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->runs[middle].text <= at)
            low = middle + 1;
        else
            high = middle;
    }
    *until = low < b->run_count ? b->runs[low].text : b->text.len;
    return low > 0 ? b->runs[low - 1].style : 0;
}

void segment_deinit(struct segment *s)
{
    if (s->borrowed)
        return;
    free(s->blocks);
    arena_deinit(&s->arena);
}
