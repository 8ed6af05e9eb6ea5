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

#endif
