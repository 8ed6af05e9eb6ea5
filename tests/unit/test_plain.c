/* SPDX-License-Identifier: MIT */
/* Reading ASCII documents: pages, tables, furniture; and that any part reads as the whole does. */
#include "formats/plain.h"

#include "base/array.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { BASE = 1000 /* where the text stands in the input */ };

struct heard {
    unsigned flags;
    size_t offset, end, blanks;
    bool opens_page;
    struct buffer text;
    struct buffer edges;
};

struct recorder {
    ARRAY(struct heard) blocks;
    ARRAY(size_t) pages;
    struct buffer edges;
    size_t blanks;
    bool page_begins;
};

static void on_page(void *self, size_t offset)
{
    struct recorder *r = self;
    array_push(&r->pages, offset);
    r->page_begins = true;
    r->blanks = 0;
}

static void on_blank(void *self, size_t lines)
{
    ((struct recorder *)self)->blanks += lines;
}

static void on_columns(void *self, const unsigned *edges, size_t count)
{
    struct recorder *r = self;
    buffer_clear(&r->edges);
    for (size_t i = 0; i < count; i++)
        buffer_addf(&r->edges, "%u ", edges[i]);
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct recorder *r = self;
    struct heard h = {.flags = flags,
                      .offset = offset,
                      .blanks = r->page_begins ? 0 : r->blanks,
                      .opens_page = r->page_begins};
    buffer_add(&h.edges, buffer_slice(&r->edges));
    array_push(&r->blocks, h);
    r->page_begins = false;
    r->blanks = 0;
}

static struct heard *last(struct recorder *r)
{
    return &r->blocks.at[r->blocks.count - 1];
}

static void on_text(void *self, struct slice text, size_t offset)
{
    (void)offset;
    buffer_add(&last(self)->text, text);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    (void)offset;
    (void)length;
    for (size_t i = 0; i < count; i++)
        buffer_add_utf8(&last(self)->text, code);
}

static void on_end(void *self, size_t offset)
{
    last(self)->end = offset;
}

static void listen(struct recorder *r, const struct plain *p, size_t from, size_t to)
{
    struct sink sink = {.self = r,
                        .page = on_page,
                        .blank = on_blank,
                        .columns = on_columns,
                        .begin = on_begin,
                        .text = on_text,
                        .code = on_code,
                        .end = on_end};
    plain_read(p, from, to, &sink);
}

static void recorder_deinit(struct recorder *r)
{
    for (size_t i = 0; i < r->blocks.count; i++) {
        buffer_deinit(&r->blocks.at[i].text);
        buffer_deinit(&r->blocks.at[i].edges);
    }
    array_deinit(&r->blocks);
    array_deinit(&r->pages);
    buffer_deinit(&r->edges);
}

static struct plain plain_of(const char *text)
{
    return (struct plain){.text = slice_of(text), .base = BASE, .ends = true};
}

/* The reading as lines: letters for the flags, then the text; '~' an empty line, '=' a page. */
static void check_reading(const struct plain *p, const char *want)
{
    static const char letters[] = "fctapm"; /* furniture columns table caption footnote made */
    struct recorder r = {.page_begins = true};
    struct buffer out = {0};
    listen(&r, p, 0, p->text.len);
    size_t page = 0;
    for (size_t i = 0; i < r.blocks.count; i++) {
        const struct heard *h = &r.blocks.at[i];
        for (; page < r.pages.count && r.pages.at[page] < h->offset; page++)
            buffer_add_text(&out, "=\n");
        for (size_t k = 0; k < h->blanks; k++)
            buffer_add_text(&out, "~\n");
        for (unsigned k = 0; letters[k]; k++)
            if (h->flags & 1U << k)
                buffer_add_byte(&out, letters[k]);
        buffer_addf(&out, ":%s", buffer_text(&h->text));
        buffer_addf(&out, "%s%s\n", h->edges.len ? " |" : "", buffer_text(&h->edges));
    }
    assert_string_equal(buffer_text(&out), want);
    buffer_deinit(&out);
    recorder_deinit(&r);
}

