/* SPDX-License-Identifier: MIT */
/*
 * The tree pane: the documents of the filing and their nodes, with folds, pages and marks.
 *
 * A cursor says which row the keys mean; another mark, the current node, says where the text is
 * being read. The cursor follows the reading when the node changes. The shelf must outlive it.
 */
#ifndef FOLIO_UI_TREE_PANE_H
#define FOLIO_UI_TREE_PANE_H

#include "search/search.h"
#include "ui/pane.h"
#include "ui/shelf.h"
#include "ui/tree_filter.h"

#include <stdbool.h>
#include <stddef.h>

struct tree_pane;
struct tree_rows;

struct tree_pane *tree_pane_new(struct shelf *shelf);
void tree_pane_free(struct tree_pane *p);

/* The pane as the viewer sees it. PANE_ENTER answers where the text should go. */
struct pane tree_pane_pane(struct tree_pane *p);

/* Reading is in this node ((size_t)-1: the document before its first node). */
void tree_pane_follow(struct tree_pane *p, size_t document, size_t node);

/* What the cursor is on; *node is (size_t)-1 for what is no node. */
void tree_pane_selected(const struct tree_pane *p, size_t *document, size_t *node);

/* Hits whose nodes are marked; NULL for none. */
void tree_pane_mark(struct tree_pane *p, const struct search *search);

/* Who says what was read; NULL: nobody. */
void tree_pane_mark_read(struct tree_pane *p, tree_reader *is_read, const void *self);

/* Narrows the tree to what is written (tree_filter.h); empty: no longer. */
void tree_pane_filter(struct tree_pane *p, struct slice text);
/* What it is narrowed to; empty when it is not. */
struct slice tree_pane_filtered(const struct tree_pane *p);
/* How many rows are wanted. */
size_t tree_pane_fitting(struct tree_pane *p);
/* Whether all is known that the filter asks for. */
bool tree_pane_knows(const struct tree_pane *p);
/* Learns what the filter asks for, a slice of work; true when there was something to do. */
bool tree_pane_work(struct tree_pane *p);

/* The rows, for who takes over what is remembered of folds. */
struct tree_rows *tree_pane_rows(struct tree_pane *p);

/* Sets the cursor on a row of the screen; false when there is none. */
bool tree_pane_point(struct tree_pane *p, int row);
/* Scrolls without moving the cursor more than needed. */
void tree_pane_scroll(struct tree_pane *p, int rows);

/* The words for a node in the tree and in the path: "Item 7A", "Cover". */
struct slice tree_pane_name(const struct node *node);
/* The same for a document: its type, else the form, else "Text". */
struct slice tree_pane_document_name(const struct shelf *shelf, size_t document);

#endif
