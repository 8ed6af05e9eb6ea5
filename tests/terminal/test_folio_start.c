/* SPDX-License-Identifier: MIT */
/* How the whole program starts and ends: standard input, key maps, mistakes, places kept. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MANY = 8 };

static struct harness *start(struct harness_setup setup, const char *first, const char *second,
                             const char *third)
{
    const char *const arguments[] = {first, second, third, NULL};
    setup.home = "start";
    return opened_start(setup, arguments);
}

/* ---- standard input */

static void read_file(const char *path, struct slice *out)
{
    static char bytes[65536];
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    *out = (struct slice){bytes, fread(bytes, 1, sizeof bytes, f)};
    (void)fclose(f);
}

/* The filing comes through a pipe or as a file; the keys come from the terminal. */
static void test_standard_input(void **state)
{
    (void)state;
    struct slice text;
    const char *bare = opened_sample("8-K_2004_bare.txt");
    read_file(bare, &text);
    static const char *const names[] = {NULL, "-"};
    for (size_t i = 0; i < 2; i++) {
        struct harness *h = start((struct harness_setup){.input = text}, names[i], NULL, NULL);
        harness_expect_text(h, "99.2 not in this file");
        opened_go(h, "]p", "page 2 of 4  ");
        opened_quit(h);
        h = start((struct harness_setup){.input_file = bare}, names[i], NULL, NULL);
        harness_expect_text(h, "99.2 not in this file");
        opened_go(h, "]p", "page 2 of 4  ");
        opened_quit(h);
    }
    struct harness *h = start((struct harness_setup){.input = text}, "view", "-", NULL);
    harness_expect_text(h, "page 1 of 4");
    opened_quit(h);
}

/* ---- places */

static bool has_state(struct harness *h)
{
    char path[OPENED_PATH];
    (void)snprintf(path, sizeof path, "%s/state/folio/filings", harness_home(h));
    return access(path, F_OK) == 0;
}

enum leaving { BY_KEY, BY_TERM, BY_HUP, BY_HANGUP, LEAVINGS };

static void leave(struct harness *h, enum leaving how)
{
    if (how == BY_KEY)
        harness_keys(h, "q");
    else if (how == BY_HANGUP)
        harness_hang_up(h);
    else
        harness_signal(h, how == BY_TERM ? SIGTERM : SIGHUP);
    harness_expect_exit(h, 0);
    if (how != BY_HANGUP)
        harness_assert(h, opened_is_restored(h));
    harness_assert(h, has_state(h));
    harness_end(h);
}

static void test_place(void **state)
{
    (void)state;
    for (int how = BY_KEY; how < LEAVINGS; how++) {
        const char *bare = opened_sample("8-K_2004_bare.txt");
        struct harness *h = opened_bare("start");
        opened_go(h, "]p", "page 2 of 4  ");
        opened_go(h, "]p", "page 3 of 4  ");
        leave(h, (enum leaving)how);
        /* At another width, through standard input, and at the same place. */
        h = start((struct harness_setup){.keep_home = true, .columns = 130, .input_file = bare},
                  NULL, NULL, NULL);
        harness_expect_text(h, "page 3 of 4  ");
        harness_expect_text(h, "/s/ H");
        harness_assert(h, opened_wait_current(h, "SIGNATURE"));
        opened_quit(h);
        /* --node asks for another place. */
        h = start((struct harness_setup){.keep_home = true}, "--node=12", bare, NULL);
        harness_expect_text(h, "page 2 of 4  ");
        opened_quit(h);
    }
}

static void test_sentence(void **state)
{
    (void)state;
    static const char sentence[] = "The Company's products are divided into";
    struct harness *h =
        opened_at((struct harness_setup){.home = "start", .rows = 30, .columns = 120},
                  opened_sample("10-K_1997_full.txt"));
    opened_go(h, "]]", sentence);
    int row = 0;
    harness_assert(h, harness_find_text(h, sentence, &row, NULL));
    for (int i = 1; i < row; i++)
        harness_keys(h, "j");
    harness_expect_gone(h, "ITEM 1.   BUSINESS");
    opened_quit(h);
    h = opened_at((struct harness_setup){.home = "start", .keep_home = true},
                  opened_sample("10-K_1997_full.txt"));
    harness_expect_text(h, "The Company's products are");
    harness_assert(h, harness_find_text(h, "The Company's products are", &row, NULL) && row == 1);
    opened_quit(h);
}

