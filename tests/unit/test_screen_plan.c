/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/screen_plan.h"

/* At any size the parts are inside the screen, side by side, and the focused pane is there. */
static void test_all_sizes(void **state)
{
    (void)state;
    for (int rows = 0; rows < 8; rows++) {
        for (int columns = 0; columns < 200; columns++) {
            for (int wish = 0; wish < 260; wish += 20) {
                for (int how = 0; how < 4; how++) {
                    struct screen_plan p = screen_plan_make(rows, columns, how & 1, wish, how & 2);
                    assert_in_range(p.rows, 0, rows);
                    assert_int_equal(p.rows + p.title + p.status, rows);
                    assert_true(p.border < columns);
                    assert_int_equal(p.tree_columns + p.text_columns + (p.border >= 0), columns);
                    assert_true((how & 2) ? p.tree_columns == columns || p.border > 0
                                          : p.text_columns > 0 || columns == 0);
                }
            }
        }
    }
}

static void test_panes(void **state)
{
    (void)state;
    assert_int_equal(screen_plan_make(24, 69, true, 20, false).tree_columns, 0);
    assert_int_equal(screen_plan_make(24, 70, true, 20, false).tree_columns, 20);
    assert_int_equal(screen_plan_make(24, 70, true, 99, false).text_columns, SCREEN_TEXT_LEAST);
    assert_int_equal(screen_plan_make(24, 70, false, 20, false).tree_columns, 0);
    assert_int_equal(screen_plan_make(24, 40, true, 20, true).tree_columns, 40);
    /* A share of the screen leaves 80 columns to the text where it can. */
    assert_int_equal(screen_plan_fair(80, 26), 26);
    assert_int_equal(screen_plan_fair(110, 36), 29);
    assert_int_equal(screen_plan_fair(200, 66), 66);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_sizes),
        cmocka_unit_test(test_panes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
