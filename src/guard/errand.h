/* SPDX-License-Identifier: MIT */
/*
 * Errands: what the reader asks its helper to do, as it has no right to do it: write a file, run a
 * command, open the editor.
 *
 * The helper is a process of its own (guard/helper.h), started before a filing is opened; it ends
 * when these errands do, or the process that holds them. `struct errands *` NULL: there is none.
 * Every errand is then refused, with words that say so.
 *
 * One file is saved at a time: opening another gives the one before up.
 */
#ifndef FOLIO_GUARD_ERRAND_H
#define FOLIO_GUARD_ERRAND_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct errands;

/* Starts the helper; NULL when that cannot be. */
struct errands *errands_start(void);
/* Ends it; it does not outlive the reader in any case. NULL is allowed. */
void errands_end(struct errands *h);

/* ---- saving to a file */

struct errand_file;

/* Opens a file to be written at the path; without `over` it fails when something is there (EEXIST),
 * also at the end of writing. NULL, and why in *problem (an errno, ECONNRESET: no helper). The
 * caller ends it with errand_file_close or errand_file_drop. */
struct errand_file *errand_file_open(struct errands *h, const char *path, bool over, int *problem);
/* Adds bytes. What cannot be written is told at the end. */
void errand_file_add(struct errand_file *f, struct slice bytes);
/* The file is whole, and on the disk: 0 and its size in bytes, or an errno with nothing left
 * behind. ECANCELED: another was opened meanwhile. */
int errand_file_close(struct errand_file *f, size_t *size);
/* Gives up: nothing is left behind. NULL is allowed. */
void errand_file_drop(struct errand_file *f);

/* ---- commands */

enum errand_kind {
    ERRAND_PIPE, /* the command gets the text, and has the screen */
    ERRAND_COPY, /* the command gets the text, has no screen, and ERRAND_PATIENCE */
    ERRAND_EDIT  /* the reader's editor on a copy of the text */
};

enum { ERRAND_PATIENCE = 3000 /* milliseconds */ };

/* Has a command run on the text (`command` of ERRAND_EDIT: NULL). False when there is no helper. */
bool errand_ask(struct errands *h, enum errand_kind kind, const char *command, struct slice text,
                struct error *e);
/* What is readable when the answer is there; -1: none will come. */
int errands_answer_fd(const struct errands *h);
/* Takes the answer, and waits for it: adds what is to be said of the command, nothing when all went
 * well. False when the helper is gone. */
bool errand_answer(struct errands *h, struct buffer *say, struct error *e);
/* Waits no longer: the command is told that its terminal is gone, and no errand is done any more.
 */
void errands_give_up(struct errands *h);

#endif
