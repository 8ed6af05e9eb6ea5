/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/html.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static void test_wrapped(void **state)
{
    static const char *const rows[][2] = {
        {"<html><body><pre>\nAnnual report\n</pre></body></html>", "\nAnnual report\n"},
        {"<HTML><HEAD><TITLE>a <b> c</TITLE></HEAD><BODY>\n<PRE>x <PAGE> y</PRE>", "x <PAGE> y"},
        {"<!DOCTYPE html>\n<!-- made --><pre>a < b &amp; c</pre>\n", "a < b &amp; c"},
        {"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html><pre>Text</pre></html>\n</TEXT>\n</DOCUMENT>",
         "Text"},
        {"<div>\n<TABLE>\n<CAPTION>\n<S> <C>\nCash 1\n<FN>\n<F1> Note\n</TABLE>\n</div>",
         "<TABLE>\n<CAPTION>\n<S> <C>\nCash 1\n<FN>\n<F1> Note\n</TABLE>\n"},
        {"<pre>never closed", "never closed"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t from, to;
        struct slice text = slice_of(rows[i][0]);
        assert_true(html_is_plain(text, &from, &to));
        struct slice inner = slice_trim(slice_cut(text, from, to));
        assert_true(slice_equal(inner, slice_trim(slice_of(rows[i][1]))));
    }
}

static void test_others(void **state)
{
    static const char *const rows[] = {
        "",
        "<pre>",
        "<html><body><pre></pre></body></html>",
        "<html><body><p>Text</p></body></html>",
        "<html>Before<pre>Text</pre></html>",
        "<html><pre>Text</pre>Behind</html>",
        "<html><pre>One</pre><pre>Two</pre></html>",
        "<pre>Some <b>bold</b> text</pre>",
        "<pre><a name=x></a>Text</pre>",
        "<div>Few words.</div>",
        "<div><TABLE border=0>\n<S> <C>\nCash\n</TABLE></div>",
        "<pre>Text <b",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t from, to;
        assert_false(html_is_plain(slice_of(rows[i]), &from, &to));
    }
}

/* A <div> around typed lines, but not around a paragraph in lines. */
static void test_typed(void **state)
{
    size_t from, to;
    struct buffer text = {0};
    (void)state;
    for (int columns = 0; columns < 2; columns++) {
        buffer_clear(&text);
        buffer_add_text(&text, "<html><body><div>\n");
        for (int i = 0; i < 30; i++)
            buffer_add_text(&text, columns ? "Cash          1\n" : "Words and more words.\n");
        buffer_add_text(&text, "</div></body></html>");
        assert_int_equal(html_is_plain(buffer_slice(&text), &from, &to), columns);
    }
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrapped),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
