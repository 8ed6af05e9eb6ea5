/* SPDX-License-Identifier: MIT */
/* Measuring columns, and choosing which are in sight. */
#include "ui/grid/grid_columns.h"

#include "base/memory.h"

#include <stdlib.h>

enum {
    AT_ONCE = 20000,      /* cells that are measured when the table is entered */
    MEASURE_WIDTH = 4000, /* columns of a pane in which nothing must be wrapped */
    GAP = 2,              /* columns between two columns of the table */
    LABEL_LEAST = 8,      /* columns of a label that must make room */
    LABEL_FAIR = 16,      /* of one, so that all columns fit, */
    LABEL_MOST = 60,      /* and of one where there is room, */
    TEXT_LEAST = 10,      /* the same of other text */
    TEXT_MOST = 40
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

void grid_columns_init(struct grid_columns *g, const struct tabular *table)
{
    *g = (struct grid_columns){.table = table};
    size_t count = table->table->columns;
    g->measured = memory_alloc((count + 1) * sizeof *g->measured);
    g->narrow = memory_alloc((count + 1) * sizeof *g->narrow);
    g->widths.at = memory_alloc((count + 1) * sizeof *g->widths.at);
    g->widths.count = count;
    size_t rows = AT_ONCE / (table->used_count + 1) + 1;
    grid_columns_measure(g, 0, smaller(table->count, larger(rows, table->heads + 1)));
}

void grid_columns_deinit(struct grid_columns *g)
{
    free(g->measured);
    free(g->narrow);
    free(g->widths.at);
    *g = (struct grid_columns){0};
}

void grid_columns_measure(struct grid_columns *g, size_t from, size_t to)
{
    struct arena arena;
    to = smaller(to, g->table->count);
    if (to <= g->rows || from >= to)
        return;
    arena_init(&arena);
    const struct block *rows = &g->table->rows[from];
    struct column_widths w = column_widths(&arena, rows, to - from, MEASURE_WIDTH);
    struct column_widths least = column_widths(&arena, rows, to - from, 1);
    for (size_t i = 0; i < w.count; i++) {
        struct column *m = &g->measured[i];
        m->width = larger(m->width, w.at[i].width);
        m->whole = larger(m->whole, w.at[i].whole);
        m->tail = larger(m->tail, w.at[i].tail);
        m->width = larger(m->width, m->whole + m->tail);
        g->narrow[i] = larger(g->narrow[i], least.at[i].width);
    }
    if (from <= g->rows)
        g->rows = to;
    arena_deinit(&arena);
}

/* ---- how wide */

static struct column *column_of(const struct grid_columns *g, size_t index)
{
    return &g->widths.at[g->table->used[index]];
}

/* Sets the widths, text no wider than the two say, and where that says anything heads as narrow as
 * they can be; returns the sum of all. */
static size_t set_widths(struct grid_columns *g, size_t label, size_t text)
{
    bool narrow = label < (size_t)-1;
    size_t left = 0, next = 0;
    for (size_t i = 0; i < g->widths.count; i++) {
        struct column *c = &g->widths.at[i];
        *c = g->measured[i];
        if (narrow && c->whole > 0)
            c->width = smaller(c->width, larger(g->narrow[i], c->whole + c->tail));
        bool used = next < g->table->used_count && g->table->used[next] == i;
        if (used)
            c->width =
                larger(larger(c->whole + c->tail, 1), smaller(c->width, next ? text : label));
        else
            c->width = 0;
        next += used;
        c->left = left;
        left += used ? c->width + GAP : 0;
    }
    g->widths.right = left > GAP ? left - GAP : 0;
    return g->widths.right;
}

/* The columns that the frozen ones take, with what keeps them apart from the others. */
static size_t frozen_columns(const struct grid_columns *g)
{
    if (g->frozen == 0 || g->table->used_count <= g->frozen)
        return 0;
    return column_of(g, g->frozen)->left;
}

static void count_shown(struct grid_columns *g, size_t columns)
{
    size_t left = frozen_columns(g);
    size_t from = column_of(g, g->first)->left;
    g->shown = 0;
    for (size_t i = g->first; i < g->table->used_count; i++) {
        size_t right = left + column_of(g, i)->left - from + column_of(g, i)->width;
        if (right > columns && g->shown > 0)
            break;
        g->shown++;
    }
}

/* Makes labels narrower, then fewer, until a column of that width has room beside them. */
static void make_room(struct grid_columns *g, size_t columns, size_t cursor, size_t text)
{
    size_t need = cursor >= g->frozen ? column_of(g, cursor)->width : 1;
    size_t have = frozen_columns(g);
    if (have + need > columns && g->frozen > 0) {
        size_t over = have + need - columns;
        size_t label = column_of(g, 0)->width;
        set_widths(g, label > over + LABEL_LEAST ? label - over : LABEL_LEAST, text);
    }
    while (g->frozen > 0 && frozen_columns(g) + need > columns)
        g->frozen--;
}

/* Text takes what is left when all columns fit. */
static void widen_text(struct grid_columns *g, size_t columns, size_t text)
{
    size_t low = LABEL_FAIR, high = columns;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (set_widths(g, middle, larger(middle, text)) <= columns)
            low = middle;
        else
            high = middle - 1;
    }
    set_widths(g, low, larger(low, text));
}

