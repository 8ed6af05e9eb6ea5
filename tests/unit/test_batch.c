/* SPDX-License-Identifier: MIT */
/* Batches: everything in order, nothing lost, nothing twice, whoever dies. */
#include "batch/batch.h"

#include "base/buffer.h"
#include "batch/progress.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* Jobs are numbers; some do odd things. */
struct made {
    size_t count, at;
    size_t slow, killed, ended, large; /* numbers of jobs; 0: none */
    size_t hanging_up;                 /* tells its parent that the terminal is gone */
    size_t waited_for;                 /* never comes */
    bool with_fd;
    size_t padding; /* zeros in front of each number */
    struct buffer name;
};

static bool next(void *self, struct batch_job *job)
{
    struct made *m = self;
    if (m->at == m->count)
        return false;
    m->at++;
    if (m->at == m->waited_for) {
        (void)pause();
        _exit(1);
    }
    buffer_clear(&m->name);
    buffer_add_fill(&m->name, '0', m->padding);
    buffer_addf(&m->name, "%zu", m->at);
    *job = (struct batch_job){buffer_text(&m->name), NULL, -1};
    if (m->with_fd) {
        job->fd = memfd_create("job", MFD_CLOEXEC);
        assert_true(write(job->fd, job->name, strlen(job->name)) > 0);
    }
    return true;
}

static struct batch_result work(void *self, const struct batch_job *job, FILE *out, FILE *error)
{
    const struct made *m = self;
    size_t number = strtoul(job->name, NULL, 10);
    char bytes[32] = "";
    if (job->fd >= 0 && pread(job->fd, bytes, sizeof bytes - 1, 0) <= 0)
        _exit(3);
    (void)fprintf(out, "begin %zu\n", number);
    if (number == m->hanging_up)
        (void)kill(getppid(), SIGHUP);
    if (number == m->slow)
        usleep(100000);
    if (number == m->killed) {
        (void)fprintf(out, "half of a li");
        (void)fflush(out);
        (void)raise(SIGKILL);
    }
    if (number == m->ended)
        _exit(7);
    for (size_t i = 0; number == m->large && i < 200000; i++)
        (void)fprintf(out, "line %zu of a long job, which is longer than what is kept of one\n", i);
    (void)fprintf(out, "end %zu%s%s\n", number, *bytes ? " " : "", bytes);
    if (number % 10 == 0) {
        (void)fflush(out);
        (void)fprintf(error, "odd %zu\n", number);
    }
    return (struct batch_result){number == 5 ? BATCH_HIT : 0U, 1, number};
}

static void terminate(int signal)
{
    (void)signal;
    (void)raise(SIGTERM);
}

static void died(void *self, const char *name, const char *why, FILE *out, FILE *error)
{
    (void)self;
    (void)fprintf(out, "died %zu: %s\n", (size_t)strtoul(name, NULL, 10), why);
    (void)fprintf(error, "died %s\n", name);
}

