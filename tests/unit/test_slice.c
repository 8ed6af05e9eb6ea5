/* SPDX-License-Identifier: MIT */
/* Cutting, comparing and searching bytes. */
#include "base/slice.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void check(struct slice s, const char *want)
{
    if (!slice_equal(s, slice_of(want)))
        fail_msg("\"%.*s\", not \"%s\"", (int)s.len, s.at, want);
}

static void test_of(void **state)
{
    (void)state;
    assert_int_equal(slice_of("four").len, 4);
    assert_int_equal(slice_of("").len, 0);
    assert_int_equal(slice_of(NULL).len, 0);
    assert_int_equal(SLICE("a\0b").len, 3);
}

static void test_cut(void **state)
{
    static const struct {
        size_t from, to;
        const char *want;
    } rows[] = {
        {0, 6, "abcdef"}, {0, 99, "abcdef"}, {2, 4, "cd"},         {4, 2, ""},
        {6, 6, ""},       {7, 9, ""},        {5, (size_t)-1, "f"}, {(size_t)-1, (size_t)-1, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(slice_cut(SLICE("abcdef"), rows[i].from, rows[i].to), rows[i].want);
    assert_int_equal(slice_cut((struct slice){NULL, 0}, 1, 2).len, 0);
}

static void test_trim(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},           {" \t\r\n\f\v ", ""}, {"a", "a"}, {"  a  b\n", "a  b"},
        {"a\xA0", "a\xA0"}, {"\ta", "a"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(slice_trim(slice_of(rows[i][0])), rows[i][1]);
}

static void test_compare(void **state)
{
    (void)state;
    assert_true(slice_equal((struct slice){NULL, 0}, SLICE("")));
    assert_false(slice_equal(SLICE("ab"), SLICE("abc")));
    assert_true(slice_equal(SLICE("a\0b"), SLICE("a\0b")));
    assert_false(slice_equal(SLICE("a\0b"), SLICE("a\0c")));
    assert_true(slice_equal_nocase(SLICE("Item 7A"), SLICE("iTEM 7a")));
    assert_false(slice_equal_nocase(SLICE("[x]"), SLICE("{x}"))); /* only letters fold */
    assert_false(slice_equal_nocase(SLICE("\xC9"), SLICE("\xE9")));
    assert_true(slice_starts(SLICE("<PAGE> 1"), SLICE("<PAGE>")));
    assert_false(slice_starts(SLICE("<page> 1"), SLICE("<PAGE>")));
    assert_true(slice_starts_nocase(SLICE("<page> 1"), SLICE("<PAGE>")));
    assert_false(slice_starts(SLICE("<PA"), SLICE("<PAGE>")));
    assert_false(slice_starts_nocase(SLICE("<PA"), SLICE("<PAGE>")));
    assert_true(slice_starts(SLICE("x"), SLICE("")));
    assert_true(slice_ends_nocase(SLICE("a (Continued)"), SLICE("(continued)")));
    assert_false(slice_ends_nocase(SLICE("nued)"), SLICE("(continued)")));
}

static void test_find(void **state)
{
    static const struct {
        const char *in, *needle;
        size_t at, at_nocase;
    } rows[] = {
        {"Item 7", "7", 5, 5}, {"Item 7", "item", 6, 0}, {"Item 7", "Item 7.", 6, 6},
        {"Item 7", "", 0, 0},  {"", "a", 0, 0},          {"", "", 0, 0},
        {"aaab", "aab", 1, 1}, {"aAab", "AAB", 4, 1},    {"abc", "C", 3, 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice in = slice_of(rows[i].in), needle = slice_of(rows[i].needle);
        assert_int_equal(slice_find(in, needle), rows[i].at);
        assert_int_equal(slice_find_nocase(in, needle), rows[i].at_nocase);
    }
}

/* In a long text, wherever the needle stands, and cut off at both ends. */
static void test_find_long(void **state)
{
    enum { LONG = 5000 };
    static const char *const needles[] = {"Instruction J",     "jab", "xJ", "7A", "a",
                                          "reduced disclosure"};
    static const size_t places[] = {0, 1, 2500, LONG};
    char text[LONG];
    (void)state;
    for (size_t n = 0; n < COUNT(needles); n++) {
        struct slice needle = slice_of(needles[n]), all = {text, LONG};
        for (size_t p = 0; p < COUNT(places); p++) {
            size_t at = places[p] == LONG ? LONG - needle.len : places[p];
            memset(text, 'i', LONG); /* a letter of the first needle */
            assert_int_equal(slice_find_nocase(all, needle), LONG);
            for (size_t i = 0; i < needle.len; i++)
                text[at + i] = i % 2 ? byte_upper(needle.at[i]) : byte_lower(needle.at[i]);
            assert_int_equal(slice_find_nocase(all, needle), at);
            size_t cut = at + needle.len - 1; /* its last byte is gone */
            assert_int_equal(slice_find_nocase(slice_cut(all, 0, cut), needle), cut);
            assert_int_equal(slice_find_nocase(slice_cut(all, at + 1, LONG), needle),
                             LONG - at - 1);
        }
    }
}

/* Every line of the text, joined with '|'. */
static void check_lines(struct slice text, const char *want)
{
    char found[64];
    size_t used = 0;
    struct slice line, rest = text;
    while (slice_next_line(&rest, &line)) {
        assert_true(used + line.len + 1 < sizeof found);
        memcpy(found + used, line.at, line.len);
        used += line.len;
        found[used++] = '|';
    }
    check((struct slice){found, used}, want);
}

static void test_lines(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"a", "a|"},
        {"a\n", "a|"},
        {"a\nb", "a|b|"},
        {"a\r\nb\r\n", "a|b|"},
        {"a\rb\r", "a|b|"},
        {"a\n\rb", "a||b|"},
        {"a\r\r\nb", "a||b|"},
        {"\n\n", "||"},
        {"\r\n\r\n\r\n", "|||"},
        {"a\rb\nc\r\nd", "a|b|c|d|"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_lines(slice_of(rows[i][0]), rows[i][1]);
}

/* The end of a line is looked for in steps: every place near a step's edge must do. */
static void test_long_lines(void **state)
{
    static const char *const ends[] = {"\n", "\r", "\r\n"};
    (void)state;
    char *text = malloc(2000);
    assert_non_null(text);
    for (size_t len = 500; len < 1100; len++) {
        for (size_t e = 0; e < COUNT(ends); e++) {
            size_t end = strlen(ends[e]);
            memset(text, 'x', 2000);
            memcpy(text + len, ends[e], end);
            struct slice s = {text, 2000};
            assert_int_equal(slice_line_end(s), len);
            assert_int_equal(slice_line_next(s, len), len + end);
        }
    }
    memset(text, 'x', 2000);
    assert_int_equal(slice_line_end((struct slice){text, 2000}), 2000);
    assert_int_equal(slice_line_next((struct slice){text, 2000}, 2000), 2000);
    free(text);
}

static void test_number(void **state)
{
    static const struct {
        const char *text;
        long long want;
    } rows[] = {
        {"0", 0},
        {" 12\t", 12},
        {"0009999999", 9999999},
        {"999999999999999", 999999999999999},
        {"1000000000000000", -1},
        {"", -1},
        {"  ", -1},
        {"-1", -1},
        {"+1", -1},
        {"1.0", -1},
        {"1 2", -1},
        {"12a", -1},
        {"0x10", -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(slice_number(slice_of(rows[i].text)), rows[i].want);
}

static void test_copy(void **state)
{
    (void)state;
    char *copy = slice_copy(SLICE("a\0b"));
    assert_memory_equal(copy, "a\0b", 4);
    free(copy);
    copy = slice_copy((struct slice){NULL, 0});
    assert_string_equal(copy, "");
    free(copy);
}

static void test_bytes(void **state)
{
    (void)state;
    for (int i = 0; i < 256; i++) {
        char c = (char)(unsigned char)i;
        assert_int_equal(byte_is_blank(c), i == ' ' || (i >= 9 && i <= 13));
        assert_int_equal(byte_is_digit(c), i >= '0' && i <= '9');
        assert_int_equal(byte_is_letter(c), (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z'));
        if (!byte_is_letter(c)) {
            assert_int_equal(byte_lower(c), c);
            assert_int_equal(byte_upper(c), c);
        }
    }
    assert_int_equal(byte_lower('Q'), 'q');
    assert_int_equal(byte_upper('q'), 'Q');
}

static void test_order(void **state)
{
    static const struct {
        const char *a, *b;
        int sign;
    } rows[] = {
        {"", "", 0},     {"a", "A", 0},  {"a", "B", -1},     {"B", "a", 1},
        {"a", "ab", -1}, {"ab", "A", 1}, {"a\xE9", "az", 1}, {"10", "9", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int order = slice_compare_nocase(slice_of(rows[i].a), slice_of(rows[i].b));
        if ((order > 0) - (order < 0) != rows[i].sign)
            fail_msg("row %zu: %d", i, order);
    }
}

static void test_hash(void **state)
{
    static const char text[] = "0123456789abcdef0123456789abcdef";
    (void)state;
    for (size_t from = 0; from < 16; from++)
        for (size_t len = 1; from + len <= 32; len++) {
            uint64_t hash = slice_hash((struct slice){text + from, len});
            assert_true(hash != 0 && hash != slice_hash((struct slice){text + from, len - 1}));
            assert_true(from + len > 16 ||
                        hash == slice_hash((struct slice){text + from + 16, len}));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),      cmocka_unit_test(test_of),
        cmocka_unit_test(test_cut),        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_compare),    cmocka_unit_test(test_find),
        cmocka_unit_test(test_find_long),  cmocka_unit_test(test_lines),
        cmocka_unit_test(test_long_lines), cmocka_unit_test(test_number),
        cmocka_unit_test(test_copy),       cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
