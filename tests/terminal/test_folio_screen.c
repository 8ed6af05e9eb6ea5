/* SPDX-License-Identifier: MIT */
/* The whole program and its terminal: sizes, stopping, the mouse, kinds of terminals. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static struct harness *annual(int rows, int columns)
{
    struct harness *h =
        opened_at((struct harness_setup){.home = "screen", .rows = rows, .columns = columns},
                  opened_sample("10-K_1997_full.txt"));
    if (columns >= 70)
        harness_expect_text(h, "Part IV");
    return h;
}

/* What was meant for the size before may come first, so this is waited for. */
static bool is_top(struct harness *h, void *text)
{
    int row = 0;
    return harness_find_text(h, text, &row, NULL) && row == 1 && opened_shows(h, "q quit");
}

/* The line at the top stays there through all sizes, down to one cell and back. */
static void test_resize(void **state)
{
    (void)state;
    static const int sizes[][2] = {{10, 40}, {60, 200}, {2, 3},   {1, 1},   {1, 80},
                                   {60, 1},  {3, 20},   {24, 69}, {70, 240}};
    static const char top[] = "The Company's products are divided into";
    struct harness *h = annual(24, 120);
    opened_go(h, "]]", "ITEM 1.   BUSINESS");
    harness_keys(h, "/");
    harness_type(h, "products are divided\r");
    harness_expect_text(h, top);
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, top, &row, &column));
    for (int i = 1; i < row; i++)
        harness_keys(h, "j");
    harness_assert(h, harness_wait(h, is_top, (void *)(uintptr_t)top));
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        harness_resize(h, sizes[i][0], sizes[i][1]);
        if (sizes[i][0] >= 10 && sizes[i][1] >= 40)
            harness_assert(h,
                           harness_wait(h, is_top, (void *)(uintptr_t) "The Company's products"));
        else
            harness_keys(h, "Ctrl-L");
    }
    harness_resize(h, 24, 120);
    harness_assert(h, harness_wait(h, is_top, (void *)(uintptr_t)top));
    opened_quit(h);
}

/* One pane alone on a narrow terminal; F6 shows the other. */
static void test_narrow(void **state)
{
    (void)state;
    struct harness *h = annual(24, 60);
    harness_expect_text(h, "SECURITIES AND EXCHANGE COMMISSION");
    harness_assert(h, !opened_shows(h, "\xE2\x94\x82"));
    opened_go(h, "F6", "Contents");
    harness_expect_gone(h, "SECURITIES AND EXCHANGE COMMISSION");
    harness_expect_text(h, "Item 14");
    opened_go(h, "F6", "SECURITIES AND EXCHANGE COMMISSION");
    opened_quit(h);
}

static void test_born_small(void **state)
{
    (void)state;
    const char *const arguments[] = {opened_sample("8-K_2004_bare.txt"), NULL};
    struct harness *h =
        opened_start((struct harness_setup){.home = "screen", .rows = 1, .columns = 1}, arguments);
    harness_assert(h, harness_wait_mode(h, 1049, true));
    harness_keys(h, "j k ]p");
    harness_resize(h, 24, 80);
    harness_expect_text(h, "page 2 of 4  ");
    harness_expect_text(h, "webcast");
    opened_quit(h);
}

static void test_wrap(void **state)
{
    (void)state;
    struct harness *h = opened_bare("screen");
    opened_go(h, "]p", "page 2 of 4  ");
    harness_expect_text(h, "announced its results for the quarter that");
    harness_keys(h, ":");
    harness_type(h, "set nowrap\r");
    harness_expect_gone(h, "announced its results for the quarter that");
    harness_expect_text(h, "Pellucid Instruments, Inc. (\xE2\x80\xBA");
    opened_go(h, "l l l l", "announced");
    harness_expect_text(h, "from char ");
    harness_keys(h, ":");
    harness_type(h, "set wrap\r");
    harness_expect_text(h, "announced its results for the quarter that");
    opened_quit(h);
}

/* Stopped by its key and by the signal: the shell has its terminal, and then the screen is back. */
static void test_stop(void **state)
{
    (void)state;
    if (!opened_can_stop())
        skip();
    struct harness *h = opened_bare("screen");
    opened_go(h, "]p", "page 2 of 4  ");
    for (int i = 0; i < 2; i++) {
        harness_assert(h, harness_mode(h, 1049) == 1 && harness_mode(h, 1000) == 1);
        if (i == 0)
            harness_keys(h, "Ctrl-Z");
        else
            harness_signal(h, SIGTSTP);
        harness_assert(h, harness_wait_stopped(h));
        harness_assert(h, harness_wait_mode(h, 1049, false));
        harness_assert(h, harness_wait_mode(h, 1000, false));
        harness_assert(h, harness_is_cooked(h));
        harness_assert(h, harness_cursor(h).visible);
        harness_resize(h, 24, 90 - 10 * i);
        harness_continue(h, true);
        harness_assert(h, harness_wait_mode(h, 1049, true));
        harness_assert(h, harness_wait_mode(h, 1000, true));
        harness_expect_text(h, "webcast");
        harness_expect_text(h, "page 2 of 4  ");
        harness_assert(h, !harness_is_cooked(h));
    }
    opened_go(h, "]p", "page 3 of 4  ");
    opened_quit(h);
}

