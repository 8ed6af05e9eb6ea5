/* SPDX-License-Identifier: MIT */
/* Drawing the lines of a view: text, hits, rules, marks of what is out of sight. */
#include "ui/text_draw.h"

#include "base/width.h"

static enum role role_of(const struct block *block)
{
    if (block->flags & SINK_FURNITURE)
        return ROLE_FURNITURE;
    return block->flags & (SINK_TABLE | SINK_CAPTION) ? ROLE_TABLE : ROLE_TEXT;
}

static void draw_hits(const struct text_draw *d, struct region r, int row, const struct line *line)
{
    size_t left = text_view_line_left(d->view, line);
    size_t at = (size_t)(line->text.at - line->block->text.at);
    size_t end = block_source(line->block, at + line->text.len);
    size_t first;
    size_t behind;
    search_range(d->search, d->view->document, line->offset, end, &first, &behind);
    for (size_t i = first; i < behind; i++) {
        struct hit hit = search_hit(d->search, i);
        size_t from;
        size_t to;
        if (!line_columns(line, hit.offset, hit.length, &from, &to) || to <= left)
            continue;
        bool current = d->current.document == hit.document && d->current.offset == hit.offset;
        from = from > left ? from - left : 0;
        to -= left;
        if (from >= (size_t)r.columns)
            continue;
        to = to > (size_t)r.columns ? (size_t)r.columns : to;
        region_restyle(r, row, (int)from, (int)(to - from),
                       theme_find(d->look->theme, current ? ROLE_HIT_CURRENT : ROLE_HIT));
        if (current && d->look->focused)
            region_cursor(r, row, (int)from);
    }
}

static void draw_text(const struct text_draw *d, struct region r, int row, const struct line *line)
{
    size_t left = text_view_line_left(d->view, line);
    size_t width = line->indent + line->columns;
    /* A line that ends before what is in sight has nothing to draw. */
    if (width > left) {
        long column = (long)line->indent - (long)left;
        column = column < -1000000000 ? -1000000000 : column;
        region_write(r, row, (int)column, theme_find(d->look->theme, role_of(line->block)),
                     line->text);
        if (d->search)
            draw_hits(d, r, row, line);
    }
    struct style mark = theme_find(d->look->theme, ROLE_OVERFLOW);
    if (left > 0 && width > 0)
        region_print(r, row, 0, mark, "‹");
    if (width > left + (size_t)r.columns)
        region_print(r, row, r.columns - 1, mark, "›");
}

static void draw_rule(const struct text_draw *d, struct region r, int row, const struct line *line)
{
    struct content *c = flow_content(d->view->flow);
    bool all;
    size_t pages = content_pages(c, &all);
    struct slice label = content_page_other_label(c, line->page);
    struct buffer text;
    buffer_init(&text);
    buffer_addf(&text, " page %zu", line->page + 1);
    if (label.len) {
        buffer_add_text(&text, " (");
        buffer_add(&text, slice_cut(label, 0, 20));
        buffer_add_byte(&text, ')');
    }
    buffer_add_text(&text, " of ");
    if (all)
        buffer_addf(&text, "%zu", pages);
    else
        buffer_add_text(&text, "…");
    buffer_add_byte(&text, ' ');
    region_fill(r, row, 0, r.columns, theme_find(d->look->theme, ROLE_RULE), 0x2500);
    int columns = (int)width_of_text(buffer_slice(&text));
    if (columns + 2 <= r.columns)
        region_write(r, row, r.columns - columns - 2, theme_find(d->look->theme, ROLE_LABEL),
                     buffer_slice(&text));
    buffer_deinit(&text);
}

/* A document without a line of text says what it is. */
static void draw_empty(const struct text_draw *d, struct region r)
{
    const struct document *document = submission_document(d->view->submission, d->view->document);
    struct buffer text;
    buffer_init(&text);
    if (document && document->kind == DOCUMENT_BINARY && document->binary_size)
        buffer_addf(&text, "a binary document of %zu bytes: nothing to read here",
                    document->binary_size);
    else if (document && document->kind == DOCUMENT_BINARY)
        buffer_add_text(&text, "a binary document: nothing to read here");
    else
        buffer_add_text(&text, "no text");
    region_write_cut(r, 0, 0, r.columns, theme_find(d->look->theme, ROLE_FURNITURE),
                     buffer_slice(&text));
    buffer_deinit(&text);
}

void text_draw(const struct text_draw *d, struct region r)
{
    region_clear(r, theme_find(d->look->theme, ROLE_TEXT));
    if (d->look->focused)
        region_cursor(r, 0, 0);
    struct spot spot;
    int row = 0;
    for (; row < r.rows; row++) {
        const struct line *line = text_view_line(d->view, row, &spot);
        if (!line)
            break;
        if (line->kind == LINE_TEXT)
            draw_text(d, r, row, line);
        else if (line->kind == LINE_RULE)
            draw_rule(d, r, row, line);
    }
    if (row == 0)
        draw_empty(d, r);
}
