/* SPDX-License-Identifier: MIT */
/* What stands around the articles of an agreement: recitals, pages of signatures, annexes. */
#ifndef FOLIO_OUTLINE_ARTICLES_ANNEXES_H
#define FOLIO_OUTLINE_ARTICLES_ANNEXES_H

#include "outline/articles/article_region.h"

/* The clause is the heading of an annex, not a mention of one, nor the exhibit's own head;
 * `before` is the number of the annex that it stands in, whose running head it may be. */
bool annexes_is(const struct article_region *r, size_t clause, struct slice before);

/* Adds the annex; the ids of what is found from then on have its own in front. */
void annexes_add(struct article_region *r, size_t clause);

/* Adds the recitals that stand last before clause `first`, at or behind `from`. */
void annexes_add_opening(const struct article_region *r, size_t from, size_t first, int grade);

/* Adds the pages of signatures among the clauses [from, to). */
void annexes_add_signatures(const struct article_region *r, size_t from, size_t to, int grade);

#endif
