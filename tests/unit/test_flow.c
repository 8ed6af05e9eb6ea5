/* SPDX-License-Identifier: MIT */
/* The lines of a document at a width: where they are, and how one goes from one to another. */
#include "layout/flow.h"

#include "base/buffer.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* -1, 0, 1: a before, at, behind b. */
static int compare(struct spot a, struct spot b)
{
    if (a.segment != b.segment)
        return a.segment < b.segment ? -1 : 1;
    return a.line < b.line ? -1 : a.line > b.line;
}

static struct submission *open_bytes(struct slice bytes)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    if (!s)
        fail_msg("%s", e.message);
    while (submission_documents(s) == 0)
        assert_false(submission_scan(s, submission_scanned(s) + 1));
    return s;
}

static struct flow *open_flow(struct submission *s, size_t width, bool wrap)
{
    struct content *c = content_of(s, submission_document(s, 0));
    return flow_new(c, (struct flow_options){.width = width, .wrap = wrap});
}

/* All lines: '=' and the page for a rule, '~' for an empty line. */
static void check_lines(const char *text, size_t width, bool wrap, const char *want)
{
    struct submission *s = open_bytes(slice_of(text));
    struct flow *f = open_flow(s, width, wrap);
    struct buffer out = {0};
    struct spot spot;
    for (bool more = flow_first(f, &spot); more; more = flow_next(f, &spot)) {
        const struct line *line = flow_line(f, spot);
        if (line->kind == LINE_RULE)
            buffer_addf(&out, "=%zu", line->page);
        else if (line->kind == LINE_BLANK)
            buffer_add_byte(&out, '~');
        buffer_add_fill(&out, ' ', line->indent);
        buffer_add(&out, line->text);
        buffer_add_byte(&out, '\n');
    }
    assert_string_equal(buffer_text(&out), want);
    buffer_deinit(&out);
    flow_free(f);
    submission_free(s);
}

#define EMPTY "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n</TEXT>\n</DOCUMENT>\n"

static void test_lines(void **state)
{
    (void)state;
    check_lines("a\n\nb\n", 80, true, "a\n~\nb\n");
    check_lines("one two three\nx\n", 8, true, "one two\nthree\nx\n");
    check_lines("one two three\n", 8, false, "one two three\n");
    check_lines("one two three\n", 0, true, "one two three\n");
    check_lines("  one two three\n", 9, true, "  one two\n  three\n");
    check_lines("Cash     1,204     1,377\n", 8, true, "Cash     1,204     1,377\n");
    check_lines("<TABLE>\none two three\n</TABLE>\n", 8, true, "one two three\n");
    check_lines("        right\n", 10, true, "     right\n"); /* ends at the edge */
    check_lines("a\n<PAGE>\nb\n\n<PAGE>\n", 80, true, "a\n=0\nb\n=1\n");
    check_lines("<PAGE>\na\n<PAGE> 2\n\nb", 80, true, "a\n=0\n2\n~\nb\n=1\n");
    check_lines("a<PAGE>\n<PAGE>b", 80, true, "a\n=0\nb\n=1\n");
    check_lines("no pages, no rule\n", 80, true, "no pages, no rule\n");
    check_lines(EMPTY, 80, true, "");
}

static void test_empty(void **state)
{
    struct submission *s = open_bytes(SLICE(EMPTY));
    struct flow *f = open_flow(s, 80, true);
    struct spot spot = {0, 0};
    (void)state;
    assert_false(flow_first(f, &spot));
    assert_false(flow_last(f, &spot));
    assert_false(flow_next(f, &spot));
    assert_false(flow_previous(f, &spot));
    assert_false(flow_find(f, 10, &spot));
    assert_false(flow_page(f, 0, &spot));
    assert_null(flow_line(f, spot));
    assert_null(flow_line(f, (struct spot){9, 9}));
    flow_forget(f, 0);
    flow_forget(f, 7);
    flow_free(f);
    flow_free(NULL);
    submission_free(s);
}

/* A few hundred KB: prose wider and narrower than the pane, tables, pages or none, empty lines. */
static void make_text(struct buffer *text, bool pages)
{
    uint32_t random = 11;
    for (unsigned n = 0; text->len < 300000; n++) {
        random = random * 1664525U + 1013904223U;
        unsigned dice = random >> 16 & 127;
        if (pages && dice == 0)
            buffer_addf(text, "   %u\n<PAGE>\n", n);
        else if (dice < 20)
            buffer_add_text(text, "\n");
        else if (dice < 30)
            buffer_addf(text, "Row %u      1,204      1,377      15    %u\n", n, dice);
        else if (dice < 34)
            buffer_addf(text, "Tab\there %u, and caf\xE9 with a note<F1> of some more words\n", n);
        else
            buffer_addf(text, "Line %u holds words that make it as long as a printed line is%s\n",
                        n, dice & 1 ? ", or more than that." : ".");
    }
}

