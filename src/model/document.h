/* SPDX-License-Identifier: MIT */
/* What can be said of one document from its bytes alone; struct document is in submission.h. */
#ifndef FOLIO_MODEL_DOCUMENT_H
#define FOLIO_MODEL_DOCUMENT_H

#include "base/buffer.h"
#include "model/submission.h"

/* The kind of the document whose text begins `text`. `wrapper` is the tag around it ("PDF",
 * "XBRL", "XML") or empty; `filename` may be empty. */
enum document_kind document_kind_of(struct slice text, struct slice filename, struct slice wrapper);

/* The decoded size in bytes of a complete binary document. What was read of a mapped file is
 * given back on the way. */
size_t document_binary_bytes(const struct document *d, const struct input *input);

/* Adds a warning to the submission for each oddity of the set (formats/oddity.h) of a document. */
void document_warn(struct submission *s, const struct document *d, unsigned oddities);

/* Adds "document 3 (EX-99.1)", for a message. */
void document_add_name(const struct document *d, struct buffer *text);

#endif
