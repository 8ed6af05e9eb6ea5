/* SPDX-License-Identifier: MIT */
/* Looking for a text in the cells of a table, in steps. */
#include "ui/grid/grid_seek.h"

#include "unit/made_grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_seek(void **state)
{
    static const struct {
        const char *text;
        bool wide, backward, at;
        size_t row, column, steps;
        bool found, turned;
        size_t found_row, found_column;
    } rows[] = {
        {"cost", false, false, true, 0, 0, 1, true, false, 1, 0},
        {"cost", false, false, true, 1, 0, 1, true, false, 1, 0},
        {"cost", false, false, false, 1, 0, 1, true, false, 4, 0},
        {"cost", false, false, false, 4, 0, 1, true, true, 1, 0},
        {"cost", false, true, false, 1, 0, 1, true, true, 4, 0},
        {"cost", false, false, true, 0, 0, 2, true, false, 4, 0},
        {"cost", false, false, true, 0, 0, 3, true, true, 1, 0},
        {"cost", false, false, true, 0, 0, 99999999999, true, true, 4, 0},
        {"cost", false, false, true, 0, 1, 1, true, false, 1, 1}, /* a label's row, in its column */
        {"cost", false, false, false, 1, 1, 1, true, false, 4, 1},
        {"cost", false, true, false, 1, 1, 1, true, true, 4, 1},
        {"114", false, false, true, 0, 2, 1, false, true, 0, 0}, /* in another column */
        {"cost", true, false, true, 0, 1, 1, true, false, 1, 0},
        {"^\\(\\d\\)$", true, false, true, 0, 0, 1, true, false, 0, 3},
        {"^\\(\\d\\)$", true, false, false, 0, 3, 1, true, false, 2, 2},
        {"^\\(\\d\\)$", true, true, false, 0, 3, 1, true, true, 6, 3},
        {"kiln", true, false, true, 3, 2, 1, false, true, 0, 0},
    };
    struct made_grid m;
    struct grid_view v;
    struct error e;
    (void)state;
    made_grid_open(&m, made_grid_statement);
    assert_true(grid_view_open(&v, m.content, made_grid_find(made_grid_statement, "Clay")));
    for (size_t i = 0; i < 2 * COUNT(rows); i++) {
        size_t r = i / 2, steps = 0;
        struct grid_seek s = {.wide = rows[r].wide};
        assert_true(grid_seek_pattern(&s, slice_of(rows[r].text),
                                      (struct pattern_options){.smart_case = true}, &e));
        grid_seek_begin(&s, &v, rows[r].row, rows[r].column, rows[r].backward, rows[r].at,
                        rows[r].steps);
        /* At once, and a cell at a time: the same. */
        while (!grid_seek_step(&s, &v, i % 2 ? 1 : 1000000))
            assert_true(++steps < 100000);
        if (s.found != rows[r].found || s.turned != rows[r].turned ||
            (s.found && (s.row != rows[r].found_row || s.column != rows[r].found_column)))
            fail_msg("row %zu of the test: %d %d at %zu, %zu", r, s.found, s.turned, s.row,
                     s.column);
        grid_seek_deinit(&s);
    }
    grid_view_close(&v);
    made_grid_close(&m);
}

static void test_pattern(void **state)
{
    struct grid_seek s = {0};
    struct error e;
    (void)state;
    assert_false(grid_seek_pattern(&s, SLICE("("), (struct pattern_options){0}, &e));
    assert_int_equal(e.kind, ERROR_PATTERN);
    assert_true(grid_seek_pattern(&s, SLICE("("), (struct pattern_options){.literal = true}, &e));
    /* A bad one leaves the good one before it. */
    assert_false(grid_seek_pattern(&s, SLICE("["), (struct pattern_options){0}, &e));
    assert_string_equal(buffer_text(&s.text), "(");
    grid_seek_deinit(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seek),
        cmocka_unit_test(test_pattern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
