/* SPDX-License-Identifier: MIT */
/* Selections: the motions of the cursor, and what lies between the ends. */
#include "ui/taking/selection.h"

#include "model/content.h"
#include "ui/taking/cursor.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define PRINTED(text) "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"
#define HTML(text) PRINTED("<html><body>" text "</body></html>\n")

static const struct flow_options narrow = {.width = 20, .wrap = true};

struct opened {
    struct submission *submission;
    struct slice text;
    struct flow *flow;
};

static void open_text(struct opened *o, const char *text)
{
    struct error e = {0};
    o->text = slice_of(text);
    o->submission = submission_open(input_from_bytes("test", o->text), &e);
    if (!o->submission)
        fail_msg("%s", e.message);
    while (!submission_scan(o->submission, (size_t)-1))
        continue;
    o->flow = flow_new(content_of(o->submission, submission_document(o->submission, 0)), narrow);
}

static void close_text(struct opened *o)
{
    flow_free(o->flow);
    submission_free(o->submission);
}

/* The keys of vi; "o" swaps the ends, digits are steps. False when a motion got nowhere. */
static bool press(struct selection *s, struct flow *flow, const char *keys)
{
    static const char motions[] = {
        [SELECTION_LEFT] = 'h',           [SELECTION_RIGHT] = 'l',
        [SELECTION_DOWN] = 'j',           [SELECTION_UP] = 'k',
        [SELECTION_LINE_START] = '0',     [SELECTION_LINE_END] = '$',
        [SELECTION_NEXT_WORD] = 'w',      [SELECTION_PREVIOUS_WORD] = 'b',
        [SELECTION_WORD_END] = 'e',       [SELECTION_PARAGRAPH_END] = '}',
        [SELECTION_PARAGRAPH_START] = '{'};
    bool good = true;
    size_t steps = 1;
    for (; *keys; keys++) {
        const char *motion = memchr(motions, *keys, sizeof motions);
        if (*keys == 'o')
            selection_swap(s);
        else if (*keys >= '2' && *keys <= '9')
            steps = (size_t)(*keys - '0');
        else if (motion)
            good =
                selection_move(s, flow, (enum selection_motion)(motion - motions), steps) && good;
        else
            fail_msg("no motion %c", *keys);
        steps = *keys >= '2' && *keys <= '9' ? steps : 1;
    }
    return good;
}

static void get_text(const struct selection *s, const struct opened *o, struct buffer *out)
{
    struct gather *g = selection_gather(s, o->flow, narrow);
    assert_non_null(g);
    gather_all(g, out);
    gather_free(g);
}

#define PROSE                                                                                      \
    PRINTED("Our exposure, of\nrisk-free (1,204.5)\n  is told.\n\n\nNote 12 says\nmore.\n")
#define PARAGRAPHS                                                                                 \
    HTML("<p>one two three four five six seven</p><p>eight &amp; nine</p><ul><li>ten</li></ul>")
#define ROWS                                                                                       \
    HTML("<table><tr><td>A long label of it</td><td>1,204</td></tr>"                               \
         "<tr><td>Debt</td><td>77</td></tr></table>")

