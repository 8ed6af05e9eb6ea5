/* SPDX-License-Identifier: MIT */
/* A look at another place: its rows, its lines, scrolling, at any size. */
#include "ui/links/peek.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct submission *open_lines(struct buffer *text, int lines)
{
    struct error e = {0};
    for (int i = 1; i <= lines; i++)
        buffer_addf(text, "Line %d of the text\n", i);
    struct submission *s = submission_open(input_from_bytes("test", buffer_slice(text)), &e);
    assert_non_null(s);
    submission_scan(s, (size_t)-1);
    return s;
}

static void draw(struct peek *p, struct canvas *c, bool above, struct buffer *out)
{
    struct theme theme;
    theme_init(&theme);
    canvas_clear(c);
    peek_put(p, above);
    peek_draw(p, canvas_region(c, 0, 0, c->rows, c->columns), &theme);
    buffer_clear(out);
    canvas_text(c, out);
}

static bool obey(struct peek *p, enum action_id action, struct buffer *say)
{
    return peek_handle(p, &(struct order){.action = action}, say);
}

static void test_look(void **state)
{
    (void)state;
    struct buffer text = {0}, out = {0}, say = {0};
    struct submission *s = open_lines(&text, 40);
    struct settings settings;
    struct canvas c;
    settings_init(&settings);
    canvas_init(&c);
    canvas_resize(&c, 8, 30);
    struct peek *p = peek_new();
    assert_false(peek_is_open(p));
    peek_resize(p, 8, 30);
    size_t at = slice_find(buffer_slice(&text), SLICE("Line 20"));
    peek_open(p, s, &settings, (struct place){0, at}, SLICE("Line twenty"));
    assert_true(peek_is_open(p));
    assert_true(peek_is_of(p, s));
    assert_int_equal(peek_rows(p), 4);
    draw(p, &c, false, &out);
    assert_string_equal(buffer_text(&out), "\n\n\n\n"
                                           "── Line twenty ───────────────\n"
                                           "Line 20 of the text\n"
                                           "Line 21 of the text\n"
                                           "Line 22 of the text\n");
    assert_true(obey(p, ACTION_LINE_DOWN, &say));
    draw(p, &c, true, &out);
    assert_string_equal(buffer_text(&out), "── Line twenty ───────────────\n"
                                           "Line 21 of the text\n"
                                           "Line 22 of the text\n"
                                           "──────────────────────────────\n"
                                           "\n\n\n\n");
    assert_true(obey(p, ACTION_SCREEN_DOWN, &say));
    draw(p, &c, true, &out);
    assert_true(slice_find(buffer_slice(&out), SLICE("\nLine 23")) < out.len);
    assert_true(obey(p, ACTION_SCREEN_UP, &say));
    assert_int_equal(peek_place(p).offset, slice_find(buffer_slice(&text), SLICE("Line 21")));
    assert_int_equal(say.len, 0);
    assert_true(obey(p, ACTION_BOTTOM, &say));
    assert_true(obey(p, ACTION_SCREEN_DOWN, &say));
    assert_string_equal(buffer_text(&say), "this is the end of the document");
    assert_false(obey(p, ACTION_QUIT, &say));
    peek_close(p);
    assert_false(peek_is_open(p));
    peek_free(p);
    canvas_deinit(&c);
    submission_free(s);
    buffer_deinit(&text);
    buffer_deinit(&out);
    buffer_deinit(&say);
}

/* What was looked for is marked, and the cursor sits on it. */
static void test_mark(void **state)
{
    (void)state;
    struct buffer text = {0}, out = {0};
    struct submission *s = open_lines(&text, 5);
    struct settings settings;
    struct canvas c;
    settings_init(&settings);
    canvas_init(&c);
    canvas_resize(&c, 8, 30);
    struct peek *p = peek_new();
    peek_resize(p, 8, 30);
    peek_open(p, s, &settings, (struct place){0, 0}, SLICE("x"));
    peek_mark(p, 5, 1);
    draw(p, &c, false, &out);
    assert_int_equal(c.cursor_row, 5);
    assert_int_equal(c.cursor_column, 5);
    peek_free(p);
    canvas_deinit(&c);
    submission_free(s);
    buffer_deinit(&text);
    buffer_deinit(&out);
}

static void test_sizes(void **state)
{
    (void)state;
    struct buffer text = {0}, out = {0};
    struct submission *s = open_lines(&text, 40);
    struct settings settings;
    struct canvas c;
    settings_init(&settings);
    canvas_init(&c);
    struct peek *p = peek_new();
    peek_open(p, s, &settings, (struct place){0, 0}, SLICE("a title"));
    for (int rows = 0; rows < 12; rows++) {
        for (int columns = 0; columns < 12; columns++) {
            canvas_resize(&c, rows, columns);
            peek_resize(p, rows, columns);
            draw(p, &c, rows % 2 == 0, &out);
            assert_true(peek_rows(p) <= rows);
        }
    }
    peek_free(p);
    canvas_deinit(&c);
    submission_free(s);
    buffer_deinit(&text);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_look), cmocka_unit_test(test_mark),
                                       cmocka_unit_test(test_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
