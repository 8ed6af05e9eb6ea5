/* SPDX-License-Identifier: MIT */
/* The words for what a node says of other places: the pages of an index, another filing, what is
 * missing. They hold what the filing has, as it is: whoever shows them cleans them. */
#ifndef FOLIO_OUTLINE_NODE_WORDS_H
#define FOLIO_OUTLINE_NODE_WORDS_H

#include "base/buffer.h"
#include "outline/outline.h"

#include <stdbool.h>

/* True when the node is surer than doubtful: without a '?'. */
bool node_words_sure(const struct node *node);

/* Adds the pages that the Item of a cross-reference index refers to, at most `most` ranges, and
 * `more` when there are others: "p. 4", "pp. 4-22, 30", "pp. F-1 to F-30". Nothing when there are
 * none. */
void node_words_pages(const struct node *node, size_t most, const char *more, struct buffer *out);

/* Adds where the exhibit was filed, in few words: "10-K 2001, Ex. 10.3". Nothing when that is not
 * said. */
void node_words_source(const struct node_source *source, struct buffer *out);

/* Adds all that is said of it, with the link, behind a colon: ": 10-K 2001, Ex. 10.3". Nothing when
 * the node has no source, or the source says nothing. */
void node_words_elsewhere(const struct node *node, struct buffer *out);

#endif
