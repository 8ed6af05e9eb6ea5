/* SPDX-License-Identifier: MIT */
/*
 * A sink: what a format may say of a document, in reading order.
 *
 * Every reader of a format calls a sink; the model's builder is the one that keeps what it
 * hears, tests have a recorder. A block is the smallest thing that ends with a line break: a line
 * of a plain text, a paragraph of HTML. Offsets are bytes of the input, and never go back.
 *
 * The plain reader says pages, blanks, columns and blocks only. Marked-up formats say more:
 *
 *     document  = { page | anchor | shape | block | table }
 *     block     = begin { style | link | anchor | text | code } end
 *     table     = table { row { cell { shape | anchor | block | table } cell_end } row_end }
 *                 table_end
 *
 * A block in a cell is a paragraph of the cell. Whatever a filing nests, a reader says it in this
 * grammar, at most SINK_DEPTH tables deep.
 */
#ifndef FOLIO_FORMATS_SINK_H
#define FOLIO_FORMATS_SINK_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a block is like. */
enum {
    SINK_FURNITURE = 1, /* a running head or foot, a bare page number: not part of the text */
    SINK_COLUMNS = 2,   /* its inner spacing means something: it must not be wrapped */
    SINK_TABLE = 4,     /* inside a table */
    SINK_CAPTION = 8,   /* a table's caption or header, above the ruler */
    SINK_FOOTNOTE = 16, /* a table's footnote */
    SINK_MADE = 32,     /* made by folio, not printed in the filing */
    SINK_RULE = 64 /* a line across: its text is one U+2500, to be drawn as wide as it may be */
};

/* How text is set: the bits of `style`. */
enum {
    STYLE_BOLD = 1,
    STYLE_ITALIC = 2,
    STYLE_UNDERLINE = 4,
    STYLE_STRIKE = 8,
    STYLE_SUPER = 16,
    STYLE_SUB = 32,
    STYLE_SMALL_CAPS = 64,
    STYLE_ADDED = 128 /* not printed in the filing: the caret of a footnote mark, "[image: ...]" */
};

enum sink_align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

enum { SINK_DEPTH = 8 };

/* How blocks are set. All 0: as text is. */
struct sink_shape {
    uint8_t align;   /* enum sink_align */
    uint8_t indent;  /* columns left free at the left */
    int8_t first;    /* so many columns more, or fewer, on the first line; indent + first >= 0 */
    uint8_t heading; /* 1 to 6: an <h1> to <h6>; 0: none */
    uint8_t size;    /* of its first letter, in points; 0: not said */
    bool preformatted /* a line of <pre> */;
};

/* A cell as the filing has it: nothing of it is to be trusted. */
struct sink_cell {
    unsigned columns, rows; /* it spans; at least 1 */
    uint16_t width;         /* tenths of a percent of the table; 0: not said */
    uint8_t align;          /* enum sink_align */
    bool aligned;           /* the filing says so */
    bool head;              /* a <th> */
    uint8_t above, below;   /* rules: 0 none, 1 single, 2 double */
};

struct sink {
    void *self;
    /* A new page begins at `offset` (of the mark that says so). */
    void (*page)(void *self, size_t offset);
    /* `lines` empty lines. */
    void (*blank)(void *self, size_t lines);
    /* The column edges (from 0) of the table lines that follow, until the next call; count 0: none.
     * The first is the left edge of the stub, the others those of the data columns. */
    void (*columns)(void *self, const unsigned *edges, size_t count);
    void (*begin)(void *self, unsigned flags, size_t offset);
    /* UTF-8 that stands in the input as it is, from `offset` on; it points into the input. */
    void (*text)(void *self, struct slice text, size_t offset);
    /* `count` times the code point `code`, standing for `length` bytes of the input. */
    void (*code)(void *self, uint32_t code, size_t count, size_t offset, size_t length);
    /* The block ends; `offset` is behind its last byte. */
    void (*end)(void *self, size_t offset);

    /* The rest is said by marked-up formats only; others may leave it NULL. */

    /* How the blocks that begin from here on are set, until the next call. */
    void (*shape)(void *self, const struct sink_shape *shape);
    /* STYLE_... of the text that follows, until the next call; each block begins with 0. */
    void (*style)(void *self, unsigned style);
    /* The text that follows is a link to `href`, decoded, as the filing has it; empty: no more.
     * Each block begins without. The slice is good during the call only. */
    void (*link)(void *self, struct slice href, size_t offset);
    /* The place has a name that links may name, the same. */
    void (*anchor)(void *self, struct slice name, size_t offset);
    void (*table)(void *self, size_t offset);
    void (*row)(void *self, size_t offset);
    void (*cell)(void *self, const struct sink_cell *cell, size_t offset);
    void (*cell_end)(void *self, size_t offset);
    void (*row_end)(void *self, size_t offset);
    void (*table_end)(void *self, size_t offset);
};

#endif
