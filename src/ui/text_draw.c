/* SPDX-License-Identifier: MIT */
/* Drawing the lines of a view: text, hits, rules, marks of what is out of sight. */
#include "ui/text_draw.h"

#include "base/width.h"

enum {
    COUNT_LEAST = 20 /* columns of a pane that has room for a count in its marks */
};

static enum role role_of(const struct block *block)
{
    if (block->flags & SINK_FURNITURE)
        return ROLE_FURNITURE;
    if (block->shape.heading)
        return ROLE_HEADING;
    return block->flags & (SINK_TABLE | SINK_CAPTION) ? ROLE_TABLE : ROLE_TEXT;
}

/* A style on top of another, as region_restyle does it. */
static struct style over(struct style below, struct style above)
{
    if (above.foreground != COLOR_TERMINAL)
        below.foreground = above.foreground;
    if (above.background != COLOR_TERMINAL)
        below.background = above.background;
    below.attributes |= above.attributes;
    return below;
}

/* How text of a printed style looks. Super- and subscripts and small capitals look as text does: a
 * terminal has no such letters, and a footnote mark has its caret. */
static struct style printed(const struct text_draw *d, struct style style, unsigned run)
{
    static const struct {
        unsigned printed, attribute;
    } attributes[] = {{STYLE_BOLD, ATTRIBUTE_BOLD},
                      {STYLE_ITALIC, ATTRIBUTE_ITALIC},
                      {STYLE_UNDERLINE, ATTRIBUTE_UNDERLINE},
                      {STYLE_STRIKE, ATTRIBUTE_DIM}};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (run & attributes[i].printed)
            style.attributes |= attributes[i].attribute;
    return run & STYLE_ADDED ? over(style, theme_find(d->look->theme, ROLE_ADDED)) : style;
}

