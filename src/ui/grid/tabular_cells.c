/* SPDX-License-Identifier: MIT */
/* The cells of a table that was read: their texts, heads and places. */
#include "ui/grid/tabular.h"

const struct cell *tabular_cell(const struct tabular *t, size_t row, size_t column)
{
    const struct row *r = row < t->count ? t->rows[row].row : NULL;
    for (size_t i = 0; r && i < r->count && r->cells[i].column <= column; i++) {
        const struct cell *c = &r->cells[i];
        size_t span = c->span > 0 ? c->span : 1;
        if (!(c->flags & CELL_BREAK) && column < c->column + span && c->from < c->to)
            return c;
    }
    return NULL;
}

static uint32_t cell_end(const struct tabular *t, size_t row, const struct cell *cell)
{
    const struct row *r = t->rows[row].row;
    const struct cell *last = cell;
    while (last + 1 < r->cells + r->count && last[1].flags & CELL_BREAK &&
           last[1].column == cell->column)
        last++;
    return last->to > cell->to ? last->to : cell->to;
}

struct slice tabular_text(const struct tabular *t, size_t row, const struct cell *cell)
{
    if (!cell)
        return (struct slice){NULL, 0};
    return slice_cut(t->rows[row].text, cell->from, cell_end(t, row, cell));
}

void tabular_range(const struct tabular *t, size_t row, const struct cell *cell, size_t *from,
                   size_t *to)
{
    const struct block *b = &t->rows[row];
    *from = cell ? block_source(b, cell->from) : b->offset;
    *to = b->end;
    if (cell && cell_end(t, row, cell) > cell->from)
        *to = block_source(b, cell_end(t, row, cell) - 1) + 1;
}

void tabular_head(const struct tabular *t, size_t column, struct buffer *out)
{
    const struct cell *before = NULL;
    for (size_t row = 0; row < t->heads; row++) {
        const struct cell *c = tabular_cell(t, row, column);
        struct slice text = slice_trim(tabular_text(t, row, c));
        if (text.len == 0 || c == before)
            continue;
        if (out->len > 0)
            buffer_add_byte(out, ' ');
        buffer_add(out, text);
        before = c;
    }
}

size_t tabular_row_at(const struct tabular *t, size_t offset)
{
    size_t low = 0, high = t->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (t->rows[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}