static void test_lines(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"a", ":a\n"},
        {"a\nb\n", ":a\n:b\n"},
        {"a\r\nb\r\n", ":a\n:b\n"},
        {"a\rb\r", ":a\n:b\n"},
        {"a\r\rb\n\nc\r\n\r\nd", ":a\n~\n:b\n~\n:c\n~\n:d\n"},
        {"a  \t\n b", ":a\n: b\n"}, /* blanks at a line's end go, at its front stay */
        {"a\n \n\t\nb", ":a\n~\n~\n:b\n"},
        {"\n\na\n\n", ":a\n"}, /* none above the first, none behind the last */
        {"caf\xE9\n", ":caf\xC3\xA9\n"},
        {"a\f\nb", ":a\n:b\n"},
        {"Cash   1\n---------\n", "c:Cash   1\nc:---------\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = plain_of(rows[i][0]);
        check_reading(&p, rows[i][1]);
    }
}

static void test_pages(void **state)
{
    static const char *const rows[][2] = {
        {"a\n<PAGE>\nb\n", ":a\n=\n:b\n"},
        {"a\n\n<PAGE>\n\n\nb\n\nc", ":a\n=\n:b\n~\n:c\n"}, /* no empty lines at a page's edges */
        {"a<PAGE>b<PAGE>c", ":a\n=\n:b\n=\n:c\n"},
        {"a\n<PAGE>   3\nb", ":a\n=\nf:3\n:b\n"},
        {"a\n<PAGE>   F-3  \n\nb", ":a\n=\nf:F-3\n~\n:b\n"},
        {"a\n<PAGE>   ANNEX\nb", ":a\n=\n:   ANNEX\n:b\n"},
        {"a\r<PAGE>\rb", ":a\n=\n:b\n"},
        {"a\r\n<PAGE>\r\nb", ":a\n=\n:b\n"},
        {"a\n<PAGE>", ":a\n"},
        {"a\n  2\n<PAGE>\nb\n  3\n", ":a\nf:  2\n=\n:b\nf:  3\n"},
        {"a\n  2\nb\n<PAGE>\nc", ":a\n:  2\n:b\n=\n:c\n"},
        {"a\n<page>\nb", ":a\n:<page>\n:b\n"},
        {"a\fb\n", ":a "
                   "b\n"}, /* not the page mark of this document */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = plain_of(rows[i][0]);
        check_reading(&p, rows[i][1]);
    }
    struct plain p = plain_of("a\n\f\nb\n\fc\fd\n2\n\f");
    p.form_feeds = true;
    check_reading(&p, ":a\n=\n:b\n=\n:c\n=\n:d\nf:2\n");
}

