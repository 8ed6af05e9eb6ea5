/* SPDX-License-Identifier: MIT */
/* The terminal layer, seen from outside: the demo program in the harness. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "harness/harness.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS = 8 };

/* The command line of the demo: its path and up to three words. */
struct command {
    char path[4096];
    const char *argv[WORDS];
};

static void set_command(struct command *c, const char *first, const char *second)
{
    const char *build = getenv("abs_builddir");
    (void)snprintf(c->path, sizeof c->path, "%s/tests/harness/demo", build ? build : ".");
    c->argv[0] = c->path;
    c->argv[1] = first;
    c->argv[2] = first ? second : NULL;
    c->argv[3] = NULL;
}

/* Starts the demo with the rest of the setup as given, and waits for its screen. */
static struct harness *start(struct harness_setup setup, const char *first, const char *second)
{
    struct command c = {{0}, {NULL}};
    set_command(&c, first, second);
    setup.argv = c.argv;
    setup.home = "term";
    struct harness *h = harness_start(&setup);
    if (setup.rows == 0)
        harness_expect_text(h, "last");
    return h;
}

static struct harness *start_plain(void)
{
    return start((struct harness_setup){0}, NULL, NULL);
}

static void quit(struct harness *h)
{
    harness_keys(h, "q");
    harness_expect_exit(h, 0);
    harness_assert(h, harness_mode(h, 1049) == 0);
    harness_end(h);
}

static struct harness_cell cell_of(struct harness *h, const char *text)
{
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, text, &row, &column));
    return harness_cell(h, row, column);
}

static void test_screen(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_expect_row(h, 0, "demo 24 x 80");
    harness_expect_row(h, 2, "wide \xE4\xB8\xAD\xE6\x96\x87| e\xCC\x81| \xE2\x94\x80\xE2\x94\x82");
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, "| e", &row, &column) && row == 2 && column == 9);
    harness_assert(h, strcmp(harness_cell(h, 23, 79).text, "t") == 0);
    harness_assert(h, harness_mode(h, 1049) == 1 && harness_mode(h, 1000) == 1 &&
                          harness_mode(h, 1006) == 1);
    harness_assert(h, harness_wait_cursor(h, 3, 2));
    harness_assert(h, !harness_cursor(h).visible);
    harness_keys(h, "c");
    harness_expect_text(h, "1 key c");
    harness_assert(h, harness_wait_mode(h, 25, true));
    harness_assert(h, harness_cursor(h).visible);
    quit(h);
}

static void test_styles(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_assert(h, cell_of(h, "bold").bold);
    harness_assert(h, cell_of(h, "italic").italic);
    harness_assert(h, cell_of(h, "under").underline);
    harness_assert(h, cell_of(h, "reverse").reverse);
    harness_assert(h, !cell_of(h, "demo").bold);
    harness_assert(h, strcmp(harness_dim_text(h), "dim") == 0);
    harness_assert(h, cell_of(h, "red").foreground == 1);
    harness_assert(h, cell_of(h, "red").background == -1);
    harness_assert(h, cell_of(h, "onblue").foreground == 15);
    harness_assert(h, cell_of(h, "onblue").background == 4 && cell_of(h, "onblue").bold);
    harness_assert(h, cell_of(h, "palette").foreground == 208);
    harness_assert(h, cell_of(h, "rgb").foreground == 208);
    harness_assert(h, cell_of(h, "rgb").background == 17);
    quit(h);
}

/* Without colour the attributes stay; more colours than a terminal has become the nearest. */
static void test_color_modes(void **state)
{
    (void)state;
    static const char *const no_color[] = {"NO_COLOR=1", NULL};
    static const struct {
        const char *const *environment;
        const char *argument, *term;
        int red, palette;
    } cases[] = {
        {NULL, "color=never", NULL, -1, -1},
        {no_color, NULL, NULL, -1, -1},
        {no_color, "color=always", NULL, 1, 208},
        {NULL, NULL, "xterm", 1, 3},
        {NULL, NULL, "linux", 1, 3},
        {NULL, NULL, "vt100", -1, -1},
        {NULL, NULL, "screen-256color", 1, 208},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct harness *h = start(
            (struct harness_setup){.environment = cases[i].environment, .term = cases[i].term},
            cases[i].argument, NULL);
        harness_assert(h, cell_of(h, "red").foreground == cases[i].red);
        harness_assert(h, cell_of(h, "palette").foreground == cases[i].palette);
        harness_assert(h, cell_of(h, "bold").bold);
        harness_keys(h, "q");
        harness_expect_exit(h, 0);
        harness_end(h);
    }
}

