/* SPDX-License-Identifier: MIT */
/*
 * The builder: the sink that makes blocks of what a format says.
 *
 * It fills one segment. Text that stands in the input as it is becomes a slice of the input; only
 * what had to be changed is copied into the segment's arena. A table is heard to its end and then
 * made into rows (model/table.h); one that holds another table only places it, and is taken apart.
 */
#ifndef FOLIO_MODEL_BUILDER_H
#define FOLIO_MODEL_BUILDER_H

#include "base/array.h"
#include "base/buffer.h"
#include "formats/sink.h"
#include "model/block.h"
#include "model/table.h"

enum {
    BUILDER_TEXT =
        64 * 1024 * 1024, /* bytes of a block's text, at most; places in it have 32 bits */
    BUILDER_BLANK = 200,  /* empty lines above a block, at most */
    BUILDER_HREF = 4096   /* bytes of an address; what is longer is no link */
};

/* The page that the mark at `offset` of the input begins. */
typedef size_t builder_page_at(void *pages, size_t offset);

struct builder {
    struct sink sink;
    builder_page_at *page_at;
    void *pages;
    struct segment *segment;
    ARRAY(struct block) blocks;
    ARRAY(struct anchor) anchors;
    /* The block that is open. */
    struct block block;
    bool copied;
    struct buffer changed;      /* its text, once it differs from the input's */
    ARRAY(struct piece) pieces; /* of that */
    ARRAY(struct run) runs;
    ARRAY(struct link) links;
    struct slice href;      /* of the link that is open; empty: none */
    struct slice last_href; /* the last one, in the segment's arena */
    size_t link_from;
    unsigned style;
    /* What comes next. */
    struct sink_shape shape;
    bool page_begins; /* no block of this page was seen yet */
    size_t blank;
    size_t blank_made; /* of them: what is put behind a table, if nothing is said there */
    uint32_t page;
    const struct ruler *ruler;
    /* The table that is heard. */
    struct raw_table raw;
    struct arena scratch;           /* what its blocks point to */
    size_t tables;                  /* that are open, one in the other */
    bool broken_up[SINK_DEPTH + 1]; /* by depth: the row that is open is not heard as one */
    unsigned oddities;              /* what was met: formats/oddity.h */
};

/* Begins a segment; `page_begins` says that its first block is the first of `page`. `page_at` is
 * called with `pages` for each page mark. */
void builder_init(struct builder *b, struct segment *segment, size_t page, bool page_begins,
                  builder_page_at *page_at, void *pages);

/* Gives the blocks to the segment and ends. */
void builder_finish(struct builder *b);

#endif
