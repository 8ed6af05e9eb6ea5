/* SPDX-License-Identifier: MIT */
/* Text that is taken away: what of it stays as it stands, and what is left out. */
#include "ui/taking/gather.h"

#include "model/content.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define HEAD "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
#define TAIL "</TEXT>\n</DOCUMENT>\n"
#define HTML(text) HEAD "<html><body>" text "</body></html>\n" TAIL

static struct submission *open_text(const char *text)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    if (!s)
        fail_msg("%s", e.message);
    while (!submission_scan(s, (size_t)-1))
        continue;
    return s;
}

/* From the first place of `from` to the first of `to` (NULL: the end), in steps of some bytes. */
static void check(const char *text, const char *from, const char *to, struct gather_set set,
                  size_t bytes, const char *want)
{
    struct submission *s = open_text(text);
    struct slice all = slice_of(text);
    struct content *c = content_of(s, submission_document(s, 0));
    size_t begin = from ? slice_find(all, slice_of(from)) : 0;
    size_t end = to ? slice_find(all, slice_of(to)) : all.len;
    struct gather *g = gather_new(c, begin, end, set);
    struct buffer out = {0};
    int before = 0;
    for (int i = 0; !gather_step(g, bytes, &out); i++) {
        assert_true(i < 100000);
        assert_true(gather_percent(g) >= before && gather_percent(g) < 100);
        before = gather_percent(g);
    }
    assert_int_equal(gather_percent(g), 100);
    assert_string_equal(buffer_text(&out), want);
    /* All is there; more steps add nothing. */
    assert_true(gather_step(g, bytes, &out));
    assert_string_equal(buffer_text(&out), want);
    gather_free(g);
    buffer_deinit(&out);
    submission_free(s);
}

static const struct {
    const char *text, *from, *to;
    struct gather_set set;
    const char *want;
} cases[] = {
    /* printed: lines stay, whatever stands in them */
    {HEAD "  one two\n    three\n\n\nfour\n" TAIL,
     "one",
     NULL,
     {0},
     "  one two\n    three\n\n\nfour\n"},
    {HEAD "one two\nthree four\nfive\n" TAIL, "two", "four", {0}, "two\nthree\n"},
    {HEAD "one two three\n" TAIL, "two", " three", {0}, "two\n"},
    {HEAD "   one two three\n" TAIL, "one", " three", {0}, "one two\n"},
    {HEAD "<TABLE>\n<CAPTION>\n                1999    1998\n<S>             <C>     <C>\n"
          "Cash          $ 1,204  1,377\n</TABLE>\n" TAIL,
     NULL,
     NULL,
     {0},
     "                1999    1998\nCash          $ 1,204  1,377\n"},
    /* a page ends: its number is left out, and a sentence goes on without a gap */
    {HEAD "the first half of\n\n\n                 1\n<PAGE>\n\n\nthe sentence.\n\n           "
          "      2\n<PAGE>\nThe next one.\n\n                 3\n<PAGE>\nx\n" TAIL,
     "the first",
     "x\n",
     {0},
     "the first half of\nthe sentence.\n\nThe next one.\n"},
    /* marked up: a paragraph is a line, however wide */
    {HTML("<p>one two three four five six seven eight</p><p>nine</p>"),
     NULL,
     NULL,
     {.width = 12},
     "one two three four five six seven eight\n\nnine\n"},
    {HTML("<p>one two three four five six seven eight</p><p>nine</p>"),
     NULL,
     NULL,
     {.width = 20, .wrap = true},
     "one two three four\nfive six seven eight\n\nnine\n"},
    {HTML("<p>one self-<br>funding two</p>"),
     NULL,
     NULL,
     {.width = 80},
     "one self-\nfunding two\n"},
    {HTML("<p>one<img src=\"x.jpg\">two</p><hr><p>three</p>"),
     NULL,
     NULL,
     {.width = 80},
     "onetwo\n\nthree\n"},
    {HTML("<table><tr><td>Cash</td><td>1,204</td><td>1,377</td></tr>"
          "<tr><td>Debt and others</td><td>7</td><td>12,008</td></tr></table>"),
     NULL,
     NULL,
     {.width = 80},
     "Cash             1,204   1,377\nDebt and others      7  12,008\n"},
    /* nothing but what is left out elsewhere */
    {HEAD "   \n\n" TAIL, NULL, NULL, {0}, ""},
    {HTML(""), NULL, NULL, {.width = 80}, ""},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("case %zu\n", i);
        check(cases[i].text, cases[i].from, cases[i].to, cases[i].set, 1 << 20, cases[i].want);
        check(cases[i].text, cases[i].from, cases[i].to, cases[i].set, 1, cases[i].want);
    }
}

/* A line like no other, so that none is taken for a running head. */
static void add_line(struct buffer *out, unsigned n)
{
    for (uint32_t i = 0, random = n * 2654435761U + 12345; i < 7; i++) {
        random = random * 1664525U + 1013904223U;
        buffer_add_byte(out, (char)('A' + (random >> 20) % 26));
        buffer_add_fill(out, (char)('a' + (random >> 10) % 26), 1 + (random >> 27) % 5);
        buffer_add_text(out, i < 6 ? " " : "\n");
    }
}

/* A text of many segments is the same, whatever the steps; the view's lines are left alone. */
static void test_long(void **state)
{
    struct buffer text = {0}, want = {0}, out = {0};
    (void)state;
    buffer_add_text(&text, HEAD);
    for (unsigned i = 0; i < 20000; i++) {
        add_line(&text, i);
        if (i % 50 == 49)
            buffer_addf(&text, "\n\n                   %u\n<PAGE>\n", i / 50 + 1);
    }
    buffer_add_text(&text, TAIL);
    struct submission *s = open_text(buffer_text(&text));
    struct content *c = content_of(s, submission_document(s, 0));
    struct flow *flow = flow_new(c, (struct flow_options){.width = 80, .wrap = true});
    struct spot spot;
    assert_true(flow_first(flow, &spot));
    const struct line *line = flow_line(flow, spot);
    struct gather *g = gather_new(c, 0, text.len, (struct gather_set){0});
    while (!gather_step(g, 40000, &out))
        continue;
    gather_free(g);
    struct buffer first = {0};
    add_line(&first, 0);
    assert_true(slice_equal(line->text, slice_trim(buffer_slice(&first))));
    buffer_deinit(&first);
    for (unsigned i = 0; i < 20000; i++) {
        add_line(&want, i);
        if (i % 50 == 49 && i < 19999)
            buffer_add_text(&want, "\n");
    }
    assert_string_equal(buffer_text(&out), buffer_text(&want));
    flow_free(flow);
    buffer_deinit(&text);
    buffer_deinit(&want);
    buffer_deinit(&out);
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_long),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
