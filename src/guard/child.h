/* SPDX-License-Identifier: MIT */
/*
 * Children: commands of the reader's that get a text, on their standard input or as a file.
 *
 * Who runs them passes over the signals of the keyboard and the terminal (child_pass_over); a child
 * has them as a program that a shell has started. It stays in the process group, so that Ctrl-Z
 * stops it together with the reader; one without a screen gets a session of its own.
 */
#ifndef FOLIO_GUARD_CHILD_H
#define FOLIO_GUARD_CHILD_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <signal.h>
#include <stdbool.h>

/* What was done with signals before they were passed over. */
struct child_signals {
    unsigned ignored; /* a bit for each in the order of the table */
    sigset_t mask;
};

/* Passes over them from now on. */
void child_pass_over(struct child_signals *before);

struct child {
    const struct child_signals *signals; /* that it gets */
    const char *command;                 /* for sh -c */
    const char *argument;                /* "$1" of the command; NULL: none */
    struct slice input;                  /* for its standard input, when `keys` is -1 */
    int keys;                            /* its standard input, a descriptor; -1: `input` */
    int screen;                          /* its standard output and error; -1: /dev/null */
    int patience;                        /* milliseconds after which it is ended; 0: for ever */
    int asker; /* when this descriptor has something to read, or is at its end, nobody
                  waits for the child any longer; -1: none */
};

/* Runs the command and waits for its end; *status is as of waitpid. Fails with ERROR_INPUT when
 * none could be started, when it was ended for taking too long, or when it is not wanted any
 * longer. A command that does not read all of its input is no error. */
bool child_run(const struct child *child, int *status, struct error *e);

/* Says how it ended: "less: exit 1", "vi: not found"; adds nothing for a success. */
void child_tell(const char *command, int status, struct buffer *out);

/* The text in a new file of a folder for such files that only the user can read; its path goes to
 * `path`. The caller removes it. */
bool child_file(struct slice text, struct buffer *path, struct error *e);

/* The reader's editor, as a command: $VISUAL, $EDITOR, or vi. */
const char *child_editor(void);

#endif
