/* SPDX-License-Identifier: MIT */
/* Telling figures, rules, labels and heads that end with a year. */
#include "layout/cells.h"

size_t cell_lines(const struct row *row, size_t first)
{
    size_t i = first + 1;
    while (i < row->count && row->cells[i].flags & CELL_BREAK &&
           row->cells[i].column == row->cells[first].column)
        i++;
    return i - first;
}

bool cell_is_figure(const struct table *t, const struct cell *c)
{
    return t->kind == TABLE_DATA && c->span <= 1 && c->column < t->columns &&
           t->column[c->column].numeric && (c->flags & (CELL_NUMBER | CELL_HEAD)) == CELL_NUMBER;
}

bool cell_is_rule(const struct block *b, const struct cell *c)
{
    return slice_equal(slice_cut(b->text, c->from, c->to), SLICE("\xE2\x94\x80"));
}

bool row_is_label(const struct row *row)
{
    size_t first = 0;
    while (first < row->count && row->cells[first].from >= row->cells[first].to)
        first++;
    if (first == row->count || row->cells[first].column > 0 ||
        row->cells[first].flags & (CELL_HEAD | CELL_NUMBER) ||
        row->cells[first].align != ALIGN_LEFT)
        return false;
    for (size_t i = first + cell_lines(row, first); i < row->count; i++)
        if (row->cells[i].from < row->cells[i].to)
            return false;
    return true;
}

size_t head_year(struct slice text)
{
    size_t comma = text.len;
    while (comma > 0 && text.at[comma - 1] != ',')
        comma--;
    struct slice year = slice_cut(text, comma, text.len);
    if (comma == 0 || year.len < 5 || *year.at != ' ')
        return 0;
    for (size_t i = 1; i < 5; i++)
        if (!byte_is_digit(year.at[i]))
            return 0;
    /* A mark of a footnote may stand behind it. */
    return year.len == 5 || year.at[5] == '(' || year.len <= 8 ? comma + 1 : 0;
}
