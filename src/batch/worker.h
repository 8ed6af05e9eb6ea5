/* SPDX-License-Identifier: MIT */
/* One worker process, as its parent sees it, and the loop that it runs. */
#ifndef FOLIO_BATCH_WORKER_H
#define FOLIO_BATCH_WORKER_H

#include "base/buffer.h"
#include "batch/batch.h"

#include <sys/types.h>

struct worker {
    pid_t pid;         /* 0: there is none */
    int socket;        /* -1 when there is none */
    struct buffer got; /* received, and not yet taken apart */
    size_t at;         /* so much of it was taken */
};

/* Forks a worker; it closes `others`, the sockets of other workers, so that their ends are seen,
 * and what else is not for it; -1 is passed over. False, with errno, when it cannot be made. */
bool worker_start(struct worker *w, const struct batch_calls *calls, const int *others,
                  size_t count);

/* Hands it a job. False when the worker is gone. */
bool worker_give(struct worker *w, const struct batch_job *job);

/* Receives what there is, without waiting for more. False when the worker is gone. */
bool worker_receive(struct worker *w);

/* Ends it at once, or waits for its end, and returns how it ended, as waitpid does. */
int worker_kill(struct worker *w);
int worker_wait(struct worker *w);

#endif
