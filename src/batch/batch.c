/* SPDX-License-Identifier: MIT */
/* Handing out jobs, and putting what they print in order. */
#include "batch/batch.h"

#include "base/array.h"
#include "base/memory.h"
#include "batch/wire.h"
#include "batch/lines.h"
#include "batch/progress.h"
#include "batch/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    QUEUE = 2,       /* jobs that a worker has: the one it does, and the next */
    WINDOW = 4096,   /* jobs that are handed out and not yet printed */
    AHEAD = 1 << 22, /* bytes kept of a job that runs ahead, before its worker has to wait */
    KEPT = 1 << 26,  /* bytes kept of all of them, before no more are handed out */
    PAUSE = 100      /* milliseconds between looks at what the user wants */
};

struct job {
    char *name;
    char *trouble;
    int fd;
    struct buffer kept; /* frames that wait for their turn */
    bool done;
    struct batch_result result;
};

struct queue {
    struct worker worker;
    size_t jobs[QUEUE]; /* numbers, in order */
    size_t count;
};

struct batch {
    const struct batch_calls *calls;
    struct queue *queues;
    size_t queue_count;
    ARRAY(struct job) jobs; /* from the first that is not printed on: */
    size_t first;           /* its number */
    size_t kept;            /* bytes, of all */
    bool no_more;           /* all jobs are handed out */
    struct lines lines;
    struct progress *progress;
    struct batch_result all;
};

/* Output of the job whose turn it is; WIRE_END: the line that was begun never gets its end. */
static void print(struct batch *b, enum wire_kind kind, struct slice bytes)
{
    if (kind == WIRE_ERROR)
        progress_hide(b->progress);
    if (kind == WIRE_END)
        lines_drop(&b->lines);
    else
        lines_add(&b->lines, kind == WIRE_ERROR, bytes);
}

static struct job *job_of(struct batch *b, size_t number)
{
    return &b->jobs.at[number - b->first];
}

/* Output of the job whose turn it is goes out; that of another waits. */
static void take_output(struct batch *b, size_t number, enum wire_kind kind, struct slice bytes)
{
    if (number == b->first) {
        print(b, kind, bytes);
        return;
    }
    struct wire_frame frame = {(uint32_t)kind, (uint32_t)bytes.len};
    struct buffer *kept = &job_of(b, number)->kept;
    buffer_add(kept, (struct slice){(const char *)&frame, sizeof frame});
    buffer_add(kept, bytes);
    b->kept += sizeof frame + bytes.len;
}

/* The output that waited, now that its turn has come. */
static void print_kept(struct batch *b, struct job *job)
{
    struct slice rest = buffer_slice(&job->kept), bytes;
    struct wire_frame frame;
    for (size_t taken; wire_take(rest, &frame, &bytes, &taken);
         rest = slice_cut(rest, taken, rest.len))
        print(b, (enum wire_kind)frame.kind, bytes);
    b->kept -= job->kept.len;
    buffer_deinit(&job->kept);
}

/* Prints all jobs that are done and whose turn it is. */
static void advance(struct batch *b)
{
    size_t passed = 0;
    for (; passed < b->jobs.count && b->jobs.at[passed].done; passed++) {
        struct job *job = &b->jobs.at[passed];
        print_kept(b, job);
        lines_end(&b->lines);
        b->all.flags |= job->result.flags;
        b->all.filings += job->result.filings;
        b->all.bytes += job->result.bytes;
        progress_add(b->progress, &job->result);
        free(job->name);
        free(job->trouble);
    }
    if (passed == 0)
        return;
    b->jobs.count -= passed;
    memmove(b->jobs.at, b->jobs.at + passed, b->jobs.count * sizeof *b->jobs.at);
    b->first += passed;
    if (b->jobs.count > 0)
        print_kept(b, b->jobs.at);
}

static void end_job(struct batch *b, struct queue *q, const struct batch_result *result)
{
    struct job *job = job_of(b, q->jobs[0]);
    job->done = true;
    job->result = *result;
    if (job->fd >= 0)
        close(job->fd);
    q->count--;
    memmove(q->jobs, q->jobs + 1, q->count * sizeof *q->jobs);
    advance(b);
}

/* The next job, given to the worker. False when there are no more. */
static bool hand_out(struct batch *b, struct queue *q)
{
    struct batch_job next = {NULL, NULL, -1};
    if (b->no_more || !b->calls->next(b->calls->self, &next)) {
        b->no_more = true;
        return false;
    }
    array_push(&b->jobs, ((struct job){
                             .name = slice_copy(slice_of(next.name)),
                             .trouble = next.trouble ? slice_copy(slice_of(next.trouble)) : NULL,
                             .fd = next.fd,
                         }));
    q->jobs[q->count++] = b->first + b->jobs.count - 1;
    /* When the worker is gone, that is seen when it is read from. */
    (void)worker_give(&q->worker, &next);
    return true;
}

/* Gives jobs to workers that have few; first to those that have none. */
static void hand_out_all(struct batch *b)
{
    for (size_t fill = 0; fill < QUEUE; fill++)
        for (size_t i = 0; i < b->queue_count; i++)
            if (b->queues[i].count == fill && b->jobs.count < WINDOW && b->kept < KEPT &&
                !hand_out(b, &b->queues[i]))
                return;
}

static bool start(struct batch *b, struct queue *q)
{
    int *others = memory_alloc(b->queue_count * sizeof *others);
    for (size_t i = 0; i < b->queue_count; i++)
        others[i] = b->queues[i].worker.pid > 0 ? b->queues[i].worker.socket : -1;
    bool good = worker_start(&q->worker, b->calls, others, b->queue_count);
    free(others);
    return good;
}

