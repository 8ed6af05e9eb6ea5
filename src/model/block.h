/* SPDX-License-Identifier: MIT */
/*
 * Blocks: what a document's content is made of, and the segments they are read in.
 *
 * A block is the smallest thing that ends with a line break. Each byte of its text has a place in
 * the input. A segment owns its blocks and what they point to, but for what points into the input.
 */
#ifndef FOLIO_MODEL_BLOCK_H
#define FOLIO_MODEL_BLOCK_H

#include "base/arena.h"
#include "base/slice.h"
#include "formats/sink.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From text byte `text` of a block on, until the next piece, the text stands at `source`. A piece
 * that is `made` stands for `source` as a whole (a tab, an entity). */
struct piece {
    uint32_t text;
    bool made;
    size_t source;
};

/* The columns of a table as its ruler line gives them. */
struct ruler {
    const unsigned *edges;
    size_t count;
};

struct block {
    struct slice text; /* UTF-8 without line ends or control characters; never empty, 64 MB at
                        * most: a longer line is several blocks */
    size_t offset;     /* of its first byte in the input */
    size_t end;        /* behind its last */
    uint32_t blank;    /* empty lines above it, 200 when there are more; 0 for a page's first */
    uint32_t page;
    unsigned flags;             /* SINK_... */
    const struct piece *pieces; /* NULL: byte i of the text is input byte offset + i */
    size_t piece_count;
    const struct ruler *ruler; /* of the table it is in, or NULL */
};

struct segment {
    size_t index;
    size_t offset, end; /* the lines that begin in [offset, end) */
    struct block *blocks;
    size_t count;    /* may be 0 */
    bool opens_page; /* its first block is the first of a page */
    bool last;       /* no segment follows */
    struct arena arena;
};

/* Frees what the segment owns. */
void segment_deinit(struct segment *s);

/* Where in the input byte `at` of the block's text stands; for at == text.len the end. */
size_t block_source(const struct block *b, size_t at);
/* The first byte of the block's text that stands at or behind `source`; text.len when none. */
size_t block_text_at(const struct block *b, size_t source);

/* Whether byte `at` of the text is not printed in the input as it is: a blank of a tab, a sign. */
bool block_is_made(const struct block *b, size_t at);

#endif
