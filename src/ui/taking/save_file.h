/* SPDX-License-Identifier: MIT */
/*
 * Saving to a file: nothing is overwritten unasked, and nothing half-written is left.
 *
 * The helper does it (guard/errand.h), as the reader itself has no right to: the bytes go to a new
 * file beside the one named, which takes its name when all are there. What goes wrong is told in
 * one line with the path.
 */
#ifndef FOLIO_UI_TAKING_SAVE_FILE_H
#define FOLIO_UI_TAKING_SAVE_FILE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "guard/errand.h"

#include <stdbool.h>

struct save_file;

/* Adds the path that the reader means: blanks at its ends left out, "~" and "~user" in front
 * resolved. */
void save_file_path(struct slice typed, struct buffer *path);

/* True when something has that name already. */
bool save_file_exists(const char *path);

/* Opens a file to be written there. Without `over` it fails when one has come to be there, also at
 * the end of writing. ERROR_INPUT. The caller ends it with save_file_close or save_file_drop. */
struct save_file *save_file_open(struct errands *errands, const char *path, bool over,
                                 struct error *e);

/* Adds bytes. What cannot be written is told at the end. */
void save_file_add(struct save_file *f, struct slice bytes);

/* The file is whole: gives it its name; *size (may be NULL) is what was written. False, with
 * nothing left behind, when that failed. */
bool save_file_close(struct save_file *f, size_t *size, struct error *e);
/* Gives up: nothing is left behind. NULL is allowed. */
void save_file_drop(struct save_file *f);

/* The three in one. */
bool save_file_write(struct errands *errands, const char *path, struct slice bytes, bool over,
                     struct error *e);

#endif
