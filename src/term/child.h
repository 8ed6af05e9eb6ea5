/* SPDX-License-Identifier: MIT */
/*
 * Children: commands of the reader's that get a text, on their standard input or as a file.
 *
 * A child has the signals of a program that a shell has started, whatever this program does with
 * its own. While one is waited for, Ctrl-C and Ctrl-\ are the child's alone, and Ctrl-Z stops both.
 * Who gives it the terminal takes that back afterwards: see terminal_lend and terminal_take_back.
 */
#ifndef FOLIO_TERM_CHILD_H
#define FOLIO_TERM_CHILD_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>

struct child {
    const char *command;  /* for sh -c */
    const char *argument; /* "$1" of the command; NULL: none */
    struct slice input;   /* for its standard input, when `keys` is -1 */
    int keys;             /* its standard input, a descriptor; -1: `input` */
    int screen;           /* its standard output and error; -1: /dev/null */
    int patience;         /* milliseconds after which it is ended; 0: for ever */
};

/* Runs the command and waits for its end; *status is as of waitpid. Fails with ERROR_INPUT when
 * none could be started, when it was ended for taking too long, or when the terminal is lost. A
 * command that does not read all of its input is no error. */
bool child_run(const struct child *child, int *status, struct error *e);

/* Says how it ended: "less: exit 1", "vi: not found"; adds nothing for a success. */
void child_tell(const char *command, int status, struct buffer *out);

/* The text in a new file of a folder for such files that only the user can read; its path goes to
 * `path`. The caller removes it. */
bool child_file(struct slice text, struct buffer *path, struct error *e);

/* The reader's editor, as a command: $VISUAL, $EDITOR, or vi. */
const char *child_editor(void);

#endif
