/* SPDX-License-Identifier: MIT */
/* Key maps: contexts, prefixes, what is refused, and what help shows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/keymap.h"

#include <string.h>

enum { ROOM = 8 };

static void bind(struct keymap *map, enum keymap_context context, const char *keys,
                 const char *command)
{
    struct error e;
    if (!keymap_bind(map, context, slice_of(keys), slice_of(command), &e))
        fail_msg("%s: %s", keys, e.message);
}

/* Fails with a message that holds `words`. */
static void bind_badly(struct keymap *map, enum keymap_context context, const char *keys,
                       const char *command, const char *words)
{
    struct error e = {0};
    if (keymap_bind(map, context, slice_of(keys), slice_of(command), &e))
        fail_msg("'%s: %s' was taken", keys, command);
    assert_int_equal(e.kind, ERROR_CONFIG);
    if (!strstr(e.message, words))
        fail_msg("'%s': %s", keys, e.message);
}

/* The action of the keys; ACTION_NONE, or -1 for a prefix. */
static int look_up(const struct keymap *map, enum keymap_context context, const char *text)
{
    struct key keys[ROOM];
    size_t count;
    const struct binding *found = NULL;
    assert_true(key_parse(slice_of(text), keys, ROOM, &count, NULL));
    switch (keymap_find(map, context, keys, count, &found)) {
    case KEYMAP_FOUND:
        return (int)found->action;
    case KEYMAP_PREFIX:
        return -1;
    case KEYMAP_NONE:
        break;
    }
    return ACTION_NONE;
}

