/* SPDX-License-Identifier: MIT */
/* Output in whole lines: to standard output, and to standard error behind what was printed before.
 */
#ifndef FOLIO_BATCH_LINES_H
#define FOLIO_BATCH_LINES_H

#include "base/buffer.h"

#include <stdbool.h>

struct lines {
    struct buffer out; /* the beginning of a line, whose end did not come yet */
    int problem;       /* errno of the first write to standard output that failed */
};

/* Writes all whole lines, and keeps the rest of the last one. */
void lines_add(struct lines *l, bool error, struct slice bytes);
/* Writes what is kept: there is no more of that line. */
void lines_end(struct lines *l);
/* Forgets it. */
void lines_drop(struct lines *l);
void lines_deinit(struct lines *l);

#endif
