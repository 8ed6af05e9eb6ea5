/* SPDX-License-Identifier: MIT */
/* The table of actions: sound rows, found by name, suggested when misspelt. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/actions.h"

#include <string.h>

static void test_rows(void **state)
{
    (void)state;
    for (unsigned i = 0; i < ACTION_COUNT; i++) {
        const struct action *a = action_get((enum action_id)i);
        assert_int_equal(a->id, i);
        assert_ptr_equal(action_find(slice_of(a->name)), a);
        assert_true(strlen(a->name) > 0 && strlen(a->help) > 0);
        /* Scripts take the table apart at its quotes; help has one line without a full stop. */
        assert_null(strpbrk(a->help, "\"\n"));
        assert_true(a->help[strlen(a->help) - 1] != '.');
        for (const char *p = a->name; *p; p++)
            assert_true(byte_is_lower(*p) || *p == '-');
        assert_true(strlen(action_group_title(a->group)) > 0);
        /* Rows of one group stand together. */
        if (i > 0)
            assert_true(a->group >= action_get((enum action_id)(i - 1))->group);
    }
    assert_null(action_get(ACTION_NONE));
    assert_null(action_find(SLICE("none")));
    assert_null(action_find(SLICE("next-ite")));
    assert_string_equal(action_group_title(GROUP_COUNT), "");
}

static void test_suggestions(void **state)
{
    static const struct {
        const char *wrong, *right;
    } cases[] = {
        {"nxt-item", "next-item"},
        {"next_item", "next-item"},
        {"NEXT-PAGE", "next-page"},
        {"serach", "search"},
        {"quti", "quit"},
        {"previous-pgae", "previous-page"},
        {"toggle-warp", "toggle-wrap"},
        {"xyzzy", NULL},
        {"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct action *a = action_suggest(slice_of(cases[i].wrong));
        if (cases[i].right)
            assert_string_equal(a ? a->name : "(none)", cases[i].right);
        else
            assert_null(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_suggestions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
