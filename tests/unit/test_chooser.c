/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "ui/lists/chooser.h"

#include <locale.h>

enum { NONE = 999 };

/* What became of a list. */
struct opener {
    size_t chosen, removed;
    bool closed, refuses;
};

static void choose(void *self, size_t tag)
{
    ((struct opener *)self)->chosen = tag;
}

static bool remove_it(void *self, size_t tag)
{
    struct opener *o = self;
    o->removed = tag;
    return !o->refuses;
}

static void closed(void *self)
{
    ((struct opener *)self)->closed = true;
}

static const struct chooser_ops all_ops = {choose, remove_it, closed};
static const struct chooser_ops few_ops = {choose, NULL, NULL};

static void add(struct chooser *c, const char *text, const char *detail, int level, bool title,
                size_t tag)
{
    chooser_add(c, &(struct chooser_row){.text = slice_of(text),
                                         .detail = slice_of(detail),
                                         .level = level,
                                         .title = title,
                                         .tag = tag});
}

static struct chooser *open_list(struct opener *o, bool typing, bool ranked)
{
    struct chooser *c = chooser_new();
    *o = (struct opener){NONE, NONE, false, false};
    chooser_open(c, &(struct chooser_setup){.name = "the hits",
                                            .empty = "no hits",
                                            .typing = typing,
                                            .ranked = ranked,
                                            .ops = &all_ops,
                                            .self = o});
    chooser_pane(c).ops->resize(chooser_pane(c).self, 8, 40);
    return c;
}

/* Two documents; one has two sections. */
static void add_hits(struct chooser *c)
{
    add(c, "10-K", "", 0, true, NONE);
    add(c, "Item 1  Business", "2", 1, true, NONE);
    add(c, "our rates of interest", "p. 3", 2, false, 10);
    add(c, "interest in rivers", "p. 4", 2, false, 20);
    add(c, "Item 7  Discussion", "1", 1, true, NONE);
    add(c, "interest expense rose", "p. 31", 2, false, 30);
    add(c, "EX-13", "1", 0, true, NONE);
    add(c, "Interest income", "p. F-3", 1, false, 40);
}

static enum pane_outcome act(struct chooser *c, enum action_id action, long count)
{
    struct buffer say = {0};
    struct answer answer = {.outcome = PANE_IGNORED, .say = &say};
    chooser_pane(c).ops->handle(chooser_pane(c).self,
                                &(struct order){.action = action, .count = count}, &answer);
    buffer_deinit(&say);
    return answer.outcome;
}

static size_t selected(const struct chooser *c)
{
    size_t tag = NONE;
    return chooser_selected(c, &tag) ? tag : NONE;
}

static void type(struct chooser *c, const char *keys)
{
    struct key parsed[40];
    struct error e;
    size_t count = 0;
    assert_true(key_parse(slice_of(keys), parsed, 40, &count, &e));
    for (size_t i = 0; i < count; i++)
        assert_true(chooser_key(c, parsed[i]));
}

/* What is drawn, with the letters that fit in brackets: the theme has them underlined. */
static void expect_drawn(struct chooser *c, int rows, int columns, const char *expected)
{
    struct theme theme;
    struct error e;
    theme_init(&theme);
    assert_true(theme_set(&theme, SLICE("match"), SLICE("underline"), &e));
    struct canvas canvas;
    canvas_init(&canvas);
    canvas_resize(&canvas, rows, columns);
    chooser_pane(c).ops->resize(chooser_pane(c).self, rows, columns);
    chooser_pane(c).ops->draw(chooser_pane(c).self, canvas_region(&canvas, 0, 0, rows, columns),
                              &(struct look){&theme, true});
    struct buffer text = {0};
    for (int row = 0; row < rows; row++) {
        size_t end = text.len;
        for (int column = 0; column < columns; column++) {
            const struct canvas_cell *cell = canvas_cell(&canvas, row, column);
            bool marked = cell->style.attributes & ATTRIBUTE_UNDERLINE;
            const struct canvas_cell *before =
                column ? canvas_cell(&canvas, row, column - 1) : NULL;
            bool was = before && before->style.attributes & ATTRIBUTE_UNDERLINE;
            if (was != marked)
                buffer_add_byte(&text, marked ? '[' : ']');
            if (was && !marked)
                end = text.len;
            if (cell->code)
                buffer_add_utf8(&text, cell->code);
            if (cell->code && cell->code != ' ')
                end = text.len;
        }
        text.len = end;
        buffer_add_byte(&text, '\n');
    }
    assert_string_equal(buffer_text(&text), expected);
    buffer_deinit(&text);
    canvas_deinit(&canvas);
}

