/* SPDX-License-Identifier: MIT */
/*
 * The content of a document: blocks of text with the place in the input where they come from.
 *
 * Content is read in segments, each when it is asked for, so that no document has to be read to
 * its end to be looked at. Segment boundaries depend on nothing but the bytes, so a place is always
 * in the same segment. A segment asked for with content_segment stays, with its blocks, until the
 * submission is freed; content_walk reads one for a passing look and keeps nothing. Places are
 * offsets into the input, pages count from 0 here.
 */
#ifndef FOLIO_MODEL_CONTENT_H
#define FOLIO_MODEL_CONTENT_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "formats/sink.h"
#include "model/submission.h"

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

/* The content of a document of this submission, made at the first call. */
struct content *content_of(struct submission *s, struct document *d);
void content_free(struct content *c);

struct document *content_document(const struct content *c);

/* The segment, read when needed, or NULL behind the last. */
const struct segment *content_segment(struct content *c, size_t index);

/* Gives back a segment that content_segment gave; pointers into it are no longer good. */
void content_forget(struct content *c, size_t index);

/* The index of the segment that `offset` belongs to (cut to the document). */
size_t content_segment_at(struct content *c, size_t offset);

/* The same segment, read into `out`; the caller ends it with segment_deinit. False behind the
 * last. The way to go through a whole document without keeping it. */
bool content_walk(struct content *c, size_t index, struct segment *out);
void segment_deinit(struct segment *s);

/* Pages. A document without page breaks has 0. Counting goes as far as it must. */
bool content_has_pages(struct content *c);
/* The page that the place is on. */
size_t content_page_at(struct content *c, size_t offset);
/* Where page `page` begins (its mark); the document's text_end behind the last. */
size_t content_page_offset(struct content *c, size_t page);
/* The number that the filing prints on the page ("F-3"), or empty. */
struct slice content_page_label(struct content *c, size_t page);
/* The same, but empty where it is just the count of the page: what is worth saying beside it. */
struct slice content_page_other_label(struct content *c, size_t page);
/* The page with that label (ASCII case ignored), or (size_t)-1. Needs all pages. */
size_t content_page_labelled(struct content *c, struct slice label);
/* Pages counted so far; *all says whether these are all. */
size_t content_pages(const struct content *c, bool *all);
/* Counts on for about `bytes` bytes; true when all pages are counted. */
bool content_count_pages(struct content *c, size_t bytes);

/* Where in the input byte `at` of the block's text stands; for at == text.len the end. */
size_t block_source(const struct block *b, size_t at);
/* The first byte of the block's text that stands at or behind `source`; text.len when none. */
size_t block_text_at(const struct block *b, size_t source);

#endif
