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
#include "model/submission.h"
#include "ui/shelf.h"

#include <stdbool.h>

struct window;

struct filing {
    struct submission *submission;
    struct shelf *shelf;
    struct buffer key;    /* of the session; empty: its place is not remembered */
    bool owned;           /* the submission is the filing's */
    bool cut_told;        /* it was said that the file is no longer whole */
    struct window *aside; /* the window it was read in, while no window shows it; the filing's */
};

/* A filing of a submission that the caller keeps. */
struct filing *filing_new(struct submission *s);
/* Opens a file. NULL and the error when it cannot be read. */
struct filing *filing_open(const char *path, struct error *e);
void filing_free(struct filing *f);

/* Adds "EXAMPLE CORP · 10-K · period 2003-12-31 · filed 2004-03-12", as far as it is known; the
 * name of the file where the company is not. */
void filing_title(const struct filing *f, struct buffer *out);

/* The form that the header says; without a header, what the first document turned out to be. */
struct slice filing_form(const struct filing *f);

/* Whether the whole file has been scanned for documents. */
bool filing_scanned(const struct filing *f);

#endif
