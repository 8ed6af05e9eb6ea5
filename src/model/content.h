/* SPDX-License-Identifier: MIT */
/*
 * The content of a document: blocks of text with the place in the input where they come from.
 *
 * Content is read in segments, each when it is asked for, so that no document has to be read to
 * its end to be looked at. Segment boundaries depend on nothing but the bytes, so a place is always
 * in the same segment. A segment asked for with content_segment stays, with its blocks, until the
 * submission is freed; content_walk reads one for a passing look and keeps nothing. A document
 * with markup is read from its beginning on, and all that was read stays as long as somebody holds
 * the content. Places are offsets into the input, pages count from 0 here.
 */
#ifndef FOLIO_MODEL_CONTENT_H
#define FOLIO_MODEL_CONTENT_H

#include "base/slice.h"
#include "model/block.h"
#include "model/page_labels.h" /* struct page_place */
#include "model/printed.h"     /* struct page_span */
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

/* The content of a document of this submission, made at the first call and freed with
 * the submission. */
struct content *content_of(struct submission *s, struct document *d);

struct document *content_document(const struct content *c);

/* True when it is made of lines that were printed, each a block; else blocks are paragraphs. */
bool content_is_printed(const struct content *c);

/* Whoever keeps pointers into segments of a document with markup holds its content; when the last
 * holder lets it go, what was parsed is freed, and read again when it is asked for. */
void content_hold(struct content *c);
void content_release(struct content *c);

/* The segment, read when needed, or NULL behind the last. */
const struct segment *content_segment(struct content *c, size_t index);

/* Gives back a segment that content_segment gave; pointers into it are no longer good. */
void content_forget(struct content *c, size_t index);

/* The index of the segment that `offset` belongs to (cut to the document). */
size_t content_segment_at(struct content *c, size_t offset);

/* The same segment, read into `out`; the caller ends it with segment_deinit. False behind the
 * last. The way to go through a whole document without keeping it; what points into a document with
 * markup is good only while somebody holds it. */
bool content_walk(struct content *c, size_t index, struct segment *out);

/* For a passing look at one page of a printed document, without counting those before it: what of
 * the page that the place is on stands in one segment. False when the document is none that is
 * printed, or ends before the place. */
bool content_page_span(struct content *c, size_t offset, struct page_span *span);
/* A page that is whole there, read into `out`, which the caller ends with segment_deinit; its
 * blocks do not say which page it is. */
void content_walk_page(struct content *c, size_t from, size_t to, struct segment *out);

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
/* The first page with that label (ASCII case ignored), or (size_t)-1. Needs all pages. */
size_t content_page_labelled(struct content *c, struct slice label);
/* Labels that were read are remembered. Reads those of so many pages more, and counts all pages
 * first; true when those of all pages are read, which 0 pages asks at no cost. */
bool content_read_labels(struct content *c, size_t pages);
/* The first page with that label among those whose labels are read; false when none has it. */
bool content_find_label(const struct content *c, struct slice label, struct page_place *found);
/* Pages counted so far; *all says whether these are all. */
size_t content_pages(const struct content *c, bool *all);
/* Counts on for about `bytes` bytes; true when all pages are counted. */
bool content_count_pages(struct content *c, size_t bytes);

/* Where the place of that name (an id or <a name> of HTML) is; false when there is none. Reads all.
 */
bool content_anchor(struct content *c, struct slice name, size_t *offset);

#endif
