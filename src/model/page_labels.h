/* SPDX-License-Identifier: MIT */
/*
 * The labels of a document's pages: from what a page prints as its number to the first page that
 * prints it.
 *
 * Pages are added one by one, in their order. A label that many pages print is kept once; it is a
 * copy. The case of ASCII letters, and blanks around a label, do not count.
 */
#ifndef FOLIO_MODEL_PAGE_LABELS_H
#define FOLIO_MODEL_PAGE_LABELS_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct page_labels;

/* Where a page is: its number from 0, and where it begins in the input. */
struct page_place {
    size_t page, offset;
};

struct page_labels *page_labels_new(void);
/* NULL may be freed. */
void page_labels_free(struct page_labels *l);

/* Adds the next page, which begins at `offset`; the label may be empty. */
void page_labels_add(struct page_labels *l, struct slice label, size_t offset);

/* How many pages were added. */
size_t page_labels_count(const struct page_labels *l);

/* The first of the pages with that label; false when none of those added has it. */
bool page_labels_find(const struct page_labels *l, struct slice label, struct page_place *found);

#endif