/* Back is the way forth; places only rise; last is last; every line is found by its offset. */
static void check_walk(struct slice bytes, size_t width)
{
    struct submission *s = open_bytes(bytes);
    struct flow *f = open_flow(s, width, true);
    struct spot spot, before, other;
    size_t lines = 1, offset = 0;
    assert_true(flow_first(f, &spot));
    before = spot;
    assert_false(flow_previous(f, &before));
    while (flow_next(f, &spot)) {
        const struct line *line = flow_line(f, spot);
        lines++;
        assert_int_equal(compare(before, spot), -1);
        assert_int_equal(compare(spot, before), 1);
        assert_int_equal(compare(spot, spot), 0);
        other = spot;
        assert_true(flow_previous(f, &other));
        assert_int_equal(compare(other, before), 0);
        assert_true(line->offset >= offset);
        offset = line->offset;
        assert_true(line->kind == LINE_TEXT || line->text.len == 0);
        if (line->kind == LINE_TEXT && width > 0 && !(line->block->flags & SINK_COLUMNS))
            assert_true(line->indent + line->columns <= width);
        if (line->kind == LINE_TEXT) {
            assert_true(flow_find(f, line->offset, &other));
            assert_int_equal(compare(other, spot), 0);
        }
        before = spot;
    }
    assert_true(flow_last(f, &other));
    assert_int_equal(compare(other, spot), 0);
    while (flow_previous(f, &spot))
        lines--;
    assert_int_equal(lines, 1);
    flow_free(f);
    submission_free(s);
}

/* A place is kept across widths by its offset: the line found there holds it. */
static void check_widths(struct slice bytes)
{
    static const size_t widths[] = {20, 47, 80, 100, 0};
    struct submission *s = open_bytes(bytes);
    struct flow *flows[COUNT(widths)];
    for (size_t i = 0; i < COUNT(widths); i++)
        flows[i] = open_flow(s, widths[i], true);
    for (size_t offset = 5; offset < bytes.len; offset += 977) {
        for (size_t i = 0; i < COUNT(widths); i++) {
            struct spot spot, next;
            assert_true(flow_find(flows[i], offset, &spot));
            const struct line *line = flow_line(flows[i], spot);
            assert_int_equal(line->kind, LINE_TEXT);
            assert_true(line->offset <= offset);
            for (next = spot; flow_next(flows[i], &next);) {
                line = flow_line(flows[i], next);
                if (line->kind == LINE_TEXT) {
                    assert_true(line->offset > offset);
                    break;
                }
            }
        }
    }
    for (size_t i = 0; i < COUNT(widths); i++)
        flow_free(flows[i]);
    submission_free(s);
}

/* Every page begins with a line of its own, and the line before is the rule of the one before. */
static void check_pages(struct slice bytes)
{
    struct submission *s = open_bytes(bytes);
    struct flow *f = open_flow(s, 60, true);
    bool all;
    while (!content_count_pages(flow_content(f), 100000))
        ;
    size_t pages = content_pages(flow_content(f), &all);
    assert_true(pages > 10);
    for (size_t page = 0; page < pages; page++) {
        struct spot spot;
        assert_true(flow_page(f, page, &spot));
        const struct line *line = flow_line(f, spot);
        assert_int_equal(line->kind, LINE_TEXT);
        assert_int_equal(line->page, page);
        if (page > 0) {
            assert_true(flow_previous(f, &spot));
            line = flow_line(f, spot);
            assert_int_equal(line->kind, LINE_RULE);
            assert_int_equal(line->page, page - 1);
        }
    }
    struct spot spot;
    assert_false(flow_page(f, pages, &spot));
    assert_true(flow_last(f, &spot));
    assert_int_equal(flow_line(f, spot)->kind, LINE_RULE);
    assert_int_equal(flow_line(f, spot)->page, pages - 1);
    flow_free(f);
    submission_free(s);
}

static void test_large(void **state)
{
    (void)state;
    for (int pages = 0; pages < 2; pages++) {
        struct buffer text = {0};
        make_text(&text, pages == 1);
        check_walk(buffer_slice(&text), 100);
        check_walk(buffer_slice(&text), 31);
        check_walk(buffer_slice(&text), 0);
        check_widths(buffer_slice(&text));
        if (pages)
            check_pages(buffer_slice(&text));
        buffer_deinit(&text);
    }
}

/* The last rule is there even where the last segments hold no line: one line goes over them all. */
static void test_last_rule(void **state)
{
    struct buffer text = {0};
    struct spot spot, end;
    (void)state;
    buffer_add_text(&text, "a\n<PAGE>\n");
    buffer_add_fill(&text, 'x', 300000);
    struct submission *s = open_bytes(buffer_slice(&text));
    struct flow *f = open_flow(s, 80, true);
    assert_true(flow_last(f, &spot));
    assert_int_equal(flow_line(f, spot)->kind, LINE_RULE);
    end = spot;
    assert_false(flow_next(f, &end));
    while (flow_previous(f, &spot) && flow_line(f, spot)->kind != LINE_RULE)
        assert_int_equal(flow_line(f, spot)->page, 1);
    assert_int_equal(flow_line(f, spot)->page, 0);
    flow_free(f);
    submission_free(s);
    buffer_deinit(&text);
}

