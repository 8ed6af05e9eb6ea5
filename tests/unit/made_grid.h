/* SPDX-License-Identifier: MIT */
/* Tables made by hand, for the tests of what goes through them by cells. */
#ifndef FOLIO_TESTS_MADE_GRID_H
#define FOLIO_TESTS_MADE_GRID_H

#include "model/content.h"
#include "model/submission.h"

struct made_grid {
    struct submission *submission;
    struct content *content; /* of the first document */
};

/* A statement of a head of two rows, four columns and seven rows, its caption above it. */
extern const char *const made_grid_statement;

/* Opens bytes that the caller keeps. */
void made_grid_open(struct made_grid *m, const char *text);
void made_grid_close(struct made_grid *m);

/* Where a text stands in those bytes; the test fails when it does not. */
size_t made_grid_find(const char *text, const char *what);

#endif
