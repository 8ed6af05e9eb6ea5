/* SPDX-License-Identifier: MIT */
/* Where tags, texts and comments begin and end, in sound and in broken markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup_scan.h"

#include <string.h>

struct sample {
    const char *text, *html, *xml; /* xml NULL: as html */
};

/* The tokens, each as the letter of its kind and its bytes, in brackets. */
static void write_tokens(struct buffer *out, enum markup_kind kind, struct slice text)
{
    static const char letters[] = "tRDsecO";
    struct markup_scan scan;
    struct markup_token t;
    markup_scan_init(&scan, kind, text);
    size_t at = scan.at;
    buffer_clear(out);
    while (markup_scan_next(&scan, &t)) {
        assert_int_equal(t.at, at);
        assert_true(t.len > 0);
        at = t.at + t.len;
        struct slice bytes = slice_cut(text, t.at, at);
        buffer_addf(out, "%c%s[%.*s]", letters[t.kind], t.closed ? "/" : "", (int)bytes.len,
                    bytes.at);
    }
    assert_int_equal(at, text.len);
}

static void test_tokens(void **state)
{
    static const struct sample samples[] = {
        {"<a>b</a>", "s[<a>]t[b]e[</a>]", NULL},
        {"<a b='>' c=\"/\"/>d", "s/[<a b='>' c=\"/\"/>]t[d]", NULL},
        {"<a/ >", "s[<a/ >]", NULL},
        {"<a b=c/>", "s[<a b=c/>]", NULL},
        {"<a b = '>'>c", "s[<a b = '>'>]t[c]", NULL},
        {"<a>1 < 2 << 3 <", "s[<a>]t[1 < 2 << 3 <]", NULL},
        {"<a><!-- > -- -->b", "s[<a>]c[<!-- > -- -->]t[b]", NULL},
        {"<a><!-->b-->", "s[<a>]c[<!-->]t[b-->]", "s[<a>]c[<!-->b-->]"},
        {"<a><!--->b-->", "s[<a>]c[<!--->]t[b-->]", "s[<a>]c[<!--->b-->]"},
        {"<a><!--b--!>c-->", "s[<a>]c[<!--b--!>]t[c-->]", "s[<a>]c[<!--b--!>c-->]"},
        {"<a><!-- b>c<!-- d>e", "s[<a>]O[<!-- b>]t[c]O[<!-- d>]t[e]", NULL},
        {"<a><![CDATA[<b>]]>c", "s[<a>]D[<![CDATA[<b>]]>]t[c]", NULL},
        {"<a><![CDATA[<b>c", "s[<a>]O[<![CDATA[<b>]t[c]", NULL},
        {"<a><?b c>d?>e", "s[<a>]O[<?b c>]t[d?>e]", "s[<a>]O[<?b c>d?>]t[e]"},
        {"<a><!b>c", "s[<a>]O[<!b>]t[c]", NULL},
        {"<a></>b</ c>", "s[<a>]O[</>]t[b</ c>]", "s[<a>]t[</>b</ c>]"},
        {"<a><_b>", "s[<a>]t[<_b>]", "s[<a>]s[<_b>]"},
        {"<a b='c>d<e>f", "s[<a b='c>]t[d]s[<e>]t[f]", NULL},
        {"<a b='c>d<e f='>g", "s[<a b='c>]t[d]s[<e f='>]t[g]", NULL},
        {"<a b<c>d</a", "s[<a b]s[<c>]t[d]O[</a]", NULL},
        {"<a b", "O[<a b]", NULL},
        {"<a><script>b</i></script >c", "s[<a>]s[<script>]R[b</i>]e[</script >]t[c]",
         "s[<a>]s[<script>]t[b]e[</i>]e[</script >]t[c]"},
        {"<STYLE></styles></style>", "s[<STYLE>]R[</styles>]e[</style>]",
         "s[<STYLE>]e[</styles>]e[</style>]"},
        {"<script></script><script>a<b>", "s[<script>]e[</script>]s[<script>]t[a]s[<b>]", NULL},
        {"<script/>a", "s/[<script/>]t[a]", NULL},
    };
    struct buffer out;
    (void)state;
    buffer_init(&out);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *s = &samples[i];
        write_tokens(&out, MARKUP_HTML, slice_of(s->text));
        assert_string_equal(buffer_text(&out), s->html);
        write_tokens(&out, MARKUP_XML, slice_of(s->text));
        assert_string_equal(buffer_text(&out), s->xml ? s->xml : s->html);
    }
    buffer_deinit(&out);
}