/* Runs a batch in a process of its own, with output and errors in these buffers. */
static int run(struct made *m, size_t workers, struct buffer *out, struct buffer *error)
{
    const struct batch_calls calls = {.self = m, .next = next, .work = work, .died = died};
    int fds[2] = {memfd_create("out", MFD_CLOEXEC), memfd_create("error", MFD_CLOEXEC)};
    pid_t pid = fork();
    if (pid == 0) {
        struct batch_result all;
        struct progress progress = {0};
        struct error e = {0};
        (void)signal(SIGHUP, SIG_IGN); /* as under nohup: no reason to stop */
        dup2(fds[0], STDOUT_FILENO);
        dup2(fds[1], STDERR_FILENO);
        bool good = batch_run(&calls, workers, &progress, &all, &e);
        _exit(!good ? 100 : all.filings != m->count ? 101 : (int)all.flags);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    for (int i = 0; i < 2; i++) {
        off_t size = lseek(fds[i], 0, SEEK_END);
        struct buffer *b = i == 0 ? out : error;
        buffer_reserve(b, (size_t)size + 1);
        assert_int_equal(pread(fds[i], b->at, (size_t)size, 0), size);
        b->len = (size_t)size;
        b->at[size] = '\0';
        close(fds[i]);
    }
    return status;
}

/* What all jobs print that did nothing odd. */
static void add_wanted(const struct made *m, struct buffer *out)
{
    for (size_t i = 1; i <= m->count; i++) {
        if (i == m->killed || i == m->ended) {
            if (i == m->killed)
                buffer_addf(out, "begin %zu\n", i);
            buffer_addf(out, "died %zu: its worker %s\n", i,
                        i == m->killed ? "was ended by signal 9" : "ended with status 7");
            continue;
        }
        buffer_addf(out, "begin %zu\n", i);
        for (size_t k = 0; i == m->large && k < 200000; k++)
            buffer_addf(out, "line %zu of a long job, which is longer than what is kept of one\n",
                        k);
        buffer_addf(out, "end %zu", i);
        if (m->with_fd)
            buffer_addf(out, " %zu", i);
        buffer_add_byte(out, '\n');
    }
}

static void check(struct made m, size_t workers, unsigned flags)
{
    struct buffer out = {0}, error = {0}, want = {0};
    int status = run(&m, workers, &out, &error);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), flags);
    add_wanted(&m, &want);
    assert_int_equal(out.len, want.len);
    assert_memory_equal(buffer_text(&out), buffer_text(&want), want.len);
    size_t lines = 0;
    for (size_t i = 0; i < error.len; i++)
        lines += error.at[i] == '\n';
    assert_int_equal(lines, m.count / 10 + (m.killed > 0) + (m.ended > 0));
    buffer_deinit(&out);
    buffer_deinit(&error);
    buffer_deinit(&want);
}

static void test_order(void **state)
{
    (void)state;
    check((struct made){.count = 0}, 2, 0);
    check((struct made){.count = 1}, 3, 0);
    check((struct made){.count = 1000}, 1, BATCH_HIT);
    check((struct made){.count = 1000}, 4, BATCH_HIT);
    check((struct made){.count = 6000, .slow = 1}, 2, BATCH_HIT);
    check((struct made){.count = 100, .with_fd = true}, 2, BATCH_HIT);
}

/* A long job streams through when it is its turn, and waits when it is not. */
static void test_large(void **state)
{
    (void)state;
    check((struct made){.count = 40, .large = 1}, 3, BATCH_HIT);
    check((struct made){.count = 40, .large = 3, .slow = 1}, 3, BATCH_HIT);
}

static void test_deaths(void **state)
{
    (void)state;
    unsigned flags = BATCH_FAILED | BATCH_HIT;
    check((struct made){.count = 55, .killed = 1}, 1, flags);
    check((struct made){.count = 55, .killed = 17, .ended = 18}, 1, flags);
    check((struct made){.count = 55, .killed = 17, .ended = 33}, 3, flags);
    check((struct made){.count = 55, .ended = 55, .with_fd = true}, 3, flags);
    check((struct made){.count = 55, .killed = 9, .slow = 1}, 2, flags);
}

/* A name that no socket holds is not given to a worker that prints, which would wait for ever. */
static void test_long_names(void **state)
{
    (void)state;
    const size_t longer = 1 << 20;
    check((struct made){.count = 5, .large = 1, .padding = longer}, 1, BATCH_HIT);
    check((struct made){.count = 12, .large = 3, .slow = 1, .padding = longer}, 3, BATCH_HIT);
    check((struct made){.count = 5, .ended = 2, .padding = longer}, 1, BATCH_FAILED | BATCH_HIT);
}

static void test_ignored_signal(void **state)
{
    (void)state;
    check((struct made){.count = 1000, .hanging_up = 3}, 2, BATCH_HIT);
}

