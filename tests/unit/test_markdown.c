/* SPDX-License-Identifier: MIT */
/* Markdown: what becomes a heading, a paragraph, a table, and what is put between fences. */
#include "ui/taking/markdown.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define PRINTED(text) "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"
#define HTML(text) PRINTED("<html><body>" text "</body></html>\n")

/* Says only that it was asked; where `self` is NULL, it cannot. */
static bool add_table(void *self, struct content *c, size_t from, size_t to, struct buffer *out)
{
    (void)c;
    if (!self)
        return false;
    assert_true(from < to);
    buffer_add_text(out, "[table]\n");
    return true;
}

static const struct {
    const char *text, *from, *to;
    bool tables;
    const char *want;
} cases[] = {
    {HTML("<h2>Item 7A. Risk</h2><p>One <b>two</b> <i>three</i>.</p>"), NULL, NULL, true,
     "## Item 7A. Risk\n\nOne **two** *three*.\n"},
    {HTML("<p>a*b_c [d] &lt;e&gt; f|g</p><p># no heading</p><p>- no point</p>"), NULL, NULL, true,
     "a\\*b\\_c \\[d\\] \\<e> f\\|g\n\n\\# no heading\n\n\\- no point\n"},
    {HTML("<p>one</p><table><tr><td>Cash</td><td>1,204</td><td>1,377</td></tr>"
          "<tr><td>Debt</td><td>7</td><td>12</td></tr></table><p>two</p>"),
     NULL, NULL, true, "one\n\n[table]\n\ntwo\n"},
    {HTML("<p>one</p><table><tr><td>Cash</td><td>1,204</td></tr></table>"), NULL, NULL, false,
     "one\n\nCash 1,204\n"},
    {HTML("<p>one</p><p>two</p><p>three</p>"), "two", "three", true, "two\n"},
    {HTML("<p>one</p><hr><p>two <img src=\"x.jpg\"></p>"), NULL, NULL, true, "one\n\ntwo\n"},
    {PRINTED("  One line\nand another\n\n* a point\n"), NULL, NULL, true,
     "One line\nand another\n\n\\* a point\n"},
    {PRINTED(
         "Text\n<TABLE>\n<S>        <C>\nCash      $ 1,204\n\nDebt          7\n</TABLE>\nMore\n"),
     NULL, NULL, true, "Text\n\n```\nCash      $ 1,204\n\nDebt          7\n```\n\nMore\n"},
    {PRINTED("one two three\n"), "two", " three", true, "two\n"},
    {PRINTED("\n"), NULL, NULL, true, ""},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice all = slice_of(cases[i].text);
        struct error e = {0};
        struct buffer out = {0};
        struct submission *s = submission_open(input_from_bytes("test", all), &e);
        assert_non_null(s);
        while (!submission_scan(s, (size_t)-1))
            continue;
        struct content *c = content_of(s, submission_document(s, 0));
        size_t from = cases[i].from ? slice_find(all, slice_of(cases[i].from)) : 0;
        size_t to = cases[i].to ? slice_find(all, slice_of(cases[i].to)) : all.len;
        bool tables = cases[i].tables;
        markdown_add(c, from, to, add_table, tables ? &tables : NULL, &out);
        if (strcmp(buffer_text(&out), cases[i].want) != 0)
            print_error("case %zu\n", i);
        assert_string_equal(buffer_text(&out), cases[i].want);
        buffer_deinit(&out);
        submission_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
