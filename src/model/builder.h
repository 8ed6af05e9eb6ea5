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
#include "model/block.h"

enum {
    BUILDER_TEXT =
        64 * 1024 * 1024, /* bytes of a block's text, at most; places in it have 32 bits */
    BUILDER_BLANK = 200   /* empty lines above a block, at most */
};

/* The page that the mark at `offset` of the input begins. */
typedef size_t builder_page_at(void *pages, size_t offset);

struct builder {
    struct sink sink;
    builder_page_at *page_at;
    void *pages;
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

/* Begins a segment; `page_begins` says that its first block is the first of `page`. `page_at` is
 * called with `pages` for each page mark. */
void builder_init(struct builder *b, struct segment *segment, size_t page, bool page_begins,
                  builder_page_at *page_at, void *pages);

/* Gives the blocks to the segment and ends. */
void builder_finish(struct builder *b);

#endif