/* While the next job is waited for, a signal ends the program all the same. */
static void test_interrupt_of_waiting(void **state)
{
    (void)state;
    pid_t pid = fork();
    if (pid == 0) {
        struct made m = {.count = 2, .waited_for = 1};
        const struct batch_calls calls = {.self = &m, .next = next, .work = work, .died = died};
        struct batch_result all;
        struct progress progress = {0};
        struct error e = {0};
        const struct itimerval soon = {.it_value = {.tv_usec = 20000},
                                       .it_interval = {.tv_sec = 1}};
        (void)signal(SIGTERM, SIG_DFL);
        (void)signal(SIGALRM, terminate);
        (void)setitimer(ITIMER_REAL, &soon, NULL);
        (void)batch_run(&calls, 2, &progress, &all, &e);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

/* An interrupt between lines: what was printed are whole lines, and no worker is left. */
static void test_interrupt(void **state)
{
    (void)state;
    int ends[2];
    char text[65536];
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct made m = {.count = 100000000};
        const struct batch_calls calls = {.self = &m, .next = next, .work = work, .died = died};
        struct batch_result all;
        struct progress progress = {0};
        struct error e = {0};
        (void)signal(SIGINT, SIG_DFL); /* who runs the tests may have it ignored */
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        if (!freopen("/dev/null", "w", stderr))
            _exit(77);
        (void)batch_run(&calls, 3, &progress, &all, &e);
        _exit(0);
    }
    close(ends[1]);
    struct buffer all = {0};
    ssize_t len;
    bool sent = false;
    /* The end of the pipe comes when the last process that has it is gone. */
    while ((len = read(ends[0], text, sizeof text)) > 0) {
        buffer_add(&all, (struct slice){text, (size_t)len});
        if (!sent && all.len > 100000)
            sent = kill(pid, SIGINT) == 0;
    }
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    assert_int_equal(all.at[all.len - 1], '\n');
    buffer_deinit(&all);
}

static void test_full_disk(void **state)
{
    (void)state;
    pid_t pid = fork();
    if (pid == 0) {
        struct made m = {.count = 100000};
        const struct batch_calls calls = {.self = &m, .next = next, .work = work, .died = died};
        struct batch_result all;
        struct progress progress = {0};
        struct error e = {0};
        if (!freopen("/dev/full", "w", stdout))
            _exit(77);
        bool good = batch_run(&calls, 2, &progress, &all, &e);
        _exit(!good && strstr(e.message, "standard output: No space left") ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

/* A job of some length, which says when it is there and when it is through. */
static struct batch_result linger(void *self, const struct batch_job *job, FILE *out, FILE *error)
{
    (void)self;
    (void)job;
    (void)out;
    (void)error;
    assert_int_equal(write(STDOUT_FILENO, "b", 1), 1);
    (void)sleep(20);
    assert_int_equal(write(STDOUT_FILENO, "e", 1), 1);
    return (struct batch_result){0};
}

/* A parent that is killed takes the workers along, in the middle of their jobs. */
static void test_killed(void **state)
{
    (void)state;
    int ends[2];
    char mark;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct made m = {.count = 2};
        const struct batch_calls calls = {.self = &m, .next = next, .work = linger, .died = died};
        struct batch_result all;
        struct progress progress = {0};
        struct error e = {0};
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        (void)batch_run(&calls, 2, &progress, &all, &e);
        _exit(0);
    }
    close(ends[1]);
    for (int i = 0; i < 2; i++)
        assert_true(read(ends[0], &mark, 1) == 1 && mark == 'b');
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    /* Its end comes when the last process that has it is gone. */
    assert_int_equal(read(ends[0], &mark, 1), 0);
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_deaths),
        cmocka_unit_test(test_interrupt),
        cmocka_unit_test(test_killed),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test(test_ignored_signal),
        cmocka_unit_test(test_interrupt_of_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
