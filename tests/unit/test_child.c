/* SPDX-License-Identifier: MIT */
/* Commands: what they get, what signals they have, and what is said of their end. */
#include "guard/child.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static struct child_signals plain;

/* Runs the command on the text, its output to a file that is not named; the output is in `out`. */
static bool run_on(const char *command, struct slice input, const char *argument, int *status,
                   struct buffer *out)
{
    char name[] = "test_child.XXXXXX";
    int file = mkstemp(name);
    assert_true(file >= 0);
    unlink(name);
    struct child child = {.signals = &plain,
                          .command = command,
                          .argument = argument,
                          .input = input,
                          .keys = -1,
                          .screen = file,
                          .patience = 20000,
                          .asker = -1};
    struct error e = {0};
    bool good = child_run(&child, status, &e);
    char bytes[4096];
    (void)lseek(file, 0, SEEK_SET);
    for (ssize_t n; (n = read(file, bytes, sizeof bytes)) > 0;)
        buffer_add(out, (struct slice){bytes, (size_t)n});
    close(file);
    return good;
}

static void test_run(void **state)
{
    static const struct {
        const char *command, *argument, *input, *output, *told;
    } cases[] = {
        {"cat", NULL, "one\ntwo\n", "one\ntwo\n", ""},
        {"tr a-z A-Z", NULL, "abc", "ABC", ""},
        {"printf %s \"$1\"", "a b; c", "", "a b; c", ""},
        {"echo bad >&2; exit 3", NULL, "", "bad\n", "echo: exit 3"},
        {"exec false", NULL, "", "", "exec: exit 1"},
        {"LC_ALL=C /usr/bin/false", NULL, "", "", "false: exit 1"},
        {"false | false", NULL, "", "", "false: exit 1"},
        {"no-such-command-here 2>/dev/null", NULL, "", "", "no-such-command-here: not found"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = {0}, told = {0};
        int status;
        assert_true(
            run_on(cases[i].command, slice_of(cases[i].input), cases[i].argument, &status, &out));
        child_tell(cases[i].command, status, &told);
        assert_string_equal(buffer_text(&out), cases[i].output);
        assert_string_equal(buffer_text(&told), cases[i].told);
        buffer_deinit(&out);
        buffer_deinit(&told);
    }
}

/* A text that no pipe holds at once; read, and not read. */
static void test_long_input(void **state)
{
    struct buffer text = {0}, out = {0};
    int status;
    (void)state;
    buffer_add_fill(&text, 'x', 3000000);
    assert_true(run_on("wc -c", buffer_slice(&text), NULL, &status, &out));
    assert_int_equal(strtol(buffer_text(&out), NULL, 10), 3000000);
    buffer_clear(&out);
    assert_true(run_on("head -c 3", buffer_slice(&text), NULL, &status, &out));
    assert_string_equal(buffer_text(&out), "xxx");
    assert_true(run_on("exec <&-; exit 0", buffer_slice(&text), NULL, &status, &out));
    assert_int_equal(status, 0);
    buffer_deinit(&text);
    buffer_deinit(&out);
}

/* A command has the signals of a shell's, also where this program ignores SIGPIPE. */
static void test_signals(void **state)
{
    struct sigaction before, after;
    struct buffer out = {0};
    int status;
    (void)state;
    sigaction(SIGCHLD, NULL, &before);
    assert_true(run_on("kill -PIPE $$; echo alive", (struct slice){NULL, 0}, NULL, &status, &out));
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE);
    assert_string_equal(buffer_text(&out), "");
    assert_true(run_on("kill -INT $$; echo alive", (struct slice){NULL, 0}, NULL, &status, &out));
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    child_tell("less", status, &out);
    assert_string_equal(buffer_text(&out), "less: ended by signal 2 (Interrupt)");
    sigaction(SIGCHLD, NULL, &after);
    assert_true(before.sa_handler == after.sa_handler);
    sigaction(SIGPIPE, NULL, &after);
    assert_true(after.sa_handler == SIG_IGN);
    sigset_t mask;
    sigprocmask(SIG_BLOCK, NULL, &mask);
    assert_false(sigismember(&mask, SIGCHLD));
    assert_false(sigismember(&mask, SIGWINCH));
    buffer_deinit(&out);
}

