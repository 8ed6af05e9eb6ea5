/* SPDX-License-Identifier: MIT */
/* The table on the canvas. */
#include "ui/grid/grid_draw.h"

#include "base/width.h"
#include "layout/cells.h"
#include "layout/column_rules.h"
#include "layout/figure.h"
#include "layout/wrap.h"

enum { GAP = 2 };

/* Where the text of a cell stands. */
struct put {
    int column; /* of its first letter; -1: out of sight */
    struct slice text;
    int left, width; /* of the cell */
};

static struct style style_of(const struct grid_draw *d, enum role role)
{
    return theme_find(d->look->theme, role);
}

static size_t pane_columns(const struct grid_draw *d)
{
    return (size_t)d->view->pane_columns;
}

/* Where columns [from, to) of the table stand. */
static bool span_at(const struct grid_draw *d, size_t from, size_t to, int *left, int *width)
{
    size_t at = 0, wide = 0;
    bool any = grid_columns_span(&d->view->columns, from, to, pane_columns(d), &at, &wide);
    *left = (int)at;
    *width = (int)wide;
    return any && wide > 0;
}

static size_t behind(const struct cell *c)
{
    return c->column + (c->span > 0 ? (size_t)c->span : 1);
}

/* The column between those that stay and the others; -1: none. */
static int edge_of(const struct grid_draw *d)
{
    const struct grid_columns *g = &d->view->columns;
    size_t left, width;
    if (g->whole || g->frozen == 0 || !grid_columns_at(g, g->first, pane_columns(d), &left, &width))
        return -1;
    return (int)left - GAP;
}

static void draw_edge(const struct grid_draw *d, struct region r, int row)
{
    if (edge_of(d) >= 0)
        region_print(r, row, edge_of(d), style_of(d, ROLE_BORDER), "│");
}

/* ---- a rule, as the layout makes it for all columns, cut to those in sight */

static void copy_columns(struct region r, int row, int at, struct style style, struct slice text,
                         size_t from, size_t to)
{
    size_t column = 0;
    while (text.len > 0 && column < to) {
        size_t len = width_fit(text, 1);
        struct slice sign = slice_cut(text, 0, len > 0 ? len : 1);
        if (column >= from && *sign.at != ' ')
            region_write(r, row, at + (int)(column - from), style, sign);
        text = slice_cut(text, sign.len, text.len);
        column++;
    }
}

static void draw_rule(const struct grid_draw *d, struct region r, int row, size_t table_row)
{
    const struct grid_view *v = d->view;
    const struct column_widths *w = &v->columns.widths;
    struct splice line = {0};
    const struct block *above = table_row > 0 ? &v->table.rows[table_row - 1] : NULL;
    const struct block *below = table_row < v->table.count ? &v->table.rows[table_row] : NULL;
    if (rule_between(w, above, below, 0, 0, &line)) {
        struct slice text = buffer_slice(&line.text);
        draw_edge(d, r, row);
        for (size_t i = 0; i < v->table.used_count; i++) {
            size_t left, width, last = i + 1 < v->table.used_count ? GAP : 0;
            const struct column *c = &w->at[v->table.used[i]];
            if (!grid_columns_at(&v->columns, i, pane_columns(d), &left, &width))
                continue;
            bool edge = i + 1 == v->columns.frozen && !v->columns.whole;
            copy_columns(r, row, (int)left, style_of(d, ROLE_TABLE), text, c->left,
                         c->left + width + (edge ? 0 : last));
        }
    }
    splice_deinit(&line);
}

/* ---- cells */

static struct style cell_style(const struct grid_draw *d, size_t table_row, const struct cell *c,
                               bool frozen)
{
    size_t until;
    struct style style = style_of(d, frozen ? ROLE_FROZEN : ROLE_TABLE);
    if (block_style(&d->view->table.rows[table_row], c->from, &until) & STYLE_BOLD)
        style.attributes |= ATTRIBUTE_BOLD;
    return style;
}