/* What is not shown is typed for, too: a name of which only the end is seen. */
static void test_also(void **state)
{
    static const struct chooser_row rows[] = {
        {.text = SLICE_ROW("A BANK 10-K"),
         .detail = SLICE_ROW("x_2004.txt"),
         .also = SLICE_ROW("a-bank_10-x_2004.txt"),
         .tag = 1},
        {.text = SLICE_ROW("A FUND 8-K"),
         .detail = SLICE_ROW("y_2005.txt"),
         .also = SLICE_ROW("a-fund_8-y_2005.txt"),
         .tag = 2},
    };
    struct opener o;
    (void)state;
    struct chooser *c = open_list(&o, true, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        chooser_add(c, &rows[i]);
    type(c, "f u n d _ 8");
    expect_drawn(c, 1, 30, "› A FUND 8-K      y_2005.txt\n");
    type(c, "Backspace Backspace");
    expect_drawn(c, 1, 30, "› A [FUND] 8-K      y_2005.txt\n");
    type(c, "q");
    assert_int_equal(selected(c), NONE);
    chooser_free(c);
}

static void test_moving(void **state)
{
    (void)state;
    static const struct {
        enum action_id action;
        long count;
        size_t selected;
    } table[] = {
        {ACTION_LINE_DOWN, 0, 20},     {ACTION_LINE_DOWN, 0, 30},
        {ACTION_LINE_UP, 2, 10},       {ACTION_LINE_UP, 0, 10},
        {ACTION_LINE_DOWN, 99, 40},    {ACTION_TOP, 0, 10},
        {ACTION_BOTTOM, 0, 40},        {ACTION_TOP, 3, 30},
        {ACTION_BOTTOM, 2, 20},        {ACTION_BOTTOM, 99, 40},
        {ACTION_SCREEN_UP, 0, 10},     {ACTION_HALF_SCREEN_DOWN, 0, 40},
        {ACTION_TOP, 0, 10},           {ACTION_NEXT_HEADING, 0, 30},
        {ACTION_NEXT_HEADING, 0, 40},  {ACTION_NEXT_HEADING, 0, 40},
        {ACTION_PREVIOUS_ITEM, 0, 30}, {ACTION_PREVIOUS_ITEM, 0, 10},
        {ACTION_PREVIOUS_ITEM, 0, 10}, {ACTION_LINE_DOWN, 0, 20},
        {ACTION_PREVIOUS_ITEM, 0, 10}, {ACTION_NEXT_HEADING, 2, 40},
    };
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    assert_int_equal(selected(c), NONE);
    add_hits(c);
    assert_int_equal(selected(c), 10);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_int_equal(act(c, table[i].action, table[i].count), PANE_DONE);
        assert_int_equal(selected(c), table[i].selected);
    }
    assert_int_equal(act(c, ACTION_FOLD, 0), PANE_IGNORED);
    chooser_free(c);
}

static void test_choosing(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    assert_int_equal(act(c, ACTION_OPEN, 0), PANE_DONE);
    assert_int_equal(o.chosen, NONE);
    assert_true(chooser_is_open(c));
    add_hits(c);
    chooser_select(c, 31);
    assert_int_equal(selected(c), 30);
    act(c, ACTION_OPEN, 0);
    assert_int_equal(o.chosen, 30);
    assert_false(chooser_is_open(c));
    assert_false(o.closed);
    assert_string_equal(chooser_name(c), "the hits");

    chooser_open(c, &(struct chooser_setup){.name = "x", .ops = &all_ops, .self = &o});
    assert_true(chooser_shows(c, &all_ops));
    assert_false(chooser_shows(c, &few_ops));
    assert_int_equal(chooser_rows(c), 0);
    chooser_open(c, &(struct chooser_setup){.name = "y", .ops = &few_ops, .self = &o});
    assert_true(o.closed);
    o.closed = false;
    chooser_close(c);
    assert_false(o.closed);
    chooser_free(c);
}

