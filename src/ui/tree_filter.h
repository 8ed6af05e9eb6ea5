/* SPDX-License-Identifier: MIT */
/*
 * What a tree is narrowed to: nodes with some words, or of a kind that is written as one word:
 * "hits", "tables", "unsure", "unread", "pages>5" (also < and =).
 *
 * Some of that is known only when documents were read: tree_filter_work reads them in slices, one
 * after the other, and asks the shelf for their outlines. The filter owns what it learnt.
 */
#ifndef FOLIO_UI_TREE_FILTER_H
#define FOLIO_UI_TREE_FILTER_H

#include "base/array.h"
#include "base/buffer.h"
#include "search/search.h"
#include "ui/lists/fuzzy.h"
#include "ui/shelf.h"

#include <stdbool.h>
#include <stddef.h>

enum tree_filter_kind {
    TREE_FILTER_NONE,
    TREE_FILTER_TEXT,
    TREE_FILTER_HITS,
    TREE_FILTER_TABLES,
    TREE_FILTER_PAGES,
    TREE_FILTER_UNSURE,
    TREE_FILTER_UNREAD
};

/* The tables of a document, as far as it was gone through. */
struct tree_tables {
    ARRAY(size_t) places; /* of their first rows, rising */
    size_t segment;       /* the next to be looked at */
    bool all;
};

struct tree_filter {
    enum tree_filter_kind kind;
    struct buffer text; /* as it was written */
    struct fuzzy words;
    char sign; /* of the number of pages: '<', '=', '>' */
    size_t pages;
    ARRAY(struct tree_tables) tables; /* by document */
    size_t document;                  /* the next to be read */
};

/* Who says what was read (node (size_t)-1: the whole document). */
typedef bool tree_reader(const void *self, size_t document, size_t node);

/* What others know. */
struct tree_facts {
    const struct search *search; /* NULL: there are no hits */
    tree_reader *is_read;        /* NULL: nothing was read */
    const void *reader;
};

void tree_filter_deinit(struct tree_filter *f);

/* Takes what is written; empty: no filter. */
void tree_filter_set(struct tree_filter *f, struct slice text);

/* Whether a node, or the document ((size_t)-1), is one of those that are wanted. */
bool tree_filter_fits(struct tree_filter *f, const struct tree_facts *facts,
                      const struct shelf *shelf, size_t document, size_t node);

/* Learns more, for a slice of work; true when there was something to do. Not to be called while the
 * shelf has work. */
bool tree_filter_work(struct tree_filter *f, struct shelf *shelf);
/* Whether all documents found so far were gone through. */
bool tree_filter_knows(const struct tree_filter *f, const struct shelf *shelf);

#endif
