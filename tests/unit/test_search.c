/* SPDX-License-Identifier: MIT */
/* Hits in filings: order, scopes, pages, and that the fast way finds what the plain way finds. */
#include "search/search.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

#define NONE ((size_t)-1)

static const struct scope filing = {{0, 0}, {NONE, NONE}};

/* A filing in memory. */
struct filing {
    struct buffer bytes;
    struct submission *submission;
};

static void open_filing(struct filing *f)
{
    struct error e = {0};
    struct input *input = input_from_bytes("made-up", buffer_slice(&f->bytes));
    f->submission = submission_open(input, &e);
    if (!f->submission)
        fail_msg("%s", e.message);
}

static void close_filing(struct filing *f)
{
    submission_free(f->submission);
    buffer_deinit(&f->bytes);
}

/* "=5" is a number, as in the viewer. */
static struct pattern *make(const char *text, bool smart)
{
    struct error e = {0};
    struct pattern_options options = {.smart_case = smart, .number = *text == '='};
    struct pattern *p = pattern_new(slice_of(text), options, &e);
    if (!p)
        fail_msg("%s: %s", text, e.message);
    return p;
}

static struct search *run(struct filing *f, const struct pattern *p, struct scope scope,
                          struct place begin, size_t slice)
{
    struct search *s = search_new(f->submission, p, scope, begin);
    int last = 0;
    while (!search_step(s, slice)) {
        assert_false(search_done(s));
        assert_true(search_progress(s) >= last || begin.offset > 0);
        last = search_progress(s);
    }
    assert_true(search_done(s));
    assert_int_equal(search_progress(s), 100);
    return s;
}

/* The hits as text: "doc:bytes of the input|..." */
static char *hits_text(struct filing *f, const char *pattern, struct scope scope,
                       struct place begin)
{
    struct pattern *p = make(pattern, true);
    struct search *s = run(f, p, scope, begin, 1000);
    struct buffer out = {0};
    bool capped;
    for (size_t i = 0; i < search_hits(s, &capped); i++) {
        struct hit h = search_hit(s, i);
        buffer_addf(&out, "%s%zu:", i > 0 ? "|" : "", h.document);
        buffer_add(&out, slice_cut(buffer_slice(&f->bytes), h.offset, h.offset + h.length));
    }
    search_free(s);
    pattern_free(p);
    char *text = slice_copy(buffer_slice(&out));
    buffer_deinit(&out);
    return text;
}

static void expect(struct filing *f, const char *pattern, const char *expected)
{
    char *found = hits_text(f, pattern, filing, filing.from);
    if (strcmp(found, expected) != 0)
        fail_msg("%s: \"%s\"", pattern, found);
    free(found);
}

static const char envelope[] = "<SEC-DOCUMENT>0001.txt : 20040101\n"
                               "<SEC-HEADER>0001.hdr.sgml : 20040101\n"
                               "ACCESSION NUMBER:\t\t0000000001-04-000001\n"
                               "CONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n";

static void begin_document(struct filing *f, const char *type)
{
    buffer_addf(&f->bytes, "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>1\n<TEXT>\n", type);
}

static void end_document(struct filing *f)
{
    buffer_add_text(&f->bytes, "</TEXT>\n</DOCUMENT>\n");
}

static void test_text(void **state)
{
    (void)state;
    struct filing f = {0};
    buffer_add_text(&f.bytes, envelope);
    begin_document(&f, "8-K");
    buffer_add_text(&f.bytes, "The Annual\n   Report of Quarrystone\tMills\n\nit\x92s a co\xADpy\n"
                              "one<R>two</R> three\n<PAGE>\nReport card\n");
    end_document(&f);
    begin_document(&f, "EX-99.1");
    buffer_add_text(&f.bytes, "No report\n");
    end_document(&f);
    open_filing(&f);
    expect(&f, "annual report", "0:Annual\n   Report");
    expect(&f, "quarrystone mills", "0:Quarrystone\tMills");
    expect(&f, "it's", "0:it\x92s");
    expect(&f, "copy", "0:co\xADpy");
    expect(&f, "onetwo", "0:one<R>two");
    expect(&f, "report", "0:Report|0:Report|1:report");
    expect(&f, "three report", ""); /* a page is turned between them */
    expect(&f, "three$", "0:three");
    expect(&f, "x*", "");
    expect(&f, "8-K", ""); /* the envelope is not text */
    close_filing(&f);
}