static void test_find(void **state)
{
    struct keymap *map = keymap_new();
    (void)state;
    bind(map, CONTEXT_ALL, "j", "line-down");
    bind(map, CONTEXT_ALL, "gg", "top");
    bind(map, CONTEXT_TREE, "j", "next-item");
    bind(map, CONTEXT_PROMPT, "Ctrl-T", "search-scope");
    static const struct {
        enum keymap_context context;
        const char *keys;
        int action;
    } cases[] = {
        {CONTEXT_TEXT, "j", ACTION_LINE_DOWN},
        {CONTEXT_TREE, "j", ACTION_NEXT_ITEM},
        {CONTEXT_HELP, "j", ACTION_LINE_DOWN},
        {CONTEXT_PROMPT, "j", ACTION_NONE},
        {CONTEXT_TEXT, "g", -1},
        {CONTEXT_TEXT, "gg", ACTION_TOP},
        {CONTEXT_TEXT, "ggg", ACTION_NONE},
        {CONTEXT_TEXT, "gj", ACTION_NONE},
        {CONTEXT_PROMPT, "g", ACTION_NONE},
        {CONTEXT_TEXT, "Ctrl-T", ACTION_NONE},
        {CONTEXT_PROMPT, "Ctrl-T", ACTION_SEARCH_SCOPE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(look_up(map, cases[i].context, cases[i].keys), cases[i].action);
    bind(map, CONTEXT_ALL, "j", "line-up");
    assert_int_equal(look_up(map, CONTEXT_TEXT, "j"), ACTION_LINE_UP);
    keymap_free(map);
    keymap_free(NULL);
}

static void test_refused(void **state)
{
    struct keymap *map = keymap_new();
    (void)state;
    bind(map, CONTEXT_ALL, "gg", "top");
    bind(map, CONTEXT_TREE, "x", "fold");
    static const struct {
        enum keymap_context context;
        const char *keys, *command, *words;
    } cases[] = {
        {CONTEXT_ALL, "j", "nxt-item", "unknown action 'nxt-item'; did you mean next-item"},
        {CONTEXT_ALL, "j", "xyzzy", "unknown action 'xyzzy'"},
        {CONTEXT_ALL, "j", "", "unknown action ''"},
        {CONTEXT_ALL, "PageDwn", "top", "did you mean PageDown"},
        {CONTEXT_ALL, "Click", "top", "the mouse cannot be bound"},
        {CONTEXT_ALL, "g", "top", "'g' begins 'gg'; 'gg' is bound to top (in all)"},
        {CONTEXT_TEXT, "g", "top", "'g' begins 'gg'"},
        {CONTEXT_TEXT, "ggg", "top", "'gg' begins 'ggg'"},
        {CONTEXT_ALL, "xy", "top", "'x' begins 'xy'; 'x' is bound to fold (in tree)"},
        {CONTEXT_ALL, "j", "top 5", "top takes no argument"},
        {CONTEXT_ALL, "j", "page", "page needs an argument"},
        {CONTEXT_ALL, "j", "percent half", "percent takes a number, not 'half'"},
        {CONTEXT_ALL, "j", "set warp", "unknown option 'warp'; did you mean wrap"},
        {CONTEXT_ALL, "j", "search-scope pge", "scope is one of"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        bind_badly(map, cases[i].context, cases[i].keys, cases[i].command, cases[i].words);
    assert_int_equal(look_up(map, CONTEXT_TEXT, "j"), ACTION_NONE);
    assert_int_equal(look_up(map, CONTEXT_TEXT, "gg"), ACTION_TOP);
    /* Where both cannot hold, there is no conflict. */
    bind(map, CONTEXT_TEXT, "xy", "top");
    bind(map, CONTEXT_PROMPT, "g", "cancel");
    keymap_free(map);
}

static void test_arguments(void **state)
{
    static const char *const commands[] = {"page F-3",          "percent",    "percent 50",
                                           "command-line item", "set tree!",  "search-scope filing",
                                           "search-scope",      "set nowrap", "line 12"};
    (void)state;
    struct keymap *map = keymap_new();
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        bind(map, CONTEXT_ALL, "j", commands[i]);
        const struct binding *b = keymap_get(map, 0);
        const char *blank = strchr(commands[i], ' ');
        if (blank)
            assert_string_equal(b->argument, blank + 1);
        else
            assert_null(b->argument);
    }
    assert_null(keymap_get(map, 1));
    keymap_free(map);
}

static void test_unbind(void **state)
{
    struct error e;
    struct keymap *map = keymap_new();
    (void)state;
    bind(map, CONTEXT_ALL, "gg", "top");
    bind(map, CONTEXT_ALL, "G", "bottom");
    bind(map, CONTEXT_TREE, "G", "fold");
    assert_false(keymap_unbind(map, CONTEXT_ALL, SLICE("x"), &e));
    assert_non_null(strstr(e.message, "'x' is not bound in all"));
    assert_false(keymap_unbind(map, CONTEXT_ALL, SLICE("C-x"), &e));
    assert_false(keymap_unbind(map, CONTEXT_PROMPT, SLICE("gg"), &e));

    /* For one context only; then its beginning is free there. */
    assert_true(keymap_unbind(map, CONTEXT_TEXT, SLICE("gg"), &e));
    assert_true(keymap_unbind(map, CONTEXT_TEXT, SLICE("gg"), &e));
    assert_int_equal(look_up(map, CONTEXT_TEXT, "g"), ACTION_NONE);
    assert_int_equal(look_up(map, CONTEXT_TREE, "gg"), ACTION_TOP);
    bind(map, CONTEXT_TEXT, "g", "top");
    assert_int_equal(look_up(map, CONTEXT_TEXT, "g"), ACTION_TOP);

    /* What was bound in the tree alone, and what it had covered, are gone there. */
    assert_true(keymap_unbind(map, CONTEXT_TREE, SLICE("G"), &e));
    assert_int_equal(look_up(map, CONTEXT_TREE, "G"), ACTION_NONE);
    assert_int_equal(look_up(map, CONTEXT_TEXT, "G"), ACTION_BOTTOM);
    assert_true(keymap_unbind(map, CONTEXT_ALL, SLICE("G"), &e));
    assert_int_equal(look_up(map, CONTEXT_TEXT, "G"), ACTION_NONE);
    keymap_free(map);
}

static void test_keys_of(void **state)
{
    struct keymap *map = keymap_new();
    (void)state;
    bind(map, CONTEXT_ALL, "j", "line-down");
    bind(map, CONTEXT_ALL, "Down", "line-down");
    bind(map, CONTEXT_TREE, "J", "line-down");
    bind(map, CONTEXT_TEXT, "j", "top");
    bind(map, CONTEXT_TREE, "p", "page 3");
    static const struct {
        enum keymap_context context;
        enum action_id action;
        size_t room, count;
        const char *keys;
    } cases[] = {
        {CONTEXT_ALL, ACTION_LINE_DOWN, 0, 3, "j, Down, J (tree)"},
        {CONTEXT_TEXT, ACTION_LINE_DOWN, 0, 1, "Down"},
        {CONTEXT_TREE, ACTION_LINE_DOWN, 0, 3, "j, Down, J"},
        {CONTEXT_TREE, ACTION_LINE_DOWN, 1, 3, "j"},
        {CONTEXT_TEXT, ACTION_TOP, 0, 1, "j"},
        {CONTEXT_ALL, ACTION_QUIT, 0, 0, ""},
        {CONTEXT_ALL, ACTION_GOTO_PAGE, 0, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out;
        buffer_init(&out);
        assert_int_equal(
            keymap_keys_of(map, cases[i].context, cases[i].action, cases[i].room, &out),
            cases[i].count);
        assert_string_equal(buffer_text(&out), cases[i].keys);
        buffer_deinit(&out);
    }
    keymap_free(map);
}

/* A copy is the same and stands alone; a map can be made like it again. */
static void test_copy(void **state)
{
    struct error e;
    struct key keys[ROOM];
    size_t count;
    struct keymap *map = keymap_new();
    (void)state;
    bind(map, CONTEXT_ALL, "gg", "top");
    bind(map, CONTEXT_TREE, "p", "page 3");
    assert_true(keymap_unbind(map, CONTEXT_TEXT, SLICE("gg"), &e));
    struct keymap *copy = keymap_copy(map);
    bind(map, CONTEXT_TREE, "p", "page 4");
    assert_true(keymap_unbind(map, CONTEXT_ALL, SLICE("gg"), &e));
    assert_int_equal(look_up(copy, CONTEXT_TREE, "gg"), ACTION_TOP);
    assert_int_equal(look_up(copy, CONTEXT_TEXT, "gg"), ACTION_NONE);
    assert_string_equal(keymap_get(copy, 1)->argument, "3");
    keymap_assign(map, copy);
    keymap_free(copy);
    assert_int_equal(look_up(map, CONTEXT_TREE, "gg"), ACTION_TOP);
    assert_int_equal(look_up(map, CONTEXT_TEXT, "gg"), ACTION_NONE);

    assert_true(key_parse(SLICE("p"), keys, ROOM, &count, &e));
    assert_string_equal(keymap_exact(map, CONTEXT_TREE, keys, count)->argument, "3");
    assert_null(keymap_exact(map, CONTEXT_ALL, keys, count));
    assert_true(key_parse(SLICE("g"), keys, ROOM, &count, &e));
    assert_null(keymap_exact(map, CONTEXT_ALL, keys, count));
    keymap_free(map);
}

static void test_contexts(void **state)
{
    enum keymap_context context;
    (void)state;
    for (unsigned i = 0; i < CONTEXT_COUNT; i++) {
        assert_true(
            keymap_context_find(slice_of(keymap_context_name((enum keymap_context)i)), &context));
        assert_int_equal(context, i);
    }
    assert_false(keymap_context_find(SLICE("tex"), &context));
    assert_string_equal(keymap_context_name(CONTEXT_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),      cmocka_unit_test(test_refused),
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_unbind),
        cmocka_unit_test(test_keys_of),   cmocka_unit_test(test_contexts),
        cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
