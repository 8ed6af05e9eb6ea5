/* SPDX-License-Identifier: MIT */
/*
 * The roll of an archive: its members as a list that grows in slices, and one of them read, in
 * slices, too. For a reader that must not wait; who reads them all has filings.h.
 *
 * A slice is about a millisecond's work. Members count from 0, in the order of the archive.
 */
#ifndef FOLIO_INPUT_ROLL_H
#define FOLIO_INPUT_ROLL_H

#include "base/error.h"
#include "base/slice.h"
#include "input/input.h"

#include <stdbool.h>
#include <stddef.h>

enum { ROLL_HEAD = 8192 /* bytes of a member that are shown to who lists it */ };

struct roll;

struct roll_member {
    struct slice name; /* as the archive has it: may hold anything */
    struct slice head; /* its first bytes */
    size_t size;       /* as the archive tells, or as found; 0: not known */
    const char *wrong; /* why it cannot be read; NULL: nothing is known to be wrong */
};

enum roll_step {
    ROLL_MORE,  /* a slice was done */
    ROLL_FOUND, /* that, and something was found */
    ROLL_END    /* there is no more */
};

/* The roll of an archive, whose bytes it takes. */
struct roll *roll_new(struct input *archive);
void roll_free(struct roll *r);

/* The archive's name, as it was given. */
const char *roll_name(const struct roll *r);

/* A slice of listing. ROLL_FOUND: *member is the next, its slices good until the next step. */
enum roll_step roll_list(struct roll *r, struct roll_member *member);

/* Why the list ends before the archive does; NULL when it does not. Good once ROLL_END came. */
const char *roll_wrong(const struct roll *r);

/* Begins to read a member; what was begun before is dropped. */
void roll_take(struct roll *r, size_t index);
void roll_drop(struct roll *r);

/* A slice of that. ROLL_FOUND: *input is the caller's, named "ARCHIVE//MEMBER"; ROLL_END: it cannot
 * be read, and *e says why. */
enum roll_step roll_read(struct roll *r, struct input **input, struct error *e);

/* How much of the archive was gone through for it, in percent. */
int roll_percent(const struct roll *r);

#endif
