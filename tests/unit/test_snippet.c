/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/input.h"
#include "model/submission.h"
#include "ui/lists/snippet.h"

#include <locale.h>
#include <string.h>

enum { COLUMNS = 30 };

static const char page[] = "<html><body>\n"
                           "<p>short words</p>\n"
                           "<p>The Company recorded an   impairment of\n  goodwill in the fourth "
                           "quarter of the year.</p>\n"
                           "<table><tr><td>Goodwill</td><td>8,455</td><td>7,444</td></tr></table>\n"
                           "<p>caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 "
                           "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 needle</p>\n"
                           "</body></html>\n";

static struct submission *open_text(struct input **input, const char *name, const char *text)
{
    struct error e;
    *input = input_from_bytes(name, slice_of(text));
    struct submission *s = submission_open(*input, &e);
    assert_non_null(s);
    submission_scan(s, SIZE_MAX);
    return s;
}

static void expect(struct snippets *s, const char *text, const char *what, const char *line,
                   const char *marked)
{
    struct buffer out = {0};
    struct snippet snippet;
    size_t at = (size_t)(strstr(text, what) - text);
    assert_true(snippets_add(s, at, strlen(what), COLUMNS, &out, &snippet));
    assert_string_equal(buffer_text(&out), line);
    struct slice mark = slice_cut(buffer_slice(&out), snippet.from, snippet.to);
    assert_true(slice_equal(mark, slice_of(marked)));
    buffer_deinit(&out);
}

static void test_lines(void **state)
{
    (void)state;
    struct input *input;
    struct submission *sub = open_text(&input, "a.htm", page);
    struct snippets s = {0};
    snippets_begin(&s, content_of(sub, submission_document(sub, 0)));
    expect(&s, page, "words", "short words", "words");
    expect(&s, page, "Company", "The Company recorded an impai\xE2\x80\xA6", "Company");
    expect(&s, page, "goodwill in", "\xE2\x80\xA6of goodwill in the fourth qu\xE2\x80\xA6",
           "goodwill in");
    expect(&s, page, "8,455", "Goodwill  8,455  7,444", "8,455");
    expect(&s, page, "needle",
           "\xE2\x80\xA6"
           "caf\xC3\xA9 caf\xC3\xA9 needle",
           "needle");
    snippets_end(&s);
    submission_free(sub);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