static void test_scopes(void **state)
{
    (void)state;
    struct filing f = {0};
    buffer_add_text(&f.bytes, envelope);
    for (int d = 0; d < 5; d++) {
        begin_document(&f, "EX-99");
        for (int i = 0; i < 3000; i++)
            buffer_addf(&f.bytes, "document %d line %d is here\n", d, i);
        end_document(&f);
    }
    open_filing(&f);
    submission_scan(f.submission, NONE);
    struct document *second = submission_document(f.submission, 1);
    struct place from = {1, second->text_offset + 1000};
    struct pattern *p = make("line \\d+", true);
    struct slice bytes = buffer_slice(&f.bytes);
    /* From the middle of one document to the middle of another, beginning anywhere. */
    for (size_t begin = 0; begin < 90000; begin += 17011) {
        struct scope scope = {from, {3, submission_document(f.submission, 3)->text_offset + 500}};
        struct search *s = run(&f, p, scope, (struct place){1, from.offset + begin}, 30000);
        bool capped;
        size_t count = search_hits(s, &capped), last = 0;
        for (size_t i = 0; i < count; i++) {
            struct hit h = search_hit(s, i);
            assert_true(h.offset >= scope.from.offset && h.offset < scope.to.offset);
            assert_true(h.offset >= last);
            assert_true(slice_starts(slice_cut(bytes, h.offset, bytes.len), SLICE("line ")));
            last = h.offset + h.length;
        }
        size_t lines = 0;
        for (size_t at = scope.from.offset; at < scope.to.offset; at++)
            lines += slice_starts(slice_cut(bytes, at, bytes.len), SLICE("line "));
        assert_int_equal(count, lines);
        assert_false(capped);
        search_free(s);
    }
    pattern_free(p);
    close_filing(&f);
}

static void test_moving(void **state)
{
    (void)state;
    struct filing f = {0};
    buffer_add_text(&f.bytes, "first a word\nsecond word here\n\nthird word\n");
    open_filing(&f);
    struct pattern *p = make("word", true);
    struct search *s = search_new(f.submission, p, filing, (struct place){0, 20});
    assert_int_equal(search_next(s, filing.from, true), NONE);
    assert_false(search_sure(s, filing.from, NONE));
    while (!search_step(s, 1))
        continue;
    bool capped;
    assert_int_equal(search_hits(s, &capped), 3);
    struct place second = {0, search_hit(s, 1).offset};
    assert_int_equal(search_next(s, second, true), 1);
    assert_int_equal(search_next(s, second, false), 2);
    assert_int_equal(search_next(s, (struct place){0, 1000}, true), NONE);
    assert_int_equal(search_previous(s, second), 0);
    assert_int_equal(search_previous(s, filing.from), NONE);
    assert_true(search_sure(s, filing.from, 2));
    size_t first, behind;
    search_range(s, 0, second.offset + 2, second.offset + 3, &first, &behind);
    assert_int_equal(first, 1);
    assert_int_equal(behind, 2);
    search_range(s, 0, second.offset + 4, second.offset + 5, &first, &behind);
    assert_int_equal(first, behind);
    search_range(s, 0, 0, 1000, &first, &behind);
    assert_int_equal(behind - first, 3);
    search_range(s, 1, 0, 1000, &first, &behind);
    assert_int_equal(first, behind);
    search_free(s);
    pattern_free(p);
    close_filing(&f);
}

