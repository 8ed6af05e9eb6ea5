/* SPDX-License-Identifier: MIT */
/*
 * A sink: what a format may say of a document, in reading order.
 *
 * Every reader of a format calls a sink; the model's builder is the one that keeps what it
 * hears, tests have a recorder. A block is the smallest thing that ends with a line break: a line
 * of a plain text, a paragraph of HTML. Offsets are bytes of the input.
 */
#ifndef FOLIO_FORMATS_SINK_H
#define FOLIO_FORMATS_SINK_H

#include "base/slice.h"

#include <stddef.h>
#include <stdint.h>

/* What a block is like. */
enum {
    SINK_FURNITURE = 1, /* a running head or foot, a bare page number: not part of the text */
    SINK_COLUMNS = 2,   /* its inner spacing means something: it must not be wrapped */
    SINK_TABLE = 4,     /* inside a table */
    SINK_CAPTION = 8,   /* a table's caption or header, above the ruler */
    SINK_FOOTNOTE = 16, /* a table's footnote */
    SINK_MADE = 32      /* made by folio, not printed in the filing */
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
    /* UTF-8 that stands in the input as it is, from `offset` on. */
    void (*text)(void *self, struct slice text, size_t offset);
    /* `count` times the code point `code`, standing for `length` bytes of the input. */
    void (*code)(void *self, uint32_t code, size_t count, size_t offset, size_t length);
    /* The block ends; `offset` is behind its last byte. */
    void (*end)(void *self, size_t offset);
};

#endif