static void test_keys(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "j",
        "]",
        "A",
        "Space",
        "Enter",
        "Tab",
        "Shift-Tab",
        "Esc",
        "Backspace",
        "Ctrl-W",
        "Ctrl-C",
        "Ctrl-Z",
        "Ctrl-S",
        "Ctrl-Q",
        "Alt-j",
        "Alt-Right",
        "Alt-Left",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PgUp",
        "PgDn",
        "Insert",
        "Delete",
        "F1",
        "F4",
        "F5",
        "F6",
        "F12",
        "Ctrl-Right",
        "Shift-F6",
        "Ctrl-PgDn",
        "\xC3\xA9",
        "\xE2\x82\xAC",
        "Ctrl-Alt-X",
        "Alt-Enter",
        "Ctrl-Alt-Shift-Up",
    };
    struct harness *h = start_plain();
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        char line[64];
        (void)snprintf(line, sizeof line, "%zu key %s", i + 1, keys[i]);
        harness_keys(h, keys[i]);
        harness_assert_at(h, harness_wait_row(h, 3, line), line, __FILE__, __LINE__);
    }
    quit(h);
}

/* Sequences of other terminals, broken ones, and answers that nobody asked for. */
static void test_sequences(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *line;
    } cases[] = {
        {"\033[1;3C", "1 key Alt-Right"},
        {"\033\033[C", "2 key Alt-Right"},
        {"\033[[A", "3 key F1"},
        {"\033OP", "4 key F1"},
        {"\033[11~", "5 key F1"},
        {"\033[105;5u", "6 key Ctrl-I"},
        {"\033[27;3;106~", "7 key Alt-j"},
        {"\033[999;999z\033]11;rgb:0/0/0\033\\\033[?62;1cx", "8 key x"},
        {"\033P>|xterm\033\\y", "9 key y"},
        {"\033[200~z", "10 key z"},
        {"\033[M !!\033[M#!!k", "13 key k"},
        {"\xFFn", "15 key n"},
        {"\xC3(", "17 key ("},
    };
    struct harness *h = start_plain();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_type(h, cases[i].bytes);
        harness_assert_at(h, harness_wait_row(h, 3, cases[i].line), cases[i].line, __FILE__,
                          __LINE__);
    }
    /* What has begun and does not end is not taken for keys, and holds nothing up. */
    harness_type(h, "\033[12;");
    harness_keys(h, "Esc");
    harness_expect_text(h, "18 key Esc");
    harness_keys(h, "w");
    harness_expect_text(h, "19 key w");
    quit(h);
}

static void test_mouse(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_mouse(h, 5, 7, 4, true);
    harness_expect_row(h, 3, "1 key WheelUp at 5, 7");
    harness_mouse(h, 5, 7, 5, true);
    harness_expect_row(h, 3, "2 key WheelDown at 5, 7");
    harness_mouse(h, 6, 70, 1, true);
    harness_expect_row(h, 3, "3 key Click at 6, 70");
    harness_mouse(h, 8, 71, 0, true);
    harness_expect_row(h, 3, "4 key Drag at 8, 71");
    harness_mouse(h, 8, 71, 1, false);
    harness_expect_row(h, 3, "5 key Release at 8, 71");
    /* Two clicks in one go are close enough in time. */
    harness_type(h, "\033[<0;4;3M\033[<0;4;3m\033[<0;4;3M");
    harness_expect_row(h, 3, "8 key DoubleClick at 2, 3");
    harness_keys(h, "m");
    harness_assert(h, harness_wait_mode(h, 1000, false));
    harness_keys(h, "m");
    harness_assert(h, harness_wait_mode(h, 1000, true));
    quit(h);
    h = start((struct harness_setup){0}, "nomouse", NULL);
    harness_assert(h, harness_mode(h, 1000) == -1);
    quit(h);
}

