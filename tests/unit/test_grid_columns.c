/* SPDX-License-Identifier: MIT */
/* How wide the columns of a table are, and which are in sight. */
#include "ui/grid/grid_columns.h"

#include "unit/made_grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct made {
    struct made_grid grid;
    struct tabular table;
    struct grid_columns columns;
};

static void open_made(struct made *m)
{
    made_grid_open(&m->grid, made_grid_statement);
    assert_true(
        tabular_open(&m->table, m->grid.content, made_grid_find(made_grid_statement, "Clay")));
    grid_columns_init(&m->columns, &m->table);
}

static void close_made(struct made *m)
{
    grid_columns_deinit(&m->columns);
    tabular_close(&m->table);
    made_grid_close(&m->grid);
}

static void test_place(void **state)
{
    static const struct {
        size_t columns, frozen, first, cursor; /* wished for */
        bool whole;
        size_t got_frozen, got_first, got_shown;
    } rows[] = {
        {200, 1, 1, 1, true, 1, 1, 3}, {50, 1, 1, 1, true, 1, 1, 3},
        {40, 1, 1, 1, false, 1, 1, 2}, {40, 1, 1, 3, false, 1, 2, 2},
        {40, 1, 3, 1, false, 1, 1, 2}, {40, 1, 99, 3, false, 1, 2, 2},
        {40, 0, 0, 0, false, 0, 0, 3}, {40, 0, 0, 3, false, 0, 1, 3},
        {40, 2, 2, 3, false, 2, 3, 1}, {40, 99, 0, 0, false, 3, 3, 1},
        {12, 1, 1, 2, false, 0, 2, 1}, {1, 1, 1, 2, false, 0, 2, 1},
    };
    struct made m;
    (void)state;
    open_made(&m);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct grid_columns *g = &m.columns;
        size_t left, width;
        grid_columns_place(&m.columns, rows[i].columns, rows[i].frozen, rows[i].first,
                           rows[i].cursor);
        if (g->whole != rows[i].whole || g->frozen != rows[i].got_frozen ||
            g->first != rows[i].got_first || g->shown != rows[i].got_shown)
            fail_msg("row %zu: whole %d, %zu stay, from %zu on %zu", i, g->whole, g->frozen,
                     g->first, g->shown);
        assert_true(grid_columns_at(g, rows[i].cursor, rows[i].columns, &left, &width));
        assert_int_equal(grid_columns_find(g, rows[i].columns, left), rows[i].cursor);
    }
    close_made(&m);
}

/* Numbers are never made narrower; text gives way, and takes what is left. */
static void test_widths(void **state)
{
    static const struct {
        size_t columns, label, number;
    } rows[] = {{200, 57, 9}, {60, 34, 9}, {50, 24, 9}, {40, 16, 9}};
    struct made m;
    (void)state;
    open_made(&m);
    for (size_t i = 0; i < COUNT(rows); i++) {
        grid_columns_place(&m.columns, rows[i].columns, 1, 1, 1);
        size_t label = m.columns.widths.at[m.table.used[0]].width;
        size_t number = m.columns.widths.at[m.table.used[1]].width;
        if (label != rows[i].label || number < rows[i].number)
            fail_msg("at %zu: label %zu, number %zu", rows[i].columns, label, number);
    }
    close_made(&m);
}

/* A head over two columns is over what is in sight of them. */
static void test_span(void **state)
{
    struct made m;
    size_t left, width, all, from;
    (void)state;
    open_made(&m);
    grid_columns_place(&m.columns, 100, 1, 1, 1);
    assert_true(
        grid_columns_span(&m.columns, m.table.used[1], m.table.used[2] + 1, 100, &from, &all));
    assert_int_equal(all, grid_columns_room(&m.columns, m.table.used[1], m.table.used[2] + 1));
    grid_columns_place(&m.columns, 40, 1, 2, 3);
    assert_true(
        grid_columns_span(&m.columns, m.table.used[1], m.table.used[2] + 1, 40, &left, &width));
    assert_true(width < all);
    assert_false(
        grid_columns_span(&m.columns, m.table.used[1], m.table.used[1] + 1, 40, &left, &width));
    assert_int_equal(grid_columns_find(&m.columns, 40, 99), SIZE_MAX);
    close_made(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
