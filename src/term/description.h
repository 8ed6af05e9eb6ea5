/* SPDX-License-Identifier: MIT */
/* What the terminal's description (terminfo) says: whether it can show a screen, what its keys
 * send, and what brings it back from the screen. */
#ifndef FOLIO_TERM_DESCRIPTION_H
#define FOLIO_TERM_DESCRIPTION_H

#include "base/buffer.h"
#include "base/error.h"
#include "term/keyboard.h"

/* Says whether the terminal that $TERM names, on descriptor `fd`, can show a screen. Fails with
 * ERROR_INPUT and the reason. Leaves no terminal current. */
bool description_check(int fd, struct error *e);

/* The rest is about the current terminal of curses. */

/* Defines the keys that the description has. */
void description_define_keys(struct keyboard *k);
/* True when the terminal is of the kind that reports the mouse. */
bool description_has_mouse(void);
/* Adds what leaves the screen: colours off, cursor shown, keypad and alternate screen left. */
void description_add_leave(struct buffer *out);

#endif
