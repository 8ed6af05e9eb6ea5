/* SPDX-License-Identifier: MIT */
/* Where the rows of a cross-reference index lead: printed pages, and headings on these. */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_AIM_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_AIM_H

#include "base/arena.h"
#include "base/buffer.h"
#include "outline/crossindex/crossindex_chapters.h"
#include "outline/crossindex/crossindex_pages.h"
#include "outline/crossindex/crossindex_rows.h"
#include "outline/outline.h"
#include "outline/scan.h"

/* All but `folded` is the caller's. */
struct crossindex_aim {
    struct arena *arena; /* of the nodes */
    const struct index_rows *rows;
    const struct scan *scan;
    const struct document *document;
    const struct crossindex_pages *pages;
    struct buffer folded; /* for one title */
    size_t body;          /* where the first page begins, outside of the index, that a row resolved
                           * so far names; (size_t)-1: none */
};

void crossindex_aim_init(struct crossindex_aim *a, struct arena *arena,
                         const struct index_rows *rows, const struct scan *scan,
                         const struct document *d, const struct crossindex_pages *pages);
void crossindex_aim_deinit(struct crossindex_aim *a);

/* How well the title is that of the row's Item: 0 to 1. */
double crossindex_aim_match(struct crossindex_aim *a, const struct index_row *row,
                            struct slice title);

/* Gives the node the pages of the row, and where they begin. */
void crossindex_aim_resolve(struct crossindex_aim *a, const struct index_row *row,
                            struct node *node);

/* Has the node, whose pages are set, lead to where the first of them that was found begins to speak
 * of it. */
void crossindex_aim_at(struct crossindex_aim *a, const struct index_row *row, struct node *node);

/* The heading of the exhibits on the pages that the row names, or NULL. */
const struct head *crossindex_aim_exhibits(const struct crossindex_aim *a,
                                           const struct index_row *row);

#endif