/* What is sure must be true: no hit comes later between the two places. */
static void test_sure(void **state)
{
    (void)state;
    struct filing f = {0};
    for (int i = 0; i < 60000; i++)
        buffer_addf(&f.bytes, "%s %d of the text goes on\n", i % 9000 == 8000 ? "needle" : "line",
                    i);
    open_filing(&f);
    struct pattern *p = make("needle \\d+", true);
    struct place begin = {0, f.bytes.len / 2};
    struct search *all = run(&f, p, filing, begin, 1 << 20);
    size_t expected = search_next(all, begin, true);
    struct hit wanted = search_hit(all, expected);
    struct search *s = search_new(f.submission, p, filing, begin);
    bool was_sure = false, was_sure_early = false;
    while (!search_step(s, 10000)) {
        size_t next = search_next(s, begin, true);
        if (search_sure(s, begin, next)) {
            assert_int_equal(search_hit(s, next).offset, wanted.offset);
            was_sure = true;
        }
        next = search_next(s, filing.from, true);
        if (search_sure(s, filing.from, next)) {
            assert_int_equal(search_hit(s, next).offset, search_hit(all, 0).offset);
            was_sure_early = true;
        }
    }
    assert_true(was_sure && was_sure_early);
    search_free(s);
    search_free(all);
    pattern_free(p);
    close_filing(&f);
}

static void test_costly(void **state)
{
    (void)state;
    struct filing f = {0};
    for (int i = 0; i < 200; i++) {
        buffer_add_fill(&f.bytes, 'a', 2000);
        buffer_add_text(&f.bytes, "\n<PAGE>\n");
    }
    open_filing(&f);
    struct pattern *p = make("(a+)+[bc]", true);
    struct search *s = run(&f, p, filing, filing.from, 1 << 20);
    bool capped;
    assert_int_equal(search_hits(s, &capped), 0);
    assert_true(search_costly(s));
    search_free(s);
    pattern_free(p);
    p = make("a{2000}", true);
    s = run(&f, p, filing, filing.from, 1 << 20);
    assert_false(search_costly(s));
    assert_int_equal(search_hits(s, &capped), 200);
    search_free(s);
    pattern_free(p);
    close_filing(&f);
}

static void test_cap(void **state)
{
    (void)state;
    struct filing f = {0};
    for (int i = 0; i < 30000; i++)
        buffer_add_text(&f.bytes,
                        "x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x"
                        " x x x x\n");
    open_filing(&f);
    struct pattern *p = make("x", true);
    struct search *s = run(&f, p, filing, filing.from, 1 << 20);
    bool capped;
    assert_int_equal(search_hits(s, &capped), 1000000);
    assert_true(capped);
    search_free(s);
    pattern_free(p);
    close_filing(&f);
}

/* --- the fast way and the plain way */

static unsigned draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 10) % below;
}

static void add_random_text(struct filing *f, unsigned *seed, size_t size, bool pages)
{
    static const char *const pieces[] = {"company",
                                         "Company",
                                         "com",
                                         "pany",
                                         " ",
                                         " ",
                                         "  ",
                                         "\n",
                                         "\n",
                                         "\n",
                                         "\r\n",
                                         "\n\n",
                                         "\t",
                                         "item",
                                         "Item ",
                                         "7",
                                         "7A",
                                         ".",
                                         "-",
                                         "- -",
                                         "\n- -item",
                                         "<R>",
                                         "</R>",
                                         "<S>",
                                         "<C>",
                                         "<F1>",
                                         "\n<TABLE>\n",
                                         "\n</TABLE>\n",
                                         "\n<CAPTION>\n",
                                         "(",
                                         ")",
                                         "\xAD",
                                         "\x92",
                                         "'",
                                         "s",
                                         "\"",
                                         "\xC2\xAD",
                                         "\xE2\x80\x99",
                                         "\xC2\xA0",
                                         "&amp;",
                                         "\x01",
                                         "\f",
                                         "risk factors",
                                         "risk\nfactors",
                                         "Annual",
                                         "report",
                                         "<b>",
                                         "K",
                                         "\xE2\x84\xAA",
                                         "\nQuarrystone Mills, Inc.\n",
                                         "x",
                                         "y",
                                         "z"};
    size_t end = f->bytes.len + size;
    while (f->bytes.len < end) {
        unsigned kind = draw(seed, 60);
        if (kind == 0 && pages)
            buffer_add_text(&f->bytes, "\n    12\n<PAGE>\nQuarrystone Mills\n");
        else if (kind < 30)
            buffer_add_text(&f->bytes, "plain words go on ");
        else
            buffer_add_text(&f->bytes, pieces[draw(seed, sizeof pieces / sizeof *pieces)]);
    }
    buffer_add_text(&f->bytes, "\n");
}

