/* SPDX-License-Identifier: MIT */
/*
 * Cross-reference indexes: filings whose Items are not in the text, but only in a list that names
 * the printed pages of each: "Item 1. Business   4-6, 7-13, 78-80".
 *
 * In the outline of such a filing the list is a node of its own (NODE_CONTENTS, level 1, id
 * "cross-reference-index"), with the parts that it prints below it, and the Items below these, at
 * the places of their rows. Each Item has the pages as `ranges`; where the first of them was found
 * it leads there: TARGET_HERE, to the heading on that page which has the Item's title, to what its
 * row links to, or to the top of the page. What the text sets as its own chapters stands beside
 * the list. An Item that has a heading in the text stays there and gets the ranges. An ordinary
 * table of contents, whose Items come again as headings, is no such list.
 */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_H

#include "model/submission.h"
#include "outline/nodes.h"
#include "outline/scan.h"

/* Looks whether the document, whose content somebody must hold, has such an index; if so, makes the
 * Items of the nodes those of the index. To be called when the chain's nodes are made, before
 * missing Items, exhibit rows and sections are looked for; lengths are not set.
 *
 * Begin, step until it says true, end. A step looks at about so many heads, or half as many pages;
 * all that was given must stay until the end, and the nodes are changed by nobody else. Begin gives
 * NULL, which may be stepped and ended, for a document that has no need of an index; end says
 * whether one was found. */
struct crossindex_search;
struct crossindex_search *crossindex_begin(struct nodes *n, struct submission *s,
                                           struct document *d, const struct scan *scan);
bool crossindex_step(struct crossindex_search *x, size_t heads);
bool crossindex_end(struct crossindex_search *x);

/* Where to go for the Item, in the input; (size_t)-1 where no page of it was found. */
size_t crossindex_target(const struct node *node);

#endif
