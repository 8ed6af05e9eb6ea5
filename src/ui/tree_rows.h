/* SPDX-License-Identifier: MIT */
/*
 * The rows of the tree: documents, and under each that is unfolded the nodes of its outline; behind
 * them one row for the files that are not for reading (model/other.h), and under it these.
 *
 * Rows are one flat list of what is visible, made anew only when something changed; what somebody
 * folded or unfolded is kept by document and node. Else parts and indexes are unfolded, and
 * what the node being read is in. Rows may be narrowed by a filter; folds then wait. The rows own
 * both lists; the shelf must outlive them.
 */
#ifndef FOLIO_UI_TREE_ROWS_H
#define FOLIO_UI_TREE_ROWS_H

#include "base/array.h"
#include "outline/outline.h"
#include "ui/shelf.h"
#include "ui/tree_filter.h"

#include <stdbool.h>
#include <stddef.h>

#define TREE_DOCUMENT ((size_t)-1) /* in place of a node: the document itself */
#define TREE_OTHERS ((size_t)-1)   /* in place of a document: the row of the other files */

struct tree_row {
    size_t document; /* or TREE_OTHERS */
    size_t node;     /* or TREE_DOCUMENT */
    int level;       /* 0 for a document, 1 for one of the other files */
    bool holds;      /* has children, or may have */
    bool folded;
    bool wanted; /* of a narrowed tree: it is what was asked for, not only what that is in */
    size_t held; /* nodes (or files) under it, where known */
};

/* What somebody did with a node. */
enum tree_fold {
    TREE_FOLD_UNSAID, /* nothing: it is as is usual for such a node */
    TREE_FOLD_OPEN,
    TREE_FOLD_SHUT
};

/* What is folded in a document: by node, the document itself first. */
struct tree_folds {
    unsigned char *states;
    size_t count;
    bool told; /* what is remembered of its nodes was taken over: ui/keeping/folds.h */
};

struct tree_rows {
    struct shelf *shelf;
    ARRAY(struct tree_row) list;
    ARRAY(struct tree_folds) folds;
    unsigned char others_fold; /* as one of tree_folds.states */
    size_t others;             /* the row of the other files; the number of rows when none */
    ARRAY(bool) apart;         /* by document: it is one of the other files */
    size_t apart_count;        /* how many are */
    size_t documents;          /* when the list was made: as many */
    size_t completed;          /* and as many outlines */
    size_t document, node;     /* that is being read */
    bool changed;              /* a fold changed since */
    struct tree_filter filter; /* what is shown, with what it is in */
    struct tree_facts facts;   /* for that; the pane's */
    size_t fitting;            /* rows that are wanted themselves */
    size_t told_documents;     /* of which what is remembered was taken over */
    size_t told_completed;     /* and outlines, when that was looked at */
};

void tree_rows_init(struct tree_rows *t, struct shelf *shelf);
void tree_rows_deinit(struct tree_rows *t);

/* Makes the list anew if it is not that of today; true when it was. */
bool tree_rows_update(struct tree_rows *t);

/* The index of the row of this node, or of the one that it is folded in; 0 when there is none. */
size_t tree_rows_find(const struct tree_rows *t, size_t document, size_t node);

/* Narrows the rows to what is written (tree_filter.h), all of it unfolded; empty: no longer. */
void tree_rows_filter(struct tree_rows *t, struct slice text);
bool tree_rows_filtered(const struct tree_rows *t);

/* Folds or unfolds what the row stands for. */
void tree_rows_fold(struct tree_rows *t, size_t document, size_t node, bool fold);
/* What somebody did with it. */
enum tree_fold tree_rows_said(const struct tree_rows *t, size_t document, size_t node);
/* What is kept of the document; good until the next change. */
struct tree_folds *tree_rows_folds(struct tree_rows *t, size_t document);
/* Reading is in this node: those that it is in are unfolded as long as it is, unless somebody
 * folded them. */
void tree_rows_follow(struct tree_rows *t, size_t document, size_t node);
/* Unfolds a document that nobody folded: it is being read. */
void tree_rows_read(struct tree_rows *t, size_t document);
void tree_rows_fold_all(struct tree_rows *t, bool fold);

/* The node of a row, or NULL for a document or the other files. Good until the outline goes. */
const struct node *tree_rows_node(const struct tree_rows *t, const struct tree_row *row);

#endif
