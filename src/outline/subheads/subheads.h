/* SPDX-License-Identifier: MIT */
/*
 * Sub-headings: the headings below Items and notes, and the chapters of documents that have no
 * Items: prospectuses, proxies, press releases, annual reports.
 *
 * They are known by how they are set, learnt from each document, by contents lists that name them,
 * and by titles that such parts have.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEADS_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEADS_H

#include "outline/sections/section.h"

/* Adds the sub-headings. What the other readers found is in `found` already: it bounds the parts
 * that are looked at. */
void subheads_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

/* The same, to stop and go on: begin, step until it says true, end. A step looks at about so many
 * heads; all that was given must stay until the end, and `nodes` as they are. The search is the
 * caller's; NULL may be ended. */
struct subheads_search;
struct subheads_search *subheads_begin(struct sections *found, const struct scan *scan,
                                       const struct nodes *nodes);
bool subheads_step(struct subheads_search *s, size_t heads);
void subheads_end(struct subheads_search *s);

#endif
