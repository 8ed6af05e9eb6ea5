/* SPDX-License-Identifier: MIT */
/* Least privilege of the whole program: the reader behind its fence, and the helper that does for
 * it what it cannot. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guard/fence.h"
#include "terminal/opened.h"

#include <ctype.h>
#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAMPLE "8-K_2004_bare.txt"

/* A line of /proc/PID/status, as of "NoNewPrivs:"; -1: there is none. */
static long status_of(long pid, const char *name)
{
    char line[256];
    long value = -1;
    (void)snprintf(line, sizeof line, "/proc/%ld/status", pid);
    FILE *file = fopen(line, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name), NULL, 10);
    if (file)
        (void)fclose(file);
    return value;
}

/* Whether the process runs: one that nobody has waited for yet does not. */
static bool runs(long pid)
{
    char text[512], path[64];
    (void)snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    FILE *file = fopen(path, "r");
    size_t len = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        (void)fclose(file);
    text[len] = '\0';
    const char *behind_name = strrchr(text, ')');
    return behind_name && behind_name[1] && !strchr("ZX", behind_name[2]);
}

/* A process that runs and was started by this one; 0: none. `beside`: not this. */
static long child_of(long parent)
{
    long child = 0;
    DIR *all = opendir("/proc");
    assert_non_null(all);
    for (struct dirent *entry; !child && (entry = readdir(all));) {
        long pid = isdigit((unsigned char)entry->d_name[0]) ? strtol(entry->d_name, NULL, 10) : 0;
        if (pid > 0 && status_of(pid, "PPid:") == parent && runs(pid))
            child = pid;
    }
    closedir(all);
    return child;
}

/* The same in a moment: the reader waits for its helper, but not for ever. */
static bool ends(long pid)
{
    enum { PATIENCE = 20000 };
    struct pollfd end = {.fd = (int)syscall(SYS_pidfd_open, (pid_t)pid, 0), .events = POLLIN};
    if (end.fd < 0)
        return !runs(pid);
    bool good = poll(&end, 1, PATIENCE) > 0;
    close(end.fd);
    return good;
}

/* Which sides a process can have here. */
static unsigned find_sides(void)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0)
        _exit((fence_files(NULL) ? 1 : 0) | (fence_calls() ? 2 : 0));
    assert_true(pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status));
    return (unsigned)WEXITSTATUS(status);
}

static bool is_fenced(struct harness *h, void *sides)
{
    long pid = harness_program(h);
    bool rights = *(unsigned *)sides == 0 || status_of(pid, "NoNewPrivs:") == 1;
    return rights && (!(*(unsigned *)sides & 2) || status_of(pid, "Seccomp:") == 2);
}

static struct harness *start(const char *first, const char *const *environment)
{
    const char *const arguments[] = {first, opened_sample(SAMPLE), NULL};
    struct harness *h =
        opened_start((struct harness_setup){.home = "fence", .environment = environment},
                     *first ? arguments : arguments + 1);
    harness_expect_text(h, "8-K \xE2\x80\xBA Cover");
    return h;
}

static void type_line(struct harness *h, const char *keys, const char *line)
{
    harness_keys(h, keys);
    harness_expect_text(h, "Esc leaves");
    harness_type(h, line);
    harness_keys(h, "Enter");
}

/* The reader has given its rights up once the first screen is shown, the helper has them. */
static void test_fenced(void **state)
{
    static const char *const ways[] = {"", "--restrict", "--no-state"};
    (void)state;
    unsigned sides = find_sides();
    if (!sides || access("/proc/self/status", R_OK) != 0)
        skip();
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct harness *h = start(ways[i], NULL);
        harness_assert(h, harness_wait(h, is_fenced, &sides));
        long helper = child_of(harness_program(h));
        if (strcmp(ways[i], "--restrict") == 0) {
            harness_assert(h, helper == 0);
        } else {
            harness_assert(h, helper > 0);
            harness_assert(h, status_of(helper, "NoNewPrivs:") == 0);
            harness_assert(h, status_of(helper, "Seccomp:") != 2);
        }
        opened_quit(h);
        assert_true(helper == 0 || ends(helper));
    }
}

/* A reader that is killed takes the helper along: idle, and while a command has the screen. */
static void test_reader_killed(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct harness *h = start("", NULL);
        long helper = child_of(harness_program(h));
        harness_assert(h, helper > 0);
        if (i == 1) {
            type_line(h, "|", "echo he''re; exec sleep 1000");
            harness_expect_text(h, "here");
        }
        assert_int_equal(kill(harness_program(h), SIGKILL), 0);
        harness_expect_exit(h, 128 + SIGKILL);
        harness_assert(h, ends(helper));
        harness_end(h);
    }
}

