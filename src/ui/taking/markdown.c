/* SPDX-License-Identifier: MIT */
/* From blocks to Markdown. */
#include "ui/taking/markdown.h"

#include "base/memory.h"
#include "model/table.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 6 /* a heading */ };

struct markdown {
    struct content *content;
    size_t from, to;
    markdown_table *table;
    void *self;
    struct buffer *out;
    size_t segment; /* the next */
    size_t at;      /* where that begins */
    size_t last;    /* the table that was written: where it begins */
    bool table_any; /* one was */
    bool done;
    bool any, fenced, lines; /* something is written; within fences; the last were plain lines */
    bool broken;             /* a page ended, or furniture was left out */
};

/* Signs that mean something in Markdown, behind a backslash; at the front of a line some more. */
static void add_escaped(struct slice text, bool front, struct buffer *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool lead = front && i == 0 && strchr("#+->=", c);
        if (lead || (c && strchr("\\`*_[]<|", c)))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, c == '\t' ? ' ' : c);
    }
}

/* The text of a block from byte `from` on, bold and italic as it is set. */
static void add_text(struct buffer *out, const struct block *b, size_t from, size_t to, bool set)
{
    bool front = true;
    for (size_t at = from, until; at < to; at = until) {
        unsigned style = block_style(b, at, &until);
        until = until < to ? until : to;
        struct slice text = slice_cut(b->text, at, until), letters = slice_trim(text);
        if (style & STYLE_ADDED)
            continue;
        if (letters.len == 0) {
            buffer_add_byte(out, ' ');
            continue;
        }
        const char *mark = !set ? "" : style & STYLE_BOLD ? "**" : style & STYLE_ITALIC ? "*" : "";
        /* Marks stand at letters, not at blanks. */
        buffer_add_text(out, letters.at > text.at && !front ? " " : "");
        buffer_add_text(out, mark);
        add_escaped(letters, front, out);
        buffer_add_text(out, mark);
        buffer_add_text(out, letters.at + letters.len < text.at + text.len ? " " : "");
        front = false;
    }
}

/* Ends what goes on, and leaves an empty line. */
static void part(struct markdown *m)
{
    if (m->fenced)
        buffer_add_text(m->out, "```\n");
    if (m->any)
        buffer_add_byte(m->out, '\n');
    m->fenced = m->lines = false;
    m->any = true;
}

/* A line of a printed text. */
static void add_line(struct markdown *m, const struct block *b, size_t from, size_t to)
{
    bool columns = b->flags & (SINK_COLUMNS | SINK_TABLE | SINK_CAPTION);
    bool goes_on = m->fenced ? columns : m->lines && !columns;
    if (!goes_on || (b->blank > 0 && !columns) || (m->broken && !columns))
        part(m);
    else
        buffer_add_fill(m->out, '\n', b->blank);
    if (columns && !m->fenced) {
        buffer_add_text(m->out, "```\n");
        m->fenced = true;
    }
    if (columns)
        buffer_add(m->out, slice_cut(b->text, from, to));
    else
        add_escaped(slice_trim(slice_cut(b->text, from, to)), true, m->out);
    buffer_add_byte(m->out, '\n');
    m->lines = !columns;
}

static void add_row(struct markdown *m, const struct block *b)
{
    const struct table *t = b->row->table;
    if (t->kind == TABLE_DATA) {
        if (m->table_any && t->offset == m->last)
            return;
        m->last = t->offset;
        m->table_any = true;
        part(m);
        if (m->table(m->self, m->content, t->offset, t->end, m->out))
            return;
    } else {
        part(m);
    }
    add_text(m->out, b, 0, b->text.len, false);
    buffer_add_byte(m->out, '\n');
}

static void add_paragraph(struct markdown *m, const struct block *b, size_t from, size_t to)
{
    struct buffer text = {0};
    size_t level = b->shape.heading < DEEPEST ? b->shape.heading : DEEPEST;
    add_text(&text, b, from, to, level == 0);
    struct slice letters = slice_trim(buffer_slice(&text));
    if (letters.len > 0) {
        part(m);
        buffer_add_fill(m->out, '#', level);
        buffer_add_text(m->out, level > 0 ? " " : "");
        buffer_add(m->out, letters);
        buffer_add_byte(m->out, '\n');
    }
    buffer_deinit(&text);
}

static void add_block(struct markdown *m, const struct block *b)
{
    size_t from = b->offset < m->from ? block_text_at(b, m->from) : 0;
    size_t to = b->end > m->to ? block_text_at(b, m->to) : b->text.len;
    if (b->flags & (SINK_FURNITURE | SINK_MADE | SINK_RULE)) {
        m->broken = true;
        return;
    }
    if (content_is_printed(m->content))
        add_line(m, b, slice_trim(slice_cut(b->text, 0, from)).len == 0 ? 0 : from, to);
    else if (b->row)
        add_row(m, b);
    else if (from < to)
        add_paragraph(m, b, from, to);
    m->broken = false;
}

struct markdown *markdown_new(struct content *c, size_t from, size_t to, markdown_table *table,
                              void *self)
{
    struct markdown *m = memory_alloc(sizeof *m);
    *m = (struct markdown){.content = c, .from = from, .to = to, .table = table, .self = self};
    content_hold(c);
    m->segment = content_segment_at(c, from);
    m->at = from;
    return m;
}

void markdown_free(struct markdown *m)
{
    if (!m)
        return;
    content_release(m->content);
    free(m);
}

/* The next segment; false behind the last. */
static bool add_segment(struct markdown *m)
{
    struct segment segment;
    if (!content_walk(m->content, m->segment, &segment))
        return false;
    m->segment++;
    bool more = true;
    for (size_t i = 0; i < segment.count && more; i++) {
        const struct block *b = &segment.blocks[i];
        more = b->offset < m->to;
        if (more && b->end > m->from)
            add_block(m, b);
    }
    m->at = segment.end > m->at ? segment.end : m->at;
    more = more && !segment.last;
    segment_deinit(&segment);
    return more;
}

bool markdown_step(struct markdown *m, size_t bytes, struct buffer *out)
{
    size_t begin = m->at;
    m->out = out;
    while (!m->done && m->at - begin < bytes)
        if (!add_segment(m)) {
            m->done = true;
            buffer_add_text(out, m->fenced ? "```\n" : "");
        }
    return m->done;
}

int markdown_percent(const struct markdown *m)
{
    size_t all = m->to > m->from ? m->to - m->from : 0, made = m->at - m->from;
    if (m->done || all == 0)
        return 100;
    return made >= all ? 99 : (int)(made / (all / 100 + 1));
}

void markdown_add(struct content *c, size_t from, size_t to, markdown_table *table, void *self,
                  struct buffer *out)
{
    struct markdown *m = markdown_new(c, from, to, table, self);
    while (!markdown_step(m, 1024 * 1024, out))
        continue;
    markdown_free(m);
}
