/* SPDX-License-Identifier: MIT */
/*
 * The filings of a path: one for a file, plain or compressed; one for each member of an archive;
 * one for "ARCHIVE//MEMBER"; one for a folder, or a zip of such a folder (parts.h).
 *
 * An input that comes from here is closed by its taker.
 */
#ifndef FOLIO_INPUT_FILINGS_H
#define FOLIO_INPUT_FILINGS_H

#include "base/buffer.h"
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

/* The bytes of the archive, instead of its filings: the caller's. */
struct input *filings_archive(struct filings *f);

/* Puts "ARCHIVE//MEMBER" into `out`, or the archive's name where the member has none. */
void filings_name(struct buffer *out, const char *archive, struct slice member);

/* An input over a member that was unpacked, as input_from_descriptor; but what is packed again is
 * refused. */
struct input *filings_input(const char *name, int fd, size_t size, struct error *e);

/* The one filing of a path; NULL and ERROR_INPUT when it cannot be read, or is one of many. */
struct input *filings_only(const char *path, struct error *e);

#endif
