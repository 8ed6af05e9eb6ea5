/* SPDX-License-Identifier: MIT */
/*
 * Titled: headings of Items that carry no label, known by their titles or by the contents list.
 *
 * "Legal Proceedings" on a line of its own may head an Item, or a paragraph of a note; what speaks
 * for an Item is that the contents list links there or names it, and that the document prints few
 * labels. Added among the candidates, with FEATURE_UNLABELLED; the chain chooses.
 */
#ifndef FOLIO_OUTLINE_ITEMS_TITLED_H
#define FOLIO_OUTLINE_ITEMS_TITLED_H

#include "outline/scan.h"

/* Adds the candidates, and marks those that the contents list links to or names; to be called when
 * the contents lists are marked and heads and links are finished. `declared` are the numbers that
 * the header of the submission declares. */
void titled_add(struct scan *scan, const struct slice *declared, size_t declared_count);

/* The same, to stop and go on: begin, step until it says true, end. A step looks at about so many
 * heads, or candidates; all that was given must stay until the end. The search is the
 * caller's; NULL may be ended. */
struct titled_search;
struct titled_search *titled_begin(struct scan *scan, const struct slice *declared,
                                   size_t declared_count);
bool titled_step(struct titled_search *s, size_t heads);
void titled_end(struct titled_search *s);

#endif