static void test_no_state(void **state)
{
    (void)state;
    const char *bare = opened_sample("8-K_2004_bare.txt");
    struct harness *h = start((struct harness_setup){0}, "--no-state", bare, NULL);
    harness_expect_text(h, "99.2 not in this file");
    opened_go(h, "]p ]p", "page 3 of 4  ");
    harness_keys(h, "q");
    harness_expect_exit(h, 0);
    harness_assert(h, !has_state(h));
    harness_end(h);
    h = start((struct harness_setup){.keep_home = true}, bare, NULL, NULL);
    harness_expect_text(h, "page 1 of 4");
    opened_go(h, "]p", "page 2 of 4  ");
    opened_quit(h);
    h = start((struct harness_setup){.keep_home = true}, "--no-state", bare, NULL);
    harness_expect_text(h, "page 1 of 4");
    opened_quit(h);
}

/* A place that cannot be written, and one that is damaged, hold nothing up. */
static void test_bad_state(void **state)
{
    (void)state;
    static const char *const nowhere[] = {"XDG_STATE_HOME=/dev/null/none", NULL};
    struct harness *h = start((struct harness_setup){.environment = nowhere},
                              opened_sample("8-K_2004_bare.txt"), NULL, NULL);
    harness_expect_text(h, "page 1 of 4");
    opened_quit(h);
    h = opened_at((struct harness_setup){.home = "start"}, opened_sample("10-K_1997_full.txt"));
    opened_go(h, "]]", "page 3 (1) of 28");
    char path[OPENED_PATH];
    (void)snprintf(path, sizeof path, "%s/state/folio/filings/0009900301-97-000007",
                   harness_home(h));
    opened_quit(h);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    (void)fputs("\1\2\3\tx\t-1\n\n\t\t\t99999999999999999999999\n", f);
    (void)fclose(f);
    h = opened_at((struct harness_setup){.home = "start", .keep_home = true},
                  opened_sample("10-K_1997_full.txt"));
    harness_expect_text(h, "is damaged: kept as");
    opened_go(h, "j", "page 1 of 28");
    opened_quit(h);
}

/* ---- key maps */

static void test_key_maps(void **state)
{
    (void)state;
    /* On, back, next Item, end, top, other pane, search, help, out. */
    static const struct {
        const char *option, *keys[MANY];
        const char *out;
    } maps[] = {
        {"--keys=vi", {"]p", "[p", "]]", "G", "gg", "F6", "/", "F1"}, "ZZ"},
        {"--keys=less", {"]p", "[p", "]]", ">", "g", "Ctrl-W", "/", "h"}, "q"},
        {"--keys=emacs",
         {"]", "[", "n", "Alt->", "Alt-<", "Ctrl-X o", "Ctrl-S", "F1"},
         "Ctrl-X Ctrl-C"},
    };
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++) {
        const char *const *keys = maps[i].keys;
        struct harness *h = start((struct harness_setup){0}, "--no-state", maps[i].option,
                                  opened_sample("8-K_2004_bare.txt"));
        harness_expect_text(h, "99.2 not in this file");
        opened_go(h, keys[0], "page 2 of 4  ");
        opened_go(h, keys[1], "page 1 of 4  ");
        opened_go(h, keys[2], "page 2 of 4  ");
        opened_go(h, keys[3], "page 4 of 4  ");
        opened_go(h, keys[4], "page 1 of 4  ");
        harness_keys(h, keys[5]);
        harness_assert(h, harness_wait_cursor(h, 2, 0));
        harness_keys(h, "Down Enter");
        harness_expect_text(h, "page 2 of 4  ");
        harness_keys(h, keys[6]);
        harness_type(h, "webcast\r");
        harness_expect_text(h, "1 of 1");
        opened_go(h, keys[7], "closes the help");
        harness_keys(h, "q");
        harness_expect_gone(h, "closes the help");
        harness_keys(h, maps[i].out);
        harness_expect_exit(h, 0);
        harness_assert(h, opened_is_restored(h));
        harness_end(h);
    }
}

/* ---- mistakes */

static void write_config(struct harness *h, const char *text)
{
    char path[OPENED_PATH];
    (void)snprintf(path, sizeof path, "%s/config/folio", harness_home(h));
    (void)mkdir(path, 0755);
    (void)snprintf(path, sizeof path, "%s/config/folio/config.yaml", harness_home(h));
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    (void)fputs(text, f);
    (void)fclose(f);
}