static void compare(struct filing *f, const char *pattern, struct scope scope, struct place begin)
{
    struct buffer plain = {0};
    buffer_addf(&plain, "(?#no filter)%s", pattern);
    struct pattern *fast = make(pattern, true), *slow = make(buffer_text(&plain), true);
    assert_null(pattern_prefilter(slow));
    /* The plain way also begins elsewhere: that must not matter. */
    struct search *a = run(f, fast, scope, begin, 100000);
    struct search *b = run(f, slow, scope, scope.from, 100000);
    bool capped;
    size_t count = search_hits(b, &capped);
    for (size_t i = 0; i < count && i < search_hits(a, &capped); i++) {
        struct hit x = search_hit(a, i), y = search_hit(b, i);
        if (x.document != y.document || x.offset != y.offset || x.length != y.length)
            fail_msg("%s: hit %zu: %zu+%zu, %zu+%zu", pattern, i, x.offset, x.length, y.offset,
                     y.length);
    }
    if (search_hits(a, &capped) != count)
        fail_msg("%s: %zu hits, not %zu", pattern, search_hits(a, &capped), count);
    search_free(a);
    search_free(b);
    pattern_free(fast);
    pattern_free(slow);
    buffer_deinit(&plain);
}

static void test_fast_is_plain(void **state)
{
    (void)state;
    static const char *const patterns[] = {"company",
                                           "Company",
                                           "company risk",
                                           "item 7",
                                           "\\bItem\\s+7A?",
                                           "risk factors",
                                           "annual report|quarrystone",
                                           "companyitem",
                                           "7a\\.",
                                           "it?em-item",
                                           "x+company",
                                           "(?:xy|yz)+z",
                                           "kcompany",
                                           "company's",
                                           "factors\\s+Annual",
                                           "reportx.*company",
                                           "^company",
                                           "company$",
                                           "co(?:mpany|m)\\b",
                                           "&amp;",
                                           "ITEM 7",
                                           "r.sk\\s*\\n?factors",
                                           "zz(?=report)",
                                           "[xyz]report",
                                           "on company go",
                                           "words go on plain",
                                           "kreport",
                                           "risk"};
    unsigned seed = 20;
    for (int round = 0; round < 4; round++) {
        struct filing f = {0};
        buffer_add_text(&f.bytes, envelope);
        for (int d = 0; d < 4; d++) {
            begin_document(&f, d == 2 ? "EX-27" : "10-K");
            if (round == 3 && d == 1)
                buffer_add_text(&f.bytes, "<HTML><BODY><P>com<B>pany</B> it&#101;m\n");
            add_random_text(&f, &seed, 1000 + draw(&seed, 200000), (round + d) % 2);
            end_document(&f);
        }
        open_filing(&f);
        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
            submission_scan(f.submission, NONE);
            struct place begin = {draw(&seed, 4), 0};
            struct document *d = submission_document(f.submission, begin.document);
            begin.offset = d->text_offset + draw(&seed, 100000);
            compare(&f, patterns[i], filing, begin);
            struct scope scope = {{1, draw(&seed, (unsigned)f.bytes.len)},
                                  {2, draw(&seed, (unsigned)f.bytes.len)}};
            compare(&f, patterns[i], scope, begin);
        }
        close_filing(&f);
    }
}

/* A hit may lie across the place where a segment ends, a scope ends, or the search began. The word
 * that the filter looks for stands behind that place, and nowhere else. */
