/* SPDX-License-Identifier: MIT */
/* Errors as values: filled, harmless, cut at a whole character. */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void test_set(void **state)
{
    struct error e = {.line = 9, .column = 9};
    (void)state;
    assert_false(error_set(&e, ERROR_INPUT, "%s is %d", "it", 4));
    assert_int_equal(e.kind, ERROR_INPUT);
    assert_int_equal(e.line, 0);
    assert_int_equal(e.column, 0);
    assert_string_equal(e.message, "it is 4");
    assert_false(error_set_at(&e, ERROR_CONFIG, 3, 14, "unknown key '%s'", "frobnicate"));
    assert_int_equal(e.kind, ERROR_CONFIG);
    assert_int_equal(e.line, 3);
    assert_int_equal(e.column, 14);
    assert_string_equal(e.message, "unknown key 'frobnicate'");
    assert_false(error_set(NULL, ERROR_INPUT, "nobody listens"));
    assert_false(error_set_at(NULL, ERROR_INPUT, 1, 1, "nobody listens"));
}

static void test_harmless(void **state)
{
    static const struct {
        const char *name, *want;
    } rows[] = {
        {"a\033]0;x\007b", "a\xEF\xBF\xBD]0;x\xEF\xBF\xBD\x62"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {"caf\xE9", "caf\xC3\xA9"},
        {"a\xC2\x9Bm", "a\xEF\xBF\xBDm"}, /* CSI as one code point */
    };
    struct error e;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        error_set(&e, ERROR_INPUT, "%s", rows[i].name);
        assert_string_equal(e.message, rows[i].want);
    }
}

/* Cleaning may make it longer; it is cut again, at a whole character. */
static void test_long_after_cleaning(void **state)
{
    struct error e;
    char name[1200];
    (void)state;
    memset(name, '\x93', sizeof name);
    name[sizeof name - 1] = '\0';
    error_set(&e, ERROR_INPUT, "x%s", name);
    assert_true(strlen(e.message) < sizeof e.message);
    assert_true(strlen(e.message) > sizeof e.message - 5);
    assert_true(utf8_valid(slice_of(e.message)));
}

static void test_long(void **state)
{
    struct error e;
    char name[1200];
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        memset(name, 'a', sizeof name);
        for (size_t i = shift; i + 3 < sizeof name; i += 3)
            memcpy(name + i, "\xE2\x82\xAC", 3);
        name[sizeof name - 1] = '\0';
        error_set(&e, ERROR_INPUT, "%s", name);
        assert_true(strlen(e.message) < sizeof e.message);
        assert_true(strlen(e.message) > sizeof e.message - 5);
        assert_true(utf8_valid(slice_of(e.message)));
        assert_null(strchr(e.message, '?')); /* cut, with no half character to mark */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_harmless),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_long_after_cleaning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
