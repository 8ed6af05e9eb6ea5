/* SPDX-License-Identifier: MIT */
/*
 * Signals while a terminal is open: handlers that only set flags, and the rescue of the terminal
 * when the program dies or its memory runs out.
 *
 * Signals belong to the process: this is the one place with state that is not in a struct.
 */
#ifndef FOLIO_TERM_SIGNALS_H
#define FOLIO_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

enum signals_flag {
    SIGNALS_RESIZE,    /* SIGWINCH */
    SIGNALS_STOP,      /* SIGTSTP, from outside */
    SIGNALS_CONTINUE,  /* SIGCONT */
    SIGNALS_INTERRUPT, /* SIGINT, from outside */
    SIGNALS_HANGUP,    /* SIGHUP, SIGTERM */
    SIGNALS_COUNT
};

/* Makes an address that cannot be read (SIGBUS) readable; safe in a handler. False: it cannot. */
typedef bool signals_mend(const void *address);

/* Installs the handlers and remembers the old ones; SIGPIPE is ignored from now on. Signals that
 * were ignored stay so. `mend` (may be NULL) is asked before a SIGBUS ends the program. */
void signals_install(signals_mend *mend);
/* Puts the old ones back; with `ending` SIGHUP and SIGTERM are ignored instead, so that another one
 * does not kill a program that is about to end. */
void signals_remove(bool ending);

/* What the fatal handlers do to the terminal `fd`: send the bytes (cut to what there is room
 * for: 512), set the modes. They are copied; signals_remove forgets them. */
void signals_set_rescue(int fd, const struct termios *modes, const char *bytes, size_t len);

/* True when such a signal has come since the last call. */
bool signals_take(enum signals_flag flag);
/* The same, without taking it. */
bool signals_pending(enum signals_flag flag);

/* Blocks the flag signals, so that a look at the flags and a wait with *before as its mask have
 * no gap between them. Undone by sigprocmask(SIG_SETMASK, before). */
void signals_block(sigset_t *before);

/* Stops the process group as Ctrl-Z does; returns when it has been continued. */
void signals_stop_group(void);

#endif
