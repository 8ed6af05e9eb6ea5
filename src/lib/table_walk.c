/* SPDX-License-Identifier: MIT */
/* The tables of a document, one after the other. */
#include "lib/table_walk.h"

#include "base/array.h"
#include "model/content.h"
#include "model/table_lines.h"

struct walking {
    const struct table_hearer *hearer;
    size_t from, to; /* only tables that begin there */
    bool plain;      /* the document is a plain text */
    bool open;       /* a table is open: */
    size_t offset, end;
    ARRAY(struct block) lines; /* of a table of a plain text, not yet told: */
    struct arena kept;         /* what they point to */
    bool data;                 /* some of them are no caption */
};

static void close_table(struct walking *w)
{
    if (w->open)
        w->hearer->close(w->hearer->self, w->end);
    w->open = false;
}

static void hear_block(void *self, const struct block *b)
{
    struct walking *w = self;
    const struct table *t = b->row ? b->row->table : NULL;
    if (!t || t->kind != TABLE_DATA || t->offset < w->from || t->offset >= w->to)
        return;
    if (w->open && (t->offset != w->offset || b->row->index == 0))
        close_table(w);
    if (!w->open) {
        w->hearer->open(w->hearer->self, t, b);
        w->offset = t->offset;
        w->open = true;
    }
    w->hearer->row(w->hearer->self, b);
    w->end = b->end;
}

/* Tells of the table of a plain text whose lines were kept. */
static void tell_lines(struct walking *w)
{
    if (w->lines.count == 0)
        return;
    struct arena arena;
    arena_init(&arena);
    table_lines_make(w->lines.at, w->lines.count, &arena, hear_block, w);
    close_table(w);
    arena_deinit(&arena);
    arena_deinit(&w->kept);
    arena_init(&w->kept);
    w->lines.count = 0;
    w->data = false;
}

/* Keeps a line; a caption behind lines of data begins another table. */
static void keep_line(struct walking *w, const struct block *b)
{
    bool caption = b->flags & SINK_CAPTION;
    if ((caption && w->data) || w->lines.count == TABLE_ROWS)
        tell_lines(w);
    array_push(&w->lines, block_copy(&w->kept, b));
    w->data = w->data || !caption;
}

/* Tells of the tables of a segment. One may go on in the next. */
static void tell_segment(struct walking *w, const struct segment *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct block *b = &s->blocks[i];
        bool line = b->flags & SINK_TABLE && !b->row && w->plain;
        if (line && !(b->flags & (SINK_FOOTNOTE | SINK_FURNITURE)))
            keep_line(w, b);
        else if (!line && !(b->flags & SINK_FURNITURE))
            tell_lines(w);
        hear_block(w, b);
    }
}

void table_walk(struct submission *s, struct document *d, size_t from, size_t to,
                const struct table_hearer *hearer)
{
    struct content *content = content_of(s, d);
    struct segment segment;
    struct walking w = {
        .hearer = hearer, .from = from, .to = to, .plain = content_is_printed(content)};
    content_hold(content);
    for (size_t i = 0; content_walk(content, i, &segment); i++) {
        tell_segment(&w, &segment);
        segment_deinit(&segment);
    }
    tell_lines(&w);
    close_table(&w);
    content_release(content);
    array_deinit(&w.lines);
    arena_deinit(&w.kept);
}
