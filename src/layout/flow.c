/* SPDX-License-Identifier: MIT */
/* The lines of a document at a width, made a segment at a time where they are looked at. */
#include "layout/flow.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"
#include "layout/columns.h"
#include "layout/fill.h"
#include "layout/prose.h"
#include "layout/row_lines.h"
#include "layout/wrap.h"
#include "model/table.h"

#include <stdlib.h>

struct flow {
    struct content *content;
    struct flow_options options;
    ARRAY(struct stretch *) stretches; /* by segment; NULL where not laid out */
    struct row_lines row;              /* the long one that was looked at last */
};

struct flow *flow_new(struct content *content, struct flow_options options)
{
    struct flow *f = memory_alloc(sizeof *f);
    f->content = content;
    f->options = options;
    content_hold(content);
    return f;
}

static void drop_stretch(struct flow *f, size_t index)
{
    struct stretch *s = f->stretches.at[index];
    if (!s)
        return;
    row_lines_forget(&f->row, s);
    array_deinit(&s->lines);
    arena_deinit(&s->arena);
    free(s);
    f->stretches.at[index] = NULL;
}

void flow_free(struct flow *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->stretches.count; i++)
        drop_stretch(f, i);
    array_deinit(&f->stretches);
    row_lines_deinit(&f->row);
    content_release(f->content);
    free(f);
}

struct content *flow_content(const struct flow *f)
{
    return f->content;
}

static void add_mark(struct stretch *s, enum line_kind kind, size_t offset, size_t page)
{
    array_push(&s->lines,
               ((struct line){.kind = kind, .offset = offset, .order = offset, .page = page}));
}

/* The lines of a block that is too wide; each but the first begins at `indent`. */
static void add_wrapped(const struct flow *f, struct stretch *s, const struct block *b,
                        unsigned indent)
{
    bool centred = f->options.width < FILL_PAGE_COLUMNS && fill_is_centred(b->text);
    struct line line = {.kind = LINE_TEXT, .block = b, .page = b->page};
    /* An indent that would eat up a narrow line is cut. */
    size_t blanks = fill_indent_of(b->text), most = centred ? 0 : f->options.width / 3;
    size_t begin = blanks > most ? blanks - most : 0;
    for (size_t at = begin; at < b->text.len;) {
        size_t next;
        line.indent = at > begin && !centred ? indent : 0;
        size_t room = f->options.width - line.indent;
        struct slice rest = slice_cut(b->text, at, b->text.len);
        line.text = slice_cut(rest, 0, wrap_line(rest, room, &next));
        line.columns = width_of_text(line.text);
        line.offset = line.order = block_source(b, at);
        if (centred && line.columns < room)
            line.indent = (unsigned)((room - line.columns) / 2);
        array_push(&s->lines, line);
        at += next;
    }
}

/* A line moved to the left: what stands in the middle of the printed page stands in the middle of a
 * narrower one, and what would stand outside ends at its edge. */
static bool add_moved(struct stretch *s, struct line line, size_t width)
{
    size_t blanks = fill_indent_of(line.text);
    bool centred = width < FILL_PAGE_COLUMNS && fill_is_centred(line.text);
    bool outside = line.columns > width && blanks >= width / 2;
    if (!(centred || outside) || line.columns - blanks > width)
        return false;
    line.columns -= blanks;
    line.text = slice_cut(line.text, blanks, line.text.len);
    line.offset = line.order = block_source(line.block, blanks);
    line.indent = (unsigned)(width - line.columns);
    if (centred)
        line.indent /= 2;
    array_push(&s->lines, line);
    return true;
}

/* The lines of the first of the printed lines, and of those that are one paragraph with it; returns
 * how many blocks that took. None before `wide` has more bytes than the width. */
