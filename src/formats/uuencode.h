/* SPDX-License-Identifier: MIT */
/*
 * uuencode: how pictures, PDF and archives are written inside a submission.
 *
 * "begin MODE NAME", lines whose first character tells how many bytes they stand for, a
 * line for none, "end". Blanks at the ends of lines are often lost, so the first
 * character counts and what is missing reads as blanks; blank and grave are both zero.
 */
#ifndef FOLIO_FORMATS_UUENCODE_H
#define FOLIO_FORMATS_UUENCODE_H

#include "base/buffer.h"
#include "base/slice.h"

struct uuencode_head {
    struct slice name; /* the file's name as written; may hold anything */
    size_t data;       /* where the first data line begins */
};

/* Reads the "begin" line that `text` starts with, blank lines before it aside. False when
 * there is none; then `head` is left alone. */
bool uuencode_begin(struct slice text, struct uuencode_head *head);

/* Takes whole data lines off `data` until at least `most` bytes were taken, and returns how many
 * bytes those lines stand for. At the end of the encoding `data` is left empty. */
size_t uuencode_count(struct slice *data, size_t most);

/* Adds the decoded bytes of `data`, which begins behind the "begin" line. False when the
 * encoding stopped without its end. */
bool uuencode_decode(struct slice data, struct buffer *out);

#endif