static void test_tables(void **state)
{
    static const char *const rows[][2] = {
        {"a\n<TABLE>\n<CAPTION>\n1996  1995\n\n<S>     <C>\nCash   1\n</TABLE>\nb\n",
         ":a\ncta:1996  1995\n~\nct:Cash   1 |0 8 \n:b\n"},
        {"<TABLE> <CAPTION>\nHead\n<S> <C>\nw\n<FN>\n<F1> Note\n</TABLE>",
         "cta:Head\nct:w |0 4 \nctp:(1) Note |0 4 \n"},
        {"<TABLE>\n<S>  <C>\nw\n<S>    <C>\ny\n</TABLE>\nz",
         "ct:w |0 5 \nct:y |0 7 \n:z\n"}, /* a second ruler */
        {"<TABLE>\nw\n<PAGE>\ny\n</TABLE>\nz", "ct:w\n=\nct:y\n:z\n"},
        {"<TABLE>\nw\n<PAGE>\ny\n", "ct:w\n=\n:y\n"}, /* unclosed: ends with its page */
        {"<TABLE>\nw\n<PAGE>\ny\n<TABLE>\nz\n</TABLE>\n", "ct:w\n=\n:y\nct:z\n"},
        {"<TABLE>\n<S> <C>\nw\n<PAGE>\ny\n</TABLE>\n", "ct:w |0 4 \n=\nct:y |0 4 \n"},
        {"<TABLE>\n<FN>\nw\n<TABLE>\ny\n", "ctp:w\nct:y\n"},
        {"a\n\n<TABLE>\n\nw\n", ":a\n~\n~\nct:w\n"}, /* tags print no empty line */
        {"<R>new words</R>\nold", ":new words\n:old\n"},
        {"<S> Cash <C>1\n", ":    Cash    1 |0 9 \n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = plain_of(rows[i][0]);
        check_reading(&p, rows[i][1]);
    }
}

static void test_dashes(void **state)
{
    struct plain p = plain_of("- ------\n- -three-\n- a\n-----\n- - -\n");
    (void)state;
    check_reading(&p, "c:- ------\n:- -three-\n:- a\nc:-----\n:- - -\n");
    p.dash_escaped = true;
    check_reading(&p, "c:------\n:-three-\n:- a\nc:-----\n:- -\n");
    struct recorder r = {0};
    listen(&r, &p, 0, p.text.len);
    assert_int_equal(r.blocks.at[0].offset, BASE + 2);
    assert_int_equal(r.blocks.at[0].end, BASE + 8);
    recorder_deinit(&r);
}

static void test_pairs(void **state)
{
    struct plain p = plain_of("<ARTICLE> 5\n<LEGEND>\nThis schedule\n</LEGEND>\n<CASH>  7\n"
                              "<TABLE> <S> <C>\n<EPS>  .1\n</TABLE>\n");
    (void)state;
    p.pairs = true;
    check_reading(&p,
                  "c:ARTICLE                     5\nc:LEGEND\n:This schedule\n"
                  "c:CASH                        7\nct:EPS                         .1 |8 12 \n");
}

/* Three pages with one head, numbers at their feet, one table over two of them. */
#define FILING                                                                                     \
    "\n  BIRCH MILLS, INC.\n  NOTES TO STATEMENTS\n\nThe first page has prose on it.\n"            \
    "It goes on.\n\n\n<TABLE>\n<CAPTION>\n\n            1996   1995\n<S>         <C>    <C>\n"     \
    "Cash         1      2\n\nDebt<F1>     3      4\n\n       1\n<PAGE>\n\n  BIRCH MILLS, INC.\n"  \
    "  NOTES TO STATEMENTS (Continued)\n\n\nNet          5      6\n<FN>\n<F1> Not all of it.\n"    \
    "</TABLE>\n\n\nMore prose\tand a tab, caf\xE9.\n\n       2\n<PAGE>    3\n  BIRCH MILLS, "      \
    "INC.\n"                                                                                       \
    "- ------\nAn unclosed one:\n\n<TABLE>\n<S>      <C>\nLand      7\n<FN>\nNote.\n       3\n"    \
    "<PAGE>\n  BIRCH MILLS, INC.\n\nProse again, and no table any more.\n\n<R>\nThe end.\n"        \
    "</R>\n       4\n"

static struct furniture *learn(const struct plain *p)
{
    struct furniture *f = furniture_new();
    for (size_t at = 0; at < p->text.len;) {
        size_t mark = plain_page_mark(p, at, p->text.len);
        furniture_add_page(f, slice_cut(p->text, at, mark));
        at = mark < p->text.len ? plain_mark_end(p, mark) : mark;
    }
    furniture_finish(f);
    return f;
}

static void test_furniture(void **state)
{
    struct plain p = plain_of(FILING);
    (void)state;
    struct furniture *f = learn(&p);
    p.furniture = f;
    p.dash_escaped = true;
    check_reading(&p, ":  BIRCH MILLS, INC.\n:  NOTES TO STATEMENTS\n~\n"
                      ":The first page has prose on it.\n:It goes on.\n~\n~\n~\n"
                      "cta:            1996   1995\n"
                      "ct:Cash         1      2 |0 12 19 \n~\n"
                      "ct:Debt(1)     3      4 |0 12 19 \n~\nfct:       1 |0 12 19 \n=\n"
                      "fct:  BIRCH MILLS, INC. |0 12 19 \n"
                      "fct:  NOTES TO STATEMENTS (Continued) |0 12 19 \n~\n~\n"
                      "ct:Net          5      6 |0 12 19 \n"
                      "ctp:(1) Not all of it. |0 12 19 \n~\n~\n"
                      ":More prose      and a tab, caf\xC3\xA9.\n~\nf:       2\n=\n"
                      "f:3\nf:  BIRCH MILLS, INC.\nc:------\n:An unclosed one:\n~\n"
                      "ct:Land      7 |0 9 \nctp:Note. |0 9 \nfctp:       3 |0 9 \n=\n"
                      "f:  BIRCH MILLS, INC.\n~\n:Prose again, and no table any more.\n~\n"
                      ":The end.\nf:       4\n");
    furniture_free(f);
}

static void check_same(const struct heard *a, const struct heard *b, size_t cut)
{
    if (a->flags != b->flags || a->offset != b->offset || a->end != b->end ||
        (!a->opens_page && a->blanks != b->blanks) ||
        !slice_equal(buffer_slice(&a->text), buffer_slice(&b->text)) ||
        (a->flags & SINK_TABLE && !slice_equal(buffer_slice(&a->edges), buffer_slice(&b->edges))))
        fail_msg("cut at %zu: \"%s\" %u %zu-%zu, %zu blank, |%s; not \"%s\" %u %zu-%zu, %zu, |%s",
                 cut, buffer_text(&b->text), b->flags, b->offset, b->end, b->blanks,
                 buffer_text(&b->edges), buffer_text(&a->text), a->flags, a->offset, a->end,
                 a->blanks, buffer_text(&a->edges));
}

/* Reads [0, cut) and [cut, end) each by itself and compares with the whole. */
static void check_cut(const struct plain *p, const struct recorder *whole, size_t cut)
{
    struct recorder parts = {.page_begins = true};
    listen(&parts, p, 0, cut);
    parts.blanks = 0;
    parts.page_begins = false;
    buffer_clear(&parts.edges);
    listen(&parts, p, cut, p->text.len);
    assert_int_equal(parts.pages.count, whole->pages.count);
    for (size_t i = 0; i < parts.pages.count; i++)
        assert_int_equal(parts.pages.at[i], whole->pages.at[i]);
    assert_int_equal(parts.blocks.count, whole->blocks.count);
    for (size_t i = 0; i < parts.blocks.count; i++)
        check_same(&whole->blocks.at[i], &parts.blocks.at[i], cut);
    recorder_deinit(&parts);
}

/* Cuts at every line and every page mark. */
static void check_parts(struct plain *p)
{
    struct furniture *f = learn(p);
    struct recorder whole = {.page_begins = true};
    p->furniture = f;
    listen(&whole, p, 0, p->text.len);
    struct slice line, rest = p->text;
    while (slice_next_line(&rest, &line)) {
        size_t at = (size_t)(line.at - p->text.at);
        check_cut(p, &whole, at);
        for (size_t mark = at; (mark = plain_page_mark(p, mark, at + line.len)) < at + line.len;
             mark++)
            check_cut(p, &whole, mark);
    }
    check_cut(p, &whole, p->text.len);
    recorder_deinit(&whole);
    furniture_free(f);
    p->furniture = NULL;
}

/* The text with other line ends; the caller frees it. */
static char *with_ends(const char *text, const char *end)
{
    struct buffer out = {0};
    for (; *text; text++) {
        if (*text == '\n')
            buffer_add_text(&out, end);
        else
            buffer_add_byte(&out, *text);
    }
    return out.at;
}

static void test_parts(void **state)
{
    static const char *const texts[] = {
        FILING,
        "a\n\n\n<TABLE>\n\n<CAPTION>\nhead\n\n<S> <C>\nx\n\n</TABLE>\n\n\nb\n",
        "a\n\n<PAGE>\n<PAGE>\n\n\nb\n\n  2\n\n<PAGE> 3\n\n\n\nc\n\n\n",
        "a\n<TABLE>\n<FN>\nx\n<PAGE>\ny\n\n\nz\n<PAGE>\nq\n",
        "a<PAGE>b\n\n<PAGE>c\n   <R>\n\n</R>\n\nd",
        "<TABLE>\n<CAPTION>\nhead\n<PAGE>\nmore\n<S> <C>\nx\n</TABLE>\n<TABLE>\n<CAPTION>\ny\n",
    };
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (size_t e = 0; e < COUNT(ends); e++) {
            char *text = with_ends(texts[i], ends[e]);
            struct plain p = plain_of(text);
            check_parts(&p);
            p.dash_escaped = p.pairs = true;
            check_parts(&p);
            free(text);
        }
    }
}

