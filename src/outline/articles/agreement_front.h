/* SPDX-License-Identifier: MIT */
/* What stands in front of the articles of an agreement: its title and its contents list. */
#ifndef FOLIO_OUTLINE_ARTICLES_AGREEMENT_FRONT_H
#define FOLIO_OUTLINE_ARTICLES_AGREEMENT_FRONT_H

#include "outline/articles/article_region.h"

/* Adds the contents list among the clauses [from, first), with its heading, unless the nodes have
 * one there. Returns its place, or that of clause `first` when there is none. */
size_t agreement_front_add_contents(const struct article_region *r, size_t from, size_t first,
                                    int grade);

/* Adds the title of the agreement, which stands in [start, end), places in the input; false when
 * there is no line that says what it is. */
bool agreement_front_add_title(const struct article_region *r, size_t start, size_t end, int grade);

#endif