static size_t add_printed(const struct flow *f, struct stretch *s, const struct block *blocks,
                          size_t count, size_t wide)
{
    size_t width = f->options.width;
    const struct block *b = &blocks[0];
    /* What stands in the right half has its place there: a signature, a date. */
    bool wrappable = f->options.wrap && width > 0 && !(b->flags & SINK_COLUMNS);
    bool wraps = wrappable && fill_indent_of(b->text) < width / 2;
    size_t n = wraps && wide < FILL_SAMPLE_LINES ? fill_count(blocks, count, width) : 1;
    struct line line = {.kind = LINE_TEXT, .block = b, .text = b->text, .page = b->page};
    line.columns = utf8_is_ascii(b->text) ? b->text.len : width_of_text(b->text);
    line.offset = line.order = b->offset;
    bool rule = f->options.wrap && width > 0 && !(b->flags & SINK_TABLE) && fill_is_rule(b->text);
    if (n == 1 && (wrappable || rule) && add_moved(s, line, width))
        return 1;
    if (rule && line.columns > width) {
        /* Nothing is lost of a line that only rules. */
        line.text = slice_cut(b->text, 0, width_fit(b->text, width));
        line.columns = width;
    }
    if (n > 1)
        add_wrapped(f, s, fill_join(&s->arena, blocks, n), fill_indent(blocks, n, width));
    else if (wraps && line.columns > width)
        add_wrapped(f, s, b, fill_indent(blocks, 1, width));
    else
        array_push(&s->lines, line);
    return n;
}

/* The columns of the table whose first row is at `at` of the segment. */
static const struct columns *columns_at(const struct flow *f, struct stretch *s,
                                        const struct segment *seg, size_t at)
{
    const struct block *b = &seg->blocks[at];
    size_t count = 1;
    while (at + count < seg->count && b[count].row && b[count].row->table == b->row->table)
        count++;
    const struct columns *c = columns_new(&s->arena, b, count, f->options.width, f->options.width);
    if (b->row->table->kind == TABLE_DATA && columns_width(c) > f->options.width &&
        f->options.most > f->options.width)
        return columns_new(&s->arena, b, count, f->options.most, f->options.width);
    return c;
}

/* Rules stand where a page ends: before the first line of the next page, and at the end of the
 * document. */
static void lay_out(const struct flow *f, struct stretch *s, const struct segment *seg)
{
    bool pages = content_has_pages(f->content), printed = content_is_printed(f->content);
    const struct columns *columns = NULL;
    struct splice splice = {0};
    array_reserve((void **)&s->lines.at, &s->lines.room, seg->count, sizeof *s->lines.at);
    size_t wide = 0; /* no block from the one at hand up to there is wider than the flow */
    for (size_t i = 0; i < seg->count;) {
        const struct block *b = &seg->blocks[i];
        bool turns = i > 0 ? b->page != b[-1].page : seg->opens_page;
        if (pages && turns && b->page > 0)
            add_mark(s, LINE_RULE, b->offset, b->page - 1);
        for (uint32_t blank = 0; blank < b->blank; blank++)
            add_mark(s, LINE_BLANK, b->offset, b->page);
        if (printed) {
            if (wide <= i)
                wide = fill_next_wide(seg->blocks, i, seg->count, f->options.width);
            i += add_printed(f, s, b, seg->count - i, wide - i);
            continue;
        }
        if (b->row && (i == 0 || !b[-1].row || b[-1].row->table != b->row->table))
            columns = columns_at(f, s, seg, i);
        if (b->row)
            columns_row(columns, b, s, &splice);
        else
            prose_add(s, b, f->options.width, &splice);
        i++;
    }
    if (pages && seg->last) {
        size_t end = content_document(f->content)->text_end;
        add_mark(s, LINE_RULE, end, content_page_at(f->content, end));
    }
    splice_deinit(&splice);
}

/* The lines of a segment, or NULL behind the last. */
static struct stretch *stretch_of(struct flow *f, size_t index)
{
    if (index < f->stretches.count && f->stretches.at[index])
        return f->stretches.at[index];
    const struct segment *seg = content_segment(f->content, index);
    if (!seg)
        return NULL;
    struct stretch *s = memory_alloc(sizeof *s);
    lay_out(f, s, seg);
    while (f->stretches.count <= index)
        array_push(&f->stretches, NULL);
    f->stretches.at[index] = s;
    return s;
}

const struct line *flow_line(struct flow *f, struct spot spot)
{
    struct stretch *s = stretch_of(f, spot.segment);
    return s && spot.line < s->lines.count ? &s->lines.at[spot.line] : NULL;
}

