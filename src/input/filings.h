/* SPDX-License-Identifier: MIT */
/*
 * The filings of a path: one for a file, plain or compressed; one for each member of an archive;
 * one for "ARCHIVE//MEMBER".
 *
 * An input that comes from here is closed by its taker.
 */
#ifndef FOLIO_INPUT_FILINGS_H
#define FOLIO_INPUT_FILINGS_H

#include "base/error.h"
#include "input/input.h"

#include <stdbool.h>

struct filings;

/* Opens a path, "-" for standard input. NULL, with ERROR_INPUT, when it cannot be read at all. */
struct filings *filings_open(const char *path, struct error *e);
void filings_close(struct filings *f);

/* True when it is an archive, whose members are filings each. */
bool filings_many(const struct filings *f);

/* Goes to the next filing; false at the end. Then *name is its name, "ARCHIVE//MEMBER" for a
 * member, good until the next call; and filings_take reads it, or says why it cannot. */
bool filings_next(struct filings *f, const char **name);

/* The bytes of the filing that filings_next came to; NULL and ERROR_INPUT when they cannot be read.
 */
struct input *filings_take(struct filings *f, struct error *e);

/* The one filing of a path; NULL and ERROR_INPUT when it cannot be read, or is one of many. */
struct input *filings_only(const char *path, struct error *e);

#endif
