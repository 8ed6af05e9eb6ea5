/* SPDX-License-Identifier: MIT */
/*
 * The shepherd: the process between the harness and the program, in the place of a shell.
 *
 * He leads the session of the terminal, runs the program as a job in a process group of its own,
 * reports when it stops or ends, and continues it when told. So job control works as it
 * does under a shell.
 */
#ifndef FOLIO_TESTS_SHEPHERD_H
#define FOLIO_TESTS_SHEPHERD_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

enum shepherd_kind { SHEPHERD_STARTED, SHEPHERD_STOPPED, SHEPHERD_ENDED };

/* What he writes on `reports`. */
struct shepherd_report {
    enum shepherd_kind kind;
    pid_t program;
    int status;  /* of waitpid */
    bool cooked; /* the modes of the terminal then */
};

/* What he reads from `commands`, one byte each. */
enum { SHEPHERD_CONTINUE = 'c', SHEPHERD_CONTINUE_BEHIND = 'b' };

struct shepherd_job {
    char *const *argv;
    char *const *environment;
    int input; /* the program's standard input; -1: the terminal */
    int reports, commands;
};

/* Whether these modes are those for a shell. */
bool shepherd_is_cooked(const struct termios *modes);

/* Runs the job on the terminal that is standard input, output and error; never returns. */
_Noreturn void shepherd_run(const struct shepherd_job *job);

#endif
