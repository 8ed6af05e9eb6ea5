/* SPDX-License-Identifier: MIT */
/* YAML as nodes with places, and what is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/yaml.h"

#include "base/buffer.h"

#include <string.h>

static void test_nodes(void **state)
{
    struct arena arena;
    struct yaml_node *root;
    struct error e;
    (void)state;
    arena_init(&arena);
    assert_true(yaml_read(&arena,
                          SLICE("theme: dark # comment\n"
                                "keys:\n"
                                "  text: {\"]]\": next-item}\n"
                                "list: [a, b, ~]\n"
                                "quoted: \"null\"\n"
                                "empty:\n"),
                          &root, &e));
    assert_int_equal(root->kind, YAML_MAPPING);
    assert_int_equal(root->count, 10);
    const struct yaml_node *keys = yaml_find(root, SLICE("keys"));
    assert_int_equal(keys->line, 3);
    assert_int_equal(keys->column, 3);
    const struct yaml_node *text = yaml_find(keys, SLICE("text"));
    assert_true(slice_equal(text->items[0].text, SLICE("]]")));
    assert_true(text->items[0].quoted);
    assert_int_equal(text->items[1].line, 3);
    assert_int_equal(text->items[1].column, 16);
    const struct yaml_node *list = yaml_find(root, SLICE("list"));
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->count, 3);
    assert_false(yaml_is_null(list));
    assert_false(yaml_is_null(&list->items[0]));
    assert_true(yaml_is_null(&list->items[2]));
    assert_false(yaml_is_null(yaml_find(root, SLICE("quoted"))));
    assert_true(yaml_is_null(yaml_find(root, SLICE("empty"))));
    assert_null(yaml_find(root, SLICE("nothing")));
    arena_deinit(&arena);
}

static void test_nothing(void **state)
{
    static const char *const texts[] = {"", "\n\n", "# only a comment\n", "---\n", "~\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena arena;
        struct yaml_node *root;
        struct error e;
        arena_init(&arena);
        assert_true(yaml_read(&arena, slice_of(texts[i]), &root, &e));
        assert_null(root);
        arena_deinit(&arena);
    }
}

static void test_refused(void **state)
{
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } cases[] = {
        {"a: &x 1\nb: *x\n", 1, 4, "anchors"},
        {"a: 1\nb: *x\n", 2, 4, "alias"},
        {"a: !!str 1\n", 1, 4, "tags"},
        {"a: &x [1]\n", 1, 4, "anchors"},
        {"&x a: 1\n", 1, 1, "anchors"},
        {"a: &x {b: 1}\n", 1, 4, "anchors"},
        {"a: 1\n---\nb: 2\n", 2, 1, "second document"},
        {"a: [1\n", 2, 1, "did not find expected"},
        {"a: 1\n  b: 2\n", 2, 4, "mapping values are not allowed"},
        {"a: \"x\n", 2, 1, "end of stream"},
        {"[[[[[[[[[[1]]]]]]]]]]\n", 1, 10, "nested too deep"},
        {"a: \xFF\n", 0, 0, "invalid"},
        {"]]: next-item\n", 1, 1, "did not find expected"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct yaml_node *root;
        struct error e = {0};
        arena_init(&arena);
        if (yaml_read(&arena, slice_of(cases[i].text), &root, &e))
            fail_msg("%s was taken", cases[i].text);
        assert_null(root);
        assert_int_equal(e.kind, ERROR_CONFIG);
        if (!strstr(e.message, cases[i].words) ||
            (cases[i].line > 0 && (e.line != cases[i].line || e.column != cases[i].column)))
            fail_msg("%s: %zu:%zu: %s", cases[i].text, e.line, e.column, e.message);
        arena_deinit(&arena);
    }
}

static void test_too_much(void **state)
{
    struct arena arena;
    struct yaml_node *root;
    struct error e;
    struct buffer text;
    (void)state;
    arena_init(&arena);
    buffer_init(&text);
    for (int i = 0; i < 6000; i++)
        buffer_addf(&text, "k%d: 1\n", i);
    assert_false(yaml_read(&arena, buffer_slice(&text), &root, &e));
    assert_non_null(strstr(e.message, "too much"));
    buffer_add_fill(&text, '#', YAML_LARGEST);
    assert_false(yaml_read(&arena, buffer_slice(&text), &root, &e));
    assert_non_null(strstr(e.message, "larger than 256 KB"));
    buffer_deinit(&text);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nodes),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
