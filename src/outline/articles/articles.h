/* SPDX-License-Identifier: MIT */
/* Articles and sections of agreements, charters and plans, their recitals, annexes and pages of
 * signatures: in exhibits, and in what is printed as one in a main document. */
#ifndef FOLIO_OUTLINE_ARTICLES_ARTICLES_H
#define FOLIO_OUTLINE_ARTICLES_ARTICLES_H

#include "outline/sections/section.h"

/* Adds them. Where the nodes have the divider page of an exhibit, what is found behind it has the
 * exhibit's id in front of its own: "EX-10.1/article-iv". */
void articles_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
