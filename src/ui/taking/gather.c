/* SPDX-License-Identifier: MIT */
/* From lines and blocks to the text that is taken away. */
#include "ui/taking/gather.h"

#include "base/memory.h"
#include "base/width.h"
#include "model/content.h"

#include <stdlib.h>

enum {
    FURNITURE_MOST = 4096 /* bytes kept of running heads while nothing else is found */
};

/* What is known of the text written so far, and of what stands before the next line. */
struct state {
    bool any;                  /* something is written; its last line is not ended */
    bool broken;               /* a page ends here, or furniture was left out */
    size_t blanks, most;       /* empty lines; the most before something that was left out */
    bool prose;                /* of the last line: no table, no columns */
    const struct table *table; /* the table that it is a row of */
    unsigned flags;
    char last; /* its last byte */
    struct buffer furniture;
};

struct gather {
    struct content *content;
    struct flow *flow; /* of a marked-up document; NULL: printed */
    bool wrap;
    size_t from, to; /* offsets of the input; `from` is where it is now */
    size_t begin;    /* where it was at first */
    struct gather_place at, end;
    bool to_place; /* ends at `end`; else at the offset `to` */
    bool many;     /* goes over more than one line: the indent of the first matters */
    bool done;
    size_t segment;            /* the next, of a printed document */
    const struct block *block; /* lines of one paragraph so far: its bytes [first, behind) */
    size_t first, behind;
    unsigned indent;
    struct state state;
};

/* ---- writing lines */

static bool is_blank(struct slice text)
{
    return slice_trim(text).len == 0;
}

/* Where blanks can be put in so that what is behind moves to the right; text.len: nowhere. */
static size_t gap_in(struct slice text)
{
    return text.len > 0 && *text.at == ' ' ? 0 : slice_find(text, SLICE("  "));
}

/* Adds bytes [from, to) of the block's text without what folio added. In a row of a table what is
 * left out is made up for by blanks behind it, so that the columns stay. */
