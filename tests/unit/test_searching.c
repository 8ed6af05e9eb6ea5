/* SPDX-License-Identifier: MIT */
/* Searching as a reader does it: where the prompt ends, what is said, where the cursor is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "screens/stage.h"
#include "unit/state_folder.h"

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

/* Patterns and commands of one run are those of the next; so is the pattern of the next hit. */
static void test_history(void **state)
{
    (void)state;
    struct error e;
    for (int run = 0; run < 2; run++) {
        struct stage s;
        struct session *session = session_open(state_folder());
        struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .session = session};
        assert_true(stage_open_text(&s, "made.txt", SLICE(text), 12, 100, &setup));
        stage_settle(&s);
        if (run == 0) {
            stage_keys(&s, "n");
            expect(&s, "nothing was searched for yet");
            stage_keys(&s, "/");
            stage_type(&s, "second word");
            stage_keys(&s, "Enter :");
            stage_type(&s, "set flow");
            stage_keys(&s, "Enter :");
            stage_type(&s, "not entered");
            stage_keys(&s, "Esc");
        } else {
            stage_keys(&s, "n");
            expect(&s, "/second word  1 of 1");
            stage_keys(&s, "/ Up");
            expect(&s, "/second word ");
            stage_keys(&s, "Esc : Up");
            expect(&s, ":set flow");
            expect_not(&s, "not entered");
        }
        stage_close(&s);
        assert_true(session_save(session, &e));
        session_free(session);
    }
}

/* Case, whatever else is in the pattern; patterns that match nothing; a resize in the middle. */
static void test_traps(void **state)
{
    (void)state;
    struct stage s;
    open_text(&s);
    stage_keys(&s, "/");
    stage_type(&s, "the first");
    expect(&s, "1 of 1 on this page");
    stage_keys(&s, "Ctrl-U");
    stage_type(&s, "the First");
    expect(&s, "not found in this filing");
    static const char *const empty[] = {"x*", "^", "$", "\\b", "(?=k)", "(|)"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        stage_keys(&s, "Ctrl-U");
        stage_type(&s, empty[i]);
        expect(&s, "not found in this filing");
        stage_keys(&s, "Enter n N");
        expect(&s, "not found in this filing");
        stage_keys(&s, "/");
    }
    stage_close(&s);
}

static void test_resize(void **state)
{
    (void)state;
    struct buffer long_text = {0};
    for (size_t i = 0; i < 60000; i++)
        buffer_add_text(&long_text, i % 60 ? "Bricks are laid here.\n" : "A kiln is built.\n");
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&long_text), 24, 80, NULL));
    stage_keys(&s, ": s e t Space s c o p e = f i l i n g Enter /");
    stage_type(&s, "kiln");
    static const int sizes[][2] = {{1, 1}, {0, 0}, {3, 200}, {50, 10}, {24, 80}};
    bool more = true;
    for (size_t i = 0; more; i++) {
        const int *size = sizes[i % (sizeof sizes / sizeof *sizes)];
        viewer_resize(s.viewer, size[0], size[1]);
        viewer_draw(s.viewer, &s.canvas);
        more = viewer_work(s.viewer);
    }
    viewer_resize(s.viewer, 24, 80);
    stage_keys(&s, "Enter");
    expect(&s, "1 of 1000 · filing");
    stage_close(&s);
    buffer_deinit(&long_text);
}

/* A search that takes long says how far it is at once, goes on in slices, and ends at Esc. */
static void test_stopped(void **state)
{
    (void)state;
    struct buffer long_text = {0};
    for (size_t i = 0; i < 400000; i++)
        buffer_add_text(&long_text, "Bricks are laid here, and nothing else.\n");
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&long_text), 24, 100, NULL));
    stage_keys(&s, ": s e t Space s c o p e = f i l i n g Enter /");
    stage_type(&s, "else[.] *kiln");
    for (int i = 0; i < 3; i++)
        assert_true(viewer_work(s.viewer));
    struct buffer line = {0};
    viewer_draw(s.viewer, &s.canvas);
    canvas_row_text(&s.canvas, 23, &line);
    if (!strstr(buffer_text(&line), "%)"))
        fail_msg("%s", buffer_text(&line));
    stage_keys(&s, "Enter Esc");
    viewer_draw(s.viewer, &s.canvas);
    buffer_clear(&line);
    canvas_row_text(&s.canvas, 23, &line);
    assert_null(strstr(buffer_text(&line), "Esc stops"));
    stage_close(&s);
    buffer_deinit(&line);
    buffer_deinit(&long_text);
}

/* Keys typed at once behind Enter are for what is found, in their order, however long that takes;
 * Esc does not wait for it. */
static void test_ahead(void **state)
{
    (void)state;
    struct buffer long_text = {0};
    for (size_t i = 0; i < 400000; i++)
        buffer_add_text(&long_text, "Bricks are laid here, and nothing else.\n");
    buffer_add_text(&long_text, "The kiln.\nThe chimney.\nThe roof.\n");
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&long_text), 24, 100, NULL));
    stage_keys(&s, ": s e t Space s c o p e = f i l i n g Enter /");
    stage_type(&s, "The kil+n");
    stage_keys(&s, "Enter m a / c h i m Enter");
    stage_settle(&s);
    expect(&s, "The chimney.");
    expect_not(&s, "kil+nm");
    stage_keys(&s, "g g");
    stage_settle(&s);
    stage_keys(&s, "'");
    stage_keys(&s, "a");
    stage_settle(&s);
    expect(&s, "The kiln.");
    stage_keys(&s, "g g /");
    stage_type(&s, "The ro+f");
    stage_keys(&s, "Enter j j Esc");
    stage_settle(&s);
    expect_not(&s, "The roof.");
    stage_close(&s);
    buffer_deinit(&long_text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nowhere),      cmocka_unit_test(test_offer),
        cmocka_unit_test(test_second_enter), cmocka_unit_test(test_wrapped),
        cmocka_unit_test(test_cursor),       cmocka_unit_test(test_history),
        cmocka_unit_test(test_traps),        cmocka_unit_test(test_resize),
        cmocka_unit_test(test_stopped),      cmocka_unit_test(test_ahead),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
