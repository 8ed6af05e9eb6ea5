/* SPDX-License-Identifier: MIT */
/* The gutter: on the line beside the text, or over blanks, and never over text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "screens/stage.h"

#include <locale.h>

enum { CROSSED = 0x253C, CROSSED_HEAVY = 0x254B, HEAVY = 0x2503, PLAIN = 0x2502 };

/* 100 lines; the first and the last speak of kilns. */
static void open_text(struct stage *s, struct buffer *text, const char *line, int rows, int columns)
{
    for (int i = 0; i < 100; i++)
        buffer_addf(text, "%s\n", i == 0 || i == 99 ? "A kiln stands here, at this end." : line);
    assert_true(stage_open_text(s, "made.txt", buffer_slice(text), rows, columns, NULL));
    stage_settle(s);
    stage_keys(s, ": s e t Space s c o p e = f i l i n g Enter / k i l n Enter");
}

static uint32_t code_at(struct stage *s, int row, int column)
{
    stage_draw(s);
    return canvas_cell(&s->canvas, row, column)->code;
}

/* The column of the line between the panes. */
static int border_of(struct stage *s)
{
    int column = 0;
    stage_draw(s);
    while (column < s->canvas.columns && code_at(s, 12, column) != PLAIN)
        column++;
    return column;
}

static void test_line(void **state)
{
    (void)state;
    struct stage s;
    struct buffer text = {0};
    open_text(&s, &text, "Bricks are laid here, row upon row.", 22, 80);
    int column = border_of(&s);
    assert_true(column > 0 && column < 79);
    assert_int_equal(code_at(&s, 1, column), CROSSED_HEAVY);
    assert_int_equal(code_at(&s, 2, column), HEAVY);
    assert_int_equal(code_at(&s, 19, column), PLAIN);
    assert_int_equal(code_at(&s, 20, column), CROSSED);
    stage_keys(&s, "G");
    assert_int_equal(code_at(&s, 1, column), CROSSED);
    assert_int_equal(code_at(&s, 20, column), CROSSED_HEAVY);
    stage_keys(&s, "Alt-u");
    for (int row = 1; row <= 20; row++)
        assert_int_equal(code_at(&s, row, column), PLAIN);
    stage_keys(&s, "Alt-u : s e t Space n o g u t t e r Enter");
    assert_int_equal(code_at(&s, 20, column), PLAIN);
    stage_close(&s);
    buffer_deinit(&text);
}

/* With one pane hits alone are marked, where the last column is blank. */
static void test_blanks(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Short.", "A line that fills the narrow screen from one end of it to the other end"};
    for (int i = 0; i < 2; i++) {
        struct stage s;
        struct buffer text = {0};
        open_text(&s, &text, lines[i], 22, 60);
        stage_keys(&s, ": s e t Space n o w r a p Enter");
        assert_int_equal(code_at(&s, 1, 59), CROSSED_HEAVY);
        assert_int_equal(code_at(&s, 2, 59), i == 0 ? ' ' : 0x203A);
        assert_int_equal(code_at(&s, 20, 59), i == 0 ? CROSSED : 0x203A);
        stage_close(&s);
        buffer_deinit(&text);
    }
}

static void test_small(void **state)
{
    (void)state;
    struct stage s;
    struct buffer text = {0};
    open_text(&s, &text, "Bricks.", 22, 80);
    for (int rows = 0; rows < 8; rows++)
        for (int columns = 0; columns < 90; columns += 3) {
            viewer_resize(s.viewer, rows, columns);
            stage_draw(&s);
        }
    stage_close(&s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_small),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