/* A mistake in the user's file is shown with its place, and the rest of the file holds. */
static void test_config(void **state)
{
    (void)state;
    struct harness *h = opened_bare("start");
    write_config(h, "keys:\n  all:\n    \"x\": next-pag\n    \"Alt-y\": next-page\n"
                    "colors:\n  hit: mauvish\n");
    opened_quit(h);
    h = start((struct harness_setup){.keep_home = true, .columns = 200}, "--no-state",
              opened_sample("8-K_2004_bare.txt"), NULL);
    harness_expect_text(h, "config.yaml:3:");
    harness_expect_text(h, "next-pag");
    harness_expect_text(h, "did you mean next-page");
    harness_expect_text(h, "99.2 not in this file");
    opened_go(h, "Alt-y", "page 2 of 4  ");
    opened_quit(h);
    h = start((struct harness_setup){.keep_home = true}, "--no-config", "--no-state",
              opened_sample("8-K_2004_bare.txt"));
    harness_expect_text(h, "page 1 of 4");
    harness_assert(h, !opened_shows(h, "config.yaml"));
    opened_quit(h);
}

/* What ends the program before there is a screen: one line, status 2, the terminal untouched. */
static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *term, *first, *second, *says;
    } cases[] = {
        {NULL, "missing.txt", NULL, "folio: missing.txt: no such file"},
        {NULL, "/", NULL, "folio: /: is a directory"},
        {NULL, NULL, NULL, "folio: no file given; try 'folio --help'"},
        {NULL, "--no-such-option", NULL, "folio: there is no option '--no-such-option'"},
        {NULL, "--theme=nosuch", "8-K_2004_bare.txt", "folio: --theme: unknown theme 'nosuch'"},
        {NULL, "--keys=nosuch", "8-K_2004_bare.txt", "folio: --keys: unknown key map 'nosuch'"},
        {NULL, "--config=/missing", "8-K_2004_bare.txt", "folio: /missing: no such file"},
        {"dumb", "8-K_2004_bare.txt", NULL,
         "folio: the terminal type 'dumb' cannot show a screen; use folio text"},
        {"no-such-term", "8-K_2004_bare.txt", NULL,
         "folio: the terminal type 'no-such-term' is not known here; set TERM, or use folio text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool sample = cases[i].first && strncmp(cases[i].first, "8-K", 3) == 0;
        const char *second = cases[i].second ? opened_sample(cases[i].second) : NULL;
        struct harness *h =
            start((struct harness_setup){.term = cases[i].term, .columns = 120},
                  sample ? opened_sample(cases[i].first) : cases[i].first, second, NULL);
        harness_expect_exit(h, 2);
        harness_expect_text(h, cases[i].says);
        harness_assert(h, harness_row_text(h, 1)[0] == '\0');
        harness_assert(h, harness_mode(h, 1049) == -1);
        harness_end(h);
    }
}

/* A warning of the filing is told on the first screen. */
static void test_warning(void **state)
{
    (void)state;
    struct harness *h = start((struct harness_setup){.columns = 120},
                              opened_sample("bad/wrong-count.txt"), NULL, NULL);
    harness_expect_text(h, "the header announces 5 documents, the file holds 2");
    harness_keys(h, "j");
    harness_expect_gone(h, "announces 5 documents");
    opened_quit(h);
}

static void test_hostile(void **state)
{
    (void)state;
    static const char bytes[] = "Begin\n\033]0;title\007\033[31mred \302\23331m \010\010 \0 end\n"
                                "\033[?1049l\033c Last\n";
    struct harness *h =
        start((struct harness_setup){.input = {bytes, sizeof bytes - 1}}, NULL, NULL, NULL);
    harness_expect_text(h, "Begin");
    harness_expect_text(h, "Last");
    harness_assert(h, harness_mode(h, 1049) == 1);
    harness_assert(h, slice_find(harness_sent(h), SLICE("]0;title\007")) == harness_sent(h).len);
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard_input), cmocka_unit_test(test_place),
        cmocka_unit_test(test_sentence),       cmocka_unit_test(test_no_state),
        cmocka_unit_test(test_bad_state),      cmocka_unit_test(test_key_maps),
        cmocka_unit_test(test_config),         cmocka_unit_test(test_refused),
        cmocka_unit_test(test_warning),        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
