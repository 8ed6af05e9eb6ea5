/* SPDX-License-Identifier: MIT */
/* The printed pages of a document, found by their label: many are asked for at once. */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_PAGES_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_PAGES_H

#include "base/array.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

struct labelled {
    struct slice label;
    size_t page;
};

struct crossindex_voter;

struct crossindex_pages {
    struct content *content;        /* the caller's, who holds it */
    struct arena arena;             /* of the labels */
    ARRAY(struct labelled) list;    /* by label; of two alike the earlier page first */
    ARRAY(unsigned char) printed;   /* by page: it prints a label */
    struct crossindex_voter *voter; /* while lines at the edges of pages are read; else NULL */
};

/* To be read: all pages are counted, and their labels read, by steps of about so many pages; a step
 * is true when all is done. */
void crossindex_pages_init(struct crossindex_pages *p, struct content *content);
bool crossindex_pages_step(struct crossindex_pages *p, size_t pages);
void crossindex_pages_deinit(struct crossindex_pages *p);

/* Where the page with that label begins in the input, *end behind it; (size_t)-1 when there is
 * none. A page that prints no label counts as what the one before it, or behind it, makes it. */
size_t crossindex_pages_find(const struct crossindex_pages *p, struct slice label, size_t *end);

#endif
