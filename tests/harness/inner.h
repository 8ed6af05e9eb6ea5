/* SPDX-License-Identifier: MIT */
/* The inside of the harness, for its own files only. */
#ifndef FOLIO_TESTS_INNER_H
#define FOLIO_TESTS_INNER_H

#include "base/buffer.h"
#include "harness/harness.h"
#include "harness/raw_log.h"

#include <sys/types.h>
#include <vterm.h>

struct harness {
    VTerm *vterm;
    VTermScreen *screen;
    struct raw_log log;
    int rows, columns;
    bool cursor_visible;
    bool answers;
    bool typing; /* what libvterm has to say is a key now, not an answer */
    int answered_colors;

    int master;            /* the terminal's end of the pty; -1 when hung up or at its end */
    int reports, commands; /* of the shepherd */
    pid_t shepherd, program;
    bool stopped, ended;
    bool left_cooked; /* the modes of the terminal when the program ended */
    int status;

    struct buffer keys;  /* typed and not sent yet */
    struct buffer input; /* for the program's standard input */
    size_t input_sent;
    int input_pipe; /* -1: closed */

    long long escape_sent; /* when an Esc was typed last, milliseconds; 0: not lately */
    struct buffer home, row_text, screen_text;
};

/* Milliseconds of a clock that only goes forward. */
long long inner_now(void);

/* Milliseconds that are waited for the program at most. */
long long inner_patience(void);

/* Lets bytes flow, until something has come or `milliseconds` have passed. */
void inner_pump(struct harness *h, long long milliseconds);

/* Prints the screen and says what went wrong; ends the test program. */
_Noreturn void inner_die(const char *what);

#endif
