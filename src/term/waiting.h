/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a command that another process runs for this one.
 *
 * While a command has the terminal, Ctrl-C and Ctrl-\ are its alone, and Ctrl-Z stops it and this
 * program together. A terminal that goes away ends the waiting.
 */
#ifndef FOLIO_TERM_WAITING_H
#define FOLIO_TERM_WAITING_H

#include <signal.h>
#include <stdbool.h>

/* What signals did before. */
struct waiting {
    struct sigaction interrupt, quit, stop;
    sigset_t mask;
};

/* From here to waiting_end signals are as told above; `lent`: the command has the terminal. */
void waiting_begin(struct waiting *w, bool lent);
void waiting_end(const struct waiting *w);

/* Waits until the descriptor can be read or is at its end, `milliseconds` at most (negative: for
 * ever). False: the time is over or the terminal is gone. */
bool waiting_on(const struct waiting *w, int fd, int milliseconds);

#endif
