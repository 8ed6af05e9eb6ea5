/* SPDX-License-Identifier: MIT */
/*
 * The text of a paragraph with blanks folded, and where its bytes come from.
 *
 * A paragraph is one block, or the lines of plain text that were printed without a gap. Each run of
 * blanks is one blank, no-break spaces are blanks, soft hyphens are gone; the tab that parts two
 * cells stays. The text is the paragraph's own, and good until the next one is read into it.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_TEXT_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_TEXT_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

/* From byte `folded` of the text on, until the next, it is that of a block from byte `at` on. */
struct reference_piece {
    size_t folded, at;
    const struct block *block;
};

struct reference_text {
    struct buffer text;
    ARRAY(struct reference_piece) pieces;
};

void reference_text_deinit(struct reference_text *t);

/* Makes it the text of these blocks, each on a line of its own. */
void reference_text_read(struct reference_text *t, const struct block *blocks, size_t count);

/* The block that byte `at` of the text is of, and the byte there. */
const struct block *reference_text_block(const struct reference_text *t, size_t at, size_t *byte);

/* Where in the input bytes [from, to) of the text stand; to > from. */
void reference_text_source(const struct reference_text *t, size_t from, size_t to, size_t *offset,
                           size_t *end);

/* The byte of the text where byte `at` of the block is; text.len when the block is not in it. */
size_t reference_text_at(const struct reference_text *t, const struct block *b, size_t at);

#endif
