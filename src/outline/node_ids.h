/* SPDX-License-Identifier: MIT */
/* Ids of nodes, no two of a document alike. */
#ifndef FOLIO_OUTLINE_NODE_IDS_H
#define FOLIO_OUTLINE_NODE_IDS_H

#include "outline/nodes.h"

/* Numbers the ids that come again, in either case: "signatures", "signatures-2". The first of them
 * keeps its id, and no number makes an id that another node has of itself. */
void node_ids_set_apart(struct nodes *n);

#endif