static const struct {
    const char *text, *from;
    bool lines;
    const char *keys, *want;
    bool nowhere; /* the last motion gets nowhere */
} cases[] = {
    {PROSE, "exposure", false, "", "e\n", false},
    {PROSE, "exposure", false, "lll", "expo\n", false},
    {PROSE, "exposure", false, "hh", "r e\n", false},
    {PROSE, "Our", false, "h", "O\n", true},
    {PROSE, "exposure", false, "e", "exposure\n", false},
    {PROSE, "exposure", false, "w", "exposure,\n", false},
    {PROSE, "exposure", false, "ww", "exposure, o\n", false},
    {PROSE, "exposure", false, "3wee", "exposure, of\nrisk-free (\n", false},
    {PROSE, "(1", false, "le", "(1,204.5\n", false},
    {PROSE, "(1", false, "b", "risk-free (\n", false},
    {PROSE, "exposure", false, "b", "Our e\n", false},
    {PROSE, "exposure", false, "$", "exposure, of\n", false},
    {PROSE, "exposure", false, "0", "Our e\n", false},
    {PROSE, "exposure", false, "j", "exposure, of\nrisk-\n", false},
    {PROSE, "exposure", false, "$j", "exposure, of\nrisk-free (1,204.5)\n", false},
    {PROSE, "told", false, "o", "t\n", false},
    {PROSE, "Note", false, "9j", "Note 12 says\nm\n", false},
    {PROSE, "more", false, "j", "m\n", true},
    {PROSE, "risk-free", true, "", "risk-free (1,204.5)\n", false},
    {PROSE, "risk-free", true, "j", "risk-free (1,204.5)\n  is told.\n", false},
    {PROSE, "risk-free", true, "jok", "Our exposure, of\nrisk-free (1,204.5)\n  is told.\n", false},
    {PROSE, "Our", true, "}", "Our exposure, of\nrisk-free (1,204.5)\n  is told.\n", false},
    {PROSE, "Our", false, "}", "Our exposure, of\nrisk-free (1,204.5)\n  is told.\n", false},
    {PROSE, "is told", true, "}}", "  is told.\n\n\nNote 12 says\nmore.\n", false},
    {PROSE, "more", true, "{", "Note 12 says\nmore.\n", false},
    {PROSE, "more", true, "{{",
     "Our exposure, of\nrisk-free (1,204.5)\n  is told.\n\n\nNote 12 says\nmore.\n", false},
    /* lines that were wrapped are one again */
    {PARAGRAPHS, "two", false, "j", "two three four five\n", false},
    {PARAGRAPHS, "two", false, "}", "two three four five six seven\n", false},
    {PARAGRAPHS, "six", true, "", "five six seven\n", false},
    {PARAGRAPHS, "one", true, "}}", "one two three four five six seven\n\neight & nine\n", false},
    {PARAGRAPHS, "&amp;", false, "2w", "& nine\n\n• t\n", false},
    {PARAGRAPHS, "nine", false, "bb", "eight & n\n", false},
    /* cells, their lines as they stand */
    {ROWS, "Debt", false, "w", "Debt                   7\n", false},
    {ROWS, "Debt", true, "", "Debt                   77\n", false},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct opened o;
        struct selection s = {0};
        struct buffer out = {0};
        open_text(&o, cases[i].text);
        size_t at = slice_find(o.text, slice_of(cases[i].from));
        assert_true(selection_begin(&s, o.flow, 0, at, cases[i].lines));
        assert_int_equal(s.moving, at);
        bool good = press(&s, o.flow, cases[i].keys);
        get_text(&s, &o, &out);
        if (strcmp(buffer_text(&out), cases[i].want) != 0 || good == cases[i].nowhere)
            print_error("case %zu: %s %s\n", i, cases[i].from, cases[i].keys);
        assert_string_equal(buffer_text(&out), cases[i].want);
        assert_int_equal(good, !cases[i].nowhere);
        buffer_deinit(&out);
        close_text(&o);
    }
}

/* Every step to the right can be taken back, and each character is found again by its offset. */
static void test_there_and_back(void **state)
{
    static const char *const texts[] = {PROSE, PARAGRAPHS, ROWS};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct opened o;
        struct cursor c, found;
        size_t steps = 0;
        open_text(&o, texts[i]);
        assert_true(cursor_find(&c, o.flow, 0));
        do {
            cursor_first(&c);
            for (bool more = true; more; more = cursor_right(&c), steps++) {
                assert_true(cursor_find(&found, o.flow, cursor_offset(&c)));
                assert_true(found.line == c.line && found.at == c.at);
                struct cursor back = c;
                if (cursor_right(&back)) {
                    assert_true(cursor_left(&back));
                    assert_int_equal(back.at, c.at);
                }
                size_t offset;
                assert_true(selection_offset_at(c.line, cursor_column(&c), &offset));
                assert_int_equal(offset, cursor_offset(&c));
            }
        } while (cursor_down(&c));
        assert_true(steps > 20);
        close_text(&o);
    }
}

