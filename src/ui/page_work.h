/* SPDX-License-Identifier: MIT */
/*
 * The pages of a document, counted and labelled in slices of work: a few milliseconds each, between
 * two looks at the keys.
 *
 * The content is the caller's; what is known of its pages stays with it. Of a document with markup
 * somebody must hold the content, or what was read for its pages is lost between two slices.
 */
#ifndef FOLIO_UI_PAGE_WORK_H
#define FOLIO_UI_PAGE_WORK_H

#include "model/content.h"

#include <stdbool.h>

/* So many labels are read by a slice; a key may read as many. */
enum { PAGE_WORK_LABELS = 1000 };

/* Whether all pages are counted, or all labels read. Cost nothing. */
bool page_work_counted(const struct content *c);
bool page_work_labelled(struct content *c);

/* A slice of counting pages; false, and nothing done, when all are counted. */
bool page_work_count(struct content *c);

/* The same, and of reading their labels. */
bool page_work_label(struct content *c);

#endif
