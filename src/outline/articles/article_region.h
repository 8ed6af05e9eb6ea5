/* SPDX-License-Identifier: MIT */
/* The stretch of a document in which articles are looked for, and how sections are made in it. */
#ifndef FOLIO_OUTLINE_ARTICLES_ARTICLE_REGION_H
#define FOLIO_OUTLINE_ARTICLES_ARTICLE_REGION_H

#include "outline/articles/article_rows.h"
#include "outline/sections/section.h"

/* The stretch of a document that is one exhibit, or all but the exhibits printed behind it. */
struct article_region {
    const struct scan *scan;
    const struct clauses *clauses;
    const struct article_row *rows;
    const struct nodes *nodes;
    struct sections *found;
    const struct node *exhibit; /* printed in the document, or NULL */
    struct slice number;        /* of the exhibit */
    size_t from, to;            /* clauses */
    size_t start, end;          /* bytes of the input */
    bool in_exhibit;            /* it is one */
    size_t listed;              /* the first clause that may name what is read in a list */
    struct slice annex;         /* the id of the annex that is read, or empty */
    const size_t *notes;        /* places of the notes to financial statements, in order */
    size_t note_count;
    bool agreement; /* words of an agreement, or the exhibit's number, say so */
};

/* Adds a section at the clause. */
struct section *article_region_add(const struct article_region *r, const struct clause *x,
                                   enum node_kind kind, struct slice title, int grade);

/* The id with those of the exhibit that is printed in another document, and of the annex, in front.
 */
struct slice article_region_id(const struct article_region *r, struct slice id);

/* The row of a contents list of this agreement that names the clause, or NULL. */
const struct clause *article_region_row(const struct article_region *r, size_t clause);

/* Sets label and id of the section; `article` is the one that it restarts below, or NULL. */
void article_region_name(const struct article_region *r, struct section *s,
                         const struct article_label *label, const struct article_label *article);

/* The first node at or behind the place; the nodes' count when there is none. */
size_t article_region_node(const struct article_region *r, size_t offset);

#endif