/* The same with form feeds for page marks. */
static void test_parts_form_feeds(void **state)
{
    char *text = strdup(FILING);
    (void)state;
    for (char *mark; (mark = strstr(text, "<PAGE>"));) {
        *mark = '\f';
        memmove(mark + 1, mark + 6, strlen(mark + 6) + 1);
    }
    struct plain p = plain_of(text);
    p.form_feeds = true;
    check_parts(&p);
    free(text);
}

static void test_marks(void **state)
{
    struct plain p = plain_of("ab<PAGE>cd\f<PAGE>");
    (void)state;
    assert_int_equal(plain_page_mark(&p, 0, 17), 2);
    assert_int_equal(plain_page_mark(&p, 0, 2), 2); /* not before 2: where it was looked to */
    assert_int_equal(plain_page_mark(&p, 0, 3), 2); /* it begins before 3 */
    assert_int_equal(plain_page_mark(&p, 3, 17), 11);
    assert_int_equal(plain_page_mark(&p, 12, 17), 17);
    assert_int_equal(plain_page_mark(&p, 5, 3), 3);
    assert_int_equal(plain_page_mark(&p, 3, 999), 11);
    assert_int_equal(plain_mark_end(&p, 2), 8);
    p.form_feeds = true;
    assert_int_equal(plain_page_mark(&p, 0, 17), 10);
    assert_int_equal(plain_mark_end(&p, 10), 11);
}

