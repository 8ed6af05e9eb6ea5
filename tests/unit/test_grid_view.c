/* SPDX-License-Identifier: MIT */
/* Going through a table by cells: motions, what is in sight, what is said, at any size. */
#include "ui/grid/grid_view.h"

#include "ui/grid/grid_words.h"
#include "unit/made_grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct made {
    struct made_grid grid;
    struct grid_view view;
};

static void open_at(struct made *m, const char *what, int rows, int columns)
{
    made_grid_open(&m->grid, made_grid_statement);
    assert_true(
        grid_view_open(&m->view, m->grid.content, made_grid_find(made_grid_statement, what)));
    grid_view_resize(&m->view, rows, columns);
}

static void close_made(struct made *m)
{
    grid_view_close(&m->view);
    made_grid_close(&m->grid);
}

static void test_motions(void **state)
{
    static const struct {
        enum action_id action;
        long count;
        size_t row, column;
        const char *say;
    } rows[] = {
        {ACTION_LINE_DOWN, 0, 1, 1, ""},
        {ACTION_LINE_DOWN, 3, 4, 1, ""},
        {ACTION_LINE_DOWN, 100000000, 6, 1, ""},
        {ACTION_LINE_DOWN, 0, 6, 1, "this is the last row"},
        {ACTION_TOP, 0, 0, 1, ""},
        {ACTION_LINE_UP, 0, 0, 1, "this is the first row"},
        {ACTION_TOP, 3, 2, 1, ""},
        {ACTION_BOTTOM, 0, 6, 1, ""},
        {ACTION_BOTTOM, 5, 4, 1, ""},
        {ACTION_GOTO_LINE, 99, 6, 1, ""},
        {ACTION_GOTO_PERCENT, 50, 3, 1, ""},
        {ACTION_SCROLL_RIGHT, 0, 3, 2, ""},
        {ACTION_SCROLL_END, 0, 3, 3, ""},
        {ACTION_SCROLL_RIGHT, 2, 3, 3, "this is the last column"},
        {ACTION_SCROLL_LEFT, 2, 3, 1, ""},
        {ACTION_SCROLL_HOME, 0, 3, 0, ""},
        {ACTION_SCROLL_LEFT, 0, 3, 0, "this is the first column"},
        {ACTION_NEXT_PARAGRAPH, 0, 5, 0, ""},
        {ACTION_PREVIOUS_PARAGRAPH, 0, 1, 0, ""},
        {ACTION_PREVIOUS_PARAGRAPH, 3, 0, 0, ""},
        {ACTION_NEXT_PARAGRAPH, 9, 6, 0, ""},
        {ACTION_SCREEN_UP, 0, 0, 0, ""},
        {ACTION_HALF_SCREEN_DOWN, 2, 2, 0, ""},
        {ACTION_SCREEN_DOWN, 0, 6, 0, ""},
        {ACTION_SCREEN_DOWN, 100000000, 6, 0, "this is the last row"},
    };
    struct made m;
    (void)state;
    open_at(&m, "Glaze sold", 20, 80);
    assert_int_equal(m.view.column, 1);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer say = {0};
        struct order order = {.action = rows[i].action, .count = rows[i].count};
        assert_true(grid_view_handle(&m.view, &order, &say));
        if (m.view.row != rows[i].row || m.view.column != rows[i].column ||
            strcmp(buffer_text(&say), rows[i].say) != 0)
            fail_msg("row %zu of the test: at %zu, %zu, says '%s'", i, m.view.row, m.view.column,
                     buffer_text(&say));
        buffer_deinit(&say);
    }
    struct order other = {.action = ACTION_NEXT_ITEM};
    assert_false(grid_view_handle(&m.view, &other, NULL));
    close_made(&m);
}

static void check_words(const struct grid_view *v, const char *value, const char *position)
{
    struct buffer said = {0}, told = {0};
    grid_view_value(v, &said);
    assert_string_equal(buffer_text(&said), value);
    grid_view_position(v, false, &told);
    assert_string_equal(buffer_text(&told), position);
    buffer_deinit(&said);
    buffer_deinit(&told);
}

