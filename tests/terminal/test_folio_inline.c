/* SPDX-License-Identifier: MIT */
/* A walk through an inline XBRL report: Items, search, tables, help, sizes, saving. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <unistd.h>

static void test_report(void **state)
{
    static const char file[] = "folio-inline.txt";
    (void)state;
    struct harness *h = opened_at((struct harness_setup){.home = "inline", .columns = 100},
                                  opened_sample("10-K_2023_ixbrl.htm"));
    opened_go(h, "]]", "Item 1");
    harness_type(h, "/the\r");
    harness_expect_text(h, "/the  8 of 24");
    opened_go(h, "n", "/the  9 of 24");
    opened_go(h, "]t t", "Pumps \xC2\xB7 Year Ended December 31, 2023: $ 372,514");
    opened_go(h, "j", "Filtration \xC2\xB7 Year");
    opened_go(h, "Esc", "q quit");
    opened_go(h, "gt", "3 of 38");
    opened_go(h, "Esc", "q quit");
    harness_resize(h, 40, 60);
    opened_go(h, "F1", "closes the help");
    harness_keys(h, "q");
    harness_expect_gone(h, "closes the help");
    harness_resize(h, 24, 130);
    opened_go(h, "s", "save");
    harness_type(h, "folio-inline.txt\r");
    harness_expect_text(h, "saved");
    opened_quit(h);
    assert_int_equal(unlink(file), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_report)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
