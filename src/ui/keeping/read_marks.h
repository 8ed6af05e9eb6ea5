/* SPDX-License-Identifier: MIT */
/*
 * What was read of a filing: the stretches of its documents that have been on the screen, and the
 * nodes that are read by that, or because the reader said so.
 *
 * A node is read when all of its text was on the screen; one that the reader called unread stays so
 * until he says otherwise. Nodes are remembered by their id in the session, stretches only in this
 * run. Nodes of an outline that is not complete are unread. The filing is told anew with each call.
 */
#ifndef FOLIO_UI_KEEPING_READ_MARKS_H
#define FOLIO_UI_KEEPING_READ_MARKS_H

#include "session/session.h"
#include "ui/shelf.h"

#include <stdbool.h>
#include <stddef.h>

#define READ_MARKS_DOCUMENT ((size_t)-1) /* in place of a node: all of the document */

struct read_marks;

/* Of the filing with this key; the session must outlive them. */
struct read_marks *read_marks_new(struct session *session, struct slice key);
void read_marks_free(struct read_marks *m);

/* Bytes [from, to) of the input, of that document, are on the screen. */
void read_marks_see(struct read_marks *m, const struct shelf *shelf, size_t document, size_t from,
                    size_t to);
/* Takes over what is remembered of outlines that were completed since the last call. */
void read_marks_update(struct read_marks *m, const struct shelf *shelf);

bool read_marks_is(const struct read_marks *m, size_t document, size_t node);
/* Calls a node, and all that is in it, read or unread. */
void read_marks_set(struct read_marks *m, const struct shelf *shelf, size_t document, size_t node,
                    bool read);

#endif
