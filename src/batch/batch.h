/* SPDX-License-Identifier: MIT */
/*
 * A batch: jobs done by worker processes, their output in the order of the jobs.
 *
 * A job is a name, with a descriptor where its bytes are in memory already. Workers are forked at
 * the beginning and take jobs as they are free; what a job prints is passed on when all jobs
 * before it are done, so the output is that of one process. Of a job that runs ahead only so much
 * is kept (its worker then waits), so memory does not grow with the batch. Output goes out in
 * whole lines. When a worker dies its job has failed, the others are done.
 */
#ifndef FOLIO_BATCH_BATCH_H
#define FOLIO_BATCH_BATCH_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct progress;

enum { BATCH_FAILED = 1, BATCH_HIT = 2 };

/* What a job came to. */
struct batch_result {
    unsigned flags; /* BATCH_ */
    unsigned filings;
    size_t bytes; /* read */
};

struct batch_job {
    const char *name;
    const char *trouble; /* why it cannot be done, to be told in its turn; NULL: nothing */
    int fd;              /* -1: there is none */
};

struct batch_calls {
    void *self;
    /* The next job; false when there are no more. The name is good until the next call; the
     * descriptor is closed by the batch. */
    bool (*next)(void *self, struct batch_job *job);
    /* Does one, in a worker, and prints to these streams. The descriptor is closed afterwards. */
    struct batch_result (*work)(void *self, const struct batch_job *job, FILE *out, FILE *error);
    /* Tells of a job whose worker died: prints to these streams, in the parent. */
    void (*died)(void *self, const char *name, const char *why, FILE *out, FILE *error);
};

/* Runs a batch with so many workers; output goes to standard output and standard error, and how far
 * it is to `progress`. *all is the sum of all results. False, with ERROR_INPUT, when no worker
 * can be made or output cannot be written. SIGINT, SIGTERM and SIGHUP end the program, by
 * themselves, when the line that is written is whole. */
bool batch_run(const struct batch_calls *calls, size_t workers, struct progress *progress,
               struct batch_result *all, struct error *e);

#endif