void grid_columns_place(struct grid_columns *g, size_t columns, size_t frozen, size_t first,
                        size_t cursor)
{
    size_t used = g->table->used_count;
    g->frozen = smaller(frozen, used - 1);
    g->whole = set_widths(g, (size_t)-1, (size_t)-1) <= columns;
    if (!g->whole) {
        size_t part = larger(columns * 2 / 5, TEXT_LEAST);
        size_t text = smaller(part, TEXT_MOST);
        g->whole = set_widths(g, LABEL_FAIR, text) <= columns;
        if (g->whole)
            widen_text(g, columns, text);
        else
            set_widths(g, smaller(part, LABEL_MOST), text);
        if (!g->whole)
            make_room(g, columns, cursor, text);
    }
    g->first = g->whole ? g->frozen : larger(smaller(first, used - 1), g->frozen);
    if (cursor >= g->frozen && cursor < g->first)
        g->first = cursor;
    count_shown(g, columns);
    while (cursor >= g->first + g->shown && g->first < cursor) {
        g->first++;
        count_shown(g, columns);
    }
    /* No room is wasted behind the last column. */
    while (g->first > g->frozen && g->first + g->shown == used) {
        size_t shown = g->shown;
        g->first--;
        count_shown(g, columns);
        if (g->shown == shown + 1 && g->first + g->shown == used)
            continue;
        g->first++;
        g->shown = shown;
        break;
    }
}

/* ---- where */

bool grid_columns_at(const struct grid_columns *g, size_t index, size_t columns, size_t *left,
                     size_t *width)
{
    if (index >= g->table->used_count)
        return false;
    const struct column *c = column_of(g, index);
    *left = c->left;
    if (index >= g->frozen) {
        if (index < g->first || index >= g->first + g->shown)
            return false;
        *left = frozen_columns(g) + c->left - column_of(g, g->first)->left;
    }
    *width = *left < columns ? smaller(c->width, columns - *left) : 0;
    return *width > 0;
}

bool grid_columns_span(const struct grid_columns *g, size_t from, size_t to, size_t columns,
                       size_t *left, size_t *width)
{
    bool any = false;
    for (size_t i = 0; i < g->table->used_count && g->table->used[i] < to; i++) {
        size_t at, wide;
        if (g->table->used[i] < from || !grid_columns_at(g, i, columns, &at, &wide))
            continue;
        if (!any)
            *left = at;
        *width = at + wide - *left;
        any = true;
    }
    return any;
}

size_t grid_columns_room(const struct grid_columns *g, size_t from, size_t to)
{
    size_t left = 0, right = 0;
    bool any = false;
    for (size_t i = from; i < to && i < g->widths.count; i++) {
        if (g->widths.at[i].width == 0)
            continue;
        left = any ? left : g->widths.at[i].left;
        right = g->widths.at[i].left + g->widths.at[i].width;
        any = true;
    }
    return right - left;
}

size_t grid_columns_find(const struct grid_columns *g, size_t columns, size_t at)
{
    for (size_t i = 0; i < g->table->used_count; i++) {
        size_t left, width;
        if (grid_columns_at(g, i, columns, &left, &width) && at >= left && at < left + width + GAP)
            return i;
    }
    return SIZE_MAX;
}