static void test_resize(void **state)
{
    (void)state;
    static const int sizes[][2] = {{10, 40}, {1, 1}, {2, 3}, {1, 80}, {60, 1}, {70, 240}, {24, 80}};
    struct harness *h = start_plain();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        harness_resize(h, sizes[i][0], sizes[i][1]);
        int last = sizes[i][0] - 1, edge = sizes[i][1] - 1;
        char title[64], row[64];
        (void)snprintf(title, sizeof title, "demo %d x %d", sizes[i][0], sizes[i][1]);
        (void)snprintf(row, sizeof row, "%.*s", sizes[i][1], title);
        if (last > 2 && edge > 12)
            harness_assert_at(h, harness_wait_row(h, 0, row), row, __FILE__, __LINE__);
        /* A key that is answered shows that the program lives at that size. */
        harness_keys(h, "r");
    }
    harness_expect_row(h, 23,
                       "                                                                     "
                       "       last");
    harness_resize(h, 0, 0);
    harness_keys(h, "x");
    harness_expect_text(h, "key x");
    harness_expect_row(h, 0, "demo 24 x 80");
    quit(h);
}

static void test_smallest(void **state)
{
    (void)state;
    struct harness *h = start((struct harness_setup){.rows = 1, .columns = 1}, NULL, NULL);
    harness_expect_row(h, 0, "t");
    harness_resize(h, 24, 80);
    harness_expect_row(h, 0, "demo 24 x 80");
    harness_expect_text(h, "resize");
    quit(h);
}

static void test_suspend(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    for (int i = 0; i < 2; i++) {
        if (i == 0)
            harness_keys(h, "s");
        else
            harness_signal(h, SIGTSTP);
        harness_assert(h, harness_wait_stopped(h));
        harness_assert(h, harness_wait_mode(h, 1049, false));
        harness_assert(h, harness_wait_mode(h, 1000, false));
        harness_assert(h, harness_is_cooked(h));
        harness_resize(h, 24, 70 + 10 * i);
        harness_continue(h, true);
        harness_expect_text(h, i == 0 ? "1 key s and back" : "2 continued");
        harness_expect_text(h, i == 0 ? "demo 24 x 70" : "demo 24 x 80");
        harness_assert(h, harness_mode(h, 1049) == 1);
        harness_assert(h, harness_wait_mode(h, 1000, true));
        harness_assert(h, !harness_is_cooked(h));
    }
    harness_signal(h, SIGSTOP);
    harness_assert(h, harness_wait_stopped(h));
    harness_continue(h, true);
    harness_expect_text(h, "3 continued");
    quit(h);
}

/* A stopped job that is told to end is continued without the terminal, and must not wait for it. */
static void test_end_while_stopped(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_keys(h, "s");
    harness_assert(h, harness_wait_stopped(h));
    harness_signal(h, SIGTERM);
    harness_continue(h, false);
    harness_expect_exit(h, 0);
    harness_assert(h, harness_mode(h, 1049) == 0);
    harness_end(h);
}

static bool has_saved(struct harness *h)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/saved", harness_home(h));
    return access(path, F_OK) == 0;
}

static void test_told_to_end(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct harness *h = start_plain();
        harness_signal(h, signals[i]);
        harness_expect_exit(h, 0);
        harness_assert(h, has_saved(h));
        harness_assert(h, harness_mode(h, 1049) == 0 && harness_mode(h, 1000) == 0);
        harness_end(h);
    }
    struct harness *h = start_plain();
    harness_assert(h, !has_saved(h));
    harness_hang_up(h);
    harness_expect_exit(h, 0);
    harness_assert(h, has_saved(h));
    harness_end(h);
}

static void test_interrupt(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_signal(h, SIGINT);
    harness_expect_text(h, "1 key Ctrl-C");
    quit(h);
}

/* A program that dies leaves the terminal as it was. */
static void test_crash(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        int signal;
    } cases[] = {{"a", SIGABRT}, {"v", SIGSEGV}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct harness *h = start_plain();
        harness_keys(h, cases[i].key);
        /* A sanitizer ends the program with a status of its own. */
        harness_assert(h, harness_wait_exit(h, NULL));
        harness_assert(h,
                       harness_exits_with(h, 128 + cases[i].signal) || !harness_exits_with(h, 0));
        harness_assert(h, harness_mode(h, 1049) == 0 && harness_mode(h, 1000) == 0);
        harness_assert(h, harness_mode(h, 25) == 1);
        harness_end(h);
    }
}

