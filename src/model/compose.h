/* SPDX-License-Identifier: MIT */
/*
 * Composing a block of parts of others.
 *
 * Each byte of the new text keeps its place in the input, its style and its link; what is put
 * between the parts is made.
 */
#ifndef FOLIO_MODEL_COMPOSE_H
#define FOLIO_MODEL_COMPOSE_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/block.h"

struct compose {
    struct buffer text;
    ARRAY(struct piece) pieces;
    ARRAY(struct run) runs;
    ARRAY(struct link) links;
    struct block block; /* offset, end, page, blank: as the parts say */
    bool any;
};

/* All 0 is an empty one; may be used again after compose_finish. */
void compose_deinit(struct compose *c);

/* Adds bytes [from, to) of the block's text. */
void compose_add(struct compose *c, const struct block *b, size_t from, size_t to);

/* Adds `text`, which is not in the input, behind what is there. */
void compose_made(struct compose *c, struct slice text);

/* How long the text is. */
size_t compose_length(const struct compose *c);

/* The block, with all it points to in `arena`; the composer is empty again. */
struct block compose_finish(struct compose *c, struct arena *arena);

#endif
