/* SPDX-License-Identifier: MIT */
/* A sheet: its lines for a width, and words that are looked for on it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/sheet.h"

#include <stdlib.h>

static void add(struct sheet *sheet, const char *left, const char *text)
{
    struct buffer label = {0};
    buffer_add_text(&label, left);
    sheet_add(sheet, &label, slice_of(text));
    buffer_deinit(&label);
}

static void compose(struct sheet *sheet, const void *subject)
{
    (void)subject;
    sheet_add_title(sheet, SLICE("Fruit"));
    add(sheet, "apple", "red, or green, or yellow when it is ripe");
    add(sheet, "pear", "green");
    sheet_add_title(sheet, SLICE("Roots"));
    add(sheet, "a left that is much longer than its column has room for", "orange");
}

static char *draw(struct sheet *sheet, int rows, int columns)
{
    struct canvas canvas;
    struct theme theme;
    struct buffer text = {0};
    struct pane pane = sheet_pane(sheet);
    theme_init(&theme);
    canvas_init(&canvas);
    canvas_resize(&canvas, rows, columns);
    pane.ops->resize(pane.self, rows, columns);
    pane.ops->draw(pane.self, canvas_region(&canvas, 0, 0, rows, columns),
                   &(struct look){&theme, true});
    canvas_text(&canvas, &text);
    char *copy = slice_copy(buffer_slice(&text));
    buffer_deinit(&text);
    canvas_deinit(&canvas);
    return copy;
}

static void expect(struct sheet *sheet, int rows, int columns, const char *text)
{
    char *shown = draw(sheet, rows, columns);
    assert_string_equal(shown, text);
    free(shown);
}

static void test_lines(void **state)
{
    (void)state;
    struct sheet *sheet = sheet_new();
    assert_false(sheet_is_open(sheet));
    sheet_open(sheet, "the list", compose, NULL);
    assert_true(sheet_shows(sheet, compose));
    assert_string_equal(sheet_name(sheet), "the list");
    expect(sheet, 9, 40,
           " Fruit\n"
           "  apple             red, or green, or\n"
           "                    yellow when it is\n"
           "                    ripe\n"
           "  pear              green\n"
           "\n"
           " Roots\n"
           "  a left that is much longer than its\n"
           "  column has room for\n");
    /* No width and no height are too small. */
    static const int sizes[][2] = {{0, 0}, {1, 1}, {2, 3}, {1, 200}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        free(draw(sheet, sizes[i][0], sizes[i][1]));
    sheet_close(sheet);
    assert_false(sheet_shows(sheet, compose));
    sheet_free(sheet);
    sheet_free(NULL);
}

static void test_find(void **state)
{
    size_t count = 9;
    (void)state;
    struct sheet *sheet = sheet_new();
    sheet_open(sheet, "the list", compose, NULL);
    free(draw(sheet, 3, 40));
    assert_int_equal(sheet_find_next(sheet, false, &count), 0);
    assert_int_equal(count, 0);

    /* Across the end of a line, and in either case. */
    assert_int_equal(sheet_find(sheet, SLICE("OR YELLOW")), 1);
    expect(sheet, 3, 40,
           " Fruit\n"
           "› apple             red, or green, or\n"
           "                    yellow when it is\n");
    assert_int_equal(sheet_find(sheet, SLICE("green")), 2);
    assert_int_equal(sheet_find_next(sheet, false, &count), 2);
    assert_int_equal(sheet_top(sheet), 3);
    expect(sheet, 3, 40, "                    ripe\n› pear              green\n\n");
    assert_int_equal(sheet_find_next(sheet, false, &count), 1);
    assert_int_equal(sheet_find_next(sheet, true, &count), 2);
    assert_int_equal(sheet_find_next(sheet, true, &count), 1);
    assert_int_equal(count, 2);

    /* From the top of the screen on, and round the end. */
    sheet_go(sheet, 6);
    assert_int_equal(sheet_find(sheet, SLICE("r")), 5);
    assert_int_equal(sheet_find_next(sheet, false, &count), 5);
    assert_int_equal(sheet_find(sheet, SLICE("fruit")), 1);
    assert_int_equal(sheet_top(sheet), 0);
    assert_int_equal(sheet_find(sheet, SLICE("plum")), 0);
    assert_true(slice_equal(sheet_wanted(sheet), SLICE("plum")));
    assert_int_equal(sheet_find(sheet, SLICE("")), 0);

    /* What is looked for stays when the width changes; a sheet that is opened knows nothing. */
    sheet_find(sheet, SLICE("ripe"));
    free(draw(sheet, 3, 80));
    assert_int_equal(sheet_find_next(sheet, false, &count), 1);
    sheet_open(sheet, "the list", compose, NULL);
    assert_int_equal(sheet_wanted(sheet).len, 0);
    sheet_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_find)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
