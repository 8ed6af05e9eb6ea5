/* SPDX-License-Identifier: MIT */
/*
 * What is packed: compressed files (gzip, bzip2, xz, zstd, compress) and archives (zip, tar, tar of
 * these), read one member after the other, never unpacked to disk. The home of libarchive.
 *
 * A member is unpacked into memory that a descriptor names. Nothing that an archive says of itself
 * is believed: what comes out counts, and there are limits to it (MEMBERS_), also where nobody
 * wants it. A member that would not be a plain file, a link or a device, is passed over. What is
 * packed twice is unpacked once: so nothing grows between two unpackers, where nobody counts.
 */
#ifndef FOLIO_INPUT_MEMBERS_H
#define FOLIO_INPUT_MEMBERS_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    MEMBERS_MOST = 1000000,     /* of one archive */
    MEMBERS_MEGABYTES = 4096,   /* of one member, unpacked; 1 MB = 2^20 bytes */
    MEMBERS_RATIO = 500,        /* so many times larger than it was packed, */
    MEMBERS_FREE_MEGABYTES = 64 /* of what is more than that, all members together */
};

struct members;

/* Whether bytes that begin like this are packed. Some hundred bytes are enough. */
bool members_packed(struct slice head);

/* Opens what is packed in `bytes`, which stay the caller's and must stay; NULL, with ERROR_INPUT,
 * when it is not what it looks like. */
struct members *members_open(struct slice bytes, struct error *e);
void members_close(struct members *m);

/* True when it is no archive, but one compressed file. */
bool members_single(const struct members *m);

enum members_found {
    MEMBERS_END,
    MEMBERS_GOOD,
    MEMBERS_MORE,  /* than was asked for */
    MEMBERS_BAD,   /* this one cannot be read; there may be more */
    MEMBERS_BROKEN /* and what is behind it cannot, either */
};
/* The next member: its name, as the archive has it (may hold anything), good until the next call;
 * empty where there is none. *e says what is wrong with a bad or broken one. */
enum members_found members_next(struct members *m, struct slice *name, struct error *e);

/* The same in pieces: MEMBERS_MORE when about `most` bytes were unpacked that nobody wants (what is
 * left of the last member, what is no plain file), and the next is not there yet. */
enum members_found members_step(struct members *m, size_t most, struct slice *name,
                                struct error *e);

/* Unpacks the member that members_next gave; *fd is the caller's, and *size bytes can be mapped
 * from it. MEMBERS_GOOD, _BAD or _BROKEN. */
enum members_found members_read(struct members *m, int *fd, size_t *size, struct error *e);

/* The same in pieces. A reading begins with what members_begin gives, or with no descriptor, only
 * to see what a member begins with; members_end closes it. */
struct members_reading {
    int fd;      /* what is unpacked goes there; -1: nowhere */
    size_t size; /* unpacked so far */
    size_t keep; /* so many of the first bytes are in `head` */
    struct buffer head;
};
enum members_found members_begin(struct members_reading *r, struct error *e);
void members_end(struct members_reading *r);

/* Unpacks about `most` bytes more. MEMBERS_MORE, or as members_read. */
enum members_found members_go_on(struct members *m, struct members_reading *r, size_t most,
                                 struct error *e);

bool members_zip(const struct members *m);

/* The size that the archive tells of the member; false when it tells none. */
bool members_size(const struct members *m, size_t *size);

/* How many of the bytes were read; what is before is not needed again. */
size_t members_taken(const struct members *m);

#endif