static void test_no_screen(void **state)
{
    (void)state;
    static const struct {
        const char *term, *message;
    } cases[] = {
        {"dumb", "demo: the terminal type 'dumb' cannot show a screen; use folio text"},
        {"nosuch",
         "demo: the terminal type 'nosuch' is not known here; set TERM, or use folio text"},
        {"", "demo: TERM is not set, so no screen can be shown; use folio text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct harness *h = start(
            (struct harness_setup){.rows = 5, .columns = 100, .term = cases[i].term}, NULL, NULL);
        harness_expect_exit(h, 2);
        harness_expect_row(h, 0, cases[i].message);
        harness_assert(h, harness_mode(h, 1049) == -1);
        harness_end(h);
    }
}

/* Standard input is a pipe: no keys can come from there. */
static void test_input_is_a_pipe(void **state)
{
    (void)state;
    struct harness_setup piped = {.input = SLICE("a filing")};
    struct harness *h = start(piped, "tty", NULL);
    harness_keys(h, "j");
    harness_expect_text(h, "1 key j");
    quit(h);
    piped.rows = 5;
    h = start(piped, NULL, NULL);
    harness_expect_exit(h, 2);
    harness_expect_text(h, "demo: there is no terminal to show a screen on");
    harness_end(h);
}

/* What a canvas holds by mistake commands no terminal. */
static void test_hostile_cells(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    harness_keys(h, "h");
    harness_expect_text(h, "1 key h");
    harness_expect_row(h, 0,
                       "\xEF\xBF\xBD]0\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                       "x 80");
    quit(h);
}

static void test_ascii(void **state)
{
    (void)state;
    static const char *const c_locale[] = {"LC_ALL=C", NULL};
    struct harness *h = start((struct harness_setup){0}, "ascii", NULL);
    harness_expect_row(h, 2, "wide ? ? | e| -|");
    quit(h);
    h = start((struct harness_setup){.environment = c_locale}, NULL, NULL);
    struct slice sent = harness_sent(h);
    for (size_t i = 0; i < sent.len; i++)
        harness_assert(h, (unsigned char)sent.at[i] < 0x80);
    harness_type(h, "\xE9");
    harness_expect_text(h, "1 key");
    quit(h);
}

/* More colours than there are pairs: the screen comes out, and is whole again after it. */
static void test_many_colors(void **state)
{
    (void)state;
    static const char *const terms[] = {"xterm-256color", "xterm"};
    for (size_t i = 0; i < 2; i++) {
        struct harness *h = start((struct harness_setup){.term = terms[i]}, NULL, NULL);
        harness_keys(h, "p");
        harness_expect_text(h, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        harness_keys(h, "p");
        harness_expect_text(h, "2 key p");
        harness_assert(h, harness_wait_gone(h, "xxx"));
        harness_assert(h, cell_of(h, "red").foreground == 1);
        harness_assert(h, cell_of(h, "onblue").background == 4);
        quit(h);
    }
}

/* A key that changes one line sends little; a redraw sends all. */
static void test_only_changes_are_sent(void **state)
{
    (void)state;
    struct harness *h = start_plain();
    size_t before = harness_sent(h).len;
    harness_keys(h, "x");
    harness_expect_text(h, "1 key x");
    size_t between = harness_sent(h).len;
    harness_assert(h, between - before < 60);
    harness_keys(h, "r");
    harness_expect_text(h, "2 key r");
    harness_assert(h, harness_sent(h).len - between > 150);
    quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen),
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_color_modes),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_resize),
        cmocka_unit_test(test_smallest),
        cmocka_unit_test(test_suspend),
        cmocka_unit_test(test_end_while_stopped),
        cmocka_unit_test(test_told_to_end),
        cmocka_unit_test(test_interrupt),
        cmocka_unit_test(test_crash),
        cmocka_unit_test(test_no_screen),
        cmocka_unit_test(test_input_is_a_pipe),
        cmocka_unit_test(test_hostile_cells),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_many_colors),
        cmocka_unit_test(test_only_changes_are_sent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
