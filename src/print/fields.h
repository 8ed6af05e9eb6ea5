/* SPDX-License-Identifier: MIT */
/*
 * Which members of the JSON of an outline are wanted, and which kinds of nodes.
 *
 * A member is named by the way to it, "documents.nodes.title"; "documents." may be left out in
 * front of a member of a document. A name stands for all that is below it, and brings what it is
 * in. What is not wanted need not be found out.
 */
#ifndef FOLIO_PRINT_FIELDS_H
#define FOLIO_PRINT_FIELDS_H

#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>

struct fields {
    bool some;                 /* else all are wanted */
    ARRAY(struct slice) names; /* of the caller's text, or of the table of names */
    unsigned kinds;            /* a bit for each kind of node; 0: all */
};

/* Reads lists with a comma between; NULL: all. False, with ERROR_USAGE, when a name is none. The
 * texts must outlive the fields; the caller ends them with fields_deinit in any case. */
bool fields_read(struct fields *f, const char *names, const char *kinds, struct error *e);
void fields_deinit(struct fields *f);

/* Whether something at that way, in it or above it is wanted. */
bool fields_want(const struct fields *f, struct slice way);

/* The same for a kind of node ("item"). */
bool fields_want_kind(const struct fields *f, const char *kind);

#endif
