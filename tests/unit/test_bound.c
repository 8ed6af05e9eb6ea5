/* SPDX-License-Identifier: MIT */
/* The keys of an action in all contexts, told in short. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/bound.h"

static void bind(struct keymap *map, enum keymap_context context, const char *keys,
                 const char *command)
{
    struct error e;
    if (!keymap_bind(map, context, slice_of(keys), slice_of(command), &e))
        fail_msg("%s: %s", keys, e.message);
}

static void test_keys(void **state)
{
    static const struct {
        enum action_id action;
        const char *keys;
    } cases[] = {
        {ACTION_LINE_DOWN, "j, Down"},
        {ACTION_FOLD, "zc; h, Left (tree)"},
        {ACTION_SCROLL_LEFT, "h, Left (text table); Shift-Tab (table)"},
        {ACTION_GOTO_ITEM, "gi"},
        {ACTION_GOTO_PAGE, ""},
        {ACTION_COMMAND_LINE, ":"},
        {ACTION_QUIT, "q; Q (help)"},
        {ACTION_HELP, ""},
    };
    (void)state;
    struct keymap *map = keymap_new();
    bind(map, CONTEXT_ALL, "j", "line-down");
    bind(map, CONTEXT_TEXT, "h", "scroll-left");
    bind(map, CONTEXT_ALL, "zc", "fold");
    bind(map, CONTEXT_TEXT, "Left", "scroll-left");
    bind(map, CONTEXT_ALL, "Down", "line-down");
    bind(map, CONTEXT_TREE, "h", "fold");
    bind(map, CONTEXT_TREE, "Left", "fold");
    bind(map, CONTEXT_TABLE, "h", "scroll-left");
    bind(map, CONTEXT_TABLE, "Left", "scroll-left");
    bind(map, CONTEXT_TABLE, "Shift-Tab", "scroll-left");
    bind(map, CONTEXT_ALL, "gi", "command-line item");
    bind(map, CONTEXT_ALL, ":", "command-line");
    bind(map, CONTEXT_ALL, "p", "page 3");
    bind(map, CONTEXT_ALL, "q", "quit");
    bind(map, CONTEXT_HELP, "q", "quit");
    bind(map, CONTEXT_HELP, "Q", "quit");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        bool any = bound_keys(map, action_get(cases[i].action), &out);
        assert_string_equal(buffer_text(&out), cases[i].keys);
        assert_int_equal(any, *cases[i].keys != '\0');
        buffer_deinit(&out);
    }
    keymap_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