/* The first link of the block that ends behind byte `at`. */
static size_t link_behind(const struct block *block, size_t at)
{
    size_t low = 0, high = block->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (block->links[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Writes the text of a line, run by run, as far as it is in sight. */
static void draw_runs(const struct text_draw *d, struct region r, int row, int column,
                      const struct line *line)
{
    const struct block *block = line->block;
    struct style base = theme_find(d->look->theme, role_of(block));
    size_t at = (size_t)(line->text.at - block->text.at);
    size_t end = at + line->text.len;
    size_t link = link_behind(block, at);
    while (at < end && column < r.columns) {
        size_t until = end;
        struct style style = base;
        if (block->run_count)
            style = printed(d, base, block_style(block, at, &until));
        until = until < end ? until : end;
        while (link < block->link_count && block->links[link].to <= at)
            link++;
        if (link < block->link_count && block->links[link].from <= at) {
            style = over(style, theme_find(d->look->theme, ROLE_LINK));
            until = block->links[link].to < until ? block->links[link].to : until;
        } else if (link < block->link_count && block->links[link].from < until) {
            until = block->links[link].from;
        }
        column = region_write(r, row, column, style, slice_cut(block->text, at, until));
        at = until;
    }
}

static void draw_hits(const struct text_draw *d, struct region r, int row, const struct line *line,
                      size_t left)
{
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
        /* Where a passage has the cursor, that is what the keys are about. */
        bool taken = d->passages && d->passages->cursor != SIZE_MAX;
        if (current && d->look->focused && !taken)
            region_cursor(r, row, (int)from);
    }
}

/* Where a passage stands on the line, in columns; false when it does not. */
static bool passage_columns(const struct line *line, size_t from, size_t to, size_t *left,
                            size_t *right)
{
    return to > from && line_columns(line, from, to - from, left, right) && *right > *left;
}

static void draw_passages(const struct text_draw *d, struct region r, int row,
                          const struct line *line, size_t left)
{
    for (size_t i = 0; i < d->passages->list.count; i++) {
        const struct passage_drawn *p = &d->passages->list.at[i];
        size_t from, to;
        if (!passage_columns(line, p->from, p->to, &from, &to))
            continue;
        if (p->lines) {
            from = 0;
            to = left + (size_t)r.columns;
        }
        from = from > left ? from - left : 0;
        to = to > left ? to - left : 0;
        to = to > (size_t)r.columns ? (size_t)r.columns : to;
        if (from < to)
            region_restyle(r, row, (int)from, (int)(to - from),
                           theme_find(d->look->theme, p->role));
    }
    size_t at, behind;
    if (d->look->focused && d->passages->cursor != SIZE_MAX &&
        line_columns(line, d->passages->cursor, 1, &at, &behind) && at >= left &&
        at - left < (size_t)r.columns)
        region_cursor(r, row, (int)(at - left));
}

/* Signs of passages at the right edge, over whatever stands there: what is beside the text says
 * less than the reader's own mark. */
static void draw_signs(const struct text_draw *d, struct region r, int row, const struct line *line)
{
    for (size_t i = 0; i < d->passages->list.count; i++) {
        const struct passage_drawn *p = &d->passages->list.at[i];
        size_t from, to;
        if (p->sign[0] && line_columns(line, p->from, 1, &from, &to) && to > from)
            region_print(r, row, r.columns - 1, theme_find(d->look->theme, p->role), p->sign);
    }
}

static bool in_columns(const struct line *line)
{
    return line->block->row || line->block->flags & (SINK_COLUMNS | SINK_TABLE);
}

/* Whether a cell of the row shows something. */
static bool is_filled(struct region r, int row, int column)
{
    return column >= 0 && column < r.columns &&
           canvas_cell(r.canvas, r.top + row, r.left + column)->code != ' ';
}

/* Half a number would be read as another: where a mark at `mark` cuts one, which goes on from the
 * column beside it by `step`, an ellipsis stands for what is left of it. True when it does. */
static bool hide_cut(struct region r, int row, int mark, int step, struct style style)
{
    bool digits = false;
    int end = mark + step;
    if (!is_filled(r, row, mark))
        return false;
    for (; is_filled(r, row, end); end += step) {
        uint32_t code = canvas_cell(r.canvas, r.top + row, r.left + end)->code;
        digits = digits || (code >= '0' && code <= '9');
    }
    if (!digits)
        return false;
    int from = step > 0 ? mark + 1 : end + 1;
    int to = step > 0 ? end : mark;
    region_fill(r, row, from, to - from, style, ' ');
    region_print(r, row, mark + step, style, "…");
    return true;
}

/* Whether a mark from the column on hides something. */
static bool hides(struct region r, int row, int column)
{
    while (column < r.columns && !is_filled(r, row, column))
        column++;
    return column < r.columns;
}

/* Whether a column of the line's table begins before `edge` and goes on behind it. The blanks
 * between two columns, one or two, are none of it. */
static bool cuts_column(const struct line *line, size_t edge)
{
    const struct ruler *ruler = line->block->ruler;
    size_t next = 0;
    while (ruler && next < ruler->count && ruler->edges[next] < edge)
        next++;
    return next > 0 && (next == ruler->count || ruler->edges[next] > edge + 1);
}

/* The mark of what is out of sight at the right: "›", and on the first line that can say it how
 * many columns of the table that is; `told` is the table of which it was said. */
static void draw_overflow(const struct text_draw *d, struct region r, int row,
                          const struct line *line, size_t left, const void **told)
{
    const void *table = text_view_table(line);
    struct buffer mark;
    buffer_init(&mark);
    size_t behind = 0, edge = left + (size_t)r.columns;
    if (table && table != *told)
        behind = columns_right(line, edge) + cuts_column(line, edge);
    bool counted = behind > 0 && r.columns > COUNT_LEAST;
    if (counted) {
        buffer_addf(&mark, "+%zu", behind);
        *told = table;
    }
    buffer_add_text(&mark, "›");
    /* A count stands apart from the text, or behind the sign that the text goes on. */
    int column = r.columns - (int)width_of_text(buffer_slice(&mark)), apart = column - counted;
    struct style style = theme_find(d->look->theme, ROLE_TABLE);
    bool cut = in_columns(line) && hide_cut(r, row, apart, -1, style);
    if (counted)
        region_print(r, row, apart, style, !cut && hides(r, row, apart) ? "…" : " ");
    region_write(r, row, column, theme_find(d->look->theme, ROLE_OVERFLOW), buffer_slice(&mark));
    buffer_deinit(&mark);
}

static void draw_text(const struct text_draw *d, struct region r, int row, const struct line *line,
                      struct spot spot, const void **told)
{
    size_t left = text_view_line_left(d->view, line, spot);
    size_t width = line->indent + line->columns;
    /* A line that ends before what is in sight has nothing to draw. */
    if (width > left) {
        long column = (long)line->indent - (long)left;
        column = column < -1000000000 ? -1000000000 : column;
        draw_runs(d, r, row, (int)column, line);
        if (d->search)
            draw_hits(d, r, row, line, left);
        if (d->passages)
            draw_passages(d, r, row, line, left);
    }
    if (left > 0 && in_columns(line))
        hide_cut(r, row, 0, 1, theme_find(d->look->theme, ROLE_TABLE));
    if (left > 0 && width > 0)
        region_print(r, row, 0, theme_find(d->look->theme, ROLE_OVERFLOW), "‹");
    if (width > left + (size_t)r.columns)
        draw_overflow(d, r, row, line, left, told);
    if (d->passages)
        draw_signs(d, r, row, line);
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

void text_draw(const struct text_draw *d, struct region r)
{
    region_clear(r, theme_find(d->look->theme, ROLE_TEXT));
    if (d->look->focused)
        region_cursor(r, 0, 0);
    struct spot spot;
    const void *told = NULL;
    int row = 0;
    for (; row < r.rows; row++) {
        const struct line *line = text_view_line(d->view, row, &spot);
        if (!line)
            break;
        if (line->kind == LINE_TEXT)
            draw_text(d, r, row, line, spot, &told);
        else if (line->kind == LINE_RULE)
            draw_rule(d, r, row, line);
    }
    if (row == 0)
        region_write_cut(r, 0, 0, r.columns, theme_find(d->look->theme, ROLE_FURNITURE),
                         SLICE("no text"));
}
