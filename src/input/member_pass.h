/* SPDX-License-Identifier: MIT */
/*
 * Members of archives that are asked for by name, "ARCHIVE//MEMBER", one after the other.
 *
 * The archive of the last one stays open where that was found, so that names in the order of an
 * archive take one pass through it, not one each. Of several members of one name each is given in
 * turn.
 */
#ifndef FOLIO_INPUT_MEMBER_PASS_H
#define FOLIO_INPUT_MEMBER_PASS_H

#include "base/error.h"
#include "input/input.h"

#include <stdbool.h>

struct filings;

/* Begins as {0}. */
struct member_pass {
    struct filings *filings; /* NULL: no archive is open */
    char *archive;           /* its path */
};

void member_pass_end(struct member_pass *p);

/* True when the path is that of no file, but of an archive with "//" behind it. */
bool member_pass_is(const char *path);

/* The filing of such a path; the caller closes it. NULL and ERROR_INPUT when there is none, or it
 * cannot be read. */
struct input *member_pass_take(struct member_pass *p, const char *path, struct error *e);

#endif