static void test_removing(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    add_hits(c);
    chooser_select(c, 20);
    o.refuses = true;
    act(c, ACTION_REMOVE, 0);
    assert_int_equal(chooser_rows(c), 4);
    o.refuses = false;
    act(c, ACTION_REMOVE, 0);
    assert_int_equal(o.removed, 20);
    assert_int_equal(chooser_rows(c), 3);
    assert_int_equal(selected(c), 30);
    act(c, ACTION_REMOVE, 0);
    act(c, ACTION_REMOVE, 0);
    assert_int_equal(selected(c), 10);
    act(c, ACTION_REMOVE, 0);
    assert_int_equal(selected(c), NONE);
    act(c, ACTION_REMOVE, 0);
    assert_int_equal(chooser_rows(c), 0);
    chooser_free(c);
}

static void test_narrowing(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    add_hits(c);
    chooser_select(c, 20);
    assert_false(chooser_key(c, (struct key){'e', 0, 0, 0}));
    assert_int_equal(act(c, ACTION_SEARCH_FORWARD, 0), PANE_DONE);
    assert_true(chooser_typing(c));
    type(c, "e");
    assert_int_equal(selected(c), 20);
    type(c, "x");
    assert_int_equal(selected(c), 30); /* the next that fits */
    assert_int_equal(chooser_fitting(c), 1);
    assert_int_equal(chooser_rows(c), 4);
    expect_drawn(c, 4, 40,
                 " Hits  \xE2\x80\xBA ex_                 1 of 1 (4)\n"
                 "  10-K\n"
                 "    Item 7  Discussion               1\n"
                 "\xE2\x80\xBA     interest [ex]pense rose      p. 31\n");
    add(c, "another expense", "p. 9", 1, false, 50); /* it comes when the list is narrowed */
    assert_int_equal(chooser_fitting(c), 2);
    type(c, "Backspace Backspace");
    assert_int_equal(chooser_fitting(c), 5);
    assert_int_equal(selected(c), 30);
    type(c, "a b Space c Ctrl-W");
    assert_true(slice_equal(chooser_typed(c), SLICE("ab ")));
    type(c, "Ctrl-U");
    assert_int_equal(chooser_typed(c).len, 0);
    type(c, "q");
    assert_int_equal(selected(c), NONE);
    assert_true(chooser_cancel(c));
    assert_false(chooser_typing(c));
    assert_int_equal(chooser_fitting(c), 5);
    assert_false(chooser_cancel(c));
    chooser_free(c);
}

static void test_ranked(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, true, true);
    assert_true(chooser_typing(c));
    add(c, "Item 7", "p. 20", 0, false, 0);
    add(c, "Item 7, as amended", "p. 7", 0, false, 1);
    add(c, "Item 7A", "p. 25", 0, false, 2);
    add(c, "Item 17, as amended", "p. 9", 0, false, 4); /* letters here and there: left out */
    act(c, ACTION_LINE_DOWN, 0);
    type(c, "7");
    assert_int_equal(selected(c), 0);
    type(c, "a");
    assert_int_equal(selected(c), 2);
    assert_int_equal(chooser_fitting(c), 2);
    /* A better one comes: what was selected stays so, and where it is on the screen. */
    act(c, ACTION_LINE_DOWN, 0);
    assert_int_equal(selected(c), 1);
    add(c, "7A", "", 0, false, 3);
    assert_int_equal(selected(c), 1);
    expect_drawn(c, 4, 40,
                 " Hits  \xE2\x80\xBA 7a_                 3 of 3 (5)\n"
                 "  [7A]\n"
                 "  Item [7A]                        p. 25\n"
                 "\xE2\x80\xBA Item [7], [a]s amended              p. 7\n");
    type(c, "Backspace");
    assert_int_equal(selected(c), 0);
    assert_int_equal(chooser_fitting(c), 5);
    assert_false(chooser_cancel(c)); /* Esc leaves a finder */
    chooser_free(c);
}

