/* SPDX-License-Identifier: MIT */
/*
 * Records: how all that is remembered is written, and how two hands' changes are put together.
 *
 *     folio notes 1
 *     filing 2026-11-22T17:08:51.120Z 0000000000-04-000001
 *       title Example Corp, 10-K, FY 2003
 *     mark 2026-11-22T17:10:33.043Z covenants
 *       at 0 48213 48213
 *       text The indenture limits our ability to borrow
 *
 * The first line says what the file is and the version of its format. A line that begins with a
 * letter begins a record: its kind, when it was set, its name; the lines with two blanks in front
 * are its fields: a name and a value, which may come again. No two records of a file have the same
 * kind and name. Text is UTF-8 without control characters; empty lines do not count.
 *
 * The records own what they hold. Times are milliseconds since 1970 (UTC).
 */
#ifndef FOLIO_SESSION_RECORDS_H
#define FOLIO_SESSION_RECORDS_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RECORDS_MOST = 20000,           /* of a file */
    RECORDS_LONGEST_NAME = 1000,    /* bytes */
    RECORDS_LONGEST_VALUE = 1 << 16 /* the same */
};

struct record {
    struct slice kind, name;
    struct slice body; /* its fields, as they are in the file */
    long long when;
    bool changed; /* and not written yet */
    bool gone;    /* it is to be taken away: nobody is shown it */
};

struct records {
    ARRAY(struct record) list; /* gone ones among them */
    uint32_t *places;          /* hash table: index into the list + 1, or 0 */
    size_t place_count;        /* a power of 2, or 0 */
};

enum records_verdict {
    RECORDS_GOOD,
    RECORDS_DAMAGED, /* not all of it could be read */
    RECORDS_NEWER    /* of a later version: nothing of it was read */
};

void records_init(struct records *r);
void records_deinit(struct records *r);

/* Reads a file's text, of the kind `what`, into empty records. */
enum records_verdict records_read(struct records *r, const char *what, struct slice text);
void records_write(const struct records *r, const char *what, struct buffer *out);

/* The record, or NULL; good until the records change. */
const struct record *records_find(const struct records *r, const char *kind, struct slice name);

/* Makes or replaces a record, as of now; one that holds just that is left as it is unless `touch`.
 * `body` is made with record_add. A name that is too long or has control characters is passed
 * over. */
void records_set(struct records *r, const char *kind, struct slice name, const struct buffer *body,
                 bool touch);
void records_remove(struct records *r, const char *kind, struct slice name);
bool records_changed(const struct records *r);

/* Puts what was changed in `mine` into these: the newer of two wins. */
void records_merge(struct records *r, const struct records *mine);
/* Everything is written: nothing is changed any more, and what is gone leaves. */
void records_settle(struct records *r);
/* All as if changed: they are to be written though the file is gone. */
void records_change_all(struct records *r);
/* Takes away the oldest but `most` records of the kind. */
void records_keep_newest(struct records *r, const char *kind, size_t most);

/* Valid UTF-8 without control characters. */
bool records_is_text(struct slice s);

/* Adds a field to a body: the value cut to RECORDS_LONGEST_VALUE, control characters as U+FFFD.
 * Nothing is added for an empty value. */
void record_add(struct buffer *body, const char *name, struct slice value);
/* The same, blanks and line ends folded to one blank. */
void record_add_folded(struct buffer *body, const char *name, struct slice value);
/* The same for a printed value. */
void record_addf(struct buffer *body, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for a path, which may be any bytes: '%', control characters and what is no UTF-8 are
 * written as %XX; and such a value read back. */
void record_add_path(struct buffer *body, const char *name, struct slice path);
void record_read_path(struct slice value, struct buffer *out);

/* The value of the first field of that name; empty when there is none, or no record. */
struct slice record_get(const struct record *record, const char *name);
/* Takes the first field off a body; false when there is none. */
bool record_next(struct slice *body, struct slice *name, struct slice *value);
/* Takes a number off the front of a value: digits up to a blank or the end; false when none is
 * there. */
bool record_number(struct slice *value, size_t *number);

#endif
