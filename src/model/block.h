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

/* From text byte `text` of a block on, until the next run, the text has this style: STYLE_... */
struct run {
    uint32_t text;
    uint32_t style;
};

/* Text bytes [from, to) of a block are a link. */
struct link {
    uint32_t from, to;
    struct slice href; /* decoded, as the filing has it; in the arena of the segment */
};

/* A cell of a row, as a reader sees it; model/table.h says how it came about. */
enum {
    CELL_BREAK = 1,        /* goes on with the cell before it, on a line of its own */
    CELL_NUMBER = 2,       /* a number, or what stands for one ("—", "N/A") */
    CELL_HEAD = 4,         /* of a header row */
    CELL_RULE_ABOVE = 8,   /* a rule above it, below it; */
    CELL_RULE_BELOW = 16,  /* told for one of them only where both are said */
    CELL_DOUBLE_BELOW = 32 /* the rule below is double */
};

struct cell {
    uint32_t from, to;     /* its text in the row's block */
    uint16_t column, span; /* first column and how many, of the table's */
    uint16_t flags;        /* CELL_... */
    uint8_t align;         /* enum sink_align */
    uint8_t indent;        /* columns of a label */
};

struct table;

/* The row of a table that a block is. */
struct row {
    const struct table *table;
    size_t index;             /* in the table's rows, from 0 */
    const struct cell *cells; /* by column; empty cells are left out, but for their rules */
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
    struct sink_shape shape;
    const struct run *runs; /* NULL: all of the text has no style */
    size_t run_count;
    const struct link *links; /* in order, apart from each other */
    size_t link_count;
    const struct row *row; /* NULL: not the row of a marked-up table. The texts of its cells are
                            * parted by a tab that is made, the lines of a cell by a made blank */
};

/* A place that links can name. */
struct anchor {
    struct slice name;
    size_t offset;
};

struct segment {
    size_t index;
    size_t offset, end; /* the lines that begin in [offset, end) */
    struct block *blocks;
    size_t count;     /* may be 0 */
    bool opens_page;  /* its first block is the first of a page */
    bool closes_page; /* its last is the last of a page; known of marked-up documents only */
    bool last;        /* no segment follows */
    bool borrowed;    /* a copy: what it points to is another's */
    const struct anchor *anchors; /* by place */
    size_t anchor_count;
    struct arena arena;
};

/* Frees what the segment owns; nothing of one that is borrowed. */
void segment_deinit(struct segment *s);

/* Where in the input byte `at` of the block's text stands; for at == text.len the end. */
size_t block_source(const struct block *b, size_t at);
/* The first byte of the block's text that stands at or behind `source`; text.len when none. */
size_t block_text_at(const struct block *b, size_t source);

/* The block with all that it points to copied into the arena, but for its row and the addresses of
 * its links. */
struct block block_copy(struct arena *arena, const struct block *b);

/* The style of byte `at` of the text; *until is the first byte that may have another. */
unsigned block_style(const struct block *b, size_t at, size_t *until);

/* Whether byte `at` of the text is not printed in the input as it is: a blank of a tab, a sign. */
bool block_is_made(const struct block *b, size_t at);

#endif
