/* SPDX-License-Identifier: MIT */
/* Nodes of what a document sets as headings, where no form says what its parts are. */
#ifndef FOLIO_OUTLINE_HEADINGS_H
#define FOLIO_OUTLINE_HEADINGS_H

#include "outline/nodes.h"

/* Adds a node for each of the blocks that is a heading (shape.heading), below the one of higher
 * rank that came before. Ids are made of the words. */
void headings_add(struct nodes *n, const struct block *blocks, size_t count);

#endif
