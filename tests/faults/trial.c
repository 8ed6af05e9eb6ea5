/* SPDX-License-Identifier: MIT */
/* Runs in children, their output, and whether it is right. */
#include "faults/trial.h"

#include "base/buffer.h"
#include "faults/scarce.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    FAILED = 2,
    BROKEN = 99,  /* the status of a child, or of the test, that cannot work */
    DENSE = 300,  /* so many requests fail one by one, */
    RATIO = 40,   /* and then each by this part farther than the last */
    LONGEST = 30, /* seconds of one run */
    MOST_TOLD = 5 /* failures of one trial */
};

struct outcome {
    int status;   /* of waitpid */
    size_t asked; /* requests for memory */
    struct buffer out, err;
};

struct shortage {
    size_t request; /* 0: none fails */
    bool for_good, plain_locale;
};

/* ---- one run */

static void read_back(int fd, struct buffer *out)
{
    char block[65536];
    ssize_t got;
    for (off_t at = 0; (got = pread(fd, block, sizeof block, at)) > 0; at += got)
        buffer_add(out, (struct slice){block, (size_t)got});
    close(fd);
}

static _Noreturn void be(const struct trial *t, struct shortage s, const int fds[2],
                         volatile size_t *asked)
{
    int argc = 0;
    while (t->argv[argc])
        argc++;
    if (dup2(fds[0], STDOUT_FILENO) < 0 || dup2(fds[1], STDERR_FILENO) < 0 ||
        (s.plain_locale && setenv("LC_ALL", "C", 1) != 0))
        _exit(BROKEN);
    alarm(LONGEST);
    scarce_begin(s.request, s.for_good);
    int status = t->program(argc, t->argv);
    *asked = scarce_end();
    exit(status);
}

static void run(const struct trial *t, struct shortage s, struct outcome *o)
{
    int fds[2] = {memfd_create("out", MFD_CLOEXEC), memfd_create("err", MFD_CLOEXEC)};
    size_t *asked =
        mmap(NULL, sizeof *asked, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    *o = (struct outcome){0};
    if (fds[0] < 0 || fds[1] < 0 || asked == MAP_FAILED)
        exit(BROKEN);
    if (t->before)
        t->before();
    (void)fflush(NULL); /* else the child would print it again */
    pid_t child = fork();
    if (child == 0)
        be(t, s, fds, asked);
    while (waitpid(child, &o->status, 0) < 0)
        if (child < 0 || errno != EINTR)
            exit(BROKEN);
    o->asked = *asked;
    munmap(asked, sizeof *asked);
    read_back(fds[0], &o->out);
    read_back(fds[1], &o->err);
}

static void outcome_free(struct outcome *o)
{
    buffer_deinit(&o->out);
    buffer_deinit(&o->err);
}

/* ---- judging it */

/* One line says it; others are of folio, too: what it has to say of a filing, and of the next. */
static bool says_so(struct slice err)
{
    struct slice line;
    size_t count = 0;
    while (slice_next_line(&err, &line)) {
        if (!slice_starts(line, SLICE("folio: ")))
            return false;
        count += slice_find(line, SLICE("out of memory")) < line.len;
    }
    return count == 1;
}

static bool is_same(const struct outcome *a, const struct outcome *b)
{
    return a->status == b->status && slice_equal(buffer_slice(&a->out), buffer_slice(&b->out)) &&
           slice_equal(buffer_slice(&a->err), buffer_slice(&b->err));
}

static bool gave_up(const struct outcome *o)
{
    return WIFEXITED(o->status) && WEXITSTATUS(o->status) == FAILED &&
           says_so(buffer_slice(&o->err));
}

static void tell(const struct trial *t, struct shortage s, const struct outcome *o)
{
    printf("%s: request %zu%s: ", t->name, s.request, s.for_good ? " and all behind it" : "");
    if (WIFSIGNALED(o->status))
        printf("signal %d", WTERMSIG(o->status));
    else
        printf("status %d", WEXITSTATUS(o->status));
    printf(", %zu bytes printed, and said: %.300s\n", o->out.len, buffer_text(&o->err));
}

/* ---- all runs of one trial */

/* The next request to fail; `made`: so many had their turn. */
static size_t next_request(size_t request, size_t made)
{
    const char *every = getenv("FOLIO_EVERY");
    if (made < DENSE || (every && *every))
        return request + 1;
    return request + (request - 1) / RATIO + 1;
}

static void try_one(const struct trial *t, struct shortage s, const struct outcome *good,
                    const struct outcome *plain, struct trial_sum *sum, size_t *wrong)
{
    struct outcome o;
    run(t, s, &o);
    bool right = gave_up(&o) || is_same(&o, good) || (t->plain_locale && is_same(&o, plain));
    if (t->after && !t->after()) {
        printf("%s: request %zu: what it left is not sound\n", t->name, s.request);
        right = false;
    }
    if (!right && ++*wrong <= MOST_TOLD)
        tell(t, s, &o);
    sum->runs++;
    outcome_free(&o);
}

void trial_run(const struct trial *t, struct trial_sum *sum)
{
    struct outcome good, plain = {0};
    size_t wrong = 0, made = 0;
    run(t, (struct shortage){0}, &good);
    if (t->plain_locale)
        run(t, (struct shortage){.plain_locale = true}, &plain);
    if (!WIFEXITED(good.status) || WEXITSTATUS(good.status) != t->status) {
        printf("%s: goes wrong with all its memory\n", t->name);
        tell(t, (struct shortage){0}, &good);
        wrong++;
    }
    for (size_t at = t->first ? t->first : 1; at <= good.asked; at = next_request(at, ++made)) {
        try_one(t, (struct shortage){.request = at}, &good, &plain, sum, &wrong);
        try_one(t, (struct shortage){.request = at, .for_good = true}, &good, &plain, sum, &wrong);
    }
    printf("%s: %zu requests, %zu of them fail\n", t->name, good.asked, made);
    sum->wrong += wrong;
    outcome_free(&good);
    outcome_free(&plain);
}

size_t trial_requests(trial_program *program, char **argv)
{
    struct outcome o;
    run(&(struct trial){.program = program, .argv = argv}, (struct shortage){0}, &o);
    outcome_free(&o);
    return o.asked;
}
