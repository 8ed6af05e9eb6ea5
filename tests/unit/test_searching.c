/* SPDX-License-Identifier: MIT */
/* Searching as a reader does it: where the prompt ends, what is said, where the cursor is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "The first page speaks of kilns.\n\n"
                           "     A second word on kilns, and a third on kilns.\n"
                           "<PAGE>\n"
                           "The second page speaks of glaze.\n";

static void open_text(struct stage *s)
{
    assert_true(stage_open_text(s, "made.txt", SLICE(text), 12, 100, NULL));
    stage_settle(s);
}

static void expect(struct stage *s, const char *shown)
{
    char *screen = stage_text(s);
    if (!strstr(screen, shown))
        fail_msg("'%s' is not shown:\n%s", shown, screen);
    free(screen);
}

static void expect_not(struct stage *s, const char *shown)
{
    char *screen = stage_text(s);
    if (strstr(screen, shown))
        fail_msg("'%s' is shown:\n%s", shown, screen);
    free(screen);
}

/* Nothing anywhere: Enter ends the prompt, and the next key is a key again. */
static void test_nowhere(void **state)
{
    (void)state;
    static const char *const scopes[] = {"page", "section", "document", "filing"};
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        for (int settled = 0; settled < 2; settled++) {
            struct stage s;
            open_text(&s);
            stage_keys(&s, ":");
            stage_type(&s, "search-scope ");
            stage_type(&s, scopes[i]);
            stage_keys(&s, "Enter /");
            stage_type(&s, "zzq");
            if (settled)
                stage_settle(&s);
            stage_keys(&s, "Enter");
            expect(&s, "not found in this filing: zzq");
            expect_not(&s, "/zzqn");
            expect(&s, "F1 help");
            stage_keys(&s, "n");
            expect(&s, "not found in this filing: zzq");
            stage_keys(&s, "]p");
            expect(&s, "The second page");
            stage_keys(&s, "/ Up");
            expect(&s, "/zzq");
            stage_close(&s);
        }
    }
}

/* The offer of a wider scope stands after Enter: taken, left, or a new pattern begun. */
static void test_offer(void **state)
{
    (void)state;
    struct stage s;
    open_text(&s);
    stage_keys(&s, "/");
    stage_type(&s, "glaze");
    stage_keys(&s, "Enter");
    expect(&s, "not on this page");
    stage_keys(&s, "/");
    stage_type(&s, "third");
    expect(&s, "/third ");
    stage_keys(&s, "Enter");
    expect(&s, "1 of 1 · page");
    stage_keys(&s, "gg ?");
    stage_type(&s, "glaze");
    stage_keys(&s, "Enter Esc");
    expect(&s, "F1 help");
    stage_keys(&s, "/");
    stage_type(&s, "glaze");
    stage_keys(&s, "Enter");
    stage_settle(&s);
    stage_keys(&s, "Ctrl-T");
    expect(&s, "The second page");
    expect(&s, "F1 help");
    /* While the pattern is typed, a stroke is a stroke. */
    stage_keys(&s, "/");
    stage_type(&s, "and/or");
    expect(&s, "/and/or ");
    stage_close(&s);
}

/* A second Enter goes where the offer leads, whether the hits there were counted before it or not;
 * the keys for the next hit are no letters of a pattern that was entered. */
static void test_second_enter(void **state)
{
    (void)state;
    for (int settled = 0; settled < 2; settled++) {
        struct stage s;
        open_text(&s);
        stage_keys(&s, "/");
        stage_type(&s, "glaze");
        if (settled)
            stage_settle(&s);
        stage_keys(&s, "Enter");
        if (settled)
            expect(&s, "not on this page: 1 in this section, Ctrl-T goes there");
        stage_keys(&s, "Enter");
        stage_settle(&s);
        expect(&s, "The second page");
        expect(&s, "/glaze  1 of 1 · section");
        expect(&s, "F1 help");
        stage_close(&s);
    }
    struct stage s;
    open_text(&s);
    stage_keys(&s, "/");
    stage_type(&s, "glaze");
    stage_keys(&s, "Enter n");
    stage_settle(&s);
    expect_not(&s, "glazen");
    expect(&s, "not on this page: 1 in this section, gs goes there");
    expect(&s, "F1 help");
    stage_keys(&s, "/");
    stage_type(&s, "zzq");
    stage_keys(&s, "Enter Enter");
    stage_settle(&s);
    expect(&s, "not found in this filing: zzq");
    expect(&s, "F1 help");
    /* A pattern that is changed is a new one. */
    stage_keys(&s, "/");
    stage_type(&s, "glaz");
    stage_keys(&s, "Enter Backspace");
    stage_type(&s, "n");
    expect(&s, "/glan ");
    stage_keys(&s, "Enter");
    stage_settle(&s);
    expect(&s, "not found in this filing: glan");
    stage_close(&s);
}

/* What wrapped is counted all the same. */
static void test_wrapped(void **state)
{
    (void)state;
    struct stage s;
    open_text(&s);
    stage_keys(&s, "/");
    stage_type(&s, "kilns");
    stage_keys(&s, "Enter n n");
    expect(&s, "3 of 3 · page");
    stage_keys(&s, "n");
    expect(&s, "1 of 3, went on at the beginning of this page");
    stage_keys(&s, "N");
    expect(&s, "3 of 3, went on at the end of this page");
    stage_close(&s);
}

/* The cursor is always in sight: on the hit, else where the top line begins. */
static void test_cursor(void **state)
{
    (void)state;
    struct stage s;
    open_text(&s);
    stage_keys(&s, "Ctrl-W o");
    stage_draw(&s);
    assert_true(s.canvas.cursor_visible);
    assert_int_equal(s.canvas.cursor_row, 1);
    assert_int_equal(s.canvas.cursor_column, 0);
    stage_keys(&s, "/");
    stage_type(&s, "kilns");
    stage_keys(&s, "Enter");
    static const int columns[] = {25, 22, 44};
    for (int hit = 0; hit < 3; hit++) {
        stage_draw(&s);
        assert_true(s.canvas.cursor_visible);
        assert_int_equal(s.canvas.cursor_row, hit == 0 ? 1 : 3);
        assert_int_equal(s.canvas.cursor_column, columns[hit]);
        stage_keys(&s, "n");
    }
    stage_keys(&s, "]p");
    stage_draw(&s);
    assert_true(s.canvas.cursor_visible);
    assert_int_equal(s.canvas.cursor_row, 1);
    assert_int_equal(s.canvas.cursor_column, 0);
    stage_keys(&s, "F1");
    stage_draw(&s);
    assert_true(s.canvas.cursor_visible);
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nowhere),      cmocka_unit_test(test_offer),
        cmocka_unit_test(test_second_enter), cmocka_unit_test(test_wrapped),
        cmocka_unit_test(test_cursor),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