/* Without its helper the reader reads on, and says what it cannot do. */
static void test_helper_killed(void **state)
{
    (void)state;
    struct harness *h = start("", NULL);
    long helper = child_of(harness_program(h));
    harness_assert(h, helper > 0);
    assert_int_equal(kill((pid_t)helper, SIGKILL), 0);
    type_line(h, ":", "save document ~/lost.txt");
    harness_expect_text(h, "the process for it has ended");
    type_line(h, "|", "cat");
    harness_expect_text(h, "the process for it has ended");
    harness_expect_text(h, "press Enter");
    harness_keys(h, "Enter");
    harness_expect_text(h, "F1 help");
    opened_go(h, "]]", "Item 12. RESULTS OF OPERATIONS");
    opened_quit(h);
}

/* Signals of the keyboard are not the helper's. */
static void test_helper_stays(void **state)
{
    static const int signals[] = {SIGINT, SIGQUIT, SIGTSTP, SIGHUP, SIGTERM, SIGPIPE, SIGWINCH};
    (void)state;
    struct harness *h = start("", NULL);
    long helper = child_of(harness_program(h));
    harness_assert(h, helper > 0);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        assert_int_equal(kill((pid_t)helper, signals[i]), 0);
    type_line(h, ":", "save document ~/kept.txt");
    harness_expect_text(h, "saved ");
    opened_quit(h);
}

/* An editor is stopped together with the reader, goes on with it, and what comes after works. */
static void test_editor_stopped(void **state)
{
    static const char *const editor[] = {
        "VISUAL=sh -c 'n=0; trap \"n=\\$((n+1)); echo again \\$n\" CONT; echo he\"\"re; "
        "while ! test -e \"$HOME/enough\"; do sleep 0.05; done; exit 5'",
        NULL};
    char path[OPENED_PATH];
    (void)state;
    struct harness *h = start("", editor);
    harness_keys(h, "E");
    harness_expect_text(h, "here");
    static const char *const words[] = {"again 1", "again 2"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        harness_type(h, "\x1A");
        harness_assert(h, harness_wait_stopped(h));
        harness_continue(h, true);
        harness_expect_text(h, words[i]);
    }
    harness_resize(h, 30, 100);
    (void)snprintf(path, sizeof path, "%s/enough", harness_home(h));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    harness_expect_text(h, "sh: exit 5");
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, "sh: exit 5", &row, &column) && row == 29);
    harness_keys(h, "Ctrl-Z");
    harness_assert(h, harness_wait_stopped(h));
    harness_assert(h, harness_is_cooked(h));
    harness_continue(h, true);
    harness_expect_text(h, "8-K");
    type_line(h, ":", "save document ~/after.txt");
    harness_expect_text(h, "saved ");
    opened_quit(h);
}

/* The helper's standard input; it lets go of it while the reader draws. */
static bool has_no_input(struct harness *h, void *unused)
{
    char path[64], input[64] = "";
    (void)unused;
    (void)snprintf(path, sizeof path, "/proc/%ld/fd/0", child_of(harness_program(h)));
    return readlink(path, input, sizeof input - 1) > 0 && strcmp(input, "/dev/null") == 0;
}

/* A filing from a pipe: the helper does not hold the pipe, and the editor has the terminal. */
static void test_from_a_pipe(void **state)
{
    static const char *const editor[] = {"VISUAL=sh -c 'test -t 0 && test -t 1 && exit 6'", NULL};
    (void)state;
    struct harness *h = opened_start((struct harness_setup){.home = "fence",
                                                            .environment = editor,
                                                            .input = SLICE("Only words.\n")},
                                     (const char *const[]){"-", NULL});
    harness_expect_text(h, "Only words.");
    if (access("/proc/self/fd", R_OK) == 0)
        harness_assert(h, harness_wait(h, has_no_input, NULL));
    opened_go(h, "E", "sh: exit 6");
    type_line(h, "|", "tr a-z A-Z");
    harness_expect_text(h, "ONLY WORDS.");
    harness_expect_text(h, "press Enter");
    harness_keys(h, "Enter");
    harness_expect_text(h, "F1 help");
    harness_expect_text(h, "piped to tr");
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fenced),         cmocka_unit_test(test_reader_killed),
        cmocka_unit_test(test_helper_killed),  cmocka_unit_test(test_helper_stays),
        cmocka_unit_test(test_editor_stopped), cmocka_unit_test(test_from_a_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
