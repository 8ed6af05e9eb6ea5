/* SPDX-License-Identifier: MIT */
/* Exhibit numbers that are told in part. */
#include "outline/exhibits/exhibit_sub.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* Below the first number stand the others; "" is one that does not belong there. */
static void test_next(void **state)
{
    static const char *const rows[][2][6] = {
        {{"10", "(a)", "(b)", "(c)", "(i)", "(d)"},
         {"10", "10(a)", "10(b)", "10(c)", "10(c)(i)", "10(d)"}},
        {{"10(h)", "(i)", "(j)", "(a)"}, {"10(h)", "10(i)", "10(j)", "10(j)(a)"}},
        {{"3A", "B", "C", "(a)"}, {"3A", "3B", "3C", ""}},
        {{"3", "(i)", "(ii)"}, {"3", "3(i)", "3(ii)"}},
        {{"27", "(i)", "(b)"}, {"27", "", ""}},
        {{"10.1", "(a)", "(c)", "(z)"}, {"10.1", "10.1(a)", "10.1(c)", ""}},
        {{"10(z)", "(aa)", "(bb)"}, {"10(z)", "10(aa)", "10(bb)"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct exhibit_sub s = {0};
        exhibit_sub_begin(&s, slice_of(rows[i][0][0]));
        for (size_t k = 1; k < 6 && rows[i][0][k] != NULL; k++) {
            struct buffer label = {0};
            bool found = exhibit_sub_next(&s, slice_of(rows[i][0][k]), true, &label);
            if (found != (rows[i][1][k][0] != 0) ||
                !slice_equal(buffer_slice(&label), slice_of(rows[i][1][k])))
                fail_msg("%s below %s: %s", rows[i][0][k], rows[i][0][0], buffer_text(&label));
            buffer_deinit(&label);
        }
        exhibit_sub_deinit(&s);
    }
}

/* Only a list that goes on may do without the leave to begin. */
static void test_begin(void **state)
{
    struct exhibit_sub s = {0};
    struct buffer label = {0};
    (void)state;
    exhibit_sub_begin(&s, SLICE("10"));
    assert_false(exhibit_sub_next(&s, SLICE("(a)"), false, &label));
    assert_true(exhibit_sub_next(&s, SLICE("(a)"), true, &label));
    assert_true(exhibit_sub_next(&s, SLICE("(b)"), false, &label));
    buffer_deinit(&label);
    exhibit_sub_deinit(&s);
}

static void test_label(void **state)
{
    static const char *const rows[][2] = {
        {"10)(iii)(A)", "10(iii)(A)"},
        {"3-1)", "3-1"},
        {"3)A", "3A"},
        {"3(i)", "3(i)"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer label = {0};
        exhibit_sub_label(&label, slice_of(rows[i][0]), true);
        assert_string_equal(buffer_text(&label), rows[i][1]);
        buffer_deinit(&label);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_begin),
        cmocka_unit_test(test_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
