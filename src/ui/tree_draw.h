/* SPDX-License-Identifier: MIT */
/*
 * Drawing a row of the tree: mark of the current node, or that it was read, indent, fold sign, name
 * and title, and at the right edge the mark of hits, what a fold holds, the ? of doubt and the
 * page.
 */
#ifndef FOLIO_UI_TREE_DRAW_H
#define FOLIO_UI_TREE_DRAW_H

#include "search/search.h"
#include "ui/pane.h"
#include "ui/tree_rows.h"

struct tree_draw {
    const struct tree_rows *rows;
    const struct search *search; /* NULL: no hits are marked */
    const struct look *look;
    bool current;  /* the row is being read */
    bool selected; /* the cursor is on it */
    bool read;     /* all of it was read */
};

void tree_draw_row(const struct tree_draw *d, struct region r, int row, const struct tree_row *it);

/* The first row of a tree that is narrowed: to what, and how many fit. */
void tree_draw_filter(const struct tree_rows *rows, struct region r, const struct look *look);

/* The words for a node: its label, else what it is. The node's own or constant. */
struct slice tree_draw_name(const struct node *node);
/* The same for a document. */
struct slice tree_draw_document_name(const struct shelf *shelf, size_t document);

#endif
