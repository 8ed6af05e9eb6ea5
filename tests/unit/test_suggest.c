/* SPDX-License-Identifier: MIT */
/* "Did you mean": only names that are near, and that begin alike. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/suggest.h"

static void test_near(void **state)
{
    (void)state;
    static const struct {
        const char *wrong, *right; /* NULL: nothing comes near */
    } cases[] = {
        {"foo", NULL},    {"xop", NULL},
        {"to", NULL},     {"tpo", "top"},
        {"otp", "top"},   {"flwo", "flow"},
        {"lfow", "flow"}, {"folw", "flow"},
        {"xlow", NULL},   {"nxt-item", "next-item"},
        {"F13", "F1"},    {"", NULL},
        {"F", NULL},      {"NEXT_ITEM", "next-item"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct suggest s;
        suggest_init(&s, slice_of(cases[i].wrong));
        suggest_offer(&s, "top");
        suggest_offer(&s, "flow");
        suggest_offer(&s, "F1");
        suggest_offer(&s, "next-item");
        if (cases[i].right)
            assert_string_equal(suggest_name(&s), cases[i].right);
        else
            assert_string_equal(suggest_name(&s), "");
        assert_string_equal(suggest_words(&s), cases[i].right ? "; did you mean " : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
