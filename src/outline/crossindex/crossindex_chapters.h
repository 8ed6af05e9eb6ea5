/* SPDX-License-Identifier: MIT */
/* The chapters of a text that has no Items: what its contents list links to, and the headings that
 * are set as large as these, or larger than all other text. */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_CHAPTERS_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_CHAPTERS_H

#include "base/array.h"
#include "outline/crossindex/crossindex_rows.h"
#include "outline/outline.h"
#include "outline/scan.h"

struct chapter {
    const struct head *head; /* of the scan */
    enum node_found_by found_by;
};

struct chapters {
    ARRAY(struct chapter) list; /* in reading order */
};

/* Finds the chapters outside of the index, whose Items name pages from the place `body` on. The
 * list must be empty; the caller ends it with array_deinit. */
void crossindex_chapters_find(struct chapters *found, const struct scan *scan,
                              const struct index_rows *rows, size_t body);

/* True when the head may be a title: a line of its own that is no running head and no row. */
bool crossindex_chapters_is_title(const struct head *h);

#endif