/* A long text is cut, but not within a character, a reference or a line end. */
static void test_long_text(void **state)
{
    static const char *const pieces[] = {"x",    "x ", "\xC3\xA9", "a&nbsp;",
                                         "\r\n", "&",  "\x80",     "abc\r\n"};
    struct buffer text;
    (void)state;
    buffer_init(&text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t len = strlen(pieces[i]), count = 0;
        buffer_clear(&text);
        buffer_add_text(&text, "<a>");
        while (text.len < 200000)
            buffer_add_text(&text, pieces[i]);
        struct markup_scan scan;
        struct markup_token t;
        markup_scan_init(&scan, MARKUP_HTML, buffer_slice(&text));
        assert_true(markup_scan_next(&scan, &t));
        while (markup_scan_next(&scan, &t)) {
            size_t within = (t.at - 3) % len;
            assert_true(t.len > 0 && t.len < 100000);
            /* Where a letter or a blank ends is as good a place. */
            assert_true(within == 0 || (len == 7 && within == 1) || (len == 5 && within < 4));
            count++;
        }
        assert_true(count > 2);
        assert_int_equal(scan.at, text.len);
    }
    buffer_deinit(&text);
}

/* A tag that was met before is read as the first time, whatever stands around it. */
static void test_met_again(void **state)
{
    static const char *const tags[] = {"<a b='c'>", "<a b='c' />",      "<A>",     "<a:b c='d'>",
                                       "<a b='>'>", "<a b='c>",         "<a b=c>", "<a b=c/>",
                                       "<a\n/>\n",  "<td  x y = \"z\">"};
    struct buffer once, twice, text;
    (void)state;
    buffer_init(&once);
    buffer_init(&twice);
    buffer_init(&text);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        for (int kind = MARKUP_XML; kind <= MARKUP_HTML; kind++) {
            buffer_clear(&text);
            buffer_addf(&text, "<x>%s<y>", tags[i]);
            write_tokens(&once, (enum markup_kind)kind, buffer_slice(&text));
            size_t from = strlen("s[<x>]"), len = once.len - from - strlen("s[<y>]");
            buffer_clear(&text);
            buffer_addf(&text, "<x>%s%s<y>", tags[i], tags[i]);
            write_tokens(&twice, (enum markup_kind)kind, buffer_slice(&text));
            struct slice first = slice_cut(buffer_slice(&once), from, from + len);
            assert_int_equal(twice.len, once.len + len);
            assert_true(slice_equal(slice_cut(buffer_slice(&twice), from, from + len), first));
            assert_true(
                slice_equal(slice_cut(buffer_slice(&twice), from + len, from + 2 * len), first));
        }
    }
    buffer_deinit(&once);
    buffer_deinit(&twice);
    buffer_deinit(&text);
}

/* What is remembered of it: never of one that depends on what stands behind it. */
static void test_seen(void **state)
{
    static const struct {
        const char *text;
        bool remembered;
    } rows[] = {
        {"<a b='c'>", true},        {"<a>", true},   {"<a b/>", true},   {"<a:b>", false},
        {"<a b='>' c='d'>", false}, {"<a b", false}, {"<a b<c>", false}, {"<a b='c>d</a>", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct markup_scan scan;
        struct markup_token t;
        markup_scan_init(&scan, MARKUP_XML, slice_of(rows[i].text));
        assert_true(markup_scan_next(&scan, &t));
        if ((t.seen != NULL) != rows[i].remembered || (t.first.len > 0) != rows[i].remembered)
            fail_msg("%s", rows[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_met_again),
        cmocka_unit_test(test_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