/* A number, its decimal point under those above. */
static struct put write_figure(struct region r, int row, int left, const struct column *column,
                               struct style style, struct slice text)
{
    struct figure f = figure_of(text);
    size_t figures = column->whole + column->tail;
    size_t base = column->width > figures ? (column->width - figures) / 2 : 0;
    size_t whole = base + (column->whole > f.whole_columns ? column->whole - f.whole_columns : 0);
    if (f.sign > 0)
        region_write(r, row, left + (int)base, style, slice_cut(text, 0, f.sign));
    region_write(r, row, left + (int)whole, style, slice_cut(text, f.whole, text.len));
    return (struct put){.column = left + (int)(f.sign > 0 ? base : whole), .text = text};
}

static struct put write_text(struct region r, int row, int left, int width, unsigned align,
                             struct style style, struct slice text)
{
    int columns = (int)width_of_text(text);
    int free = columns < width ? width - columns : 0;
    int at = left + (align == ALIGN_RIGHT ? free : align == ALIGN_CENTER ? free / 2 : 0);
    region_write_cut(r, row, at, width - (at - left), style, text);
    return (struct put){.column = at, .text = text};
}

/* Writes a cell; says where. */
static struct put draw_cell(const struct grid_draw *d, struct region r, int row, size_t table_row,
                            const struct cell *c)
{
    const struct grid_view *v = d->view;
    int left, width;
    struct slice text = tabular_text(&v->table, table_row, c);
    struct put put = {.column = -1, .text = text};
    if (text.len == 0 || !span_at(d, c->column, behind(c), &left, &width))
        return put;
    bool frozen = v->columns.frozen > 0 && c->column <= v->table.used[v->columns.frozen - 1];
    struct style style = cell_style(d, table_row, c, frozen);
    if (row_is_label(v->table.rows[table_row].row))
        width = v->pane_columns - left;
    const struct column *column = &v->columns.widths.at[c->column];
    if (cell_is_rule(&v->table.rows[table_row], c)) {
        region_fill(r, row, left, width, style, RULE_SINGLE);
        put.column = left;
    } else if (cell_is_figure(v->table.table, c) && width >= (int)column->width) {
        put = write_figure(r, row, left, column, style, text);
    } else {
        int indent = c->indent < width / 2 ? c->indent : width / 2;
        indent = c->align == ALIGN_LEFT ? indent : 0;
        put = write_text(r, row, left + indent, width - indent, c->align, style, text);
    }
    put.left = left;
    put.width = width;
    return put;
}

/* The columns of a part of a cell's text, cut to the cell; a number is one. */
static void draw_hit(const struct grid_draw *d, struct region r, int row, const struct put *put,
                     size_t from, size_t to, bool figure)
{
    int at = put->column + (int)width_of_text(slice_cut(put->text, 0, from));
    int end = put->column + (int)width_of_text(slice_cut(put->text, 0, to));
    if (figure) {
        at = put->column;
        end = put->left + put->width;
    }
    end = end < put->left + put->width ? end : put->left + put->width;
    if (at < end)
        region_restyle(r, row, at, end - at, style_of(d, ROLE_HIT));
}

/* Marks what the search found in a cell. */
static void draw_hits(const struct grid_draw *d, struct region r, int row, size_t table_row,
                      const struct cell *c)
{
    const struct block *b = &d->view->table.rows[table_row];
    size_t from, to, first, after;
    /* What is written to no region only tells where it would stand. */
    struct put put = draw_cell(d, region_part(r, 0, 0, 0, 0), row, table_row, c);
    tabular_range(&d->view->table, table_row, c, &from, &to);
    if (put.column < 0)
        return;
    search_range(d->search, d->document, from, to, &first, &after);
    for (size_t i = first; i < after; i++) {
        struct hit hit = search_hit(d->search, i);
        size_t text = (size_t)(put.text.at - b->text.at);
        size_t begin = block_text_at(b, hit.offset),
               end = block_text_at(b, hit.offset + hit.length);
        draw_hit(d, r, row, &put, begin > text ? begin - text : 0, end > text ? end - text : 0,
                 cell_is_figure(d->view->table.table, c));
    }
}

/* ---- rows */

