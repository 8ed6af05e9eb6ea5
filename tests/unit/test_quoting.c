/* SPDX-License-Identifier: MIT */
/* The folded text of passages, and which paragraph a place is in. */
#include "ui/keeping/quoting.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/submission.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* clang-format off */
#define PLAIN                                                                                      \
    "     Alder sells alders in\ntwo states, and has a self-\n  regulatory board.  It is\nsmall.\n" \
    "\n"                                                                                           \
    "     A second paragraph, which ends\n\n"                                                      \
    "                                       2\n<PAGE>\n"                                           \
    "on the page behind it.\n\n"                                                                   \
    "<TABLE>\n<S>            <C>\n  Alders      $  10\n  Birches        3\n</TABLE>\n\n"           \
    "     The end.\n"
#define MARKED                                                                                     \
    "<html><body><p>Alder&nbsp;sells <b>al</b>ders<br>in two&#8201;states.</p>"                    \
    "<p>A note<sup>1</sup> on co\xC2\xAD-owners.</p>"                                              \
    "<table><tr><td>Alders</td><td>$</td><td>10</td></tr>"                                         \
    "<tr><td>Birches</td><td></td><td>3</td></tr></table><p>The end.</p></body></html>"
/* clang-format on */

static struct submission *open_text(const char *text)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    return s;
}

static struct content *content_in(struct submission *s)
{
    return content_of(s, submission_document(s, 0));
}

/* The folded text from the words `from` to the end of the words `to`. */
static void test_fold(void **state)
{
    static const struct {
        const char *text, *from, *to, *folded;
        size_t most;
        bool whole;
    } rows[] = {
        {PLAIN, "     Alder", "small.",
         "Alder sells alders in two states, and has a self-regulatory board. It is small.", 200,
         true},
        {PLAIN, "lder sells", "two", "lder sells alders in two", 200, true},
        /* The foot of the page is no part of the sentence, but can be quoted alone. */
        {PLAIN, "A second", "behind it.", "A second paragraph, which ends on the page behind it.",
         200, true},
        {PLAIN, "2\n<PAGE>", "2\n<PAGE>", "2", 200, true},
        {PLAIN, "Alders  ", "3", "Alders $ 10 Birches 3", 200, true},
        {PLAIN, "     Alder", "small.", "Alder se", 12, false},
        {MARKED, "Alder", "states.", "Alder sells alders in two states.", 200, true},
        {MARKED, "A note", "owners.", "A note1 on co-owners.", 200, true},
        {MARKED, "Alders<", ">3<", "Alders $ 10 Birches 3", 200, true},
        {MARKED, "Alders<", "Alders", "Alders", 200, true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct submission *s = open_text(rows[i].text);
        struct buffer out = {0};
        const char *from = strstr(rows[i].text, rows[i].from);
        const char *to = strstr(from, rows[i].to) + strlen(rows[i].to);
        bool whole = quoting_add(content_in(s), (size_t)(from - rows[i].text),
                                 (size_t)(to - rows[i].text), rows[i].most, &out);
        if (strcmp(buffer_text(&out), rows[i].folded) != 0 || whole != rows[i].whole)
            fail_msg("%zu: '%s'", i, buffer_text(&out));
        buffer_deinit(&out);
        submission_free(s);
    }
}

/* Every byte of a quote knows where it stands. */
static void test_sources(void **state)
{
    struct submission *s = open_text(PLAIN);
    struct segment segment;
    struct quote q = {0};
    (void)state;
    assert_true(content_walk(content_in(s), 0, &segment));
    for (size_t i = 0; i < segment.count; i++)
        assert_true(quote_add(&q, &segment.blocks[i], 0, SIZE_MAX, 1000));
    assert_int_equal(q.sources.count, q.text.len);
    for (size_t i = 0; i < q.text.len; i++)
        if (q.text.at[i] != ' ')
            assert_int_equal(PLAIN[q.sources.at[i]], q.text.at[i]);
    quote_deinit(&q);
    segment_deinit(&segment);
    submission_free(s);
}

static void test_paragraph(void **state)
{
    static const struct {
        const char *text, *at, *from, *to;
        bool columns;
    } rows[] = {
        {PLAIN, "     Alder", "Alder sells", "small.", false},
        {PLAIN, "regulatory", "Alder sells", "small.", false},
        {PLAIN, "mall.", "Alder sells", "small.", false},
        {PLAIN, "     A second", "A second", "ends", false},
        {PLAIN, "2\n<PAGE>", "on the page", "it.", false}, /* no text: the next */
        {PLAIN, "Birches", "Birches", "3", true},          /* a row */
        {PLAIN, "The end", "The end", ".", false},
        {MARKED, "states", "in two", "states.", false},
        /* a line of its own */
        {MARKED, "10<", "Alders<", "10", true},
        {MARKED, "The end", "The end", ".", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct submission *s = open_text(rows[i].text);
        size_t from = 0, to = 0;
        const char *begins = strstr(rows[i].text, rows[i].from);
        const char *ends = strstr(begins, rows[i].to) + strlen(rows[i].to);
        size_t at = (size_t)(strstr(rows[i].text, rows[i].at) - rows[i].text);
        assert_true(quoting_paragraph(content_in(s), at, &from, &to));
        struct slice found = {rows[i].text + from, to - from};
        if (from != (size_t)(begins - rows[i].text) || to < (size_t)(ends - rows[i].text) ||
            slice_trim(found).at != begins)
            fail_msg("%zu: '%.*s'", i, (int)(to - from), rows[i].text + from);
        assert_int_equal(quoting_has_columns(content_in(s), from, to), rows[i].columns);
        submission_free(s);
    }
    struct submission *s = open_text(PLAIN);
    size_t from, to;
    assert_false(quoting_paragraph(content_in(s), strlen(PLAIN), &from, &to));
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
