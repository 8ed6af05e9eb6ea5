/* SPDX-License-Identifier: MIT */
/*
 * How far a batch is, as one line that stays in its place on a terminal:
 * "folio: 1,204 of 5,000 filings, 567 MB, 45 MB/s, 2 min left".
 *
 * It is drawn a few times a second, and wiped away before anything else is printed there.
 */
#ifndef FOLIO_BATCH_PROGRESS_H
#define FOLIO_BATCH_PROGRESS_H

#include "base/buffer.h"
#include "batch/batch.h"

#include <stdbool.h>
#include <stddef.h>

struct progress {
    bool on;
    int fd;
    size_t total; /* jobs; 0: not known; of one nothing is drawn */
    size_t jobs;  /* done */
    struct batch_result sum;
    double begun, shown; /* seconds; `shown`: when it was drawn last */
    size_t width;        /* columns that are drawn; 0: none */
};

/* Begins; nothing is drawn unless `fd` is a terminal. */
void progress_init(struct progress *p, int fd, size_t total);

/* There are more jobs than were told, nobody knows how many: an archive was come to. */
void progress_of_any(struct progress *p);

/* One more job is done. */
void progress_add(struct progress *p, const struct batch_result *result);

/* Wipes the line away. */
void progress_hide(struct progress *p);

/* Adds what the line says after so many seconds. */
void progress_write(const struct progress *p, double seconds, struct buffer *out);

#endif