/* The width changes: the same words stay selected. */
static void test_other_width(void **state)
{
    struct opened o;
    struct selection s = {0};
    struct buffer out = {0};
    (void)state;
    open_text(&o, PARAGRAPHS);
    assert_true(selection_begin(&s, o.flow, 0, slice_find(o.text, SLICE("two")), false));
    assert_true(selection_move(&s, o.flow, SELECTION_WORD_END, 3));
    struct flow_options wide = {.width = 80, .wrap = true};
    struct flow *flow = flow_new(flow_content(o.flow), wide);
    struct gather *g = selection_gather(&s, flow, wide);
    gather_all(g, &out);
    assert_string_equal(buffer_text(&out), "two three four\n");
    gather_free(g);
    flow_free(flow);
    buffer_deinit(&out);
    close_text(&o);
}

static void test_nothing(void **state)
{
    struct opened o;
    struct selection s = {0};
    struct selection_span span;
    (void)state;
    open_text(&o, PRINTED("\n\n"));
    assert_false(selection_begin(&s, o.flow, 0, 0, false));
    assert_false(selection_span(&s, o.flow, &span));
    assert_null(selection_gather(&s, o.flow, narrow));
    close_text(&o);
}

static void test_bytes(void **state)
{
    struct opened o;
    struct selection s = {0};
    struct selection_span span;
    struct spot spot;
    size_t first, behind, from, to;
    (void)state;
    open_text(&o, PROSE);
    assert_true(selection_begin(&s, o.flow, 0, slice_find(o.text, SLICE("exposure")), false));
    assert_true(press(&s, o.flow, "jj"));
    assert_true(selection_span(&s, o.flow, &span));
    assert_true(flow_first(o.flow, &spot));
    assert_true(selection_bytes(&span, spot, flow_line(o.flow, spot), &first, &behind));
    assert_int_equal(first, 4);
    assert_int_equal(behind, 16);
    assert_true(flow_next(o.flow, &spot));
    assert_true(selection_bytes(&span, spot, flow_line(o.flow, spot), &first, &behind));
    assert_int_equal(first, 0);
    assert_int_equal(behind, 19);
    assert_true(flow_next(o.flow, &spot) && flow_next(o.flow, &spot));
    assert_false(selection_bytes(&span, spot, flow_line(o.flow, spot), &first, &behind));
    assert_true(selection_range(&s, o.flow, &from, &to));
    assert_int_equal(from, slice_find(o.text, SLICE("exposure")));
    assert_int_equal(to, slice_find(o.text, SLICE(" told")) + 1);
    close_text(&o);
}

/* A paragraph without an end, as a page of figures may be one: a key goes over a part of it only,
 * says so, and the next goes on from there. */
static void test_bound(void **state)
{
    static const char motions[] = {'}', '{'};
    struct buffer text = {0};
    struct opened o;
    struct selection s;
    (void)state;
    buffer_add_text(&text, "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n");
    for (unsigned i = 0; i < 12000; i++)
        buffer_addf(&text, "line %05u\n", i);
    buffer_add_text(&text, "</TEXT>\n</DOCUMENT>\n");
    open_text(&o, buffer_text(&text));
    for (size_t i = 0; i < COUNT(motions); i++) {
        char key[] = {motions[i], '\0'};
        size_t begin = slice_find(o.text, i == 0 ? SLICE("line 00000") : SLICE("line 11999"));
        assert_true(selection_begin(&s, o.flow, 0, begin, true));
        for (int k = 0; k < 2; k++) {
            size_t before = s.moving;
            assert_true(press(&s, o.flow, key));
            assert_true(s.cut);
            size_t over = s.moving > before ? s.moving - before : before - s.moving;
            assert_in_range(over / 11, SELECTION_MOST - 2, SELECTION_MOST);
        }
        assert_true(press(&s, o.flow, key));
        assert_false(s.cut);
    }
    assert_true(selection_begin(&s, o.flow, 0, slice_find(o.text, SLICE("line 00000")), true));
    assert_true(selection_move(&s, o.flow, SELECTION_DOWN, SELECTION_MOST));
    assert_false(s.cut);
    assert_true(selection_move(&s, o.flow, SELECTION_UP, SELECTION_MOST));
    assert_false(s.cut);
    assert_true(selection_move(&s, o.flow, SELECTION_DOWN, SELECTION_MOST + 1));
    assert_true(s.cut);
    close_text(&o);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),       cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_other_width), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_bytes),       cmocka_unit_test(test_bound),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
