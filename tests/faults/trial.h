/* SPDX-License-Identifier: MIT */
/*
 * Trials of a program whose memory runs out: it is run again and again in a child, and each time
 * another of its requests for memory gets nothing (see scarce.h), that one alone, or all behind it,
 * too.
 *
 * Right is one of two: what it prints is what it prints with all memory, byte for byte; or it says
 * in one line that memory has run out, and ends with status 2. FOLIO_EVERY=1 in the environment
 * lets every single request fail; without it the first hundreds, and then ever fewer.
 */
#ifndef FOLIO_TESTS_FAULTS_TRIAL_H
#define FOLIO_TESTS_FAULTS_TRIAL_H

#include <stdbool.h>
#include <stddef.h>

/* What is run: returns its status, as main does. */
typedef int trial_program(int argc, char **argv);

struct trial {
    const char *name;
    trial_program *program;
    char **argv;       /* NULL at the end */
    int status;        /* that it ends with when all goes well */
    size_t first;      /* the first request to fail; 0: 1 */
    bool plain_locale; /* what it prints in the C locale is right, too: it had no memory for its own
                        */
    void (*before)(void); /* called before each run; NULL: nothing is to do */
    bool (*after)(void);  /* called after each: what the run has left is sound. NULL: it leaves
                             nothing */
};

struct trial_sum {
    size_t runs, wrong;
};

/* Runs them all, tells what went wrong, and adds to the sum. */
void trial_run(const struct trial *t, struct trial_sum *sum);

/* How many requests the program makes. */
size_t trial_requests(trial_program *program, char **argv);

#endif
