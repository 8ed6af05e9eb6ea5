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
    struct batch_job next;  /* the one that is handed out next, when `is_next` */
    bool is_next;
    bool no_more;          /* all jobs were asked for */
    sigset_t held, before; /* signals that wait for the end of a line; those that did already */
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

/* Asks for the next job, unless it waits already. That may take long (a list that somebody types,
 * a member to be unpacked), and all lines are whole: a signal ends the program here at once. */
static bool ask(struct batch *b)
{
    if (b->is_next || b->no_more)
        return b->is_next;
    b->next = (struct batch_job){NULL, NULL, -1};
    (void)sigprocmask(SIG_SETMASK, &b->before, NULL);
    b->is_next = b->calls->next(b->calls->self, &b->next);
    (void)sigprocmask(SIG_BLOCK, &b->held, NULL);
    b->no_more = !b->is_next;
    return b->is_next;
}

/* The next job, given to the worker. False when there are no more, or when its name is so long that
 * it must wait for a worker that has none: one that prints takes no more than the socket holds. */
static bool hand_out(struct batch *b, struct queue *q)
{
    const struct batch_job *next = &b->next;
    if (!ask(b) || (q->count > 0 && strlen(next->name) > WIRE_MOST))
        return false;
    array_push(&b->jobs, ((struct job){
                             .name = slice_copy(slice_of(next->name)),
                             .trouble = next->trouble ? slice_copy(slice_of(next->trouble)) : NULL,
                             .fd = next->fd,
                         }));
    q->jobs[q->count++] = b->first + b->jobs.count - 1;
    /* When the worker is gone, that is seen when it is read from. */
    (void)worker_give(&q->worker, next);
    b->is_next = false;
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
    size_t count = 0;
    int *others = memory_alloc((b->queue_count + b->jobs.count + 1) * sizeof *others);
    for (size_t i = 0; i < b->queue_count; i++)
        if (b->queues[i].worker.pid > 0)
            others[count++] = b->queues[i].worker.socket;
    for (size_t i = 0; i < b->jobs.count; i++)
        if (!b->jobs.at[i].done)
            others[count++] = b->jobs.at[i].fd;
    if (b->is_next)
        others[count++] = b->next.fd;
    bool good = worker_start(&q->worker, b->calls, others, count);
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

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};

enum { ENDING = sizeof ending / sizeof *ending };

/* Lets the signals wait that end the program. One that is ignored (as under nohup) or waits in any
 * case ends nothing, but would be seen to wait. */
static void hold(struct batch *b)
{
    struct sigaction now;
    (void)sigemptyset(&b->held);
    (void)sigprocmask(SIG_BLOCK, NULL, &b->before);
    for (size_t i = 0; i < ENDING; i++)
        if (sigaction(ending[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN &&
            sigismember(&b->before, ending[i]) == 0)
            (void)sigaddset(&b->held, ending[i]);
    (void)sigprocmask(SIG_BLOCK, &b->held, NULL);
}

static bool is_interrupted(const struct batch *b)
{
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < ENDING; i++)
        if (sigismember(&b->held, ending[i]) == 1 && sigismember(&waiting, ending[i]) == 1)
            return true;
    return false;
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
        /* A signal for all of them ends workers, too: no failures of their jobs. */
        if ((!take_frames(b, q) || !there) && !is_interrupted(b) && !replace(b, q, e))
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
    for (bool more = good; more && !is_interrupted(b) && !b->lines.problem;) {
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
    if (b->is_next && b->next.fd >= 0)
        close(b->next.fd);
    array_deinit(&b->jobs);
    free(b->queues);
    lines_deinit(&b->lines);
}

bool batch_run(const struct batch_calls *calls, size_t workers, struct progress *progress,
               struct batch_result *all, struct error *e)
{
    struct batch b = {.calls = calls, .queue_count = workers, .progress = progress};
    b.queues = memory_alloc(workers * sizeof *b.queues);
    hold(&b);
    bool good = run(&b, e);
    end(&b);
    progress_hide(progress);
    /* A signal that waits ends the program here, between two lines. */
    (void)sigprocmask(SIG_SETMASK, &b.before, NULL);
    *all = b.all;
    return good;
}
