/* SPDX-License-Identifier: MIT */
/*
 * A new file: nothing is overwritten unasked, and nothing half-written is left.
 *
 * The bytes go to a file of its own beside the one named, which takes its name when all are there.
 * What goes wrong is an errno, to be told by whoever knows what the file was for.
 */
#ifndef FOLIO_BASE_NEW_FILE_H
#define FOLIO_BASE_NEW_FILE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct new_file;

/* What may have the name already. */
enum new_file_over {
    NEW_FILE_ONLY, /* nothing: EEXIST, also when it has come to be there by the end of writing */
    NEW_FILE_OVER, /* a plain file that may be written, whose mode is kept (else EISDIR, ENOTSUP,
                      EACCES); a link is followed */
    NEW_FILE_HERE  /* the same, but a link is not followed (ELOOP) */
};

/* Opens a file to be written there. NULL, and what went wrong in *problem (an errno), when it
 * cannot be made. The caller ends it with new_file_close or new_file_drop. */
struct new_file *new_file_open(const char *path, enum new_file_over over, int *problem);

/* Adds bytes. What cannot be written is told at the end. */
void new_file_add(struct new_file *f, struct slice bytes);

/* How many bytes were added. */
size_t new_file_size(const struct new_file *f);

/* The file is whole: gives it its name; with `sync` only when the disk has it. 0, or what went
 * wrong; then nothing is left behind. */
int new_file_close(struct new_file *f, bool sync);
/* Gives up: nothing is left behind. NULL is allowed. */
void new_file_drop(struct new_file *f);

#endif
