/* SPDX-License-Identifier: MIT */
/*
 * Slow pipes: a filing that trickles in, output that is taken a little at a time, an end that does
 * not wait, and a program that is told to end meanwhile. What comes out is all of it, or the status
 * says that it is not.
 */
#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 4, SMALLEST_PIPE = 4096, PATIENCE = 30 /* seconds */ };

/* Bytes that are written, and read, at a time; 0: all that goes. */
struct pace {
    size_t in, out;
    bool impatient; /* standard output does not wait: a write to a full pipe fails */
    int signal;     /* sent when the pipe is full; 0: none */
};

struct ends {
    int in, out, err;
    pid_t program;
};

static const char *folio;

static void die(const char *what)
{
    (void)fprintf(stderr, "test_pipes: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void pipe_or_die(int fds[2])
{
    if (pipe2(fds, O_CLOEXEC) != 0)
        die("pipe");
}

static struct ends start(const char *const *words, struct pace pace)
{
    int in[2], out[2], err[2];
    const char *argv[MOST_WORDS + 2] = {folio};
    for (size_t i = 0; i < MOST_WORDS && words[i]; i++)
        argv[i + 1] = words[i];
    pipe_or_die(in);
    pipe_or_die(out);
    pipe_or_die(err);
    (void)fcntl(out[1], F_SETPIPE_SZ, SMALLEST_PIPE);
    if (pace.impatient)
        (void)fcntl(out[1], F_SETFL, O_WRONLY | O_NONBLOCK);
    pid_t pid = fork();
    if (pid < 0)
        die("fork");
    if (pid == 0) {
        alarm(PATIENCE);
        /* Who runs the tests may have them ignored. */
        (void)signal(SIGHUP, SIG_DFL);
        (void)signal(SIGINT, SIG_DFL);
        (void)signal(SIGTERM, SIG_DFL);
        if (dup2(in[0], 0) == 0 && dup2(out[1], 1) == 1 && dup2(err[1], 2) == 2)
            execv(folio, (char *const *)argv);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    close(err[1]);
    (void)fcntl(in[1], F_SETFL, O_WRONLY | O_NONBLOCK);
    return (struct ends){in[1], out[0], err[0], pid};
}

/* Writes a piece; closes the pipe behind the last. */
static void give(struct ends *e, struct slice *rest, size_t piece)
{
    size_t len = piece && piece < rest->len ? piece : rest->len;
    ssize_t n = write(e->in, rest->at, len);
    if (n > 0)
        *rest = slice_cut(*rest, (size_t)n, rest->len);
    if (rest->len == 0 || (n < 0 && errno != EAGAIN)) {
        close(e->in);
        e->in = -1;
    }
}

/* Reads a piece; closes the pipe at its end. */
static void take(int *fd, size_t piece, struct buffer *out)
{
    char block[65536];
    ssize_t n = read(*fd, block, piece && piece < sizeof block ? piece : sizeof block);
    if (n > 0) {
        buffer_add(out, (struct slice){block, (size_t)n});
        return;
    }
    close(*fd);
    *fd = -1;
}

/* Waits until the pipe is full: the program waits in the middle of a write. */
static void await_full(int fd)
{
    int held = 0;
    for (int tries = 0; tries < PATIENCE * 1000 && held < SMALLEST_PIPE; tries++) {
        (void)poll(NULL, 0, 1);
        if (ioctl(fd, FIONREAD, &held) != 0)
            die("FIONREAD");
    }
    if (held < SMALLEST_PIPE)
        die("the pipe is never full");
}

/* Runs it at that pace; returns the status of waitpid. */
static int run(const char *const *words, struct slice filing, struct pace pace, struct buffer *out,
               struct buffer *err)
{
    struct ends e = start(words, pace);
    int status = -1;
    while (e.in >= 0 || e.out >= 0 || e.err >= 0) {
        /* One that does not wait has ended before anything is taken. */
        bool hold = pace.signal || (pace.impatient && e.err >= 0);
        struct pollfd polls[] = {{.fd = e.in, .events = POLLOUT},
                                 {.fd = hold ? -1 : e.out, .events = POLLIN},
                                 {.fd = e.err, .events = POLLIN}};
        if (pace.signal && e.in < 0) {
            await_full(e.out);
            kill(e.program, pace.signal);
            pace.signal = 0;
            continue;
        }
        if (poll(polls, 3, PATIENCE * 1000) <= 0)
            die("nothing moves");
        if (polls[0].revents)
            give(&e, &filing, pace.in);
        if (polls[1].revents)
            take(&e.out, pace.out, out);
        if (polls[2].revents)
            take(&e.err, 0, err);
    }
    while (waitpid(e.program, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

static void read_sample(const char *name, struct buffer *out)
{
    char path[4096];
    const char *top = getenv("abs_srcdir");
    (void)snprintf(path, sizeof path, "%s/samples/%s", top ? top : ".", name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        die(path);
    while (fd >= 0)
        take(&fd, 0, out);
}

/* ---- the checks */

static int failures;

static void check(bool holds, const char *what, const char *command)
{
    if (holds)
        return;
    (void)fprintf(stderr, "test_pipes: %s: not so: %s\n", command, what);
    failures++;
}

/* What it prints does not depend on how the bytes come and go. */
static void check_slow(const char *const *words, struct slice filing)
{
    static const struct pace paces[] = {{.in = 1}, {.in = 97, .out = 13}, {.out = 1}};
    struct buffer good = {0}, out = {0}, err = {0};
    int status = run(words, filing, (struct pace){0}, &good, &err);
    check(WIFEXITED(status) && WEXITSTATUS(status) == 0 && good.len > 0, "works", words[0]);
    for (size_t i = 0; i < sizeof paces / sizeof *paces; i++) {
        buffer_clear(&out);
        status = run(words, filing, paces[i], &out, &err);
        check(WIFEXITED(status) && WEXITSTATUS(status) == 0, "ends well when slow", words[0]);
        check(slice_equal(buffer_slice(&out), buffer_slice(&good)), "prints all", words[0]);
    }
    check(err.len == 0, "is quiet", words[0]);
    buffer_deinit(&good);
    buffer_deinit(&out);
    buffer_deinit(&err);
}

/* Somebody has made the pipe one that does not wait: what is lost is told. */
static void check_impatient(const char *const *words, struct slice filing)
{
    struct buffer out = {0}, err = {0};
    int status = run(words, filing, (struct pace){.impatient = true}, &out, &err);
    check(WIFEXITED(status) && WEXITSTATUS(status) == 2, "a full pipe is a failure", words[0]);
    check(strcmp(buffer_text(&err), "folio: standard output: Resource temporarily unavailable\n") ==
              0,
          "says so in one line", words[0]);
    buffer_deinit(&out);
    buffer_deinit(&err);
}

/* Told to end while nobody takes what it prints: it does, of the signal, and without a word. */
static void check_told_to_end(const char *const *words, struct slice filing)
{
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct buffer out = {0}, err = {0};
        int status = run(words, filing, (struct pace){.signal = signals[i]}, &out, &err);
        check(WIFSIGNALED(status) && WTERMSIG(status) == signals[i], "ends of the signal",
              words[0]);
        check(err.len == 0, "is quiet", words[0]);
        buffer_deinit(&out);
        buffer_deinit(&err);
    }
}

int main(void)
{
    static const char *const commands[][MOST_WORDS] = {
        {"text", "-"}, {"outline", "--json", "-"}, {"grep", "the", "-"}};
    struct buffer small = {0}, large = {0};
    folio = getenv("FOLIO");
    if (!folio)
        folio = "./folio";
    (void)signal(SIGPIPE, SIG_IGN);
    read_sample("8-K_2004_bare.txt", &small);
    read_sample("10-K_1997_full.txt", &large);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        check_slow(commands[i], buffer_slice(&small));
    check_impatient(commands[0], buffer_slice(&large));
    check_told_to_end(commands[0], buffer_slice(&large));
    buffer_deinit(&small);
    buffer_deinit(&large);
    return failures > 0;
}
