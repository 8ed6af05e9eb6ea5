/* SPDX-License-Identifier: MIT */
/* What lies ahead: that what is remembered from line to line is what each line would find alone. */
#include "formats/plain_ahead.h"

#include "base/buffer.h"
#include "formats/plain_marks.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { STEP = 16 * 1024, FOOT_BYTES = 8 * 1024 /* as the source has them */ };

/* Goes through the lines with one memory, and asks for each of them with a new one, too. Returns
 * how many lines are of a foot. */
static size_t check_lines(const struct plain *p)
{
    struct plain_ahead remembered = {0};
    size_t feet = 0;
    for (size_t at = 0, next, want; at < p->text.len; at = next) {
        struct plain_ahead fresh = {0};
        bool mark = plain_page_mark(p, at, at + 1) == at;
        assert_int_equal(plain_ahead_is_mark(&remembered, p, at), mark);
        if (mark) {
            next = plain_mark_end(p, at);
            continue;
        }
        struct slice line = plain_ahead_line(&remembered, p, at, &next);
        struct slice same = plain_line_at(p, at, &want);
        assert_ptr_equal(line.at, same.at);
        assert_int_equal(line.len, same.len);
        assert_int_equal(next, want);
        line = slice_trim(line);
        bool foot = plain_ahead_is_foot(&remembered, p, line, next);
        assert_int_equal(foot, plain_ahead_is_foot(&fresh, p, line, next));
        feet += foot;
    }
    return feet;
}

static void test_feet(void **state)
{
    static const struct {
        const char *text;
        size_t feet;
        bool form_feeds;
    } rows[] = {
        {"", 0, false},
        {"a\n1\n", 1, false}, /* the end of the text ends a page */
        {"a\r\n1\r\n", 1, false},
        {"a\r1\r", 1, false},
        {"a\n1\n<PAGE>\nb\n", 1, false},
        {"a\n1\nb\n<PAGE>\n2\n", 1, false},
        {"a\n1\n\n<PAGE>\n2\n<PAGE>\n", 2, false},
        {"a\n\n2\n3\n4\n5\n<PAGE>\nb\n", 4, false}, /* so many lines may be one */
        {"a\n1\n2\n3\n4\n5\n<PAGE>\nb\n", 4, false},
        {"a\n1\n<C>\n</TABLE>\n<S>\n<R>\n<FN>\n<PAGE>\n", 1, false}, /* tags are no lines */
        {"a\n1\n----\n----\n----\n<PAGE>\n", 1, false},
        {"a\n1\n----\n----\n----\n----\n<PAGE>\n", 0, false},
        {"a\n1\nb\n2\nc\n3\n<PAGE>\n", 1, false},
        {"a 1<PAGE>b\n2<PAGE>", 1, false},
        {"<PAGE><PAGE>1<PAGE>", 1, false},
        {"a\n1\n\fb\n2\n<PAGE>\n3\n", 2, true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = {
            .text = slice_of(rows[i].text), .ends = true, .form_feeds = rows[i].form_feeds};
        assert_int_equal(check_lines(&p), rows[i].feet);
    }
}

/* Where the text is not known to its end, that is no end of a page. */
static void test_not_ended(void **state)
{
    struct plain p = {.text = SLICE("a\n1\n")};
    (void)state;
    assert_int_equal(check_lines(&p), 0);
}

static void add_lines(struct buffer *text, const char *end, size_t bytes)
{
    while (text->len < bytes) {
        size_t left = bytes - text->len;
        buffer_add_fill(text, 'x', left > 70 ? 60 : left);
        if (left > 70)
            buffer_add_text(text, end);
    }
}

/* A mark and the foot above it at each place around the end of what is looked at at once. */
static void test_steps(void **state)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    (void)state;
    for (size_t i = 0; i < COUNT(ends); i++) {
        for (size_t at = STEP - 20; at < STEP + 20; at++) {
            struct buffer text = {0};
            add_lines(&text, ends[i], at);
            buffer_addf(&text, "%s12%s<PAGE>%sb%s", ends[i], ends[i], ends[i], ends[i]);
            struct plain p = {.text = buffer_slice(&text), .ends = true};
            assert_int_equal(check_lines(&p), 1);
            buffer_deinit(&text);
        }
    }
}

/* Carriage returns that begin only far behind the front. */
static void test_late_returns(void **state)
{
    struct buffer text = {0};
    (void)state;
    add_lines(&text, "\n", STEP + 100);
    add_lines(&text, "\r", 2 * STEP);
    add_lines(&text, "\r\n", 3 * STEP);
    struct plain p = {.text = buffer_slice(&text), .ends = true};
    assert_int_equal(check_lines(&p), 0);
    buffer_deinit(&text);
}

/* A foot may be so far above the mark, empty lines between them, and no further. */
static void test_far_foot(void **state)
{
    (void)state;
    for (size_t blanks = FOOT_BYTES - 12; blanks < FOOT_BYTES + 4; blanks++) {
        struct buffer text = {0};
        buffer_add_text(&text, "a\n12\n");
        buffer_add_fill(&text, '\n', blanks);
        buffer_add_text(&text, "<PAGE>\nb\n");
        struct plain p = {.text = buffer_slice(&text), .ends = true};
        assert_int_equal(check_lines(&p), blanks + 6 <= FOOT_BYTES);
        buffer_deinit(&text);
    }
}

/* Small texts of all that matters, in every order. */
static void test_all_orders(void **state)
{
    static const char *const parts[] = {"1", "word", "\n", "\r", "<PAGE>", "<S>", "--"};
    enum { LONG = 6 };
    (void)state;
    size_t orders = 1;
    for (size_t i = 0; i < LONG; i++)
        orders *= COUNT(parts);
    for (size_t order = 0; order < orders; order++) {
        struct buffer text = {0};
        for (size_t i = 0, left = order; i < LONG; i++, left /= COUNT(parts))
            buffer_add_text(&text, parts[left % COUNT(parts)]);
        struct plain p = {.text = buffer_slice(&text), .ends = true};
        (void)check_lines(&p);
        buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_feet),     cmocka_unit_test(test_not_ended),
        cmocka_unit_test(test_steps),    cmocka_unit_test(test_late_returns),
        cmocka_unit_test(test_far_foot), cmocka_unit_test(test_all_orders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
