/* SPDX-License-Identifier: MIT */
/*
 * The reader on a terminal: opens it, shows the filing, and hands keys to the viewer until the
 * reader leaves. Beside main.c, and like it the one that knows all folders.
 */
#ifndef FOLIO_INTERACTIVE_H
#define FOLIO_INTERACTIVE_H

#include "base/error.h"
#include "config/arguments.h"
#include "config/config.h"
#include "model/submission.h"
#include "session/session.h"

#include <stdbool.h>

/* Reads the filing until the reader leaves; what is to be remembered is then in the session (NULL:
 * nothing is remembered), which the caller saves. Fails with ERROR_INPUT when there is no terminal
 * to draw on. All arguments stay the caller's. */
bool interactive_run(struct submission *s, const struct arguments *a, struct config *config,
                     struct session *session, struct error *e);

#endif