/* Rows made anew: the selection stays at its index. */
static void test_rows_anew(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    add_hits(c);
    chooser_select(c, 30);
    chooser_clear(c);
    assert_int_equal(selected(c), NONE);
    assert_int_equal(chooser_rows(c), 0);
    add_hits(c);
    assert_int_equal(selected(c), 30);
    chooser_clear(c);
    add(c, "alone", "", 0, false, 7);
    assert_int_equal(selected(c), 7);
    chooser_free(c);
}

static void test_drawing(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    chooser_expect(c, true);
    expect_drawn(c, 2, 30, " Hits                      0\xE2\x80\xA6\n  looking\xE2\x80\xA6\n");
    chooser_expect(c, false);
    expect_drawn(c, 2, 30, " Hits                       0\n  no hits\n");
    add_hits(c);
    expect_drawn(c, 9, 36,
                 " Hits                        1 of 4\n"
                 "  10-K\n"
                 "    Item 1  Business             2\n"
                 "\xE2\x80\xBA     our rates of interest   p. 3\n"
                 "      interest in rivers      p. 4\n"
                 "    Item 7  Discussion           1\n"
                 "      interest expense rose  p. 31\n"
                 "  EX-13                          1\n"
                 "    Interest income         p. F-3\n");
    chooser_select(c, 40);
    expect_drawn(c, 3, 36,
                 " Hits                        4 of 4\n"
                 "  EX-13                          1 \xE2\x96\xB4\n"
                 "\xE2\x80\xBA   Interest income         p. F-3\n");
    chooser_select(c, 20);
    expect_drawn(c, 2, 36,
                 " Hits  Item 1  Business      2 of 4\n"
                 "\xE2\x80\xBA     interest in rivers      p. 4 \xE2\x96\xBE\n");
    /* Narrow: no detail, an indent of one, cut texts. One row: the selected. */
    expect_drawn(c, 3, 12,
                 " Hits\n"
                 "\xE2\x80\xBA   inter\xE2\x80\xA6 \xE2\x96\xB4\n"
                 "   Item 7\xE2\x80\xA6 \xE2\x96\xBE\n");
    expect_drawn(c, 1, 20, "\xE2\x80\xBA   interest\xE2\x80\xA6 p. 4 \xE2\x96\xBE\n");
    expect_drawn(c, 1, 1, "\xE2\x96\xBE\n");
    expect_drawn(c, 0, 0, "");
    chooser_free(c);
}

/* What fits is seen, though the text is cut; wide characters take two columns. */
static void test_drawing_matches(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, true, true);
    add(c, "Report of independent registered public accounting firm", "", 0, false, 1);
    add(c, "\xE6\x9C\x89\xE6\x9C\x89 firm", "", 0, false, 2);
    type(c, "firm");
    expect_drawn(c, 3, 30,
                 " Hits  \xE2\x80\xBA firm_         1 of 2\n"
                 "\xE2\x80\xBA \xE6\x9C\x89\xE6\x9C\x89 [firm]\n"
                 "  Report o\xE2\x80\xA6ting [firm]\n");
    chooser_free(c);
}

static void test_clicks(void **state)
{
    (void)state;
    struct opener o;
    struct chooser *c = open_list(&o, false, false);
    add_hits(c);
    struct key click = {KEYS_CLICK, 0, 0, 0};
    assert_true(chooser_click(c, click, 0)); /* the name */
    assert_true(chooser_click(c, click, 1)); /* a title */
    assert_int_equal(selected(c), 10);
    chooser_click(c, click, 4);
    assert_int_equal(selected(c), 20);
    chooser_click(c, (struct key){KEYS_WHEEL_DOWN, 0, 0, 0}, 3);
    assert_int_equal(selected(c), 20);
    assert_int_equal(o.chosen, NONE);
    chooser_click(c, click, 3); /* scrolled by one */
    assert_int_equal(o.chosen, 20);
    chooser_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_also),
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_choosing),
        cmocka_unit_test(test_removing),
        cmocka_unit_test(test_narrowing),
        cmocka_unit_test(test_ranked),
        cmocka_unit_test(test_rows_anew),
        cmocka_unit_test(test_drawing),
        cmocka_unit_test(test_drawing_matches),
        cmocka_unit_test(test_clicks),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
