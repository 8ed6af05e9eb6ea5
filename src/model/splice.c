/* SPDX-License-Identifier: MIT */
/* A block made of parts of other blocks: text, places, styles and links. */
#include "model/splice.h"

#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

void splice_deinit(struct splice *c)
{
    buffer_deinit(&c->text);
    array_deinit(&c->pieces);
    array_deinit(&c->runs);
    array_deinit(&c->links);
}

/* From byte `at` of the text on, it stands at `source`; the last piece may go on there. */
static void add_piece(struct splice *c, size_t at, bool made, size_t source)
{
    const struct piece *last = c->pieces.count ? &c->pieces.at[c->pieces.count - 1] : NULL;
    if (!last || made || last->made || last->source + (at - last->text) != source)
        array_push(&c->pieces, ((struct piece){(uint32_t)at, made, source}));
}

static void add_style(struct splice *c, uint32_t style)
{
    uint32_t now = c->runs.count ? c->runs.at[c->runs.count - 1].style : 0;
    if (now != style)
        array_push(&c->runs, ((struct run){(uint32_t)c->text.len, style}));
}

/* The pieces of [from, to), the text of which is added behind. */
static void add_pieces(struct splice *c, const struct block *b, size_t from, size_t to)
{
    size_t low = 0, high = b->piece_count;
    if (!b->pieces) {
        add_piece(c, c->text.len, false, b->offset + from);
        return;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (b->pieces[middle].text <= from)
            low = middle;
        else
            high = middle;
    }
    for (size_t i = low; i < b->piece_count && b->pieces[i].text < to; i++) {
        const struct piece *p = &b->pieces[i];
        size_t begin = p->text > from ? p->text : from;
        add_piece(c, c->text.len + (begin - from), p->made,
                  p->made ? p->source : p->source + (begin - p->text));
    }
}

static void add_links(struct splice *c, const struct block *b, size_t from, size_t to)
{
    size_t low = 0, high = b->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->links[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < b->link_count && b->links[i].from < to; i++) {
        struct link link = b->links[i];
        size_t begin = link.from > from ? link.from : from, end = link.to < to ? link.to : to;
        struct link *last = c->links.count ? &c->links.at[c->links.count - 1] : NULL;
        link.from = (uint32_t)(c->text.len + (begin - from));
        link.to = (uint32_t)(c->text.len + (end - from));
        if (last && last->to == link.from && last->href.at == link.href.at)
            last->to = link.to;
        else
            array_push(&c->links, link);
    }
}

void splice_part(struct splice *c, const struct block *b, size_t from, size_t to)
{
    if (from >= to)
        return;
    size_t end = block_source(b, to);
    c->first = c->first ? c->first : b;
    c->end = end > c->end ? end : c->end;
    add_pieces(c, b, from, to);
    add_links(c, b, from, to);
    for (size_t at = from; at < to;) {
        size_t until = to;
        add_style(c, b->runs ? block_style(b, at, &until) : 0);
        until = until < to ? until : to;
        buffer_add(&c->text, slice_cut(b->text, at, until));
        at = until;
    }
}

/* The sequence so many times, several at once: rules are long. */
static void add_repeated(struct splice *c, struct slice sequence, size_t count)
{
    enum { ONCE = 16 };
    char many[ONCE * UTF8_MAX];
    for (size_t i = 0; i < ONCE; i++)
        memcpy(many + i * sequence.len, sequence.at, sequence.len);
    for (size_t part; count > 0; count -= part) {
        part = count < ONCE ? count : ONCE;
        buffer_add(&c->text, (struct slice){many, part * sequence.len});
    }
}

void splice_made(struct splice *c, uint32_t code, size_t count, size_t source)
{
    char bytes[UTF8_MAX];
    size_t length = utf8_encode(code, bytes);
    if (count == 0)
        return;
    add_piece(c, c->text.len, true, source);
    add_style(c, 0);
    if (length == 1)
        buffer_add_fill(&c->text, bytes[0], count);
    if (length > 1)
        add_repeated(c, (struct slice){bytes, length}, count);
}

size_t splice_columns(struct splice *c)
{
    c->columns += width_of_text(slice_cut(buffer_slice(&c->text), c->counted, c->text.len));
    c->counted = c->text.len;
    return c->columns;
}

void splice_indent(struct splice *c, size_t columns)
{
    c->columns = columns;
}

static struct block finish(struct splice *c, struct arena *arena, const struct block *like)
{
    struct block b = *like;
    bool whole = c->pieces.count == 1 && !c->pieces.at[0].made; /* as it stands in the input */
    b.text = arena_copy(arena, buffer_slice(&c->text));
    if (c->pieces.count > 0)
        b.offset = c->pieces.at[0].source;
    b.end = c->end > b.offset ? c->end : b.offset;
    b.piece_count = whole ? 0 : c->pieces.count;
    b.pieces = arena_keep(arena, c->pieces.at, b.piece_count, sizeof *c->pieces.at);
    b.runs = arena_keep(arena, c->runs.at, c->runs.count, sizeof *c->runs.at);
    b.run_count = c->runs.count;
    b.links = arena_keep(arena, c->links.at, c->links.count, sizeof *c->links.at);
    b.link_count = c->links.count;
    buffer_clear(&c->text);
    c->pieces.count = c->runs.count = c->links.count = 0;
    c->columns = c->counted = c->end = 0;
    c->first = NULL;
    return b;
}

struct block *splice_block(struct splice *c, struct arena *arena, const struct block *like)
{
    struct block *b = arena_alloc(arena, sizeof *b);
    *b = finish(c, arena, like);
    return b;
}

struct block splice_kept(struct splice *c, struct arena *arena)
{
    return finish(c, arena, c->first);
}
