/* SPDX-License-Identifier: MIT */
/*
 * The real program in the harness: opening a filing, the looks that its tests share, and leaving.
 *
 * The program is $FOLIO, else ./folio; samples are found beside the sources.
 */
#ifndef FOLIO_TESTS_TERMINAL_OPENED_H
#define FOLIO_TESTS_TERMINAL_OPENED_H

#include "harness/harness.h"

enum { OPENED_PATH = 4096 };

/* The path of a sample, as of "8-K_2004_bare.txt"; one of four buffers that are used in turn. */
const char *opened_sample(const char *name);
/* The path of a filing of the corpus, or NULL when that is not here. */
const char *opened_corpus(const char *name);

/* Starts the program with up to seven arguments, NULL at the end; `setup` without argv. */
struct harness *opened_start(struct harness_setup setup, const char *const *arguments);
/* The same with one sample at 24 x 80, or at the size in the setup; waits for its first screen. */
struct harness *opened_at(struct harness_setup setup, const char *path);
struct harness *opened_bare(const char *home);

/* Keys, and the text that the screen then shows, on any row. */
void opened_go(struct harness *h, const char *keys, const char *shows);
/* The first cell of a text that is on the screen. */
struct harness_cell opened_cell(struct harness *h, const char *text);
/* The row of the tree in which the name stands is marked as the one that is read. */
bool opened_is_current(struct harness *h, const char *name);
bool opened_wait_current(struct harness *h, const char *name);
/* The text is on the screen now. */
bool opened_shows(struct harness *h, const char *text);
/* The terminal is as a shell wants it. */
bool opened_is_restored(struct harness *h);

/* False where a program does not stop as it is told: under valgrind (HARNESS_NO_STOP is set). */
bool opened_can_stop(void);

/* Leaves by "q", checks the status and the terminal, and ends the harness. */
void opened_quit(struct harness *h);

#endif
