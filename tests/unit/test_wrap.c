/* SPDX-License-Identifier: MIT */
/* Breaking a text into lines. */
#include "layout/wrap.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/width.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_lines(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *lines; /* '|' behind each */
    } rows[] = {
        {"one two three", 99, "one two three|"},
        {"one two three", 13, "one two three|"},
        {"one two three", 12, "one two|three|"},
        {"one two three", 7, "one two|three|"},
        {"one two three", 6, "one|two|three|"},
        {"one  two   three", 5, "one|two|three|"},
        {"abcdefgh", 3, "abc|def|gh|"},
        {"ab cdefgh", 3, "ab|cde|fgh|"},
        {"a b", 1, "a|b|"},
        {"a b", 0, "a|b|"}, /* no width is one column */
        {"  indented words", 9, "  indente|d words|"},
        {"  one two", 6, "  one|two|"},
        {"\xE4\xB8\x80\xE4\xB8\x80", 3, "\xE4\xB8\x80|\xE4\xB8\x80|"},
        {"\xE4\xB8\x80", 1, "\xE4\xB8\x80|"}, /* one character at least */
        {"e\xCC\x81 f", 1, "e\xCC\x81|f|"},
        {"", 5, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice rest = slice_of(rows[i].text);
        struct buffer lines = {0};
        while (rest.len > 0) {
            size_t next;
            size_t end = wrap_line(rest, rows[i].columns, &next);
            assert_true(next > 0 && next >= end && next <= rest.len);
            buffer_add(&lines, slice_cut(rest, 0, end));
            buffer_add_byte(&lines, '|');
            rest = slice_cut(rest, next, rest.len);
        }
        assert_string_equal(buffer_text(&lines), rows[i].lines);
        buffer_deinit(&lines);
    }
}

/* Whatever the text and the width are: it goes on, fits, and loses nothing but blanks. */
static void test_any(void **state)
{
    static const char *const letters[] = {"a", "bc", " ", "  ", "\xC3\xA9", "\xE4\xB8\x80", "-"};
    uint32_t random = 7;
    (void)state;
    for (size_t round = 0; round < 2000; round++) {
        struct buffer text = {0};
        for (size_t i = 0; i < 40; i++) {
            random = random * 1664525U + 1013904223U;
            buffer_add_text(&text, letters[(random >> 16) % COUNT(letters)]);
        }
        size_t columns = 1 + round % 23;
        struct slice rest = buffer_slice(&text);
        while (rest.len > 0) {
            size_t next, end = wrap_line(rest, columns, &next);
            struct slice line = slice_cut(rest, 0, end);
            assert_true(next > 0 && end <= next && next <= rest.len);
            assert_true(utf8_valid(line));
            assert_true(width_of_text(line) <= columns || utf8_length(line) == line.len);
            assert_int_equal(slice_trim(slice_cut(rest, end, next)).len, 0);
            rest = slice_cut(rest, next, rest.len);
        }
        buffer_deinit(&text);
    }
}

/* Lines of much the same length, and the longest word. */
static void test_narrowest(void **state)
{
    static const struct {
        const char *text;
        size_t least, columns, lines, want;
    } rows[] = {
        {"one two three", 1, 13, 1, 13},
        {"one two three", 1, 13, 2, 7},
        {"one two three", 1, 13, 3, 5},
        {"one two three", 9, 13, 3, 9},
        {"one two three", 20, 13, 1, 13},
        {"one two three", 1, 3, 1, 3}, /* more at any */
        {"", 1, 5, 1, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(
            wrap_narrowest(slice_of(rows[i].text), rows[i].least, rows[i].columns, rows[i].lines),
            rows[i].want);
    assert_int_equal(wrap_count(SLICE("one two three"), 7, 9), 2);
    assert_int_equal(wrap_count(SLICE("one two three"), 1, 3), 4); /* more than 3 */
    assert_int_equal(wrap_count(SLICE(""), 7, 9), 0);
    assert_int_equal(wrap_longest_word(SLICE("one  three two ")), 5);
    assert_int_equal(wrap_longest_word(SLICE("\xC3\xA9\xC3\xA9 abc")), 3);
    assert_int_equal(wrap_longest_word(SLICE("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_any),
        cmocka_unit_test(test_narrowest),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77; /* wide characters need a UTF-8 locale */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
