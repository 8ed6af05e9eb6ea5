/* SPDX-License-Identifier: MIT */
/*
 * Quoting: a passage of a document as one line of text, and the passage that a place is in.
 *
 * Blanks of all kinds and line ends are folded to one blank; running heads, page numbers, rules,
 * what takes no room and what folio adds are left out, so that the same words read the same
 * whatever their line ends and pages are. Offsets are bytes of the input.
 */
#ifndef FOLIO_UI_KEEPING_QUOTING_H
#define FOLIO_UI_KEEPING_QUOTING_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of folded text, and where each of its bytes stands in the input. */
struct quote {
    struct buffer text;
    ARRAY(size_t) sources;
    bool gap;       /* a blank is due before the next letter */
    bool furniture; /* running heads are taken, too */
};

void quote_deinit(struct quote *q);

/* Adds the text of a block that stands at [from, to) of the input, at most until the text has
 * `most` bytes; false when some was left out for that. A blank is due behind it. */
bool quote_add(struct quote *q, const struct block *block, size_t from, size_t to, size_t most);

/* Adds the text of [from, to), at most `most` bytes, cut at a whole character; false when it was
 * cut. Where nothing but running heads stands there, it is these. Reads the document from there on
 * as far as is needed. */
bool quoting_add(struct content *c, size_t from, size_t to, size_t most, struct buffer *out);

/* The paragraph that holds the offset, or the next behind it: of a printed text the
 * lines up to an empty one, or the one line where columns are set; of marked-up text the block, or
 * the row of a table. At most 200 lines either way. False when there is no text from there on. */
bool quoting_paragraph(struct content *c, size_t offset, size_t *from, size_t *to);

/* True when something in [from, to) is a table, or set in columns. */
bool quoting_has_columns(struct content *c, size_t from, size_t to);

#endif
