/* SPDX-License-Identifier: MIT */
/* Telling rows, columns and cells by their heads. */
#include "ui/grid/grid_words.h"

#include "base/clean.h"

void grid_words_row(const struct grid_view *v, size_t row, struct buffer *out)
{
    size_t table_row = grid_view_table_row(v, row);
    const struct cell *c = tabular_cell(&v->table, table_row, v->table.used[0]);
    struct slice text = slice_trim(tabular_text(&v->table, table_row, c));
    if (text.len > 0)
        clean_text(out, text);
    else
        buffer_addf(out, "row %zu", row + 1);
}

/* The head of the column that the cell is in: of those that it spans, the one of the cursor. */
static void add_head(const struct grid_view *v, struct buffer *out)
{
    struct buffer head = {0};
    tabular_head(&v->table, v->table.used[v->column], &head);
    if (head.len > 0)
        clean_text(out, buffer_slice(&head));
    else
        buffer_addf(out, "column %zu", v->column + 1);
    buffer_deinit(&head);
}

void grid_view_path(const struct grid_view *v, struct buffer *out)
{
    grid_words_row(v, v->row, out);
    if (v->column == 0)
        return;
    buffer_add_text(out, " · ");
    add_head(v, out);
}

void grid_view_value(const struct grid_view *v, struct buffer *out)
{
    const struct cell *c = grid_view_cell(v);
    struct slice text = slice_trim(tabular_text(&v->table, grid_view_table_row(v, v->row), c));
    grid_view_path(v, out);
    if (v->column == 0)
        return;
    buffer_add_text(out, out->len > 0 && out->at[out->len - 1] == ':' ? " " : ": ");
    if (text.len > 0)
        clean_text(out, text);
    else
        buffer_add_text(out, "empty");
}

static void add_range(struct buffer *out, const char *what, size_t from, size_t to, size_t of,
                      bool brief)
{
    if (!brief)
        buffer_addf(out, "%s ", what);
    if (from == to)
        buffer_addf(out, "%zu", from);
    else
        buffer_addf(out, "%zu-%zu", from, to);
    buffer_addf(out, brief ? "/%zu" : " of %zu", of);
}

void grid_view_position(const struct grid_view *v, bool brief, struct buffer *out)
{
    const struct grid_columns *g = &v->columns;
    size_t used = v->table.used_count;
    add_range(out, "rows", v->top + 1, v->top + grid_view_in_sight(v), grid_view_rows(v), brief);
    buffer_add_text(out, " · ");
    if (g->whole || g->shown == 0)
        add_range(out, "columns", 1, used, used, brief);
    else
        add_range(out, "columns", g->first + 1, g->first + g->shown, used, brief);
    if (!brief && g->frozen > 0 && !g->whole && g->first > g->frozen)
        buffer_addf(out, g->frozen == 1 ? " beside column 1" : " beside columns 1-%zu", g->frozen);
}
