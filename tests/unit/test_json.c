/* SPDX-License-Identifier: MIT */
/* JSON of any bytes is valid, and one line. */
#include "print/json.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(struct slice text, const char *want)
{
    json_t *value = json_text(text);
    assert_true(json_is_string(value));
    assert_string_equal(json_string_value(value), want);
    json_decref(value);
}

static void test_text(void **state)
{
    (void)state;
    check(SLICE(""), "");
    check(SLICE("say \"no\" \\ / <b>"), "say \"no\" \\ / <b>");
    check(SLICE("caf\xC3\xA9"), "caf\xC3\xA9");
    check(SLICE("caf\xE9 \x93"), "caf\xC3\xA9 \xE2\x80\x9C");
    check(SLICE("a\0b"), "a\xEF\xBF\xBD"
                         "b");
    check(SLICE("\xED\xA0\x80"), "\xC3\xAD\xC2\xA0\xE2\x82\xAC");
    json_t *value = json_text_or_null(SLICE(""));
    assert_true(json_is_null(value));
    json_decref(value);
    value = json_text_or_null(SLICE("x"));
    assert_string_equal(json_string_value(value), "x");
    json_decref(value);
}

/* Any bytes, printed and read again, are what json_text made of them. */
static void test_any(void **state)
{
    uint32_t random = 5;
    (void)state;
    for (int round = 0; round < 500; round++) {
        char bytes[60], *line = NULL;
        size_t size = 0;
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * 1664525U + 1013904223U;
            bytes[i] = (char)(random >> 20);
        }
        json_t *object = json_object();
        json_object_set_new(object, "text", json_text((struct slice){bytes, sizeof bytes}));
        json_t *copy = json_deep_copy(object);
        FILE *out = open_memstream(&line, &size);
        assert_non_null(out);
        json_print(object, out);
        assert_int_equal(fclose(out), 0);
        assert_ptr_equal(strchr(line, '\n'), line + size - 1); /* one line, at its end */
        json_t *read = json_loads(line, 0, NULL);
        assert_non_null(read);
        assert_true(json_equal(read, copy));
        json_decref(read);
        json_decref(copy);
        free(line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
