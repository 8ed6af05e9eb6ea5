/* SPDX-License-Identifier: MIT */
/*
 * The files of a filing that are not for reading: pictures, the pieces and pages of XBRL, archives.
 *
 * Since about 2001 a submission also holds what a browser or a program needs to show or check it.
 * They are told from the documents by name and description; the TYPE that the envelope gives them
 * says little ("XML" is a style sheet, too).
 */
#ifndef FOLIO_MODEL_OTHER_H
#define FOLIO_MODEL_OTHER_H

#include "base/buffer.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

/* True when the document is such a file. The first document of a filing never is. */
bool other_is(const struct document *d);

/* True when documents to read are among those found so far, so that the others can stand apart. */
bool other_apart(const struct submission *s);

/* How many of the documents found so far stand apart; 0 when other_apart is false. */
size_t other_count(const struct submission *s);

/* What kind of file it is, in words: "JPEG image", "XBRL schema", "style sheet". */
const char *other_kind(const struct document *d);

/* Adds "JPEG image, 12 KB": the kind, and the size (decoded) of a document that was found whole. */
void other_describe(const struct document *d, struct buffer *out);

#endif
