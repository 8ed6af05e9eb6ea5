/* SPDX-License-Identifier: MIT */
/* The nodes of an outline, made of the headings that were chosen. */
#ifndef FOLIO_OUTLINE_NODES_H
#define FOLIO_OUTLINE_NODES_H

#include "outline/items/chain.h"
#include "outline/outline.h"

enum { HEADING_RANKS = 6, NODES_MOST = 100000 /* of one document */ };

struct nodes {
    ARRAY(struct node) list;
    ARRAY(struct missing) missing;
    struct arena arena;            /* of their texts */
    bool ranks[HEADING_RANKS + 1]; /* of headings (1 to 6) that the next stands below */
};

void nodes_init(struct nodes *n);
void nodes_deinit(struct nodes *n);

/* Makes the nodes in reading order; `cover` is the place of the document's first letter. Lengths
 * are not set yet. */
void nodes_build(struct nodes *n, const struct candidates *c, const struct chain *chain,
                 const struct form *form, size_t cover);

/* Gives each node its length; `end` is the document's end. */
void nodes_measure(struct nodes *n, size_t end);

/* Puts `count` nodes behind the node `index`. */
void nodes_insert(struct nodes *n, size_t index, const struct node *more, size_t count);

#endif
