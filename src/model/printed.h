/* SPDX-License-Identifier: MIT */
/*
 * The content of a plain document: lines that were printed.
 *
 * It is read in segments, anywhere, so that no document has to be read to its end to be looked at.
 * Segment boundaries depend on nothing but the bytes, so a place is always in the same segment.
 * Nothing that was read is kept here. Pages count from 0; they are counted as far as is needed.
 */
#ifndef FOLIO_MODEL_PRINTED_H
#define FOLIO_MODEL_PRINTED_H

#include "model/block.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

struct printed;

/* The first `head` and last `tail` bytes of the document are not its text. */
struct printed *printed_new(struct submission *s, struct document *d, size_t head, size_t tail);
void printed_free(struct printed *p);

/* Reads a segment into `out`, the caller's; false behind the last. */
bool printed_segment(struct printed *p, size_t index, struct segment *out);
/* The index of the segment that the place belongs to. */
size_t printed_segment_at(struct printed *p, size_t offset);
/* What of a page stands in one segment; places in the input. */
struct page_span {
    size_t from, to;
    bool whole;                /* it is all of the page */
    size_t near_from, near_to; /* and what of the page stands in the segments around it */
};

/* What of the page that the place is on stands in its segment; false behind the text. No page
 * before it is counted. */
bool printed_page_span(struct printed *p, size_t offset, struct page_span *span);
/* Reads a whole page into `out`, the caller's; its blocks do not say which page it is. */
void printed_page(struct printed *p, size_t from, size_t to, struct segment *out);
/* Says that a passing look is done with the segment: memory may be given back behind it. */
void printed_passed(struct printed *p, size_t index);

bool printed_has_pages(struct printed *p);
size_t printed_pages(const struct printed *p); /* counted so far */
bool printed_all(const struct printed *p);     /* these are all */
/* Counts on for about `bytes` bytes; true when all pages are counted. */
bool printed_count_pages(struct printed *p, size_t bytes);
size_t printed_page_at(struct printed *p, size_t offset);
/* Where it begins; false when there is no such page. */
bool printed_page_offset(struct printed *p, size_t page, size_t *offset);
struct slice printed_page_label(struct printed *p, size_t page);

#endif
