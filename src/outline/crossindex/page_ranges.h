/* SPDX-License-Identifier: MIT */
/*
 * The grammar of page cells, as the rows of a cross-reference index end with: "4-6, 7-13, 78-80",
 * "Pages 4 - 22", "319-321*", "82, (a)", "F-1 to F-30", "Not applicable".
 *
 * A page is a number of at most four digits, with letters in front of it or not, or a small roman
 * number. All slices are of the text that was read; the list is the caller's to end.
 */
#ifndef FOLIO_OUTLINE_CROSSINDEX_PAGE_RANGES_H
#define FOLIO_OUTLINE_CROSSINDEX_PAGE_RANGES_H

#include "base/array.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* What a cell says in words. */
enum {
    PAGES_NONE = 1u << 0,        /* "Not applicable", "None", a lone dash */
    PAGES_OMITTED = 1u << 1,     /* "Omitted" */
    PAGES_RESERVED = 1u << 2,    /* "[Reserved]" */
    PAGES_INCORPORATED = 1u << 3 /* "Incorporated by reference to ...", "Proxy Statement" */
};

struct page_range {
    struct slice from, to; /* the same for a single page */
    size_t at;             /* byte of the text where it stands */
};

struct page_ranges {
    ARRAY(struct page_range) list; /* as printed, in their order */
    ARRAY(struct slice) marks;     /* "(a)", "*": of footnotes */
    unsigned said;                 /* PAGES_... */
};

void page_ranges_deinit(struct page_ranges *r);
void page_ranges_clear(struct page_ranges *r);

/* Reads a cell into `r`, in place of what it held. False, and nothing in it, when the text is
 * anything else than pages, marks and such words. */
bool page_ranges_read(struct page_ranges *r, struct slice text);

/* Reads the page cell at the end of a line, behind a wide gap, a tab or dots. Where `loose`, a
 * blank is gap enough. Returns the byte where what stands before it ends; text.len, and nothing in
 * `r`, when there is no such cell. */
size_t page_ranges_tail(struct page_ranges *r, struct slice text, bool loose);

/* The mark of a footnote ("(a)", "**", a dagger) at the front of `text`: its bytes, or 0. */
size_t page_ranges_mark(struct slice text);

#endif
