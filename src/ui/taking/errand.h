/* SPDX-License-Identifier: MIT */
/*
 * An errand: what the viewer, which knows no terminal, asks its caller to do with a text.
 *
 * One at a time: the viewer's wish says that there is one, the caller does it and tells the reader
 * what came of it. The errand owns its texts; a later one takes the place of one not yet done.
 */
#ifndef FOLIO_UI_TAKING_ERRAND_H
#define FOLIO_UI_TAKING_ERRAND_H

#include "base/buffer.h"

enum errand_kind {
    ERRAND_NONE,
    ERRAND_COPY, /* the text to the clipboard; `command`: as the option "clipboard" says */
    ERRAND_PIPE, /* the text to the standard input of `command`, which has the screen meanwhile */
    ERRAND_EDIT  /* a copy of the text to the reader's editor, the same */
};

struct errand {
    enum errand_kind kind;
    struct buffer text;
    struct buffer command;
    size_t limit; /* ERRAND_COPY: bytes of base64 that the terminal takes */
};

void errand_init(struct errand *e);
void errand_deinit(struct errand *e);
/* Makes it this errand; the text is copied, the command may be NULL. */
void errand_set(struct errand *e, enum errand_kind kind, struct slice text, const char *command);
/* It is done, or given up. */
void errand_clear(struct errand *e);

#endif
