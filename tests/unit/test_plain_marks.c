/* SPDX-License-Identifier: MIT */
/* Where lines and page marks stand in the bytes, at the edges of what is known and asked for. */
#include "formats/plain_marks.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_page_mark(void **state)
{
    static const struct {
        const char *text;
        size_t from, to, mark;
        bool form_feeds;
    } rows[] = {
        {"", 0, 0, 0, false},
        {"", 0, 9, 0, false},
        {"abc", 0, 3, 3, false},
        {"abc", 0, 99, 3, false}, /* cut to the text */
        {"abc", 2, 1, 1, false},
        {"a\n<PAGE>\n", 0, 9, 2, false},
        {"a\n<PAGE>\n", 2, 9, 2, false},
        {"a\n<PAGE>\n", 3, 9, 9, false},
        {"a\n<PAGE>\n", 0, 2, 2, false}, /* it does not begin before `to` */
        {"a\n<PAGE>\n", 0, 3, 2, false}, /* it ends behind `to` */
        {"a\n<PAGE", 0, 7, 7, false},
        {"<PAGE", 0, 5, 5, false},
        {"<page>", 0, 6, 6, false},
        {"<<<PAGE>>", 0, 9, 2, false},
        {"<S><C><PAGE><PAGE>", 0, 18, 6, false},
        {"<S><C><PAGE><PAGE>", 7, 18, 12, false},
        {"a\fb\f", 0, 4, 1, true},
        {"a\fb\f", 2, 4, 3, true},
        {"a\fb\f", 2, 3, 3, true},
        {"a<PAGE>b", 0, 8, 8, true}, /* one kind of mark in a document */
        {"a\fb", 0, 3, 3, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = {.text = slice_of(rows[i].text), .form_feeds = rows[i].form_feeds};
        size_t mark = plain_page_mark(&p, rows[i].from, rows[i].to);
        if (mark != rows[i].mark)
            fail_msg("row %zu: %zu", i, mark);
    }
}

static void test_mark_end(void **state)
{
    struct plain tags = {.text = SLICE("a<PAGE>b")};
    struct plain feeds = {.text = SLICE("a\fb"), .form_feeds = true};
    (void)state;
    assert_int_equal(plain_mark_end(&tags, 1), 7);
    assert_int_equal(plain_mark_end(&feeds, 1), 2);
}

static void test_line_at(void **state)
{
    static const struct {
        const char *text;
        size_t at;
        const char *line;
        size_t next;
    } rows[] = {
        {"one\ntwo\n", 0, "one", 4},
        {"one\ntwo\n", 4, "two", 8},
        {"one\ntwo", 4, "two", 7},
        {"one\r\ntwo", 0, "one", 5},
        {"one\rtwo", 0, "one", 4},
        {"one\n\ntwo", 4, "", 5},
        {"one\r\r\ntwo", 4, "", 6},
        {"one<PAGE>two", 0, "one", 3},
        {"one <S> <PAGE>", 0, "one <S> ", 8},
        {"one <PAG\n", 0, "one <PAG", 9},
        {"one\r\n<PAGE>", 0, "one", 5},
        {"", 0, "", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = {.text = slice_of(rows[i].text)};
        size_t next;
        struct slice line = plain_line_at(&p, rows[i].at, &next);
        if (!slice_equal(line, slice_of(rows[i].line)) || next != rows[i].next)
            fail_msg("row %zu: \"%.*s\", %zu", i, (int)line.len, line.at, next);
    }
    struct plain feeds = {.text = SLICE("one\ftwo\nend"), .form_feeds = true};
    size_t next;
    assert_int_equal(plain_line_at(&feeds, 0, &next).len, 3);
    assert_int_equal(next, 3);
    assert_int_equal(plain_line_at(&feeds, 4, &next).len, 3);
    assert_int_equal(next, 8);
}

static void test_line_behind(void **state)
{
    struct plain p = {.text = SLICE("a\nb\r\nc\rd<PAGE>\r")};
    (void)state;
    assert_int_equal(plain_line_behind(&p, 1), 2);
    assert_int_equal(plain_line_behind(&p, 3), 5);
    assert_int_equal(plain_line_behind(&p, 6), 7);
    assert_int_equal(plain_line_behind(&p, 8), 8); /* cut by a mark: nothing is taken */
    assert_int_equal(plain_line_behind(&p, 14), 15);
    assert_int_equal(plain_line_behind(&p, 15), 15);
}

/* Long lines are looked through in windows: what stands at a seam of them is found, too, and
 * nothing far behind the limit is looked at. */
static void test_long_lines(void **state)
{
    static const size_t lengths[] = {500, 505, 506, 507, 511, 512, 513, 1023, 1024, 1025, 4000};
    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++) {
        struct buffer text = {0};
        size_t length = lengths[i], next;
        for (size_t k = 0; k < length; k++)
            buffer_add_byte(&text, 'x');
        buffer_add_text(&text, "<PAGE>");
        for (size_t k = 0; k < length; k++)
            buffer_add_byte(&text, 'y');
        buffer_add_text(&text, "\nend");
        struct plain p = {.text = buffer_slice(&text)};
        assert_int_equal(plain_line_at(&p, 0, &next).len, length);
        assert_int_equal(next, length);
        assert_int_equal(plain_line_next(&p, 0, text.len), length);
        assert_int_equal(plain_line_next(&p, length + 6, text.len), 2 * length + 7);
        size_t near = plain_line_next(&p, length + 6, length + 16);
        assert_in_range(near, length + 16, 2 * length + 7);
        assert_int_equal(plain_line_next(&p, 2 * length + 7, text.len), text.len);
        buffer_deinit(&text);
    }
}

static void test_blank(void **state)
{
    static const struct {
        const char *text;
        size_t from, to, shown;
    } rows[] = {
        {"", 0, 0, 0},
        {" \n\r\t\f", 0, 5, 5},
        {"  a", 0, 3, 2},
        {"  a", 0, 2, 2},
        {"  a", 0, 99, 2},
        {"a", 1, 9, 1},
        {"<TABLE>\n<S> <C>\n<PAGE>\nx", 0, 24, 23},
        {"<TABLE>\n<S> <C>\n<PAGE>\n", 0, 99, 23},
        {"</TABLE></FN><CAPTION>", 0, 99, 22},
        {" <F1>", 0, 5, 1}, /* it is shown as (1) */
        {" <PAG", 0, 5, 1},
        {" <table>", 0, 8, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = {.text = slice_of(rows[i].text)};
        size_t shown = plain_skip_blank(&p, rows[i].from, rows[i].to);
        size_t to = rows[i].to < p.text.len ? rows[i].to : p.text.len;
        if (shown != rows[i].shown)
            fail_msg("row %zu: %zu", i, shown);
        assert_int_equal(plain_is_blank(&p, rows[i].from, rows[i].to),
                         rows[i].from >= to || rows[i].shown == to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_mark),  cmocka_unit_test(test_mark_end),
        cmocka_unit_test(test_line_at),    cmocka_unit_test(test_line_behind),
        cmocka_unit_test(test_long_lines), cmocka_unit_test(test_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
