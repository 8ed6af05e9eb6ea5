/* SPDX-License-Identifier: MIT */
/* Coming back with the whole program: after a kill, at another width, by the list of filings; and
 * going on with a file that somebody cuts.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "terminal/opened.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char annual[] = "10-K_1997_full.txt";
static const char state_of_annual[] = "state/folio/filings/0009900301-97-000007";
static const char sentence[] = "The Company's products are";

/* What a file below the home folder of the program holds at this moment. */
static void read_kept(struct harness *h, const char *name, struct buffer *out)
{
    char path[OPENED_PATH], block[4096];
    (void)snprintf(path, sizeof path, "%s/%s", harness_home(h), name);
    FILE *f = fopen(path, "r");
    if (!f)
        return;
    for (size_t got; (got = fread(block, 1, sizeof block, f)) > 0;)
        buffer_add(out, (struct slice){block, got});
    (void)fclose(f);
}

static bool is_kept(struct harness *h, void *argument)
{
    struct buffer text = {0};
    read_kept(h, state_of_annual, &text);
    bool found = strstr(buffer_text(&text), argument) != NULL;
    buffer_deinit(&text);
    return found;
}

/* The program is ended without a word, and its files are what they were. */
static void kill_it(struct harness *h)
{
    harness_signal(h, SIGKILL);
    harness_expect_exit(h, 128 + SIGKILL);
    harness_end(h);
}

static struct harness *open_annual(int rows, int columns, bool keep)
{
    return opened_at(
        (struct harness_setup){
            .home = "keeping", .rows = rows, .columns = columns, .keep_home = keep},
        opened_sample(annual));
}

static struct harness *open_nothing(bool keep)
{
    static const char *const none[] = {NULL};
    return opened_start(
        (struct harness_setup){.home = "keeping", .columns = 120, .keep_home = keep}, none);
}

/* Killed while it is read, a filing opens at the same sentence, at any width. */
static void test_killed(void **state)
{
    static const int columns[] = {80, 45, 160};
    char words[] = "words The Company's products are";
    int row = 0;
    (void)state;
    struct harness *h = open_annual(30, 120, false);
    opened_go(h, "]]", sentence);
    harness_assert(h, harness_find_text(h, sentence, &row, NULL));
    for (int i = 1; i < row; i++)
        harness_keys(h, "j");
    harness_expect_gone(h, "ITEM 1.   BUSINESS");
    harness_assert(h, harness_wait(h, is_kept, words));
    kill_it(h);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        h = open_annual(24, columns[i], true);
        harness_expect_text(h, sentence);
        harness_assert(h, harness_find_text(h, sentence, &row, NULL) && row == 1);
        kill_it(h);
    }
}

/* Two windows, and what is folded in the tree, come back, too. */
static void test_shape(void **state)
{
    char split[] = "\nsplit ", fold[] = "0 I\n  is closed";
    (void)state;
    struct harness *h = open_annual(30, 120, false);
    harness_expect_text(h, "EXHIBIT INDEX");
    harness_keys(h, "Ctrl-W s");
    opened_go(h, "G", "Financial Data Schedule (filed herewith)");
    opened_go(h, "F6 gg j j j", "PROPERTIES");
    harness_keys(h, "h");
    harness_expect_gone(h, "PROPERTIES");
    harness_assert(h, harness_wait(h, is_kept, split));
    harness_assert(h, harness_wait(h, is_kept, fold));
    kill_it(h);
    h = open_annual(30, 120, true);
    harness_expect_text(h, "page 28 (26) of 28");
    harness_expect_text(h, "WASHINGTON, D.C. 20549");
    harness_expect_text(h, "EXHIBIT INDEX");
    harness_expect_gone(h, "PROPERTIES");
    kill_it(h);
}

/* Without a file: the filings read of late; one is opened where it was left, one taken away. */
static void test_recent(void **state)
{
    (void)state;
    struct harness *h = open_nothing(false);
    harness_expect_text(h, "no file given");
    harness_expect_exit(h, 2);
    harness_end(h);
    h = open_annual(24, 80, true);
    opened_go(h, "]]", "ITEM 1.   BUSINESS");
    opened_quit(h);
    h = opened_at((struct harness_setup){.home = "keeping", .keep_home = true},
                  opened_sample("8-K_2004_bare.txt"));
    opened_quit(h);

    h = open_nothing(true);
    harness_expect_text(h, "1 of 2");
    harness_expect_text(h, "MERRIMOOR PUMP & METER CORP, 10-K, FY 1996");
    opened_go(h, "j", "2 of 2");
    harness_keys(h, "Enter");
    harness_expect_text(h, "ITEM 1.   BUSINESS");
    harness_expect_gone(h, "8-K_2004_bare.txt");
    opened_go(h, ":", ":");
    harness_type(h, "recent\r");
    harness_expect_text(h, "1 of 2");
    opened_go(h, "j x", "1 of 1");
    opened_go(h, "Esc", "q quit");
    opened_quit(h);
}

/* Somebody cuts the file while it is open: the reader says so, and goes on with what there is. */
static void test_cut(void **state)
{
    static const char name[] = "folio-cut.txt";
    (void)state;
    FILE *f = fopen(name, "w");
    assert_non_null(f);
    for (int i = 0; i < 200000; i++)
        (void)fprintf(f, "Line %d of a text that will be cut.\n", i);
    assert_int_equal(fclose(f), 0);
    struct harness *h = opened_at((struct harness_setup){.home = "cut", .columns = 100}, name);
    harness_expect_text(h, "Line 3 of");
    assert_int_equal(truncate(name, 100000), 0);
    harness_keys(h, "G");
    harness_expect_text(h, "CUT SHORT"); /* how far it is may be behind the message */
    harness_keys(h, "g g");
    harness_expect_text(h, "Line 3 of");
    harness_type(h, ":set scope=filing\r/Line 2000 \r");
    harness_expect_text(h, "Line 2000 of");
    opened_quit(h);
    assert_int_equal(unlink(name), 0);
}

/* All of it goes: the title and the tree still say what it was. */
static void test_all_cut(void **state)
{
    static const char name[] = "folio-all-cut.txt";
    char bytes[4096];
    (void)state;
    FILE *from = fopen(opened_sample("8-K_2014_full.txt"), "r"), *f = fopen(name, "w");
    assert_true(from && f);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, from)) > 0;)
        assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f) + fclose(from), 0);
    struct harness *h = opened_at((struct harness_setup){.home = "cut", .columns = 100}, name);
    harness_expect_text(h, "page 1");
    assert_int_equal(truncate(name, 0), 0);
    harness_keys(h, "G");
    harness_expect_text(h, "CUT SHORT \xC2\xB7 VELLACOTT SEED CO");
    harness_expect_text(h, "EX-99.1  PRESS RELEASE");
    opened_quit(h);
    assert_int_equal(unlink(name), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_killed),  cmocka_unit_test(test_shape),
        cmocka_unit_test(test_recent),  cmocka_unit_test(test_cut),
        cmocka_unit_test(test_all_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
