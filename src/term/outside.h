/* SPDX-License-Identifier: MIT */
/*
 * What is done outside the program with a text of the reader's: the clipboard, a command, the
 * editor.
 *
 * What is run is run by the helper (guard/errand.h), as the reader itself has no right to. Each
 * says in `say` what came of it, one short line; where nothing is said, all went well.
 */
#ifndef FOLIO_TERM_OUTSIDE_H
#define FOLIO_TERM_OUTSIDE_H

#include "base/buffer.h"
#include "base/slice.h"
#include "guard/errand.h"
#include "term/terminal.h"

/* Puts the text on the clipboard. `way`: "auto" (OSC 52, where the terminal may know it; within
 * tmux the command tmux gets it, too, when there are errands), "osc52" (in any case), "none", or a
 * command that reads it; `limit`: bytes of base64 for OSC 52. */
void outside_copy(struct terminal *t, struct errands *errands, struct slice text, const char *way,
                  size_t limit, struct buffer *say);

/* Pipes the text through the command, which has the screen meanwhile; its output stands there until
 * a key is pressed. */
void outside_pipe(struct terminal *t, struct errands *errands, struct slice text,
                  const char *command, struct buffer *say);

/* Opens a copy of the text in the reader's editor. The copy is removed afterwards. */
void outside_edit(struct terminal *t, struct errands *errands, struct slice text,
                  struct buffer *say);

#endif
