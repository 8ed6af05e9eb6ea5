/* SPDX-License-Identifier: MIT */
/*
 * The example of folio-config(5) that says all defaults says them right: it is read out of the
 * page, put into force over nothing, and compared with what is built in.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/memory.h"
#include "config/apply.h"
#include "config/config.h"
#include "config/files.h"

#include <stdlib.h>
#include <string.h>

/* The page as it was made, or as it lies in a release. */
static void read_page(struct buffer *out)
{
    struct error e;
    const char *source = getenv("srcdir");
    struct buffer path = {0};
    if (!files_read("man/folio-config.5", out, NULL, &e)) {
        buffer_addf(&path, "%s/man/folio-config.5", source ? source : ".");
        buffer_clear(out);
        if (!files_read(buffer_text(&path), out, NULL, &e))
            fail_msg("%s: %s", buffer_text(&path), e.message);
    }
    buffer_deinit(&path);
}

/* What a line of the page looks like to a reader. */
static void add_seen(struct slice line, struct buffer *out)
{
    static const struct {
        const char *written, *seen;
    } escapes[] = {{"\\e", "\\"},  {"\\-", "-"},   {"\\&", ""},   {"\\(aq", "'"},
                   {"\\(ga", "`"}, {"\\(ha", "^"}, {"\\(ti", "~"}};
    while (line.len > 0) {
        size_t i = 0, count = sizeof escapes / sizeof *escapes;
        while (i < count && !slice_starts(line, slice_of(escapes[i].written)))
            i++;
        size_t len = i < count ? strlen(escapes[i].written) : 1;
        if (i < count)
            buffer_add_text(out, escapes[i].seen);
        else
            buffer_add_byte(out, line.at[0]);
        line = slice_cut(line, len, line.len);
    }
    buffer_add_byte(out, '\n');
}

/* The last display of the page. */
static void read_example(struct buffer *out)
{
    struct buffer page = {0};
    read_page(&page);
    struct slice rest = buffer_slice(&page), begin = SLICE("\n.Bd -literal"), example = {NULL, 0};
    for (size_t at; (at = slice_find(rest, begin)) < rest.len;)
        example = rest = slice_cut(rest, at + begin.len, rest.len);
    example = slice_cut(example, slice_find(example, SLICE("\n")) + 1,
                        slice_find(example, SLICE("\n.Ed")));
    while (example.len > 0) {
        size_t end = slice_find(example, SLICE("\n"));
        add_seen(slice_cut(example, 0, end), out);
        example = slice_cut(example, end + 1 < example.len ? end + 1 : example.len, example.len);
    }
    buffer_deinit(&page);
}

static void expect_bindings(const struct keymap *map, const struct keymap *in)
{
    const struct binding *a;
    for (size_t i = 0; (a = keymap_get(map, i)); i++) {
        const struct binding *b = keymap_exact(in, a->context, a->keys, a->count);
        struct buffer keys = {0};
        key_write_sequence(a->keys, a->count, &keys);
        if (!b || a->action != b->action || !a->argument != !b->argument ||
            (a->argument && strcmp(a->argument, b->argument) != 0))
            fail_msg("%s: %s is %s", keymap_context_name(a->context), buffer_text(&keys),
                     b ? action_get(b->action)->name : "not bound");
        buffer_deinit(&keys);
    }
}

static void test_defaults(void **state)
{
    struct buffer text = {0};
    struct arena arena;
    struct yaml_node *root = NULL;
    struct error e;
    struct config said = {.keymap = keymap_new()};
    (void)state;
    read_example(&text);
    arena_init(&arena);
    if (!yaml_read(&arena, buffer_slice(&text), &root, &e))
        fail_msg("%zu: %s", e.line, e.message);
    assert_non_null(root);
    theme_init(&said.theme);
    for (unsigned i = 0; i < ROLE_COUNT; i++)
        said.theme.styles[i].foreground = COLOR_RGB | 0x123456;
    /* Options that are left out are seen, as no default is -1. */
    memset(&said.settings, 0xFF, sizeof said.settings);
    apply_colors(&said, "page", yaml_find(root, SLICE("colors")));
    apply_keys(&said, "page", yaml_find(root, SLICE("keys")));
    apply_options(&said, "page", yaml_find(root, SLICE("options")));
    for (size_t i = 0; i < said.problems.count; i++)
        print_error("%zu: %s\n", said.problems.at[i].error.line, said.problems.at[i].error.message);
    assert_int_equal(said.problems.count, 0);

    struct config *built = config_load(&(struct config_request){.no_config = true});
    expect_bindings(built->keymap, said.keymap);
    expect_bindings(said.keymap, built->keymap);
    for (unsigned i = 0; i < ROLE_COUNT; i++) {
        struct style a = theme_find(&built->theme, (enum role)i);
        struct style b = theme_find(&said.theme, (enum role)i);
        if (a.foreground != b.foreground || a.background != b.background ||
            a.attributes != b.attributes)
            fail_msg("%s", theme_role_name((enum role)i));
    }
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        struct buffer a = {0}, b = {0};
        settings_write(&built->settings, (enum option_id)i, &a);
        assert_non_null(yaml_find(yaml_find(root, SLICE("options")),
                                  slice_of(option_get((enum option_id)i)->name)));
        settings_write(&said.settings, (enum option_id)i, &b);
        assert_string_equal(buffer_text(&a), buffer_text(&b));
        buffer_deinit(&a);
        buffer_deinit(&b);
    }
    assert_true(slice_equal(yaml_find(root, SLICE("theme"))->text, slice_of(built->theme_name)));
    config_free(built);
    keymap_free(said.keymap);
    array_deinit(&said.problems);
    arena_deinit(&arena);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_defaults)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