/* Where the next line or mark is, however far it is. */
static void test_line_next(void **state)
{
    struct buffer text = {0};
    struct plain p = plain_of("ab\ncd<PAGE>e\r\nf\rg");
    (void)state;
    assert_int_equal(plain_line_next(&p, 0, 99), 3);
    assert_int_equal(plain_line_next(&p, 3, 99), 5);
    assert_int_equal(plain_line_next(&p, 5, 99), 5);
    assert_int_equal(plain_line_next(&p, 6, 99), 14);
    assert_int_equal(plain_line_next(&p, 14, 99), 16);
    assert_int_equal(plain_line_next(&p, 16, 99), 17);
    assert_int_equal(plain_line_next(&p, 17, 99), 17);
    for (size_t len = 500; len < 530; len++) {
        buffer_clear(&text);
        buffer_add_fill(&text, 'x', len);
        buffer_add_text(&text, "\r\nyy<PAGE>z");
        p.text = buffer_slice(&text);
        assert_int_equal(plain_line_next(&p, 0, text.len), len + 2);
        assert_true(plain_line_next(&p, 0, 100) >= 100);
        text.at[len] = text.at[len + 1] = 'x';
        assert_int_equal(plain_line_next(&p, 0, text.len), len + 4);
    }
    buffer_deinit(&text);
}

/* A line is a foot, and a table goes on, whether or not more of the text is known. */
static void test_known_text(void **state)
{
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, "<TABLE>\n<S> <C>\nx\n<PAGE>\ny\n12\n");
    size_t to = text.len;
    for (size_t empty = 4000; empty < 70000; empty += 6000) {
        struct recorder some = {0}, all = {0};
        text.len = to;
        buffer_add_fill(&text, '\n', empty);
        buffer_add_text(&text, "<PAGE>\n</TABLE>\nmore\n");
        struct plain p = {.text = buffer_slice(&text), .ends = true};
        listen(&all, &p, 0, to);
        p.text.len = p.text.len < to + PLAIN_AHEAD ? p.text.len : to + PLAIN_AHEAD;
        p.ends = p.text.len == text.len;
        listen(&some, &p, 0, to);
        assert_int_equal(all.blocks.count, 3);
        assert_int_equal(some.blocks.count, 3);
        for (size_t i = 0; i < 3; i++)
            assert_int_equal(some.blocks.at[i].flags, all.blocks.at[i].flags);
        recorder_deinit(&some);
        recorder_deinit(&all);
    }
    buffer_deinit(&text);
}

/* Empty lines above a part are counted, also when blanks fill them. */
static void test_empty_lines_above(void **state)
{
    struct buffer text = {0};
    struct recorder r = {0};
    (void)state;
    buffer_add_text(&text, "before\n");
    for (int i = 0; i < 200; i++)
        buffer_addf(&text, "%80s\r\n", "");
    size_t from = text.len;
    buffer_add_text(&text, "behind\n");
    struct plain p = plain_of(buffer_text(&text));
    listen(&r, &p, from, text.len);
    assert_int_equal(r.blocks.count, 1);
    assert_int_equal(r.blocks.at[0].blanks, 200);
    recorder_deinit(&r);
    buffer_deinit(&text);
}

static void test_is_blank(void **state)
{
    static const struct {
        const char *text;
        bool blank;
    } rows[] = {
        {"", true},
        {" \r\n\t", true},
        {"<PAGE>\n<PAGE> ", true},
        {"<TABLE>\n<CAPTION>\n<S> <C>\n</TABLE>", true},
        {"<PAGE>1", false},
        {".", false},
        {"<PAG", false},
        {"<F1>", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain p = plain_of(rows[i].text);
        assert_int_equal(plain_is_blank(&p, 0, p.text.len), rows[i].blank);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),      cmocka_unit_test(test_pages),
        cmocka_unit_test(test_tables),     cmocka_unit_test(test_dashes),
        cmocka_unit_test(test_pairs),      cmocka_unit_test(test_furniture),
        cmocka_unit_test(test_parts),      cmocka_unit_test(test_parts_form_feeds),
        cmocka_unit_test(test_marks),      cmocka_unit_test(test_line_next),
        cmocka_unit_test(test_known_text), cmocka_unit_test(test_empty_lines_above),
        cmocka_unit_test(test_is_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
