/* SPDX-License-Identifier: MIT */
/* Cells, rows, columns and tables as text. */
#include "ui/grid/grid_copy.h"

#include "base/clean.h"

void grid_copy_cell(const struct grid_view *v, struct buffer *out)
{
    clean_text(out, slice_trim(tabular_text(&v->table, grid_view_table_row(v, v->row),
                                            grid_view_cell(v))));
}

/* Puts what stands in a column of a row into a column of what is written. */
static void put_cell(const struct tabular *t, struct table_out *o, size_t row, size_t column,
                     size_t at, bool head)
{
    const struct cell *c = tabular_cell(t, row, column);
    /* A text over several columns is said once, but for a head, which is that of all of them. */
    if (c && (head || c->column == column))
        table_out_cell(o, at, 1, tabular_text(t, row, c), t->rows[row].offset);
}

void grid_copy_row(const struct grid_view *v, struct buffer *out)
{
    const struct tabular *t = &v->table;
    struct table_out o;
    size_t at = grid_view_table_row(v, v->row);
    table_out_begin(&o, TABLE_TSV, out, t->used_count);
    for (size_t row = 0; row <= t->heads; row++) {
        bool head = row < t->heads;
        for (size_t i = 0; i < t->used_count; i++)
            put_cell(t, &o, head ? row : at, t->used[i], i, head);
        table_out_row(&o, head);
    }
    table_out_end(&o, (struct slice){NULL, 0});
}

void grid_copy_column(const struct grid_view *v, struct buffer *out)
{
    const struct tabular *t = &v->table;
    struct table_out o;
    size_t columns = v->column > 0 ? 2 : 1;
    table_out_begin(&o, TABLE_TSV, out, columns);
    for (size_t row = 0; row < t->count; row++) {
        put_cell(t, &o, row, t->used[0], 0, row < t->heads);
        if (columns > 1)
            put_cell(t, &o, row, t->used[v->column], 1, row < t->heads);
        table_out_row(&o, row < t->heads);
    }
    table_out_end(&o, (struct slice){NULL, 0});
}

void grid_copy_begin(struct grid_copying *g, const struct tabular *t, enum table_format format,
                     struct buffer *out)
{
    *g = (struct grid_copying){.table = t};
    table_out_begin(&g->out, format, out, t->table->columns);
    for (size_t i = 0; i < t->table->columns; i++)
        if (t->table->column[i].numeric)
            table_out_numeric(&g->out, i);
}

bool grid_copy_step(struct grid_copying *g, size_t cells)
{
    size_t rows = cells / g->table->table->columns + 1;
    for (; rows > 0 && g->row < g->table->count; rows--)
        table_out_block(&g->out, &g->table->rows[g->row++]);
    return g->row == g->table->count;
}

void grid_copy_end(struct grid_copying *g)
{
    struct buffer members = {0}, caption = {0};
    clean_text(&caption, g->table->caption);
    buffer_add_text(&members, "\"caption\":");
    if (caption.len > 0)
        table_out_json_text(&members, buffer_slice(&caption));
    else
        buffer_add_text(&members, "null");
    table_out_end(&g->out, buffer_slice(&members));
    buffer_deinit(&caption);
    buffer_deinit(&members);
}

void grid_copy_table(const struct tabular *t, enum table_format format, struct buffer *out)
{
    struct grid_copying g;
    grid_copy_begin(&g, t, format, out);
    grid_copy_step(&g, (size_t)-1);
    grid_copy_end(&g);
}
