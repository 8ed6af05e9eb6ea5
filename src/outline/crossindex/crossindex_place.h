/* SPDX-License-Identifier: MIT */
/* Puts the rows of a cross-reference index among the nodes of an outline. */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_PLACE_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_PLACE_H

#include "model/submission.h"
#include "outline/crossindex/crossindex_pages.h"
#include "outline/crossindex/crossindex_rows.h"
#include "outline/nodes.h"
#include "outline/scan.h"

/* Takes the nodes that stand in the rows away, as well as doubtful Items, and puts the index, its
 * parts and Items there, the chapters of the text, and the signatures where these went. The pages
 * must have been read. */
void crossindex_place(struct nodes *n, const struct index_rows *rows,
                      const struct crossindex_pages *pages, const struct document *d,
                      const struct scan *scan);

/* The row of the Item, or NULL. */
const struct index_row *crossindex_place_row(const struct index_rows *rows,
                                             const struct node *item);

#endif
