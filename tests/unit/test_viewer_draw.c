/* SPDX-License-Identifier: MIT */
/* What the screen shows beside the text: messages, the keys; and what goes sideways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char plain[] = "A line of text.\n\nAnother line of text.\n";

/* However long a message is, the way to help and out is beside or below it. */
static void test_long_message(void **state)
{
    (void)state;
    static const char message[] =
        "a warning of a filing that is so long that it does not fit on a line of the screen beside"
        " the keys, nor on two of them, and that goes on and on all the same until it is over.";
    struct stage s;
    for (int columns = 30; columns < 240; columns++) {
        struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .message = message};
        assert_true(stage_open_text(&s, "made.txt", SLICE(plain), 14, columns, &setup));
        assert_true(stage_shows(&s, "F1 help  q quit"));
        assert_true(stage_shows(&s, "a warning of a filing"));
        if (columns >= 80)
            assert_true(stage_shows(&s, "over."));
        stage_keys(&s, "j");
        assert_false(stage_shows(&s, "warning"));
        stage_close(&s);
    }
}

/* What the caller says is seen, in the prompt too. */
static void test_told(void **state)
{
    (void)state;
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", SLICE(plain), 14, 80, NULL));
    viewer_tell(s.viewer, "this program cannot be suspended here");
    assert_true(stage_shows(&s, "this program cannot be suspended here"));
    stage_keys(&s, ":");
    assert_false(stage_shows(&s, "this program"));
    viewer_tell(s.viewer, "this program cannot be suspended here");
    assert_true(stage_shows(&s, "this program cannot be suspended here"));
    stage_close(&s);
}

/* Sideways go the lines that are too wide, and tables; prose and headings that fit stay. */
static void test_sideways(void **state)
{
    (void)state;
    static const char wide[] =
        "A heading that fits\n\n"
        "     A line so wide that it does not fit on this screen of fifty columns in any way.\n\n"
        "<TABLE>\n<CAPTION>\n                 1997     1996\n<S>              <C>      <C>\n"
        "Net sales        $ 12     $ 11\n</TABLE>\n";
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", SLICE(wide), 14, 50, NULL));
    stage_keys(&s, ": s e t Space n o w r a p Enter l");
    assert_true(stage_shows(&s, "\nA heading that fits\n"));
    assert_true(stage_shows(&s, "\n‹ne so wide"));
    assert_true(stage_shows(&s, "\n‹"));
    assert_false(stage_shows(&s, "Net sales"));
    /* What stays is found where it stands. */
    stage_keys(&s, "/");
    stage_type(&s, "that fits");
    stage_keys(&s, "Enter l");
    stage_draw(&s);
    assert_int_equal(s.canvas.cursor_row, 1);
    assert_int_equal(s.canvas.cursor_column, 10);
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_message),
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_sideways),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
