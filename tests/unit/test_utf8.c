/* SPDX-License-Identifier: MIT */
/* UTF-8, and Windows-1252. */
#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Every code point there is, both ways. */
static void test_all(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x110000; code++) {
        char bytes[UTF8_MAX];
        size_t len = utf8_encode(code, bytes);
        struct slice s = {bytes, len}, rest = s;
        bool bad = code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
        if (utf8_next(&rest) != (bad ? UTF8_REPLACEMENT : code) || rest.len != 0 ||
            utf8_length(s) != len || !utf8_valid(s) || utf8_is_ascii(s) != (code < 0x80))
            fail_msg("U+%04X", code);
    }
}

static void test_bad(void **state)
{
    static const struct {
        const char *bytes;
        size_t bad; /* code points read, all U+FFFD */
    } rows[] = {
        {"\x80", 1}, /* a following byte alone */
        {"\xBF\xBF", 2},
        {"\xC0\x80", 2}, /* NUL in two bytes */
        {"\xC1\xBF", 2},
        {"\xE0\x80\x80", 3},
        {"\xE0\x9F\xBF", 3},
        {"\xF0\x80\x80\x80", 4},
        {"\xED\xA0\x80", 3},     /* half a pair */
        {"\xF4\x90\x80\x80", 4}, /* above U+10FFFF */
        {"\xF5\x80\x80\x80", 4},
        {"\xFE\xFF", 2},
        {"\xC3", 1},
        {"\xE2\x80", 2}, /* cut */
        {"\xF0\x9F\x98", 3},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice rest = slice_of(rows[i].bytes);
        size_t count = 0;
        assert_false(utf8_valid(rest));
        assert_int_equal(utf8_length(rest), 1);
        for (; rest.len > 0; count++)
            assert_int_equal(utf8_next(&rest), UTF8_REPLACEMENT);
        assert_int_equal(count, rows[i].bad);
    }
}

/* A bad byte must not swallow the good one behind it. */
static void test_goes_on(void **state)
{
    (void)state;
    struct slice rest = SLICE("\xE2\x80"
                              "A\xC3\xA9");
    assert_int_equal(utf8_next(&rest), UTF8_REPLACEMENT);
    assert_int_equal(utf8_next(&rest), UTF8_REPLACEMENT);
    assert_int_equal(utf8_next(&rest), 'A');
    assert_int_equal(utf8_next(&rest), 0xE9);
    assert_int_equal(rest.len, 0);
    assert_int_equal(utf8_length(rest), 0);
}

/* ASCII is looked for eight bytes at a time: the odd byte may stand anywhere. */
static void test_ascii(void **state)
{
    char bytes[40];
    (void)state;
    assert_true(utf8_is_ascii((struct slice){NULL, 0}));
    for (size_t len = 1; len < sizeof bytes; len++) {
        memset(bytes, 0x7F, len);
        assert_true(utf8_is_ascii((struct slice){bytes, len}));
        assert_int_equal(utf8_ascii((struct slice){bytes, len}), len);
        for (size_t at = 0; at < len; at++) {
            bytes[at] = (char)0x80;
            assert_false(utf8_is_ascii((struct slice){bytes, len}));
            bytes[at] = 'a';
        }
    }
}

static void test_cp1252(void **state)
{
    static const struct {
        unsigned char byte;
        uint32_t code;
    } rows[] = {
        {'A', 'A'},     {0x7F, 0x7F},   {0x80, 0x20AC}, {0x85, 0x2026}, {0x91, 0x2018},
        {0x92, 0x2019}, {0x93, 0x201C}, {0x94, 0x201D}, {0x95, 0x2022}, {0x96, 0x2013},
        {0x97, 0x2014}, {0x99, 0x2122}, {0x9F, 0x0178}, {0xA0, 0xA0},   {0xE9, 0xE9},
        {0xFF, 0xFF},   {0x81, 0xFFFD}, {0x8D, 0xFFFD}, {0x8F, 0xFFFD}, {0x90, 0xFFFD},
        {0x9D, 0xFFFD},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(utf8_from_cp1252(rows[i].byte), rows[i].code);
}

static void test_cut(void **state)
{
    static const struct {
        struct slice text;
        size_t most, len;
    } rows[] = {
        {SLICE_ROW(""), 0, 0},
        {SLICE_ROW("abc"), 0, 0},
        {SLICE_ROW("abc"), 2, 2},
        {SLICE_ROW("abc"), 3, 3},
        {SLICE_ROW("abc"), 99, 3},
        {SLICE_ROW("a\xC3\xA9"), 1, 1},
        {SLICE_ROW("a\xC3\xA9"), 2, 1},
        {SLICE_ROW("a\xC3\xA9"), 3, 3},
        {SLICE_ROW("\xE2\x80\x94z"), 2, 0},
        {SLICE_ROW("\xF0\x9F\x98\x80z"), 3, 0},
        {SLICE_ROW("\xF0\x9F\x98\x80z"), 4, 4},
        /* No text: something is left of it all the same. */
        {SLICE_ROW("\x80\x80\x80\x80\x80\x80\x80\x80"), 5, 5},
        {SLICE_ROW("a\x80\x80\x80\x80\x80\x80\x80"), 6, 6},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice cut = utf8_cut(rows[i].text, rows[i].most);
        if (cut.len != rows[i].len || (cut.len > 0 && cut.at != rows[i].text.at))
            fail_msg("row %zu: %zu bytes", i, cut.len);
    }
}

static void test_before(void **state)
{
    static const struct {
        struct slice text;
        size_t at, before;
    } rows[] = {
        {SLICE_ROW(""), 0, 0},
        {SLICE_ROW(""), 5, 0},
        {SLICE_ROW("ab"), 0, 0},
        {SLICE_ROW("ab"), 1, 0},
        {SLICE_ROW("ab"), 2, 1},
        {SLICE_ROW("ab"), 9, 1},
        {SLICE_ROW("a\xC3\xA9"), 3, 1},
        {SLICE_ROW("a\xE2\x80\x94"), 4, 1},
        {SLICE_ROW("\xF0\x9F\x98\x80"), 4, 0},
        /* No text: a byte at a time. */
        {SLICE_ROW("a\x80\x80\x80\x80\x80"), 6, 5},
        {SLICE_ROW("\x80\x80"), 2, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (utf8_before(rows[i].text, rows[i].at) != rows[i].before)
            fail_msg("row %zu: %zu", i, utf8_before(rows[i].text, rows[i].at));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all),     cmocka_unit_test(test_bad),
        cmocka_unit_test(test_goes_on), cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_cp1252),  cmocka_unit_test(test_cut),
        cmocka_unit_test(test_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
