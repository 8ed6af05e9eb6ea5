/* SPDX-License-Identifier: MIT */
/* Names of a batch: given ones, and lists in both ways of writing them. */
#include "batch/name_list.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Writes a list; its path goes to `path`. */
static void write_list(struct slice text, char *path)
{
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text.at, text.len), text.len);
    close(fd);
}

static void test_lists(void **state)
{
    (void)state;
    static const struct {
        struct slice text;
        const char *want; /* a name in each pair of brackets */
        size_t total;
    } rows[] = {
        {SLICE_ROW(""), "", 0},
        {SLICE_ROW("a\n"), "[a]", 1},
        {SLICE_ROW("a\nb b\nc"), "[a][b b][c]", 3},
        {SLICE_ROW("a\r\nb\r\n"), "[a][b]", 2},
        {SLICE_ROW("\n\na\n\n\nb\n\n"), "[a][b]", 2},
        {SLICE_ROW("a\0b\nb\0c\0"), "[a][b\nb][c]", 3},
        {SLICE_ROW("a\0b"), "[a][b]", 2},
        {SLICE_ROW("a\0\0b\r\0"), "[a][b\r]", 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char path[] = "test_name_list.XXXXXX";
        struct name_list names;
        struct error e = {0};
        struct buffer got = {0};
        write_list(rows[i].text, path);
        assert_true(name_list_init(&names, NULL, 0, path, &e));
        assert_int_equal(name_list_total(&names), rows[i].total);
        for (const char *name; (name = name_list_next(&names));)
            buffer_addf(&got, "[%s]", name);
        assert_string_equal(buffer_text(&got), rows[i].want);
        assert_false(names.failed);
        name_list_deinit(&names);
        buffer_deinit(&got);
        unlink(path);
    }
}

/* What parts the names of such a list nobody can tell: no name is made of two. */
static void test_mixed(void **state)
{
    (void)state;
    char path[] = "test_name_list.XXXXXX";
    struct name_list names;
    struct error e = {0};
    write_list(SLICE("a\nb\0c\0d\n"), path);
    assert_true(name_list_init(&names, NULL, 0, path, &e));
    assert_string_equal(name_list_next(&names), "a");
    assert_null(name_list_next(&names));
    assert_null(name_list_next(&names));
    assert_non_null(strstr(names.failed, "NUL"));
    name_list_deinit(&names);
    unlink(path);
}

/* Those of the command line come first. */
static void test_given(void **state)
{
    (void)state;
    static const char *const given[] = {"one", "two"};
    char path[] = "test_name_list.XXXXXX";
    struct name_list names;
    struct error e = {0};
    write_list(SLICE("three\n"), path);
    assert_true(name_list_init(&names, given, COUNT(given), path, &e));
    assert_int_equal(name_list_total(&names), 3);
    assert_string_equal(name_list_next(&names), "one");
    assert_string_equal(name_list_next(&names), "two");
    assert_string_equal(name_list_next(&names), "three");
    assert_null(name_list_next(&names));
    assert_null(name_list_next(&names));
    name_list_deinit(&names);
    unlink(path);
    assert_true(name_list_init(&names, given, COUNT(given), NULL, &e));
    assert_int_equal(name_list_total(&names), 2);
    name_list_deinit(&names);
}

static void test_unreadable(void **state)
{
    (void)state;
    struct name_list names;
    struct error e = {0};
    assert_false(name_list_init(&names, NULL, 0, "no/such/list", &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    name_list_deinit(&names);
    /* A folder opens, and gives nothing. */
    assert_true(name_list_init(&names, NULL, 0, ".", &e));
    assert_null(name_list_next(&names));
    assert_true(names.failed);
    name_list_deinit(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_mixed),
        cmocka_unit_test(test_given),
        cmocka_unit_test(test_unreadable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
