/* SPDX-License-Identifier: MIT */
/* Whether the Items that a document prints are there, or only say where they are. */
#ifndef FOLIO_OUTLINE_ITEM_STATUS_H
#define FOLIO_OUTLINE_ITEM_STATUS_H

#include "outline/nodes.h"
#include "outline/scan.h"

/* Sets the status of the Items among the nodes: one that only points elsewhere is short. What a
 * general statement or a footnote says of several Items goes for each. Lengths must be set. */
void item_status_set(struct nodes *n, const struct scan *scan);

#endif