/* The row of the cell that one is at, its label and the cell. */
static void accent_row(const struct grid_draw *d, struct region r, int line, const struct cell *at,
                       int cursor)
{
    const struct grid_view *v = d->view;
    size_t first = v->table.used[0], used = v->table.used[v->column];
    int left, width;
    region_restyle(r, line, 0, r.columns, style_of(d, ROLE_CELL_ROW));
    if (v->columns.frozen > 0 && span_at(d, first, first + 1, &left, &width))
        region_restyle(r, line, left, width, style_of(d, ROLE_CELL_HEAD));
    if (!span_at(d, at ? at->column : used, at ? behind(at) : used + 1, &left, &width))
        return;
    region_restyle(r, line, left, width, style_of(d, ROLE_CELL));
    if (d->look->focused)
        region_cursor(r, line, cursor >= 0 ? cursor : left);
}

static void draw_body_row(const struct grid_draw *d, struct region r, int line, size_t body_row)
{
    const struct grid_view *v = d->view;
    size_t table_row = grid_view_table_row(v, body_row);
    const struct row *row = v->table.rows[table_row].row;
    const struct cell *at = body_row == v->row ? grid_view_cell(v) : NULL;
    int cursor = -1;
    draw_edge(d, r, line);
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].flags & CELL_BREAK)
            continue;
        struct put put = draw_cell(d, r, line, table_row, &row->cells[i]);
        cursor = &row->cells[i] == at ? put.column : cursor;
    }
    if (body_row == v->row)
        accent_row(d, r, line, at, cursor);
    for (size_t i = 0; d->search && i < row->count; i++)
        if (!(row->cells[i].flags & CELL_BREAK))
            draw_hits(d, r, line, table_row, &row->cells[i]);
}

static void draw_body(const struct grid_draw *d, struct region r)
{
    const struct grid_view *v = d->view;
    const struct grid_frame *f = &v->frame;
    struct region body = region_part(r, f->top, 0, f->body, r.columns);
    size_t rows = grid_view_in_sight(v);
    int line = 0;
    for (size_t i = 0; i < rows; i++) {
        size_t row = v->top + i;
        if (i > 0 && grid_view_ruled(v, grid_view_table_row(v, row))) {
            draw_edge(d, body, line);
            draw_rule(d, body, line++, grid_view_table_row(v, row));
        }
        draw_body_row(d, body, line++, row);
    }
    if (v->top + rows == grid_view_rows(v) && line < body.rows)
        draw_rule(d, body, line, v->table.count);
}

/* ---- the head */

/* A cell of the head, in the middle of what is in sight of what it heads; its last line is the last
 * of the row. */
static void draw_head_cell(const struct grid_draw *d, struct region r, int line, int lines,
                           size_t table_row, const struct cell *c)
{
    const struct grid_view *v = d->view;
    int left, width;
    struct slice text = slice_trim(tabular_text(&v->table, table_row, c));
    if (text.len == 0 || !span_at(d, c->column, behind(c), &left, &width))
        return;
    size_t room = grid_columns_room(&v->columns, c->column, behind(c));
    int need = (int)wrap_count(text, room, (size_t)lines);
    bool numbers = v->table.table->column[c->column].numeric || c->span > 1;
    unsigned align = c->column == 0 && c->span <= 1 ? ALIGN_LEFT
                     : numbers                      ? ALIGN_CENTER
                                                    : c->align;
    struct style style = style_of(d, ROLE_FROZEN);
    bool accent = v->table.used[v->column] >= c->column && v->table.used[v->column] < behind(c);
    line += need < lines ? lines - need : 0;
    for (int i = 0; i < lines && text.len > 0; i++) {
        size_t next, len = wrap_line(text, room, &next);
        struct put put =
            write_text(r, line + i, left, width, align, style, slice_cut(text, 0, len));
        int columns = (int)width_of_text(put.text);
        if (accent)
            region_restyle(r, line + i, put.column, columns < width ? columns : width,
                           style_of(d, ROLE_CELL_HEAD));
        text = slice_cut(text, next, text.len);
    }
}

