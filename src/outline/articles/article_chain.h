/* SPDX-License-Identifier: MIT */
/*
 * The chain of an agreement: which of its clauses are headings, chosen by their order. Articles
 * ascend, sections ascend within their article.
 *
 * Indexes are of the list of clauses; nothing but the list of places is owned.
 */
#ifndef FOLIO_OUTLINE_ARTICLES_ARTICLE_CHAIN_H
#define FOLIO_OUTLINE_ARTICLES_ARTICLE_CHAIN_H

#include "base/array.h"
#include "outline/articles/article_rows.h"
#include "outline/articles/clauses.h"

struct article_place {
    size_t clause;
    int level;     /* 1: article, or section without articles; 2, 3: below */
    bool gap;      /* numbers are missing before it */
    bool untitled; /* it has no title */
};

struct article_chain {
    ARRAY(struct article_place) list; /* in reading order */
    bool articles;                    /* level 1 are articles, else sections; */
    bool top;                         /* there is a level 1 */
    bool resumed;                     /* it goes on where the chain before it ended */
    size_t rejected;                  /* clauses that look like headings and are out of order */
    unsigned last[3];                 /* the numbers that it ends with */
};

/* Chooses among the clauses [from, to). `numbers`: sections may be labelled with numbers alone.
 * `before` are the last numbers of the chain that may go on here. */
void article_chain_choose(struct article_chain *chain, const struct clauses *c,
                          const struct article_row *rows, size_t from, size_t to, bool numbers,
                          const unsigned before[3]);
void article_chain_deinit(struct article_chain *chain);

#endif
