/* SPDX-License-Identifier: MIT */
/* The contents lists of agreements: which clauses are rows of one, and which clauses these name. */
#ifndef FOLIO_OUTLINE_ARTICLES_ARTICLE_ROWS_H
#define FOLIO_OUTLINE_ARTICLES_ARTICLE_ROWS_H

#include "outline/articles/clauses.h"

#define ARTICLE_ROW_NONE ((size_t)-1)

struct article_row {
    bool listed;  /* the clause is a row of a contents list */
    size_t named; /* the row before it that names the clause, or ARTICLE_ROW_NONE */
};

/* One for each clause; the caller frees it. */
struct article_row *article_rows(const struct clauses *c);

#endif
