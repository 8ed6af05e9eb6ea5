/* SPDX-License-Identifier: MIT */
/*
 * Where the pages of signatures, and the rows of a contents list, end: what stands behind them, and
 * in front of the next node, has headings of its own.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_EDGES_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_EDGES_H

#include "outline/nodes.h"
#include "outline/scan.h"

#include <stddef.h>

/* The first place behind the page that the signatures begin on, and behind those pages after it
 * that are signatures too; the end of the last page when all are. */
size_t subhead_edges_signed(const struct scan *scan, const struct node *node);

/* The place of the first line behind the last row of a contents list that ends at `end` at most;
 * `end` when it has no rows. */
size_t subhead_edges_listed(const struct scan *scan, const struct node *node, size_t end);

#endif