bool flow_first(struct flow *f, struct spot *spot)
{
    struct stretch *s;
    for (size_t i = 0; (s = stretch_of(f, i)); i++) {
        if (s->lines.count > 0) {
            *spot = (struct spot){i, 0};
            return true;
        }
    }
    return false;
}

bool flow_last(struct flow *f, struct spot *spot)
{
    size_t i = content_segment_at(f->content, (size_t)-1);
    while (stretch_of(f, i + 1)) /* an empty segment may follow, with the last rule in it */
        i++;
    for (;; i--) {
        struct stretch *s = stretch_of(f, i);
        if (s && s->lines.count > 0) {
            *spot = (struct spot){i, s->lines.count - 1};
            return true;
        }
        if (i == 0)
            return false;
    }
}

bool flow_next(struct flow *f, struct spot *spot)
{
    struct stretch *s = stretch_of(f, spot->segment);
    if (s && spot->line + 1 < s->lines.count) {
        spot->line++;
        return true;
    }
    for (size_t i = spot->segment + 1; (s = stretch_of(f, i)); i++) {
        if (s->lines.count > 0) {
            *spot = (struct spot){i, 0};
            return true;
        }
    }
    return false;
}

bool flow_previous(struct flow *f, struct spot *spot)
{
    if (spot->line > 0) {
        spot->line--;
        return true;
    }
    for (size_t i = spot->segment; i-- > 0;) {
        struct stretch *s = stretch_of(f, i);
        if (s && s->lines.count > 0) {
            *spot = (struct spot){i, s->lines.count - 1};
            return true;
        }
    }
    return false;
}

/* The first line of the row that `line` is of. There may be many. */
static size_t row_begins(const struct stretch *s, size_t line)
{
    const struct row *row = s->lines.at[line].block->row;
    size_t order = s->lines.at[line].order, low = 0, high = line;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct line *l = &s->lines.at[middle];
        if (l->order < order || l->kind != LINE_TEXT || l->block->row != row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool flow_find(struct flow *f, size_t offset, struct spot *spot)
{
    for (size_t i = content_segment_at(f->content, offset);; i--) {
        struct stretch *s = stretch_of(f, i);
        size_t low = 0, high = s ? s->lines.count : 0;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (s->lines.at[middle].order <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        while (low > 0 && s->lines.at[low - 1].kind != LINE_TEXT)
            low--;
        if (low > 0 && s->lines.at[low - 1].block->row)
            low = row_begins(s, low - 1) + 1;
        /* What folio added stands at the same offset as the text behind it. */
        while (low > 1 && s->lines.at[low - 2].kind == LINE_TEXT &&
               s->lines.at[low - 2].order == s->lines.at[low - 1].order &&
               (s->lines.at[low - 2].order == offset || s->lines.at[low - 1].block->row))
            low--;
        if (low > 0 && s->lines.at[low - 1].block->row)
            low = row_lines_find(&f->row, s, low - 1, offset) + 1;
        if (low > 0) {
            *spot = (struct spot){i, low - 1};
            return true;
        }
        if (i == 0)
            break;
    }
    if (!flow_first(f, spot))
        return false;
    while (flow_line(f, *spot)->kind != LINE_TEXT && flow_next(f, spot))
        ;
    return true;
}

bool flow_page(struct flow *f, size_t page, struct spot *spot)
{
    bool all;
    size_t begins = content_page_offset(f->content, page);
    if (page >= content_pages(f->content, &all))
        return false;
    size_t i = content_segment_at(f->content, begins);
    struct stretch *s;
    for (; (s = stretch_of(f, i)); i++) {
        for (size_t line = 0; line < s->lines.count; line++) {
            if (s->lines.at[line].kind != LINE_RULE && s->lines.at[line].page >= page) {
                *spot = (struct spot){i, line};
                return s->lines.at[line].page == page;
            }
        }
    }
    return false;
}

void flow_forget(struct flow *f, size_t segment)
{
    if (segment < f->stretches.count)
        drop_stretch(f, segment);
    content_forget(f->content, segment);
}