static void test_forget(void **state)
{
    struct buffer text = {0};
    (void)state;
    make_text(&text, true);
    struct submission *s = open_bytes(buffer_slice(&text));
    struct flow *f = open_flow(s, 60, true);
    struct spot spot = {2, 5};
    size_t offset = flow_line(f, spot)->offset;
    flow_forget(f, 2);
    assert_int_equal(flow_line(f, spot)->offset, offset);
    flow_free(f);
    submission_free(s);
    buffer_deinit(&text);
}

static void test_columns(void **state)
{
    static const struct {
        const char *text;
        size_t line, offset, length;
        bool found;
        size_t from, to;
    } rows[] = {
        {"one two three\n", 0, 4, 3, true, 4, 7},   {"one two three\n", 1, 8, 5, true, 0, 5},
        {"one two three\n", 0, 8, 5, false, 0, 0}, /* on the other line */
        {"one two three\n", 0, 4, 9, true, 4, 7},  /* begins here */
        {"one two three\n", 1, 4, 9, true, 0, 5},  /* and ends here */
        {"one two three\n", 0, 99, 3, false, 0, 0}, {"one two three\n", 0, 4, 0, false, 0, 0},
        {" one two three\n", 1, 9, 5, true, 1, 6}, /* the indent counts */
        {"a\tb\tc\n", 0, 2, 1, true, 8, 9},         {"caf\xC3\xA9 x\n", 0, 6, 1, true, 5, 6},
        {"a\n\nb\n", 1, 0, 9, false, 0, 0}, /* an empty line */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct submission *s = open_bytes(slice_of(rows[i].text));
        struct flow *f = open_flow(s, 8, true);
        const struct line *line = flow_line(f, (struct spot){0, rows[i].line});
        size_t from = 0, to = 0;
        assert_non_null(line);
        bool found = line_columns(line, rows[i].offset, rows[i].length, &from, &to);
        if (found != rows[i].found || from != rows[i].from || to != rows[i].to)
            fail_msg("row %zu: %d %zu-%zu", i, found, from, to);
        flow_free(f);
        submission_free(s);
    }
}

#define HTML "<html><body>"
#define CELLS                                                                                      \
    "<table><tr><td>Cash and what is as good as cash, wherever it is held</td><td>$</td>"          \
    "<td>1,204</td></tr><tr><td>Debt</td><td></td><td>(977</td><td>)</td></tr></table>"

/* Documents with markup: paragraphs are wrapped at any width, with or without `wrap`. */
static void test_markup(void **state)
{
    (void)state;
    check_lines(HTML "<p>one two three</p>", 8, true, "one two\nthree\n");
    check_lines(HTML "<p>one two three</p>", 8, false, "one two\nthree\n");
    check_lines(HTML "<p>one two three</p>", 0, true, "one two three\n");
    check_lines(HTML "<p align=center>one</p>", 9, true, "   one\n");
    check_lines(HTML CELLS, 0, true,
                "Cash and what is as good as cash, wherever it is held\t$ 1,204\nDebt\t(977)\n");
    check_lines(HTML CELLS, 40, true,
                "Cash and what is as good as\n  cash, wherever it is held     $ 1,204\n"
                "Debt                               (977)\n");
}

/* Each letter of a table is found on the line that shows it, wrapped as it may be. */
static void test_find_in_table(void **state)
{
    struct submission *s = open_bytes(SLICE(HTML "<p>Before</p>" CELLS "<p>Behind</p>"));
    (void)state;
    for (size_t width = 1; width < 80; width++) {
        struct flow *f = open_flow(s, width, true);
        struct spot spot, found;
        size_t order = 0;
        for (bool more = flow_first(f, &spot); more; more = flow_next(f, &spot)) {
            const struct line *line = flow_line(f, spot);
            assert_true(line->order >= order);
            order = line->order;
            for (size_t i = 0; line->kind == LINE_TEXT && i < line->text.len; i++) {
                size_t at = (size_t)(line->text.at - line->block->text.at) + i;
                if (line->text.at[i] == ' ' || block_is_made(line->block, at))
                    continue;
                assert_true(flow_find(f, block_source(line->block, at), &found));
                assert_int_equal(compare(found, spot), 0);
            }
        }
        flow_free(f);
    }
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),  cmocka_unit_test(test_empty),
        cmocka_unit_test(test_large),  cmocka_unit_test(test_last_rule),
        cmocka_unit_test(test_forget), cmocka_unit_test(test_columns),
        cmocka_unit_test(test_markup), cmocka_unit_test(test_find_in_table),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