static void draw_head(const struct grid_draw *d, struct region r)
{
    const struct grid_view *v = d->view;
    const struct grid_frame *f = &v->frame;
    struct region head = region_part(r, f->caption, 0, f->head, r.columns);
    int line = -f->cut;
    for (int i = 0; i < f->head; i++)
        draw_edge(d, head, i);
    for (size_t i = 0; i < v->table.heads && line < head.rows; i++) {
        const struct row *row = v->table.rows[i].row;
        int lines = grid_view_head_lines(v, i);
        if (i > 0 && grid_view_ruled(v, i))
            draw_rule(d, head, line++, i);
        for (size_t k = 0; k < row->count; k++)
            if (!(row->cells[k].flags & CELL_BREAK))
                draw_head_cell(d, head, line, lines, i, &row->cells[k]);
        line += lines;
    }
}

/* The line below the head, with marks where columns are out of sight. */
static void draw_line(const struct grid_draw *d, struct region r, int row)
{
    const struct grid_columns *g = &d->view->columns;
    int edge = edge_of(d);
    region_fill(r, row, 0, r.columns, style_of(d, ROLE_BORDER), RULE_SINGLE);
    if (edge >= 0)
        region_print(r, row, edge, style_of(d, ROLE_BORDER), "┼");
    if (g->whole)
        return;
    if (g->first > g->frozen)
        region_print(r, row, edge >= 0 ? edge + 1 : 0, style_of(d, ROLE_OVERFLOW), "‹");
    if (g->first + g->shown < d->view->table.used_count)
        region_print(r, row, r.columns - 1, style_of(d, ROLE_OVERFLOW), "›");
}

/* ---- the bottom */

static void draw_position(const struct grid_draw *d, struct region r, int row)
{
    struct buffer text = {0};
    grid_view_position(d->view, false, &text);
    if ((int)width_of_text(buffer_slice(&text)) > r.columns - 2) {
        buffer_clear(&text);
        grid_view_position(d->view, true, &text);
    }
    int columns = (int)width_of_text(buffer_slice(&text));
    int at = r.columns - columns - 2 > 0 ? r.columns - columns - 2 : 0;
    region_fill(r, row, 0, r.columns, style_of(d, ROLE_BORDER), RULE_SINGLE);
    if (at > 0)
        region_print(r, row, at - 1, style_of(d, ROLE_LABEL), " ");
    int end =
        region_write_cut(r, row, at, r.columns - at, style_of(d, ROLE_LABEL), buffer_slice(&text));
    region_print(r, row, end, style_of(d, ROLE_LABEL), " ");
    buffer_deinit(&text);
}

static void draw_value(const struct grid_draw *d, struct region r, int row)
{
    struct buffer text = {0}, path = {0};
    grid_view_value(d->view, &text);
    grid_view_path(d->view, &path);
    struct slice rest = buffer_slice(&text);
    size_t room = r.columns > 1 ? (size_t)r.columns - 1 : 1;
    for (int i = 0; i < d->view->frame.value && rest.len > 0; i++) {
        size_t next, len = wrap_line(rest, room, &next);
        bool last = i + 1 == d->view->frame.value;
        region_write_cut(r, row + i, 0, (int)room, style_of(d, ROLE_TEXT),
                         last ? rest : slice_cut(rest, 0, len));
        if (i == 0) {
            int columns = (int)width_of_text(buffer_slice(&path));
            region_restyle(r, row, 0, columns < (int)room ? columns : (int)room,
                           style_of(d, ROLE_CELL_HEAD));
        }
        rest = slice_cut(rest, next, rest.len);
    }
    buffer_deinit(&path);
    buffer_deinit(&text);
}

void grid_draw(const struct grid_draw *d, struct region r)
{
    const struct grid_frame *f = &d->view->frame;
    region_clear(r, style_of(d, ROLE_TABLE));
    if (r.rows <= 0 || r.columns <= 0)
        return;
    if (f->caption)
        region_write_cut(r, 0, 0, r.columns, style_of(d, ROLE_HEADING), d->view->table.caption);
    draw_head(d, r);
    if (f->line)
        draw_line(d, r, f->caption + f->head);
    draw_body(d, r);
    int row = f->top + f->body;
    if (f->told)
        draw_position(d, r, row++);
    if (f->value)
        draw_value(d, r, row);
}
