/* SPDX-License-Identifier: MIT */
/* Tests of comparing exhibit numbers. */
#include "outline/exhibits/exhibit_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_token(void **state)
{
    (void)state;
    struct slice number = SLICE("99.(A)(001)x");
    static const char *const tokens[] = {"99", "A", "1", "x", "", ""};
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++)
        assert_true(slice_equal(exhibit_order_token(&number), slice_of(tokens[i])));
    number = SLICE("000");
    assert_true(slice_equal(exhibit_order_token(&number), SLICE("0")));
}

static void test_order(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {
        {"99.1", "99.1", 0}, {"99.01", "99.1", 0},  {"10(a)", "10.(A)", 0},
        {"", "", 0},         {"99.1", "99.11", -1}, {"99", "99.1", -1},
        {"10.2", "10.1", 1}, {"3-B", "3(a)", 1},    {"", "1", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice a = slice_of(rows[i].a);
        struct slice b = slice_of(rows[i].b);
        assert_int_equal(exhibit_order_compare(a, b), rows[i].order);
        assert_int_equal(exhibit_order_compare(b, a), -rows[i].order);
        assert_int_equal(exhibit_order_hash(a) == exhibit_order_hash(b), rows[i].order == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_token), cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
