/* SPDX-License-Identifier: MIT */
/* Buffers: bytes that grow, always with a NUL behind them. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void test_add(void **state)
{
    struct buffer b;
    (void)state;
    buffer_init(&b);
    assert_string_equal(buffer_text(&b), "");
    assert_int_equal(buffer_slice(&b).len, 0);
    buffer_add_text(&b, "Item");
    buffer_add_byte(&b, ' ');
    buffer_add(&b, SLICE("7A"));
    buffer_add_fill(&b, '.', 3);
    buffer_add_fill(&b, 'x', 0);
    buffer_add(&b, (struct slice){NULL, 0});
    buffer_addf(&b, "%d%s", 12, "");
    assert_string_equal(buffer_text(&b), "Item 7A...12");
    assert_int_equal(b.len, 12);
    buffer_clear(&b);
    assert_string_equal(buffer_text(&b), "");
    buffer_add(&b, SLICE("a\0b"));
    assert_int_equal(buffer_slice(&b).len, 3);
    assert_memory_equal(buffer_text(&b), "a\0b", 4);
    buffer_deinit(&b);
    assert_int_equal(b.len, 0);
    assert_string_equal(buffer_text(&b), "");
    buffer_clear(&b); /* good on an empty one too */
}

static void test_growth(void **state)
{
    struct buffer b = {0};
    (void)state;
    for (size_t i = 0; i < 10000; i++) {
        buffer_addf(&b, "%04zu ", i);
        assert_int_equal(b.at[b.len], '\0');
    }
    assert_int_equal(b.len, 50000);
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(slice_number((struct slice){b.at + i * 5, 4}), i);
    buffer_clear(&b);
    buffer_add_fill(&b, 'y', 1 << 20);
    assert_int_equal(strlen(buffer_text(&b)), 1 << 20);
    buffer_deinit(&b);
}

static void test_utf8(void **state)
{
    struct buffer b = {0};
    (void)state;
    buffer_add_utf8(&b, 'a');
    buffer_add_utf8(&b, 0xE9);
    buffer_add_utf8(&b, 0x2014);
    buffer_add_utf8(&b, 0x1F600);
    buffer_add_utf8(&b, 0xD800); /* half a pair */
    buffer_add_utf8(&b, 0x110000);
    assert_string_equal(buffer_text(&b), "a\xC3\xA9\xE2\x80\x94\xF0\x9F\x98\x80"
                                         "\xEF\xBF\xBD\xEF\xBF\xBD");
    buffer_deinit(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
