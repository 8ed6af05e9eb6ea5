/* SPDX-License-Identifier: MIT */
/* The walk through a filing: every line once, numbered from 1 through all documents. */
#include "lib/walk.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
#define DOCUMENT(type, text) "<DOCUMENT>\n<TYPE>" type "\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"

/* "#" the mark above a document, "=" a rule, "~" an empty line. */
static void check_walk(struct slice bytes, size_t width, const char *want)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    assert_non_null(s);
    struct buffer out = {0};
    struct walk w;
    struct walk_line line;
    size_t number = 0;
    walk_init(&w, s, width);
    while (walk_next(&w, &line)) {
        assert_int_equal(line.number, ++number);
        buffer_addf(&out, "%zu", line.document->index);
        if (!line.line)
            buffer_add_byte(&out, '#');
        else if (line.line->kind == LINE_RULE)
            buffer_add_byte(&out, '=');
        else if (line.line->kind == LINE_BLANK)
            buffer_add_byte(&out, '~');
        else
            buffer_add(&out, line.line->text);
        buffer_add_byte(&out, '\n');
    }
    assert_false(walk_next(&w, &line)); /* and it stays at the end */
    if (want)
        assert_string_equal(buffer_text(&out), want);
    else
        assert_true(number > 1000);
    walk_deinit(&w);
    submission_free(s);
    buffer_deinit(&out);
}

static void test_walk(void **state)
{
    static const struct {
        const char *text;
        size_t width;
        const char *want;
    } rows[] = {
        {"a\n\nb\n", 100, "0a\n0~\n0b\n"}, /* no mark where there is no envelope */
        {"a\n<PAGE>\nb\n", 100, "0a\n0=\n0b\n0=\n"},
        {DOCUMENT("8-K", "a\n") DOCUMENT("EX-99", "b\n\nc\n"), 100, "0#\n0a\n1#\n1b\n1~\n1c\n"},
        {DOCUMENT("8-K", "") DOCUMENT("EX-99", "b\n"), 100, "0#\n1#\n1b\n"}, /* one is empty */
        {DOCUMENT("8-K", "one two\n"), 4, "0#\n0one\n0two\n"},
        {DOCUMENT("8-K", "one two\n"), 0, "0#\n0one two\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_walk(slice_of(rows[i].text), rows[i].width, rows[i].want);
}

/* A place in a row is on the line of the row that shows it, whatever stands beside it. */
static void test_row(void **state)
{
    static const char html[] =
        "<html><body><p>A</p><table>"
        "<tr><td><b>Place</b></td><td><b>Sales</b></td><td><b>Note</b></td></tr>"
        "<tr><td>North and south and west</td><td>1,000</td><td>one two three four five</td></tr>"
        "<tr><td>East</td><td>2,000</td><td>six</td></tr></table><p>Z</p></body></html>";
    static const struct {
        const char *word;
        size_t line; /* of the row, from its first; 9: of another row */
    } rows[] = {{"North", 0}, {"west", 0}, {"one", 0}, {"five", 1}, {"East", 9}, {"Z<", 9}};
    (void)state;
    struct error e = {0};
    struct slice bytes = {html, sizeof html - 1};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    assert_non_null(s);
    struct walk w;
    struct walk_line line;
    size_t first = 0, number;
    walk_init(&w, s, 46);
    while (walk_next(&w, &line)) {
        bool row = line.line && line.line->kind == LINE_TEXT &&
                   slice_find(line.line->text, SLICE("North")) < line.line->text.len;
        for (size_t i = 0; row && i < COUNT(rows); i++) {
            size_t offset = slice_find(bytes, slice_of(rows[i].word));
            first = line.number;
            assert_int_equal(walk_row_line(&w, &line, offset, &number), rows[i].line < 9);
            if (rows[i].line < 9)
                assert_int_equal(number, first + rows[i].line);
        }
    }
    assert_true(first > 0);
    walk_deinit(&w);
    submission_free(s);
}

/* Documents of several segments; the walk ends early too without losing anything. */
static void test_large(void **state)
{
    struct buffer text = {0};
    (void)state;
    for (int d = 0; d < 3; d++) {
        buffer_addf(&text, "<DOCUMENT>\n<TYPE>EX-%d\n<TEXT>\n", d);
        for (int i = 0; i < 6000; i++)
            buffer_addf(&text, "line %d of some document with pages\n%s", i,
                        i % 50 ? "" : "<PAGE>\n");
        buffer_add_text(&text, "</TEXT>\n</DOCUMENT>\n");
    }
    check_walk(buffer_slice(&text), 100, NULL);
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("x", buffer_slice(&text)), &e);
    struct walk w;
    struct walk_line line;
    walk_init(&w, s, 100);
    for (int i = 0; i < 7000; i++)
        assert_true(walk_next(&w, &line));
    walk_deinit(&w);
    walk_deinit(&w);
    submission_free(s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_row),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
