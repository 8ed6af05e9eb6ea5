/* SPDX-License-Identifier: MIT */
/*
 * What sections say about each other once all readers have added theirs.
 *
 * A heading between "Notes to ... Financial Statements" and Note 1 must not hold the notes; the
 * headings of an auditors' report stand in it; the head of pages is one section, not one a page.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_SETTLE_H
#define FOLIO_OUTLINE_SECTIONS_SETTLE_H

#include "outline/sections/section.h"

/* Changes grades of headings, and takes out repeated heads of pages. To be called behind the
 * readers, before sections_place. Leaves the sections by place. Time is n log n. */
void sections_settle(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
