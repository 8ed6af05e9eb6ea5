/* SPDX-License-Identifier: MIT */
/*
 * Gathering a part of the filing while the reader waits, or goes on reading: in slices of work.
 *
 * What fits in one slice is there at once. What is longer shows how far it is, and the key that
 * cancels gives it up. One part is gathered at a time; another takes its place.
 */
#ifndef FOLIO_UI_TAKING_GATHERING_H
#define FOLIO_UI_TAKING_GATHERING_H

#include "ui/taking/gather.h"
#include "ui/viewer.h"

struct mode;

/* What becomes of the text. `self` is what gathering_begin got, and is given back by `free`. */
struct gathering_end {
    /* After each slice; may take away what is there. False: given up, and said. NULL: all stays for
     * `done`. */
    bool (*some)(struct viewer *v, void *self, struct buffer *text);
    void (*done)(struct viewer *v, void *self, struct slice text);
    void (*free)(void *self); /* in any case, at the end */
};

/* What makes the text, in steps. */
struct gathering_source {
    /* Goes on for about so many bytes of the input, and adds to `out`; true when all is there. */
    bool (*step)(void *source, size_t bytes, struct buffer *out);
    int (*percent)(const void *source);
    void (*free)(void *source);
};

/* Gathers, and ends as `end` says; `what` is what is done ("saving", constant). The gatherer is
 * freed here. */
void gathering_begin(struct viewer *v, struct gather *g, const char *what,
                     const struct gathering_end *end, void *self);
/* The same of another source, which is freed as it says. */
void gathering_begin_from(struct viewer *v, const struct gathering_source *how, void *source,
                          const char *what, const struct gathering_end *end, void *self);

/* The command that VIEWER_RUN is to run with viewer_wish_text; NULL: the editor. */
const char *gathering_command(const struct viewer *v);
/* Leaves the text and the command (NULL: the editor) to the caller. */
void gathering_run(struct viewer *v, struct slice text, const char *command);

/* A line that is kept while the reader is asked something about it. */
struct buffer *gathering_kept(struct viewer *v);

/* The row of the table in modes.c. */
const struct mode *gathering_mode(void);

#endif