static void test_across_segments(void **state)
{
    (void)state;
    enum { SEGMENT = 65536, COUNT = 8 };
    struct filing f = {0};
    for (size_t i = 1; i <= COUNT; i++) {
        while (f.bytes.len + 100 < i * SEGMENT)
            buffer_add_text(&f.bytes, "quiet lines that mean nothing\n");
        buffer_add_fill(&f.bytes, '.', i * SEGMENT - f.bytes.len - 3);
        buffer_add_text(&f.bytes, " alpha\nquixotic beta\n");
    }
    open_filing(&f);
    struct pattern *p = make("alpha quixotic beta", true);
    for (size_t begin = 0; begin < COUNT * SEGMENT; begin += SEGMENT + 100) {
        struct search *s = run(&f, p, filing, (struct place){0, begin}, 5000);
        bool capped;
        assert_int_equal(search_hits(s, &capped), COUNT);
        for (size_t i = 0; i < COUNT; i++) {
            struct hit hit = search_hit(s, i);
            struct scope cut = {{0, 0}, {0, hit.offset + 6}};
            struct search *before = run(&f, p, cut, cut.from, 5000);
            assert_int_equal(search_hits(before, &capped), i + 1);
            assert_int_equal(search_hit(before, i).length, hit.length);
            search_free(before);
        }
        search_free(s);
    }
    pattern_free(p);
    compare(&f, "alpha quixotic", filing, filing.from);
    compare(&f, "\\.+ alpha quix", filing, (struct place){0, 100000});
    close_filing(&f);
}

/* HTML is searched as it is read: entities, tags inside words, blanks of all kinds, numbers whose
 * signs stand in cells of their own; what is hidden or not printed is not found. */
static void test_markup(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *found;
    } table[] = {
        {"kiln-maker's", "0:Kiln&#8211;maker&#8217;s"},
        {"\"fired\" clay", "0:&#8220;fired&#8221;&nbsp;<b>cl</b>ay"},
        {"com pany", ""},
        {"company", "0:com<i>pa</i>&shy;ny"},
        {"ware &amp; clay", ""},
        {"ware & clay", "0:ware &amp;\n clay"},
        {"sales costs", ""},
        {"secret", ""},
        {"our mark", ""},
        {"image", ""},
        {"assets\\(1\\) of", "0:assets<sup>(1)</sup> of"},
        {"<b>", ""},
        {"par one\\s+par two", "0:par one</p><p>par two"},
    };
    struct filing f = {0};
    buffer_add_text(&f.bytes, envelope);
    begin_document(&f, "10-K");
    buffer_add_text(
        &f.bytes,
        "<html><head><title>secret</title></head><body>\n"
        "<p>Kiln&#8211;maker&#8217;s &#8220;fired&#8221;&nbsp;<b>cl</b>ay of the "
        "com<i>pa</i>&shy;ny, ware &amp;\n clay</p>\n"
        "<div style=\"display:none\">secret</div>\n"
        "<p><img src=\"a.gif\" alt=\"our mark\"/> assets<sup>(1)</sup> of</p>\n"
        "<p>par one</p><p>par two</p>\n"
        "<table><tr><td>Sales</td><td>$</td><td>1,234</td><td>&nbsp;</td><td>$</td><td>1,001</td>"
        "</tr>\n<tr><td>Costs</td><td>$</td><td>(98</td><td>)</td><td>$</td><td>77</td></tr>"
        "</table></body></html>\n");
    end_document(&f);
    open_filing(&f);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        expect(&f, table[i].pattern, table[i].found);
    static const char *const numbers[] = {"\\$ 1,234", "sales \\$ 1,234 \\$ 1,001",
                                          "costs \\$ \\(98\\) \\$ 77"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char *found = hits_text(&f, numbers[i], filing, filing.from);
        if (*found == '\0')
            fail_msg("%s is not found", numbers[i]);
        free(found);
    }
    close_filing(&f);
}