static void add_printed(const struct block *b, size_t from, size_t to, struct buffer *out)
{
    size_t owed = 0;
    for (size_t at = from, until; at < to; at = until) {
        unsigned style = block_style(b, at, &until);
        until = until < to ? until : to;
        struct slice text = slice_cut(b->text, at, until);
        if (style & STYLE_ADDED) {
            owed += b->row ? width_of_text(text) : 0;
            continue;
        }
        size_t gap = owed > 0 ? gap_in(text) : text.len;
        buffer_add(out, slice_cut(text, 0, gap));
        if (gap < text.len) {
            buffer_add_fill(out, ' ', owed);
            owed = 0;
        }
        buffer_add(out, slice_cut(text, gap, text.len));
    }
    while (out->len > 0 && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
}

static bool is_prose(const struct block *b)
{
    return !b->row && !b->shape.preformatted && !(b->flags & (SINK_COLUMNS | SINK_TABLE));
}

/* Whether a sentence goes on over the end of a page. */
static bool goes_on(const struct state *s, const struct block *b, struct slice text)
{
    struct slice begin = slice_trim(text);
    return s->prose && is_prose(b) && begin.len > 0 && byte_is_lower(*begin.at) &&
           !strchr(".:;!?", s->last);
}

/* What stands between the last line and this one. A paragraph of a marked-up document that goes on
 * behind the end of a page is one. */
static void add_between(const struct gather *g, const struct state *s, const struct block *b,
                        struct slice text, struct buffer *out)
{
    bool on = s->broken && goes_on(s, b, text);
    if (on && g->flow && !g->wrap) {
        buffer_add_text(out, s->last == '-' ? "" : " ");
        return;
    }
    bool same_table = (b->row && b->row->table == s->table) || (b->flags & s->flags & SINK_TABLE);
    size_t blanks = s->blanks > s->most ? s->blanks : s->most;
    if (s->broken)
        blanks = on ? 0 : !same_table || blanks > 0;
    buffer_add_fill(out, '\n', 1 + blanks);
}

/* Adds a line: bytes [from, to) of the block, `indent` columns in. */
static void put(struct gather *g, const struct block *b, size_t from, size_t to, unsigned indent,
                struct buffer *out)
{
    struct state *s = &g->state;
    struct buffer line = {0};
    add_printed(b, from, to, &line);
    struct slice text = buffer_slice(&line);
    if (b->flags & SINK_FURNITURE) {
        s->broken = true;
        if (!s->any && s->furniture.len < FURNITURE_MOST && !is_blank(text)) {
            buffer_add(&s->furniture, text);
            buffer_add_byte(&s->furniture, '\n');
        }
    } else if (!(b->flags & (SINK_MADE | SINK_RULE)) && !is_blank(text)) {
        if (s->any)
            add_between(g, s, b, text, out);
        buffer_add_fill(out, ' ', indent);
        buffer_add(out, text);
        s->any = true;
        s->broken = false;
        s->blanks = s->most = 0;
        s->prose = is_prose(b);
        s->table = b->row ? b->row->table : NULL;
        s->flags = b->flags;
        s->last = text.at[text.len - 1];
    } else {
        s->most = s->blanks > s->most ? s->blanks : s->most;
        s->blanks = 0;
    }
    buffer_deinit(&line);
}

static void finish(struct gather *g, struct buffer *out)
{
    struct state *s = &g->state;
    g->done = true;
    if (s->any)
        buffer_add_byte(out, '\n');
    else
        buffer_add(out, buffer_slice(&s->furniture));
}

/* ---- printed documents: their blocks, whatever they were wrapped to */

/* The byte of the block that the text begins with: the blanks before are its own where more lines
 * follow, which it stands above. */
static size_t first_byte(const struct gather *g, const struct block *b, size_t byte)
{
    return g->many && is_blank(slice_cut(b->text, 0, byte)) ? 0 : byte;
}

static void take_block(struct gather *g, const struct block *b, size_t page, struct buffer *out)
{
    size_t first = 0, behind = b->text.len;
    if (g->from > b->offset) {
        g->many = g->to > b->end;
        first = first_byte(g, b, block_text_at(b, g->from));
    }
    if (g->to < b->end)
        behind = block_text_at(b, g->to);
    g->state.broken = g->state.broken || b->page != page;
    g->state.blanks += b->blank;
    put(g, b, first, behind, 0, out);
}

static bool step_printed(struct gather *g, size_t bytes, struct buffer *out)
{
    size_t until = g->from + bytes;
    while (g->from < until) {
        struct segment segment;
        if (!content_walk(g->content, g->segment, &segment))
            return true;
        g->segment++;
        size_t page = segment.count > 0 ? segment.blocks[0].page : 0;
        g->state.broken = g->state.broken || segment.opens_page;
        bool behind = segment.offset >= g->to;
        for (size_t i = 0; i < segment.count && !behind; i++) {
            const struct block *b = &segment.blocks[i];
            behind = b->offset >= g->to;
            if (!behind && b->end > g->from)
                take_block(g, b, page, out);
            page = b->page;
        }
        behind = behind || segment.last || segment.end >= g->to;
        if (segment.end > g->from)
            g->from = segment.end;
        segment_deinit(&segment);
        if (behind)
            return true;
    }
    return false;
}

/* ---- marked-up documents: their lines, those of a paragraph joined */

static void flush(struct gather *g, struct buffer *out)
{
    if (g->block)
        put(g, g->block, g->first, g->behind, g->indent, out);
    g->block = NULL;
}

static bool spot_before(struct spot a, struct spot b)
{
    return a.segment != b.segment ? a.segment < b.segment : a.line < b.line;
}

static bool same_spot(struct spot a, struct spot b)
{
    return a.segment == b.segment && a.line == b.line;
}

static bool is_behind(const struct gather *g, const struct line *line)
{
    if (g->to_place)
        return spot_before(g->end.spot, g->at.spot);
    if (line->kind != LINE_TEXT)
        return line->offset >= g->to;
    return (line->block->row ? line->order : line_letter(line)) >= g->to;
}

static void take_line(struct gather *g, const struct line *line, struct buffer *out)
{
    if (line->kind != LINE_TEXT) {
        flush(g, out);
        g->state.blanks += line->kind == LINE_BLANK;
        g->state.broken = g->state.broken || line->kind == LINE_RULE;
        return;
    }
    const struct block *b = line->block;
    size_t first = (size_t)(line->text.at - b->text.at), behind = first + line->text.len;
    if (g->at.byte > first)
        first = g->many && is_blank(slice_cut(b->text, first, g->at.byte)) ? first : g->at.byte;
    g->at.byte = 0;
    if (g->to_place && same_spot(g->at.spot, g->end.spot) && behind > g->end.byte)
        behind = g->end.byte;
    if (g->block == b && !g->wrap && !b->row) {
        g->behind = behind;
        return;
    }
    flush(g, out);
    g->block = b;
    g->first = first;
    g->behind = behind > first ? behind : first;
    g->indent = g->wrap || b->row ? line->indent : 0;
}

static bool step_lines(struct gather *g, size_t bytes, struct buffer *out)
{
    size_t until = g->from + bytes;
    bool more = true;
    while (more && g->from < until) {
        const struct line *line = flow_line(g->flow, g->at.spot);
        size_t segment = g->at.spot.segment;
        more = line && !is_behind(g, line);
        if (!more)
            break;
        take_line(g, line, out);
        if (line->offset > g->from)
            g->from = line->offset;
        more = flow_next(g->flow, &g->at.spot);
        if (g->at.spot.segment == segment)
            continue;
        flush(g, out);
        flow_forget(g->flow, segment);
    }
    if (!more)
        flush(g, out);
    return !more;
}

/* ---- all of it */

struct gather *gather_new(struct content *content, size_t from, size_t to, struct gather_set set)
{
    struct gather *g = memory_alloc(sizeof *g);
    g->content = content;
    g->from = g->begin = from;
    g->to = to;
    g->wrap = set.wrap;
    g->many = true;
    content_hold(content);
    if (content_is_printed(content)) {
        g->segment = content_segment_at(content, from);
        return g;
    }
    g->flow = flow_new(content, (struct flow_options){.width = set.width, .wrap = true});
    g->done = to <= from || !flow_find(g->flow, from, &g->at.spot);
    const struct line *line = g->done ? NULL : flow_line(g->flow, g->at.spot);
    if (line && line->kind == LINE_TEXT && !line->block->row)
        g->at.byte = block_text_at(line->block, from);
    return g;
}

size_t gather_offset(struct flow *flow, struct gather_place place)
{
    const struct line *line = flow_line(flow, place.spot);
    if (!line || line->kind != LINE_TEXT)
        return line ? line->offset : 0;
    size_t behind = (size_t)(line->text.at - line->block->text.at) + line->text.len;
    if (place.byte > 0 && place.byte >= behind)
        return block_source(line->block, behind - 1) + 1;
    return block_source(line->block, place.byte);
}

struct gather *gather_lines(struct content *content, struct flow_options options,
                            struct gather_place from, struct gather_place to)
{
    struct flow *flow = flow_new(content, options);
    size_t begin = gather_offset(flow, from), end = gather_offset(flow, to);
    if (content_is_printed(content)) {
        flow_free(flow);
        return gather_new(content, begin, end, (struct gather_set){0});
    }
    struct gather *g = memory_alloc(sizeof *g);
    g->content = content;
    g->flow = flow;
    g->from = g->begin = begin;
    g->to = end;
    g->at = from;
    g->end = to;
    g->to_place = true;
    g->many = !same_spot(from.spot, to.spot);
    content_hold(content);
    return g;
}

void gather_free(struct gather *g)
{
    if (!g)
        return;
    flow_free(g->flow);
    content_release(g->content);
    buffer_deinit(&g->state.furniture);
    free(g);
}

bool gather_step(struct gather *g, size_t bytes, struct buffer *out)
{
    if (g->done)
        return true;
    if (g->flow ? step_lines(g, bytes, out) : step_printed(g, bytes, out))
        finish(g, out);
    return g->done;
}

int gather_percent(const struct gather *g)
{
    if (g->done || g->to <= g->begin)
        return 100;
    size_t all = g->to - g->begin, made = g->from > g->begin ? g->from - g->begin : 0;
    return made >= all ? 99 : (int)(made / (all / 100 + 1));
}

void gather_all(struct gather *g, struct buffer *out)
{
    while (!gather_step(g, 1024 * 1024, out))
        continue;
}