static void test_mouse(void **state)
{
    (void)state;
    struct harness *h = opened_bare("screen");
    harness_mouse(h, 5, 40, 5, true);
    harness_mouse(h, 5, 40, 5, true);
    harness_expect_gone(h, "SECURITIES AND EXCHANGE");
    harness_mouse(h, 5, 40, 4, true);
    harness_mouse(h, 5, 40, 4, true);
    harness_expect_text(h, "SECURITIES AND EXCHANGE");
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, "SIGNATURE", &row, &column) && column < 26);
    harness_click(h, row, column + 2);
    harness_expect_text(h, "page 3 of 4  ");
    harness_expect_text(h, "/s/ H");
    harness_assert(h, opened_wait_current(h, "SIGNATURE"));
    /* Given to the terminal by one key, which is said, and taken back. */
    harness_keys(h, "M");
    harness_assert(h, harness_wait_mode(h, 1000, false));
    harness_expect_text(h, "mouse");
    harness_keys(h, "M");
    harness_assert(h, harness_wait_mode(h, 1000, true));
    opened_quit(h);
}

static bool is_colored(struct harness *h, int rows, int columns)
{
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            struct harness_cell cell = harness_cell(h, row, column);
            if (cell.foreground != -1 || cell.background != -1)
                return true;
        }
    return false;
}

/* More than ASCII on the screen. */
static bool is_wide_set(struct harness *h)
{
    for (const char *p = harness_screen_text(h); *p; p++)
        if ((unsigned char)*p >= 0x80)
            return true;
    return false;
}

static void test_terminals(void **state)
{
    (void)state;
    static const char *const no_color[] = {"NO_COLOR=1", NULL};
    static const char *const c_locale[] = {"LC_ALL=C", NULL};
    static const struct {
        const char *term, *option;
        const char *const *environment;
        bool colors, ascii;
    } cases[] = {
        {"xterm-256color", NULL, NULL, true, false},
        {"xterm", NULL, NULL, true, false},
        {"linux", NULL, NULL, true, false},
        {"screen", NULL, NULL, true, false},
        {"vt100", NULL, NULL, false, false},
        {"xterm-256color", NULL, no_color, false, false},
        {"xterm-256color", "--color=never", NULL, false, false},
        {"xterm-256color", "--color=always", no_color, true, false},
        {"xterm-256color", "--theme=mono", NULL, false, false},
        {"xterm-256color", "--ascii", NULL, true, true},
        {"xterm-256color", NULL, c_locale, true, true},
        {"vt100", NULL, c_locale, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *const arguments[] = {opened_sample("8-K_2004_bare.txt"), cases[i].option, NULL};
        struct harness *h = opened_start(
            (struct harness_setup){
                .home = "screen", .term = cases[i].term, .environment = cases[i].environment},
            arguments);
        harness_expect_text(h, "99.2 not in this file");
        harness_expect_text(h, "F1 help");
        harness_expect_text(h, "Cover      ");
        if (is_colored(h, 24, 80) != cases[i].colors || is_wide_set(h) == cases[i].ascii)
            (void)fprintf(stderr, "case %zu: TERM=%s %s\n", i, cases[i].term,
                          cases[i].option ? cases[i].option : "");
        harness_assert(h, is_colored(h, 24, 80) == cases[i].colors);
        harness_assert(h, is_wide_set(h) != cases[i].ascii);
        /* The bars stand out, with colours or without. */
        struct harness_cell bar = harness_cell(h, 0, 40);
        harness_assert(h, bar.reverse || bar.background != -1);
        opened_go(h, "]p", "page 2 of 4  ");
        opened_quit(h);
    }
}

/* A terminal that answers questions, and one that never does, show the same. */
static void test_answers(void **state)
{
    (void)state;
    struct harness *h = opened_at((struct harness_setup){.home = "screen", .answers = true},
                                  opened_sample("8-K_2004_bare.txt"));
    opened_go(h, "]p", "page 2 of 4  ");
    harness_assert(h, !opened_shows(h, "rgb:"));
    opened_quit(h);
}

static bool tops_with(struct harness *h, void *argument)
{
    return strstr(harness_row_text(h, 1), argument) != NULL;
}

/* A screen is there as a whole when the cursor is back on the text. */
static void expect_top(struct harness *h, const char *line, int column)
{
    harness_assert(h, harness_wait(h, tops_with, (void *)(size_t)line));
    harness_assert(h, harness_wait_cursor(h, 1, column));
}

/* Bytes that a scroll by one line sends, after which the line stands at the top. */
static size_t bytes_of_scroll(struct harness *h, const char *line, int column)
{
    size_t before = harness_sent(h).len;
    harness_keys(h, "j");
    expect_top(h, line, column);
    return harness_sent(h).len - before;
}

/* A line further sends less than a screen; with the text alone, which the terminal can scroll, far
 * less. */
static void test_bytes(void **state)
{
    (void)state;
    struct harness *h =
        opened_at((struct harness_setup){.home = "screen"}, opened_sample("10-K_1997_full.txt"));
    harness_keys(h, ":");
    harness_type(h, "item 1\r");
    harness_expect_text(h, "fire pumps");
    harness_keys(h, "jjjj");
    expect_top(h, "Merrimoor Pump & Meter", 27);
    harness_assert(h, bytes_of_scroll(h, "or the \"Company\"", 27) < (size_t)24 * 80);
    harness_keys(h, ":");
    harness_type(h, "set notree\r");
    harness_expect_text(h, "tree: no");
    expect_top(h, "Merrimoor Pump & Meter", 0);
    harness_assert(h, bytes_of_scroll(h, "pumps and meters that move", 0) < 400);
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resize),     cmocka_unit_test(test_narrow),
        cmocka_unit_test(test_born_small), cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_stop),       cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_terminals),  cmocka_unit_test(test_answers),
        cmocka_unit_test(test_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
