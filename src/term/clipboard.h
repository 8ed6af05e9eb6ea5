/* SPDX-License-Identifier: MIT */
/*
 * The clipboard of the terminal, also at the other end of ssh: OSC 52.
 *
 * The text is sent as base64, so nothing of it commands the terminal. tmux and screen keep such
 * sequences to themselves; to them it is wrapped. Which of the two is between, their environment
 * says. Pure: bytes are made here, and sent by terminal.h.
 */
#ifndef FOLIO_TERM_CLIPBOARD_H
#define FOLIO_TERM_CLIPBOARD_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>

enum {
    CLIPBOARD_LIMIT = 74994 /* bytes of base64 that every terminal with OSC 52 takes */
};

struct clipboard {
    const char *term, *tmux, *sty; /* $TERM, $TMUX, $STY; NULL where not set */
    size_t limit;                  /* bytes of base64; longer is not sent. 0: CLIPBOARD_LIMIT */
    bool insist;                   /* send it to a terminal that is not known to take it, too */
};

/* Adds what puts the text on the clipboard. Fails with ERROR_INPUT, and adds nothing, when the text
 * is too long or the terminal would show it as garbage. */
bool clipboard_write(const struct clipboard *c, struct slice text, struct buffer *out,
                     struct error *e);

/* Adds the text as base64. */
void clipboard_base64(struct slice text, struct buffer *out);

#endif
