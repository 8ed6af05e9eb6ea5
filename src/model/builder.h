/* SPDX-License-Identifier: MIT */
/*
 * The builder: the sink that makes blocks of what a format says.
 *
 * It fills one segment. Text that stands in the input as it is becomes a slice of the input; only
 * what had to be changed is copied into the segment's arena.
 */
#ifndef FOLIO_MODEL_BUILDER_H
#define FOLIO_MODEL_BUILDER_H

#include "base/array.h"
#include "base/buffer.h"
#include "formats/sink.h"
#include "model/content.h"

enum {
    BUILDER_TEXT =
        64 * 1024 * 1024, /* bytes of a block's text, at most; places in it have 32 bits */
    BUILDER_BLANK = 200   /* empty lines above a block, at most */
};

struct builder {
    struct sink sink;
    struct content *content;
    struct segment *segment;
    ARRAY(struct block) blocks;
    ARRAY(struct piece) pieces; /* of the block that is open */
    struct buffer changed;      /* its text, once it differs from the input's */
    struct block block;
    bool copied;
    bool page_begins; /* no block of this page was seen yet */
    size_t blank;
    uint32_t page;
    const struct ruler *ruler;
};

/* Begins a segment; `page_begins` says that its first block is the first of `page`. */
void builder_init(struct builder *b, struct content *content, struct segment *segment, size_t page,
                  bool page_begins);

/* Gives the blocks to the segment and ends. */
void builder_finish(struct builder *b);

#endif
