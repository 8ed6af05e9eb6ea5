/* SPDX-License-Identifier: MIT */
/* The canvas: clipping, wide and combining characters, control characters, ASCII, cut marks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/canvas.h"

#include <limits.h>
#include <locale.h>
#include <string.h>

static const struct style plain = {COLOR_TERMINAL, COLOR_TERMINAL, 0};
static const struct style loud = {1, 2, ATTRIBUTE_BOLD};

static void expect_row(const struct canvas *c, int row, const char *text)
{
    struct buffer b;
    buffer_init(&b);
    canvas_row_text(c, row, &b);
    assert_string_equal(buffer_text(&b), text);
    buffer_deinit(&b);
}

/* Writes `text` at `column` of the 4 columns in the middle of 8, which hold dots. */
static void test_writing(void **state)
{
    (void)state;
    static const struct {
        int column;
        const char *text;
        const char *row;
        int end;
    } cases[] = {
        {0, "ab", "..ab....", 2},
        {0, "abcdef", "..abcd..", 6},
        {-2, "abcd", "..cd....", 2},
        {-9, "abcd", "........", -5},
        {4, "ab", "........", 6},
        {3, "ab", ".....a..", 5},
        {1, "", "........", 1},
        {0, "\xE4\xB8\xAD\xE6\x96\x87", "..\xE4\xB8\xAD\xE6\x96\x87..", 4},
        {1, "\xE4\xB8\xAD\xE6\x96\x87", "...\xE4\xB8\xAD ..", 5},
        {-1, "\xE4\xB8\xAD\xE6\x96\x87", ".. \xE6\x96\x87...", 3},
        {0, "e\xCC\x81x", "..e\xCC\x81x....", 2},
        {2, "xe\xCC\x81z", "....xe\xCC\x81..", 5},
        {0, "\xCC\x81x", "..x.....", 1},
        {0,
         "a\xE2\x80\x8B\xC2\xAD\xEF\xB8\x8F"
         "b",
         "..ab....", 2},
        {0, "a\x1B[b", "..a\xEF\xBF\xBD[b..", 4},
        {0, "\x7F\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8",
         "..\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD..", 4},
        {0, "a\xFF", "..a\xEF\xBF\xBD....", 2},
        {INT_MIN, "\xCC\x81x", "........", INT_MIN + 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        canvas_resize(&c, 1, 8);
        region_fill(canvas_region(&c, 0, 0, 1, 8), 0, 0, 8, plain, '.');
        struct region middle = canvas_region(&c, 0, 2, 1, 4);
        assert_int_equal(region_print(middle, 0, cases[i].column, plain, cases[i].text),
                         cases[i].end);
        expect_row(&c, 0, cases[i].row);
        canvas_deinit(&c);
    }
}

static void test_halves(void **state)
{
    (void)state;
    static const struct {
        int column;
        const char *text;
        const char *row;
    } cases[] = {
        {0, "a", "a \xE6\x96\x87"}, {1, "a", " a\xE6\x96\x87"},
        {1, "ab", " ab"},           {1, "\xE4\xB8\xAD", " \xE4\xB8\xAD"},
        {2, "x", "\xE4\xB8\xADx"},  {0, "\xE6\x96\x87", "\xE6\x96\x87\xE6\x96\x87"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        canvas_resize(&c, 1, 6);
        struct region all = canvas_region(&c, 0, 0, 1, 6);
        region_print(all, 0, 0, plain, "\xE4\xB8\xAD\xE6\x96\x87");
        region_print(all, 0, cases[i].column, plain, cases[i].text);
        expect_row(&c, 0, cases[i].row);
        canvas_deinit(&c);
    }
}

/* A combining character that begins a text joins the character before it. */
static void test_combining(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c);
    canvas_resize(&c, 1, 6);
    struct region all = canvas_region(&c, 0, 0, 1, 6);
    int end = region_print(all, 0, 0, plain, "\xE4\xB8\xAD");
    region_print(all, 0, end, plain, "\xCC\x81\xCC\x82\xCC\x83\xCC\x84!");
    expect_row(&c, 0, "\xE4\xB8\xAD\xCC\x81\xCC\x82\xCC\x83!");
    /* Never over the edge of the region. */
    region_print(canvas_region(&c, 0, 3, 1, 3), 0, 0, plain, "\xCC\x81?");
    expect_row(&c, 0, "\xE4\xB8\xAD\xCC\x81\xCC\x82\xCC\x83!?");
    canvas_deinit(&c);
}

static void test_ascii(void **state)
{
    (void)state;
    static const struct {
        const char *text, *row;
    } cases[] = {
        {"\xE2\x94\x80\xE2\x94\x82\xE2\x94\x8C", "-|+"},
        {"\xE2\x96\xBE\xE2\x96\xB8\xC2\xB7\xE2\x80\xA6", "v>.~"},
        {"\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D \xE2\x80\x94", "\"It's\" -"},
        {"caf\xC3\xA9\xC2\xA0!", "caf? !"},
        {"\xE4\xB8\xAD!", "? !"},
        {"e\xCC\x81", "e"},
        {"\x1B", "?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        c.ascii = true;
        canvas_resize(&c, 1, 20);
        region_print(canvas_region(&c, 0, 0, 1, 20), 0, 0, plain, cases[i].text);
        expect_row(&c, 0, cases[i].row);
        canvas_deinit(&c);
    }
}

static void test_cut_mark(void **state)
{
    (void)state;
    static const struct {
        int columns;
        const char *text, *row;
        int end;
    } cases[] = {
        {5, "abcde", "abcde", 5},
        {5, "abcdef", "abcd\xE2\x80\xA6", 5},
        {1, "ab", "\xE2\x80\xA6", 1},
        {0, "ab", "", 0},
        {-3, "ab", "", 0},
        {3, "a\xE4\xB8\xAD\xE6\x96\x87", "a\xE2\x80\xA6", 2},
        {40, "abcdefghijk", "abcdef", 11},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        canvas_resize(&c, 1, 6);
        int end = region_write_cut(canvas_region(&c, 0, 0, 1, 6), 0, 0, cases[i].columns, plain,
                                   slice_of(cases[i].text));
        assert_int_equal(end, cases[i].end);
        expect_row(&c, 0, cases[i].row);
        canvas_deinit(&c);
    }
}

/* Everything is legal on every size: what lies outside is not drawn. */
static void test_sizes(void **state)
{
    (void)state;
    static const int sizes[][2] = {{0, 0}, {0, 5}, {5, 0}, {1, 1}, {-3, -4}, {2, 3}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        canvas_resize(&c, sizes[i][0], sizes[i][1]);
        struct region big = canvas_region(&c, -5, -5, 100, 100);
        assert_true(big.rows <= (sizes[i][0] > 0 ? sizes[i][0] : 0));
        struct region r = region_part(canvas_region(&c, 0, 0, INT_MAX, INT_MAX), -1, -1, 9, 9);
        for (int row = -2; row < 4; row++) {
            region_print(r, row, -1, plain, "a\xE4\xB8\xAD\xCC\x81z");
            region_fill(r, row, -2, INT_MAX, loud, 0x4E2D);
            region_fill(r, row, INT_MIN, INT_MAX, loud, 'x');
            region_restyle(r, row, -3, 20, loud);
            region_cursor(r, row, INT_MAX);
        }
        region_clear(r, plain);
        assert_true(c.cursor_row >= 0 && c.cursor_column >= 0);
        assert_int_equal(canvas_cell(&c, 99, 99)->code, ' ');
        assert_int_equal(canvas_cell(&c, -1, 0)->code, ' ');
        expect_row(&c, -1, "");
        expect_row(&c, 0, "");
        canvas_deinit(&c);
    }
}

/* Columns 0 to 9 hold "a" and four wide characters and "z"; a fill that begins or ends in the
 * middle of one leaves a blank of it. */
static void test_filling(void **state)
{
    (void)state;
    static const struct {
        int column, columns;
        const char *row;
    } cases[] = {
        {1, 8, "a--------z"},
        {1, 2, "a--\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
        {2, 1, "a -\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
        {1, 1, "a- \xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
        {2, 4, "a ---- \xE6\x96\x87z"},
        {2, 3, "a ---\xE4\xB8\xAD\xE6\x96\x87z"},
        {-3, 5, "-- \xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
        {8, 99, "a\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD --"},
        {4, 0, "a\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
        {10, 3, "a\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct canvas c;
        canvas_init(&c);
        canvas_resize(&c, 2, 10);
        struct region r = canvas_region(&c, 0, 0, 2, 10);
        region_print(r, 0, 0, loud, "a\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87z");
        region_fill(r, 0, cases[i].column, cases[i].columns, plain, '-');
        expect_row(&c, 0, cases[i].row);
        expect_row(&c, 1, "");
        canvas_deinit(&c);
    }
}

/* A region that was made before the canvas shrank draws nothing outside. */
static void test_stale_region(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c);
    canvas_resize(&c, 4, 10);
    struct region old = canvas_region(&c, 0, 0, 4, 10);
    region_cursor(old, 3, 9);
    canvas_resize(&c, 1, 2);
    assert_int_equal(c.cursor_row, 0);
    assert_int_equal(c.cursor_column, 1);
    region_print(old, 3, 0, plain, "zzzz");
    region_print(old, 0, 0, plain, "abcd");
    region_fill(old, 3, 0, 10, plain, '-');
    region_fill(old, 0, 2, 8, plain, '-');
    region_cursor(old, 3, 9);
    expect_row(&c, 0, "ab");
    assert_int_equal(c.cursor_column, 1);
    canvas_deinit(&c);
}

static void test_regions(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c);
    canvas_resize(&c, 3, 10);
    struct region r = region_part(canvas_region(&c, 1, 2, 2, 6), 0, 1, 9, 9);
    assert_int_equal(r.top, 1);
    assert_int_equal(r.left, 3);
    assert_int_equal(r.rows, 2);
    assert_int_equal(r.columns, 5);
    region_clear(r, loud);
    region_fill(r, 0, 1, 3, plain, 0x4E2D);
    assert_int_equal(canvas_cell(&c, 1, 2)->style.attributes, 0);
    assert_int_equal(canvas_cell(&c, 1, 3)->style.attributes, ATTRIBUTE_BOLD);
    expect_row(&c, 1, "    \xE4\xB8\xAD");
    struct buffer b;
    buffer_init(&b);
    canvas_text(&c, &b);
    assert_string_equal(buffer_text(&b), "\n    \xE4\xB8\xAD\n\n");
    buffer_deinit(&b);
    canvas_deinit(&c);
}

static void test_restyle(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c);
    canvas_resize(&c, 1, 4);
    struct region r = canvas_region(&c, 0, 0, 1, 4);
    region_print(r, 0, 0, loud, "abcd");
    region_restyle(r, 0, 1, 2, (struct style){COLOR_TERMINAL, 5, ATTRIBUTE_REVERSE});
    const struct canvas_cell *cell = canvas_cell(&c, 0, 1);
    assert_int_equal(cell->code, 'b');
    assert_int_equal(cell->style.foreground, 1);
    assert_int_equal(cell->style.background, 5);
    assert_int_equal(cell->style.attributes, ATTRIBUTE_BOLD | ATTRIBUTE_REVERSE);
    assert_int_equal(canvas_cell(&c, 0, 3)->style.attributes, ATTRIBUTE_BOLD);
    canvas_deinit(&c);
}

/* A theme with a ground of its own colours what has the terminal's. */
static void test_ground(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c);
    canvas_resize(&c, 1, 3);
    struct region r = canvas_region(&c, 0, 0, 1, 3);
    region_print(r, 0, 0, (struct style){COLOR_TERMINAL, 4, ATTRIBUTE_BOLD}, "a");
    region_print(r, 0, 1, (struct style){5, COLOR_TERMINAL, 0}, "b");
    canvas_ground(&c, (struct style){COLOR_TERMINAL, COLOR_TERMINAL, ATTRIBUTE_BOLD});
    assert_int_equal(canvas_cell(&c, 0, 2)->style.foreground, COLOR_TERMINAL);
    canvas_ground(&c, (struct style){1, 2, ATTRIBUTE_DIM});
    static const struct style expected[] = {{1, 4, ATTRIBUTE_BOLD}, {5, 2, 0}, {1, 2, 0}};
    for (int i = 0; i < 3; i++) {
        const struct style *style = &canvas_cell(&c, 0, i)->style;
        assert_int_equal(style->foreground, expected[i].foreground);
        assert_int_equal(style->background, expected[i].background);
        assert_int_equal(style->attributes, expected[i].attributes);
    }
    canvas_deinit(&c);
}

int main(void)
{
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writing),   cmocka_unit_test(test_halves),
        cmocka_unit_test(test_combining), cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_cut_mark),  cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_filling),   cmocka_unit_test(test_stale_region),
        cmocka_unit_test(test_regions),   cmocka_unit_test(test_ground),
        cmocka_unit_test(test_restyle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
