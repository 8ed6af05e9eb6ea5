/* SPDX-License-Identifier: MIT */
/* What is taken out of a table: a cell, a row, a column, all. */
#include "ui/grid/grid_copy.h"

#include "unit/made_grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define HEAD "\tYear Ended June 30, 2003\tYear Ended June 30, 2002\tNote\n"

struct made {
    struct made_grid grid;
    struct grid_view view;
};

static void open_made(struct made *m)
{
    made_grid_open(&m->grid, made_grid_statement);
    assert_true(grid_view_open(&m->view, m->grid.content,
                               made_grid_find(made_grid_statement, "Glaze sold")));
    grid_view_resize(&m->view, 20, 80);
}

static void close_made(struct made *m)
{
    grid_view_close(&m->view);
    made_grid_close(&m->grid);
}

static void test_parts(void **state)
{
    struct made m;
    struct buffer out = {0};
    (void)state;
    open_made(&m);
    grid_copy_cell(&m.view, &out);
    assert_string_equal(buffer_text(&out), "$ 1,204.5");
    buffer_clear(&out);
    grid_view_go(&m.view, 1, 2);
    grid_copy_cell(&m.view, &out);
    assert_int_equal(out.len, 0);
    grid_view_go(&m.view, 2, 2);
    grid_copy_row(&m.view, &out);
    assert_string_equal(buffer_text(&out), HEAD "Clay\t(12)\t(9)\t(2)\n");
    buffer_clear(&out);
    grid_copy_column(&m.view, &out);
    assert_string_equal(buffer_text(&out),
                        "\tYear Ended June 30, 2002\n"
                        "Glaze sold to potters in all of the towns along the river\t$ 98.25\n"
                        "Costs:\t\nClay\t(9)\nWood\t(30)\nTotal costs\t(39)\nTaxes:\t\n"
                        "Taxes on glaze\t6\n");
    buffer_clear(&out);
    grid_view_go(&m.view, 2, 0);
    grid_copy_column(&m.view, &out);
    assert_true(slice_starts(buffer_slice(&out), SLICE("\nGlaze sold to potters in all of the")));
    buffer_deinit(&out);
    close_made(&m);
}

static void test_table(void **state)
{
    static const struct {
        enum table_format format;
        const char *begins, *has;
    } rows[] = {
        {TABLE_TSV, HEAD, "\nWood\t(102)\t(30)\t\n"},
        {TABLE_CSV, ",\"Year Ended June 30, 2003\"", "\n\"Total costs\",(114),(39),\n"},
        {TABLE_MD, "|  | Year Ended June 30, 2003 |", "\n|----|---:|---:|"},
        {TABLE_JSON, "{\"caption\":\"STATEMENTS OF KILNS\",\"header\":[[",
         "[\"Clay\",\"(12)\",\"(9)\",\"(2)\"]"},
    };
    struct made m;
    (void)state;
    open_made(&m);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        grid_copy_table(&m.view.table, rows[i].format, &out);
        struct slice text = buffer_slice(&out);
        if (!slice_starts(text, slice_of(rows[i].begins)) ||
            slice_find(text, slice_of(rows[i].has)) == text.len)
            fail_msg("%zu: %s", i, buffer_text(&out));
        buffer_deinit(&out);
    }
    close_made(&m);
}

/* In steps as at once; given up in the middle nothing is left behind. */
static void test_steps(void **state)
{
    struct made m;
    struct buffer all = {0}, steps = {0}, part = {0};
    struct grid_copying g;
    size_t count = 1;
    (void)state;
    open_made(&m);
    grid_copy_table(&m.view.table, TABLE_TSV, &all);
    grid_copy_begin(&g, &m.view.table, TABLE_TSV, &steps);
    while (!grid_copy_step(&g, 4))
        count++;
    grid_copy_end(&g);
    assert_in_range(count, 2, m.view.table.count);
    assert_string_equal(buffer_text(&steps), buffer_text(&all));
    grid_copy_begin(&g, &m.view.table, TABLE_TSV, &part);
    assert_false(grid_copy_step(&g, 4));
    grid_copy_end(&g);
    buffer_deinit(&part);
    buffer_deinit(&steps);
    buffer_deinit(&all);
    close_made(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
