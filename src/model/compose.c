/* SPDX-License-Identifier: MIT */
/* Texts, pieces, runs and links, put one behind the other. */
#include "model/compose.h"

#include <string.h>

void compose_deinit(struct compose *c)
{
    buffer_deinit(&c->text);
    array_deinit(&c->pieces);
    array_deinit(&c->runs);
    array_deinit(&c->links);
}

size_t compose_length(const struct compose *c)
{
    return c->text.len;
}

static void add_piece(struct compose *c, bool made, size_t source)
{
    uint32_t text = (uint32_t)c->text.len;
    const struct piece *last = c->pieces.count > 0 ? &c->pieces.at[c->pieces.count - 1] : NULL;
    if (last && !last->made && !made && last->source + (text - last->text) == source)
        return;
    array_push(&c->pieces, ((struct piece){text, made, source}));
}

static void add_style(struct compose *c, size_t at, unsigned style)
{
    uint32_t last = c->runs.count > 0 ? c->runs.at[c->runs.count - 1].style : 0;
    if (style != last)
        array_push(&c->runs, ((struct run){(uint32_t)at, style}));
}

static void add_pieces(struct compose *c, const struct block *b, size_t from, size_t to)
{
    size_t base = c->text.len;
    if (!b->pieces) {
        add_piece(c, false, b->offset + from);
        return;
    }
    for (size_t i = 0; i < b->piece_count; i++) {
        const struct piece *p = &b->pieces[i];
        size_t end = i + 1 < b->piece_count ? b->pieces[i + 1].text : b->text.len;
        if (end <= from || p->text >= to)
            continue;
        size_t at = p->text > from ? p->text : from;
        size_t source = p->made ? p->source : p->source + (at - p->text);
        array_push(&c->pieces, ((struct piece){(uint32_t)(base + at - from), p->made, source}));
    }
}

static void add_links(struct compose *c, const struct block *b, size_t from, size_t to)
{
    size_t base = c->text.len;
    for (size_t i = 0; i < b->link_count; i++) {
        const struct link *l = &b->links[i];
        size_t at = l->from > from ? l->from : from, end = l->to < to ? l->to : to;
        if (at < end)
            array_push(&c->links, ((struct link){(uint32_t)(base + at - from),
                                                 (uint32_t)(base + end - from), l->href}));
    }
}

void compose_add(struct compose *c, const struct block *b, size_t from, size_t to)
{
    if (from >= to)
        return;
    if (!c->any) {
        c->block = (struct block){.offset = block_source(b, from),
                                  .blank = b->blank,
                                  .page = b->page,
                                  .flags = b->flags,
                                  .shape = b->shape};
        c->any = true;
    }
    size_t base = c->text.len;
    for (size_t at = from, until; at < to; at = until) {
        unsigned style = block_style(b, at, &until);
        add_style(c, base + at - from, style);
    }
    add_pieces(c, b, from, to);
    add_links(c, b, from, to);
    buffer_add(&c->text, slice_cut(b->text, from, to));
    c->block.end = block_source(b, to);
}

void compose_made(struct compose *c, struct slice text)
{
    add_style(c, c->text.len, 0);
    add_piece(c, true, c->block.end);
    buffer_add(&c->text, text);
}

/* The array's items in the arena. */
static void *moved(struct arena *arena, const void *items, size_t count, size_t size)
{
    if (count == 0)
        return NULL;
    void *copy = arena_array(arena, count, size);
    memcpy(copy, items, count * size);
    return copy;
}

struct block compose_finish(struct compose *c, struct arena *arena)
{
    struct block b = c->block;
    b.text = arena_copy(arena, buffer_slice(&c->text));
    if (c->pieces.count > 1 || (c->pieces.count == 1 && c->pieces.at[0].made)) {
        b.pieces = moved(arena, c->pieces.at, c->pieces.count, sizeof *c->pieces.at);
        b.piece_count = c->pieces.count;
    }
    for (size_t i = 0; i < c->links.count; i++)
        c->links.at[i].href = arena_copy(arena, c->links.at[i].href);
    b.runs = moved(arena, c->runs.at, c->runs.count, sizeof *c->runs.at);
    b.run_count = c->runs.count;
    b.links = moved(arena, c->links.at, c->links.count, sizeof *c->links.at);
    b.link_count = c->links.count;
    buffer_clear(&c->text);
    c->pieces.count = c->runs.count = c->links.count = 0;
    c->block = (struct block){0};
    c->any = false;
    return b;
}