static void test_words(void **state)
{
    struct made m;
    struct buffer brief = {0};
    (void)state;
    open_at(&m, "Wood", 20, 100);
    check_words(&m.view, "Wood · Year Ended June 30, 2003: (102)",
                "rows 1-7 of 7 · columns 1-4 of 4");
    grid_view_go(&m.view, 3, 3);
    check_words(&m.view, "Wood · Note: empty", "rows 1-7 of 7 · columns 1-4 of 4");
    grid_view_go(&m.view, 4, 0);
    check_words(&m.view, "Total costs", "rows 1-7 of 7 · columns 1-4 of 4");
    grid_view_resize(&m.view, 8, 30);
    grid_view_go(&m.view, 4, 3);
    check_words(&m.view, "Total costs · Note: empty",
                "rows 4-5 of 7 · columns 3-4 of 4 beside column 1");
    grid_view_position(&m.view, true, &brief);
    assert_string_equal(buffer_text(&brief), "4-5/7 · 3-4/4");
    buffer_deinit(&brief);
    close_made(&m);
}

static void test_freeze(void **state)
{
    static const struct {
        size_t column;
        long count;
        size_t frozen;
        const char *say;
    } rows[] = {
        {1, 0, 2, "2 columns stay"},
        {1, 0, 1, "1 column stays"},
        {2, 0, 3, "3 columns stay"},
        {1, 0, 1, "1 column stays"},
        {1, 3, 3, "3 columns stay"},
        {1, 99, 1, "1 column stays"}, /* the same again takes it back */
        {1, 2, 2, "2 columns stay"},
        {1, 2, 1, "1 column stays"},
        {3, 1, 1, "1 column stays"},
    };
    struct made m;
    (void)state;
    open_at(&m, "Wood", 20, 24);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer say = {0};
        grid_view_go(&m.view, 0, rows[i].column);
        grid_view_freeze(&m.view, rows[i].count, &say);
        assert_int_equal(m.view.frozen, rows[i].frozen);
        /* Where the pane has less room, that is said behind it. */
        assert_true(slice_starts(buffer_slice(&say), slice_of(rows[i].say)));
        buffer_deinit(&say);
    }
    struct buffer say = {0};
    grid_view_freeze(&m.view, 3, &say);
    assert_int_equal(m.view.frozen, 3);
    buffer_clear(&say);
    grid_view_resize(&m.view, 20, 100);
    grid_view_freeze(&m.view, 0, &say);
    assert_string_equal(buffer_text(&say), "all columns are in sight; none has to stay");
    assert_int_equal(m.view.frozen, 1);
    buffer_deinit(&say);
    close_made(&m);
}

/* The cell is in sight at any size, and no column is cut that could stand whole. */
static void test_sizes(void **state)
{
    struct made m;
    (void)state;
    open_at(&m, "Glaze sold", 0, 0);
    for (int rows = 0; rows < 20; rows++)
        for (int columns = 0; columns < 90; columns += columns < 30 ? 1 : 7)
            for (size_t cell = 0; cell < 28; cell++) {
                size_t left, width;
                const struct grid_frame *f = &m.view.frame;
                grid_view_resize(&m.view, rows, columns);
                grid_view_go(&m.view, cell / 4, cell % 4);
                assert_true(m.view.top <= m.view.row);
                assert_true(m.view.row < m.view.top + grid_view_in_sight(&m.view));
                assert_int_equal(f->caption + f->head + f->line, f->top);
                assert_int_equal(f->top + f->body + f->told + f->value, rows);
                if (columns == 0)
                    continue;
                assert_true(
                    grid_columns_at(&m.view.columns, cell % 4, (size_t)columns, &left, &width));
                assert_true(left + width <= (size_t)columns);
            }
    close_made(&m);
}

static void test_point(void **state)
{
    struct made m;
    (void)state;
    open_at(&m, "Glaze sold", 20, 100);
    int top = m.view.frame.top;
    assert_true(grid_view_point(&m.view, top + 2, 0));
    assert_int_equal(m.view.row, 2);
    assert_int_equal(m.view.column, 0);
    /* A line below it is the rule above the total. */
    assert_true(grid_view_point(&m.view, top + 5, 0));
    assert_int_equal(m.view.row, 4);
    assert_false(grid_view_point(&m.view, top - 1, 0));
    assert_false(grid_view_point(&m.view, top + 15, 0));
    assert_false(grid_view_point(&m.view, top, 99));
    close_made(&m);
}

static void test_go_to(void **state)
{
    struct made m;
    (void)state;
    open_at(&m, "Glaze sold", 20, 100);
    grid_view_go_to(&m.view, made_grid_find(made_grid_statement, "(39)"));
    assert_int_equal(m.view.row, 4);
    assert_int_equal(m.view.column, 2);
    grid_view_go_to(&m.view, 0);
    assert_int_equal(m.view.row, 0);
    close_made(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_motions), cmocka_unit_test(test_words), cmocka_unit_test(test_freeze),
        cmocka_unit_test(test_sizes),   cmocka_unit_test(test_point), cmocka_unit_test(test_go_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
