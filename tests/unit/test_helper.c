/* SPDX-License-Identifier: MIT */
/* The helper: it does what it is asked, refuses what is not sound, and ends with who asks. */
#include "guard/errand.h"
#include "guard/helper.h"
#include "guard/message.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "test_helper.XXXXXX");
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("..") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

/* The files of the folder, by their number. */
static size_t files(void)
{
    size_t count = 0;
    DIR *d = opendir(".");
    assert_non_null(d);
    for (struct dirent *entry; (entry = readdir(d));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(d);
    return count;
}

static void check_text(const char *path, const char *want)
{
    char text[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    (void)fclose(file);
    assert_string_equal(text, want);
}

/* ---- what it is asked */

static void check_copy(struct errands *h, const char *command, const char *text, const char *says)
{
    struct buffer say = {0};
    struct error e = {0};
    assert_true(errand_ask(h, ERRAND_COPY, command, slice_of(text), &e));
    assert_true(errand_answer(h, &say, &e));
    assert_string_equal(buffer_text(&say), says);
    buffer_deinit(&say);
}

static void test_commands(void **state)
{
    struct buffer text = {0};
    (void)state;
    struct errands *h = errands_start();
    assert_non_null(h);
    check_copy(h, "cat >out", "one\n", "");
    check_text("out", "one\n");
    check_copy(h, "exit 3", "", "exit: exit 3");
    /* The text is used up by the one before. */
    check_copy(h, "cat >out", "", "");
    check_text("out", "");
    /* Longer than a message. */
    buffer_add_fill(&text, 'x', (size_t)3 * MESSAGE_BYTES_MOST + 1);
    check_copy(h, "wc -c >out", buffer_text(&text), "");
    check_text("out", "3145729\n");
    buffer_deinit(&text);
    assert_int_equal(unlink("out"), 0);
    errands_end(h);
}

/* An editor that takes and leaves what is there. */
static void test_editor(void **state)
{
    struct buffer say = {0};
    struct error e = {0};
    (void)state;
    setenv("VISUAL", "f() { cp \"$1\" out; echo more >>\"$1\"; }; f", 1);
    struct errands *h = errands_start();
    /* What is too much is not sent, and the helper lives. */
    assert_false(
        errand_ask(h, ERRAND_EDIT, NULL, (struct slice){"", MESSAGE_TEXT_MOST + 1ULL}, &e));
    assert_non_null(strstr(e.message, "larger"));
    e = (struct error){0};
    assert_true(errand_ask(h, ERRAND_EDIT, NULL, SLICE("a text\n"), &e));
    assert_true(errand_answer(h, &say, &e));
    assert_string_equal(buffer_text(&say),
                        "the changed copy is not kept: a filing is never changed");
    check_text("out", "a text\n");
    assert_int_equal(unlink("out"), 0);
    unsetenv("VISUAL");
    errands_end(h);
    buffer_deinit(&say);
}

/* A command has no descriptor of the reader's or the helper's: those of one that is run by hand. */
static void test_descriptors(void **state)
{
    (void)state;
    if (access("/proc/self/fd", F_OK) != 0)
        skip();
    assert_int_equal(system("ls /proc/self/fd >by-hand"), 0);
    struct errands *h = errands_start();
    check_copy(h, "ls /proc/self/fd >out", "", "");
    check_copy(h, "cmp out by-hand", "", "");
    assert_int_equal(unlink("out"), 0);
    assert_int_equal(unlink("by-hand"), 0);
    errands_end(h);
}

/* ---- without a helper */

static void test_none(void **state)
{
    struct buffer say = {0};
    struct error e = {0};
    int problem = 0;
    (void)state;
    assert_null(errand_file_open(NULL, "x", false, &problem));
    assert_int_equal(problem, ECONNRESET);
    assert_false(errand_ask(NULL, ERRAND_COPY, "cat >out", SLICE("x"), &e));
    assert_non_null(strstr(e.message, "has ended"));
    assert_false(errand_answer(NULL, &say, &e));
    assert_int_equal(errands_answer_fd(NULL), -1);
    errands_end(NULL);
    assert_int_equal(files(), 0);
}

/* It is killed in the middle of it. */
static void test_killed(void **state)
{
    struct buffer say = {0};
    struct error e = {0};
    int problem = 0;
    size_t size = 0;
    (void)state;
    struct errands *h = errands_start();
    assert_true(errand_ask(h, ERRAND_COPY, "kill -9 $PPID", SLICE(""), &e));
    assert_false(errand_answer(h, &say, &e));
    assert_non_null(strstr(e.message, "has ended"));
    assert_null(errand_file_open(h, "x", false, &problem));
    assert_int_equal(problem, ECONNRESET);
    assert_false(errand_ask(h, ERRAND_COPY, "true", SLICE("x"), &e));
    errands_end(h);
    /* While a file is written. */
    h = errands_start();
    struct errand_file *f = errand_file_open(h, "y", false, &problem);
    assert_non_null(f);
    errands_give_up(h);
    errand_file_add(f, SLICE("x"));
    assert_int_equal(errand_file_close(f, &size), ECONNRESET);
    errands_end(h);
    while (wait(NULL) > 0)
        continue;
    assert_int_equal(files(), 0);
}

/* ---- what is not sound ends it */

/* Sends these messages to a helper in this process, which answers them all before its end; returns
 * how many it has answered. */
static size_t answers_to(const struct message *messages, size_t count)
{
    struct buffer room = {0};
    struct message m;
    size_t answers = 0;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    for (size_t i = 0; i < count; i++)
        assert_true(message_write(ends[0], &messages[i]));
    assert_int_equal(shutdown(ends[0], SHUT_WR), 0);
    helper_serve(ends[1], &(struct child_signals){0});
    while (message_read(ends[0], &m, &room) == MESSAGE_READ)
        answers += m.verb == MESSAGE_ANSWER;
    close(ends[0]);
    buffer_deinit(&room);
    return answers;
}

static void test_order(void **state)
{
    static const struct message open = {.verb = MESSAGE_SAVE_NEW, .name = {"x", 1}},
                                over = {.verb = MESSAGE_SAVE_OVER, .name = {"x", 1}},
                                other = {.verb = MESSAGE_SAVE_NEW, .name = {"y", 1}},
                                bytes = {.verb = MESSAGE_SAVE_BYTES, .bytes = {"abc", 3}},
                                done = {.verb = MESSAGE_SAVE_DONE},
                                drop = {.verb = MESSAGE_SAVE_DROP}, odd = {.verb = MESSAGE_ANSWER};
    const struct {
        struct message messages[5];
        size_t count, answers;
        const char *text; /* of "x" at the end; NULL: no file */
    } cases[] = {
        {{open, bytes, bytes, done}, 4, 2, "abcabc"},
        {{open, bytes, drop}, 3, 2, NULL},
        {{open, bytes}, 2, 1, NULL}, /* the asker dies meanwhile */
        {{open, done, over, bytes, done}, 5, 4, "abc"},
        {{open, done, open}, 3, 3, ""},           /* is there already */
        {{open, bytes, other, drop}, 4, 3, NULL}, /* gives the first up */
        {{bytes, open}, 2, 0, NULL},              /* what has no file ends it */
        {{done, open}, 2, 0, NULL},
        {{drop, drop}, 2, 2, NULL},
        {{odd, open}, 2, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(answers_to(cases[i].messages, cases[i].count), cases[i].answers);
        assert_int_equal(files(), cases[i].text != NULL);
        if (cases[i].text)
            check_text("x", cases[i].text);
        unlink("x");
    }
}

/* ---- it ends with who asks */

static bool has_ended(int fd)
{
    struct pollfd end = {.fd = fd, .events = POLLIN};
    char byte;
    return poll(&end, 1, 20000) > 0 && read(fd, &byte, 1) == 0;
}

/* A reader that is killed, idle, saving, or while a command runs: the pipe that the helper, and
 * only the helper, has inherited from it is at its end soon. */
static void test_ends(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        int alive[2], ready[2], problem;
        char byte;
        assert_int_equal(pipe(alive), 0);
        assert_int_equal(pipe(ready), 0);
        pid_t reader = fork();
        assert_true(reader >= 0);
        if (reader == 0) {
            struct error e = {0};
            (void)signal(SIGHUP, SIG_DFL); /* as nohup may not have it */
            struct errands *h = errands_start();
            close(alive[1]);
            if (i == 1)
                (void)errand_file_open(h, "half", false, &problem);
            if (i == 2)
                (void)errand_ask(h, ERRAND_COPY, "exec sleep 1000", SLICE("x"), &e);
            (void)!write(ready[1], "r", 1);
            for (;;)
                pause();
        }
        close(alive[1]);
        close(ready[1]);
        assert_int_equal(read(ready[0], &byte, 1), 1);
        assert_int_equal(kill(reader, SIGKILL), 0);
        assert_int_equal(waitpid(reader, NULL, 0), reader);
        assert_true(has_ended(alive[0]));
        assert_int_equal(files(), 0);
        close(alive[0]);
        close(ready[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands),    cmocka_unit_test(test_editor),
        cmocka_unit_test(test_descriptors), cmocka_unit_test(test_none),
        cmocka_unit_test(test_killed),      cmocka_unit_test(test_order),
        cmocka_unit_test(test_ends),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