/* One that does not end, with what it has started. */
static void test_patience(void **state)
{
    struct child child = {.signals = &plain,
                          .command = "sleep 1000; true",
                          .keys = -1,
                          .screen = -1,
                          .patience = 100,
                          .asker = -1};
    struct error e = {0};
    int status;
    (void)state;
    assert_false(child_run(&child, &status, &e));
    assert_string_equal(e.message, "it did not end in time");
    child.command = "cat >/dev/null";
    child.patience = 20000;
    assert_true(child_run(&child, &status, &e));
    assert_int_equal(status, 0);
}

/* One that nobody waits for any longer: what asked for it has gone. */
static void test_given_up(void **state)
{
    int ends[2];
    struct error e = {0};
    int status;
    (void)state;
    assert_int_equal(pipe(ends), 0);
    struct child child = {.signals = &plain,
                          .command = "sleep 1000",
                          .keys = -1,
                          .screen = -1,
                          .patience = 20000,
                          .asker = ends[0]};
    close(ends[1]);
    assert_false(child_run(&child, &status, &e));
    assert_string_equal(e.message, "the terminal is gone");
    close(ends[0]);
}

static void test_file(void **state)
{
    struct buffer path = {0}, read_back = {0};
    struct error e = {0};
    struct stat about;
    char bytes[64];
    (void)state;
    assert_int_equal(setenv("TMPDIR", "/tmp", 1), 0);
    assert_true(child_file(SLICE("a copy\n"), &path, &e));
    assert_int_equal(stat(buffer_text(&path), &about), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    assert_true(slice_ends_nocase(buffer_slice(&path), SLICE(".txt")));
    FILE *file = fopen(buffer_text(&path), "rb");
    assert_non_null(file);
    buffer_add(&read_back, (struct slice){bytes, fread(bytes, 1, sizeof bytes, file)});
    (void)fclose(file);
    assert_string_equal(buffer_text(&read_back), "a copy\n");
    assert_int_equal(unlink(buffer_text(&path)), 0);
    assert_int_equal(setenv("TMPDIR", "/no/such/folder", 1), 0);
    assert_false(child_file(SLICE("x"), &path, &e));
    assert_non_null(strstr(e.message, "/no/such/folder"));
    assert_int_equal(unsetenv("TMPDIR"), 0);
    buffer_deinit(&path);
    buffer_deinit(&read_back);
}

static void test_editor(void **state)
{
    (void)state;
    unsetenv("VISUAL");
    unsetenv("EDITOR");
    assert_string_equal(child_editor(), "vi");
    setenv("EDITOR", "ed", 1);
    assert_string_equal(child_editor(), "ed");
    setenv("VISUAL", "emacs -nw", 1);
    assert_string_equal(child_editor(), "emacs -nw");
    setenv("VISUAL", "", 1);
    assert_string_equal(child_editor(), "ed");
}

/* One that has no screen and is given up is told so with all that it started. */
static void test_all_given_up(void **state)
{
    enum { TOLD = 9 };
    (void)state;
    int ends[2], status = 0;
    char text[32] = "";
    struct error e = {0};
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(dup2(ends[1], TOLD), TOLD);
    struct child child = {.signals = &plain,
                          .command = "sleep 1000 & echo $! >&9; wait",
                          .keys = -1,
                          .screen = -1,
                          .patience = 20000,
                          .asker = ends[0]};
    assert_false(child_run(&child, &status, &e));
    assert_true(read(ends[0], text, sizeof text - 1) > 0);
    struct pollfd gone = {.events = POLLIN};
    gone.fd = (int)syscall(SYS_pidfd_open, (pid_t)strtol(text, NULL, 10), 0);
    if (gone.fd >= 0) {
        assert_int_equal(poll(&gone, 1, 10000), 1);
        close(gone.fd);
    } else {
        assert_int_not_equal(errno, EINVAL);
    }
    close(TOLD);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    /* Who runs the tests may have these ignored, and children inherit that. */
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGQUIT, SIG_DFL);
    child_pass_over(&plain);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_run),      cmocka_unit_test(test_long_input),
        cmocka_unit_test(test_signals),  cmocka_unit_test(test_patience),
        cmocka_unit_test(test_given_up), cmocka_unit_test(test_all_given_up),
        cmocka_unit_test(test_file),     cmocka_unit_test(test_editor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
