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
#include "guard/errand.h"
#include "input/roll.h"
#include "model/submission.h"
#include "session/session.h"

#include <stdbool.h>

/* All of it stays the caller's, but for the archive. */
struct interactive {
    struct submission *submission;
    struct roll *archive; /* a list of its filings comes first; NULL: there is none */
    const struct arguments *arguments;
    struct config *config;
    struct session *session; /* NULL: nothing is remembered */
    struct errands *errands; /* NULL: nothing is saved or run */
};

/* Reads the filing until the reader leaves; what is to be remembered is then in the session, which
 * the caller saves. Fails with ERROR_INPUT when there is no terminal to draw on. */
bool interactive_run(const struct interactive *i, struct error *e);

#endif
