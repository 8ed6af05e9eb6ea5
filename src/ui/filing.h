/* SPDX-License-Identifier: MIT */
/*
 * A filing that is open in the viewer: its submission, its outlines, and what it is remembered by.
 *
 * It owns its shelf, and its submission when it opened that itself. Windows that show it must go
 * before it.
 */
#ifndef FOLIO_UI_FILING_H
#define FOLIO_UI_FILING_H

#include "base/buffer.h"
#include "base/error.h"
#include "input/roll.h"
#include "model/submission.h"
#include "ui/shelf.h"

#include <stdbool.h>

struct window;

struct filing {
    struct submission *submission;
    struct shelf *shelf;
    struct buffer key;    /* of the session; empty: its place is not remembered */
    size_t row;           /* in the lists of archives that it was opened from; 0: from none */
    bool owned;           /* the submission is the filing's */
    bool cut_told;        /* it was said that the file is no longer whole */
    struct window *aside; /* the window it was read in, while no window shows it; the filing's */
};

/* A filing of a submission that the caller keeps. */
struct filing *filing_new(struct submission *s);
/* A filing of an input, which it takes, also on failure. NULL and the error when it is none. */
struct filing *filing_of(struct input *input, struct error *e);
/* Opens a path. NULL when it cannot be read, with the error, or when it is an archive of several:
 * then *archive is the caller's. */
struct filing *filing_open(const char *path, struct roll **archive, struct error *e);
void filing_free(struct filing *f);

/* Adds "EXAMPLE CORP · 10-K · period 2003-12-31 · filed 2004-03-12", as far as it is known; the
 * name of the file where the company is not. */
void filing_title(const struct filing *f, struct buffer *out);

/* The form that the header says; without a header, what the first document turned out to be. */
struct slice filing_form(const struct filing *f);

/* Whether the whole file has been scanned for documents. */
bool filing_scanned(const struct filing *f);

#endif
