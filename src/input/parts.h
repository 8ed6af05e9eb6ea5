/* SPDX-License-Identifier: MIT */
/*
 * The parts of a filing whose documents are files by themselves: a folder as it is on EDGAR's site,
 * or such a folder packed into a zip.
 *
 * The parts are read into memory, in the order of their names; whoever knows which document each is
 * then has them joined into one run of bytes. What is no plain file is passed over, and so is what
 * begins with a dot. Names are those of the files, without folders.
 */
#ifndef FOLIO_INPUT_PARTS_H
#define FOLIO_INPUT_PARTS_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    PARTS_MOST = 20000,    /* files of one filing */
    PARTS_MEGABYTES = 2048 /* all of them together; 1 MB = 2^20 bytes */
};

struct parts_file {
    struct slice name;
    struct slice bytes; /* empty once they are joined */
    size_t start, end;  /* of its bytes in what was joined */
};

struct parts;

struct parts *parts_new(void);
void parts_free(struct parts *p);

/* Adds what can be read from a descriptor; the caller closes it. What cannot is left out and noted.
 * False, with ERROR_INPUT, when it is too much. */
bool parts_add(struct parts *p, struct slice path, int fd, struct error *e);

/* The error of more than PARTS_MOST files; false. */
bool parts_too_many(struct error *e);

/* The files of a folder. NULL, with ERROR_INPUT, when it cannot be read, or none of its files can,
 * or it is not that of one filing by its names; then its files are not read. One of the files that
 * cannot be read is left out and noted. */
struct parts *parts_of_folder(const char *path, struct error *e);

/* Puts them in the order of their names, all at the end. */
void parts_sort(struct parts *p);

size_t parts_count(const struct parts *p);
const struct parts_file *parts_at(const struct parts *p, size_t index);

/* The part that a file of this name is, in letters of any case, once they are in order; parts_count
 * when there is none. */
size_t parts_find(const struct parts *p, struct slice name);

/* Joins parts in this order into `out`, and gives the bytes of all parts back. */
void parts_join(struct parts *p, const size_t *order, size_t count, struct buffer *out);

/* What could not be read, a line each, for the reader. */
void parts_note(struct parts *p, struct slice name, const char *wrong);
size_t parts_notes(const struct parts *p, const struct slice **notes);

/* ---- is it one filing? By its names alone, else by what the files begin with. */

/* Files whose names tell that their folder holds one filing. */
struct parts_told {
    size_t pages;     /* of the header, by EDGAR */
    size_t summaries; /* lists of the XBRL pages */
};
void parts_tell(struct parts_told *told, struct slice path);

/* What a file may be by the ending of its name: a document to read, something else that EDGAR takes
 * or adds (Filer Manual, volume II: pictures, XBRL, PDF; and the pages it makes), or neither. */
enum parts_ending { PARTS_TEXT, PARTS_OTHER, PARTS_FOREIGN };
enum parts_ending parts_ending(struct slice path);

/* Whether a file that begins like this is a full submission, so that its folder holds several. */
bool parts_whole(struct slice head);

#endif