/* Tells of the job whose worker died. What it printed last is no whole line. */
static void tell_death(struct batch *b, size_t number, int status)
{
    struct buffer why = {0};
    char *text[2] = {NULL, NULL};
    size_t size[2] = {0, 0};
    FILE *streams[2];
    for (int i = 0; i < 2; i++)
        if (!(streams[i] = open_memstream(&text[i], &size[i])))
            memory_exhausted();
    if (WIFSIGNALED(status))
        buffer_addf(&why, "its worker was ended by signal %d", WTERMSIG(status));
    else
        buffer_addf(&why, "its worker ended with status %d", WEXITSTATUS(status));
    take_output(b, number, WIRE_END, (struct slice){NULL, 0});
    b->calls->died(b->calls->self, job_of(b, number)->name, buffer_text(&why), streams[0],
                   streams[1]);
    for (int i = 0; i < 2; i++) {
        (void)fclose(streams[i]);
        take_output(b, number, i == 0 ? WIRE_OUT : WIRE_ERROR, (struct slice){text[i], size[i]});
        free(text[i]);
    }
    buffer_deinit(&why);
}

/* A worker is gone: its job has failed, and another takes its place. */
static bool replace(struct batch *b, struct queue *q, struct error *e)
{
    const struct batch_result failed = {BATCH_FAILED, 1, 0};
    int status = worker_kill(&q->worker);
    if (q->count > 0) {
        tell_death(b, q->jobs[0], status);
        end_job(b, q, &failed);
    }
    if (!start(b, q))
        return error_set(e, ERROR_INPUT, "no worker can be made: %s", strerror(errno));
    for (size_t i = 0; i < q->count; i++) {
        const struct job *job = job_of(b, q->jobs[i]);
        struct batch_job again = {job->name, job->trouble, job->fd};
        (void)worker_give(&q->worker, &again);
    }
    return true;
}

/* Takes apart what a worker sent. False when that is no frame. */
static bool take_frames(struct batch *b, struct queue *q)
{
    struct worker *w = &q->worker;
    struct wire_frame frame;
    struct slice bytes;
    size_t taken;
    while (wire_take(slice_cut(buffer_slice(&w->got), w->at, w->got.len), &frame, &bytes, &taken)) {
        if (q->count == 0)
            return false;
        w->at += taken;
        struct batch_result result;
        if (frame.kind == WIRE_OUT || frame.kind == WIRE_ERROR) {
            take_output(b, q->jobs[0], (enum wire_kind)frame.kind, bytes);
        } else if (frame.kind == WIRE_END && bytes.len == sizeof result) {
            memcpy(&result, bytes.at, sizeof result);
            end_job(b, q, &result);
        } else {
            return false;
        }
    }
    return w->got.len - w->at < sizeof frame + WIRE_MOST;
}

static bool is_interrupted(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 &&
           (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 ||
            sigismember(&waiting, SIGHUP) == 1);
}

/* Waits for output of workers that may go on, and takes it. */
static bool receive(struct batch *b, struct pollfd *polls, struct error *e)
{
    for (size_t i = 0; i < b->queue_count; i++) {
        const struct queue *q = &b->queues[i];
        bool waits =
            q->count > 0 && q->jobs[0] != b->first && job_of(b, q->jobs[0])->kept.len > AHEAD;
        polls[i] = (struct pollfd){.fd = waits ? -1 : q->worker.socket, .events = POLLIN};
    }
    if (poll(polls, b->queue_count, PAUSE) <= 0)
        return true;
    for (size_t i = 0; i < b->queue_count; i++) {
        struct queue *q = &b->queues[i];
        if (polls[i].revents == 0)
            continue;
        bool there = worker_receive(&q->worker);
        if ((!take_frames(b, q) || !there) && !replace(b, q, e))
            return false;
    }
    return true;
}

static bool run(struct batch *b, struct error *e)
{
    struct pollfd *polls = memory_alloc(b->queue_count * sizeof *polls);
    bool good = true;
    for (size_t i = 0; good && i < b->queue_count; i++)
        if (!start(b, &b->queues[i]))
            good = error_set(e, ERROR_INPUT, "no worker can be made: %s", strerror(errno));
    for (bool more = good; more && !is_interrupted() && !b->lines.problem;) {
        hand_out_all(b);
        more = b->jobs.count > 0 && (good = receive(b, polls, e));
    }
    free(polls);
    if (good && b->lines.problem)
        good = error_set(e, ERROR_INPUT, "standard output: %s", strerror(b->lines.problem));
    return good;
}

static void end(struct batch *b)
{
    for (size_t i = 0; i < b->queue_count; i++)
        (void)worker_kill(&b->queues[i].worker);
    for (size_t i = 0; i < b->jobs.count; i++) {
        struct job *job = &b->jobs.at[i];
        free(job->name);
        free(job->trouble);
        buffer_deinit(&job->kept);
        if (job->fd >= 0 && !job->done)
            close(job->fd);
    }
    array_deinit(&b->jobs);
    free(b->queues);
    lines_deinit(&b->lines);
}

bool batch_run(const struct batch_calls *calls, size_t workers, struct progress *progress,
               struct batch_result *all, struct error *e)
{
    struct batch b = {.calls = calls, .queue_count = workers, .progress = progress};
    b.queues = memory_alloc(workers * sizeof *b.queues);
    sigset_t held, before;
    (void)sigemptyset(&held);
    (void)sigaddset(&held, SIGINT);
    (void)sigaddset(&held, SIGTERM);
    (void)sigaddset(&held, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &held, &before);
    bool good = run(&b, e);
    end(&b);
    progress_hide(progress);
    /* A signal that waits ends the program here, between two lines. */
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    *all = b.all;
    return good;
}
