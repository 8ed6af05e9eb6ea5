/* SPDX-License-Identifier: MIT */
/*
 * Where a lead that leads to a part of its own document lands: at the heading of the part.
 *
 * The names that links lead to stand before the heading: above the running head of its page, at the
 * foot of the page before, or in the last row of the table before it.
 */
#ifndef FOLIO_UI_LINKS_LEAD_LANDING_H
#define FOLIO_UI_LINKS_LEAD_LANDING_H

#include "model/content.h"
#include "outline/references/reference_region.h"
#include "ui/links/lead.h"

/* Moves place and node of a lead on to the heading that follows shortly behind its place: the one
 * that its words name, or the next when only blanks, rules and running heads are between. The
 * content and the nodes are those of the document that it leads to. */
void lead_landing(struct lead *lead, struct content *c, const struct reference_map *map);

#endif
