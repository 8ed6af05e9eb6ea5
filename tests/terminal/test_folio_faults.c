/* SPDX-License-Identifier: MIT */
/* The whole program when what is around it fails: no room to write, a file replaced while it is
 * read, signals all the time, another folio at the same filing. */
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
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char sample[] = "8-K_2004_bare.txt";

/* Leaves; the reading was good, but what is not remembered is told on the screen that was there
 * before. */
static void expect_not_remembered(struct harness *h)
{
    opened_go(h, "]]", "page 2 of 4");
    harness_keys(h, "Q");
    harness_expect_exit(h, 0);
    harness_assert(h, opened_is_restored(h) && harness_is_cooked(h));
    harness_expect_text(h, "folio: the place is not remembered: ");
    harness_end(h);
}

/* A folder that nobody can write to, root neither. */
static void test_closed_folder(void **state)
{
    static const char *const closed[] = {"XDG_STATE_HOME=/proc/self", NULL};
    (void)state;
    struct harness *h =
        opened_at((struct harness_setup){.home = "faults", .columns = 120, .environment = closed},
                  opened_sample(sample));
    expect_not_remembered(h);
}

/* No byte can be written to any file: the screen is drawn all the same. */
static void test_full_disk(void **state)
{
    struct rlimit before, none;
    (void)state;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    struct harness *h = opened_start((struct harness_setup){.home = "faults", .columns = 120},
                                     (const char *const[]){opened_sample(sample), NULL});
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    harness_expect_text(h, "99.2 not in this file");
    opened_go(h, "s", "save");
    harness_type(h, "folio-full.txt\r");
    harness_expect_text(h, "File too large");
    assert_int_not_equal(access("folio-full.txt", F_OK), 0);
    expect_not_remembered(h);
}

static void write_lines(const char *name, const char *words)
{
    FILE *f = fopen(name, "w");
    assert_non_null(f);
    for (int i = 0; i < 20000; i++)
        (void)fprintf(f, "Line %d of %s.\n", i, words);
    assert_int_equal(fclose(f), 0);
}

/* Another file gets the name: what was opened is read on, to its end. */
static void test_replaced(void **state)
{
    static const char name[] = "folio-replaced.txt", other[] = "folio-other.txt";
    (void)state;
    write_lines(name, "the first text");
    write_lines(other, "another");
    struct harness *h = opened_at((struct harness_setup){.home = "faults", .columns = 100}, name);
    harness_expect_text(h, "Line 3 of the first text");
    assert_int_equal(rename(other, name), 0);
    opened_go(h, "G", "Line 19999 of the first text");
    harness_type(h, ":set scope=filing\r/Line 2000 \r");
    harness_expect_text(h, "Line 2000 of the first text");
    opened_quit(h);
    assert_int_equal(unlink(name), 0);
}

/* ---- signals */

/* Sends both signals, a thousand a second, until it is ended itself, the program is gone, or the
 * test. */
static pid_t storm(pid_t program)
{
    const struct timespec pause = {0, 1000000};
    pid_t test = getpid(), pid = fork();
    assert_true(pid >= 0);
    if (pid > 0)
        return pid;
    for (int i = 0; getppid() == test && kill(program, i % 16 == 0 ? SIGCONT : SIGWINCH) == 0; i++)
        nanosleep(&pause, NULL);
    _exit(0);
}

/* Every wait, read and write of the program is interrupted, and nothing of it is seen. */
static void test_storm(void **state)
{
    (void)state;
    struct harness *h =
        opened_at((struct harness_setup){.home = "faults", .columns = 100}, opened_sample(sample));
    pid_t sender = storm(harness_program(h));
    for (int i = 0; i < 3; i++) {
        opened_go(h, "gg", "page 1 of 4");
        opened_go(h, "]]", "page 2 of 4");
        harness_type(h, ":set scope=filing\r/webcast\r");
        harness_expect_text(h, "1 of 1");
        opened_go(h, "F1", "closes the help");
        harness_keys(h, "q");
        harness_expect_gone(h, "closes the help");
        opened_go(h, "s", "save");
        harness_type(h, "folio-storm.txt\r");
        harness_expect_text(h, "folio-storm.txt");
        if (i > 0) /* it is there, and is asked for */
            harness_keys(h, "y");
        harness_expect_text(h, "saved");
    }
    harness_keys(h, "Q");
    harness_expect_exit(h, 0);
    harness_assert(h, opened_is_restored(h) && harness_is_cooked(h));
    (void)kill(sender, SIGKILL);
    assert_int_equal(waitpid(sender, NULL, 0), sender);
    harness_end(h);
    assert_int_equal(unlink("folio-storm.txt"), 0);
}

/* ---- two at once */

static struct harness *open_beside(bool keep)
{
    return opened_at((struct harness_setup){.home = "faults", .keep_home = keep, .columns = 100},
                     opened_sample(sample));
}

/* Two readers of one filing set marks, and the first leaves first or last: both marks are kept. */
static void test_two(void **state)
{
    (void)state;
    for (int order = 0; order < 2; order++) {
        struct harness *one = open_beside(false), *two = open_beside(true);
        opened_go(one, "]]", "page 2 of 4");
        harness_keys(one, "m a");
        harness_keys(two, "G");
        harness_expect_text(two, "page 4 of 4");
        harness_keys(two, "m b");
        opened_go(one, "gm", "1 of");
        opened_go(two, "gm", "1 of");
        harness_keys(one, "Esc");
        harness_keys(two, "Esc");
        opened_quit(order == 0 ? one : two);
        opened_quit(order == 0 ? two : one);
        one = open_beside(true);
        opened_go(one, "gm", "1 of 2");
        harness_keys(one, "Esc");
        opened_quit(one);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_closed_folder), cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_replaced),      cmocka_unit_test(test_storm),
        cmocka_unit_test(test_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
