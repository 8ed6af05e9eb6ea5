/* SPDX-License-Identifier: MIT */
/* The state of a submission, for the files that make it up: submission, which scans, and
 * submission_open. Nobody else includes this. */
#ifndef FOLIO_MODEL_SUBMISSION_STATE_H
#define FOLIO_MODEL_SUBMISSION_STATE_H

#include "base/arena.h"
#include "base/array.h"
#include "formats/sgml.h"
#include "model/identity.h"
#include "model/submission.h"
#include "model/warnings.h"

enum {
    SUBMISSION_SNIFFED = 64 * 1024,         /* of a document, to know what it is */
    SUBMISSION_HEADER_MAX = 4 * 1024 * 1024 /* read of a header */
};

struct submission {
    struct input *input;
    struct slice bytes;
    struct arena arena;
    struct sgml_reader reader;
    ARRAY(struct document *) documents;
    struct warnings warnings;
    struct identity identity;
    struct slice header;
    size_t scanned;
    size_t released;    /* everything before it was given back to the system */
    size_t submissions; /* headers met */
    size_t own;         /* documents of the first submission */
    bool cut_off;       /* the file ends inside a document */
    bool done;
};

/* Adds a document that begins at `start`, its text at `text`. */
struct document *submission_add(struct submission *s, size_t start, size_t text);
/* What is left of the file from `start` on as one document without an envelope. */
void submission_add_bare(struct submission *s, size_t start);

#endif