/* What a table joins of several cells is found as it is printed, and as it is typed. */
static void test_amounts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t plain, regex;
    } rows[] = {
        {"$19,881", 1, 1}, {"$ 19,881", 1, 0},   {"\\$19,881", 0, 1}, {"\\$ 19,881", 0, 1},
        {"\\$\\d+", 0, 3}, {"\\$[0-9]", 0, 3},   {"$(1,377)", 1, 0},  {"\\$\\(1,377\\)", 0, 1},
        {"(1,377)", 1, 1}, {"12.5%", 1, 1},      {"$7", 0, 0},        {"$ 7", 1, 0},
        {"\\$ 7", 0, 1},   {"$5", 1, 1},         {"cost$5", 0, 0},    {"end$", 0, 1},
        {"end$0?", 0, 1},  {"(?<=\\$)19", 0, 0}, {"\\$?19,881", 0, 1}};
    struct filing f = {0};
    buffer_add_text(&f.bytes, envelope);
    begin_document(&f, "10-K");
    buffer_add_text(&f.bytes, "<html><body><p>It cost $5 and $ 7.</p><table>"
                              "<tr><td>Sales</td><td>$</td><td>19,881</td><td></td></tr>"
                              "<tr><td>Loss</td><td>$</td><td>(1,377</td><td>)</td></tr>"
                              "<tr><td>Other</td><td>$</td><td>12</td><td></td></tr>"
                              "<tr><td>Share</td><td></td><td>12.5</td><td>%</td></tr></table>"
                              "<p>This is the end</p></body></html>\n");
    end_document(&f);
    open_filing(&f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int literal = 0; literal < 2; literal++) {
            struct error e = {0};
            struct pattern *p = pattern_new(slice_of(rows[i].text),
                                            (struct pattern_options){.literal = literal}, &e);
            assert_non_null(p);
            struct search *s = run(&f, p, filing, filing.from, 1000);
            size_t expected = literal ? rows[i].plain : rows[i].regex;
            if (search_hits(s, NULL) != expected)
                fail_msg("%s, %s: %zu hits", rows[i].text, literal ? "plain" : "regex",
                         search_hits(s, NULL));
            search_free(s);
            pattern_free(p);
        }
    }
    close_filing(&f);
}

/* Numbers across the cells of a row, apart from raised marks; and in printed text. */
static void test_numbers(void **state)
{
    (void)state;
    struct filing f = {0};
    buffer_add_text(
        &f.bytes,
        "<html><body><p>It rose 12.5<sup>1</sup> to 1&nbsp;234.5 or 7 per cent.</p><table>"
        "<tr><td>Loss</td><td>$</td><td>(1,234.5</td><td>)</td><td>12.5</td><td>%</td>"
        "</tr><tr><td>Gain</td><td>$</td><td>1,234.50</td><td></td><td>12.5</td><td></td>"
        "</tr></table></body></html>");
    open_filing(&f);
    expect(&f, "=1,234.5", "0:1&nbsp;234.5|0:(1,234.5</td><td>)|0:1,234.50");
    expect(&f, "=-1234.5", "0:(1,234.5</td><td>)");
    expect(&f, "=12.5", "0:12.5|0:12.5</td><td>%|0:12.5");
    expect(&f, "=12.5%", "0:12.5</td><td>%");
    expect(&f, "=12.51", "");
    expect(&f, "=7%", "0:7");
    close_filing(&f);
    struct filing g = {0};
    buffer_add_text(&g.bytes, envelope);
    begin_document(&g, "10-K");
    for (int i = 0; i < 3000; i++)
        buffer_add_text(&g.bytes, "Sales      11,234.5   1,234.56  2,345.6   12,345  1,23,456\n");
    buffer_add_text(&g.bytes, "Loss   $  (1,234.5)\n   or $1.2 million, in part 1,234<R>.5</R>\n");
    end_document(&g);
    open_filing(&g);
    expect(&g, "=1,234.5", "0:(1,234.5)|0:1,234<R>.5");
    expect(&g, "=1.2 million", "0:1.2");
    expect(&g, "=~1,204,000", "0:1.2");
    close_filing(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup),        cmocka_unit_test(test_text),
        cmocka_unit_test(test_amounts),       cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_moving),        cmocka_unit_test(test_sure),
        cmocka_unit_test(test_costly),        cmocka_unit_test(test_cap),
        cmocka_unit_test(test_fast_is_plain), cmocka_unit_test(test_across_segments),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
