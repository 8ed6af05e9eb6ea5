/* SPDX-License-Identifier: MIT */
/*
 * From node to node in the tree by what they are: the next Item, note, heading, exhibit.
 *
 * Nodes inside of folded ones count, as far as their outline is known; where the tree is narrowed,
 * only those that have a row.
 */
#ifndef FOLIO_UI_TREE_STEPS_H
#define FOLIO_UI_TREE_STEPS_H

#include "ui/pane.h"
#include "ui/tree_rows.h"

#include <stdbool.h>
#include <stddef.h>

/* What the action goes to: "Item"; NULL when it is no such action. *forward is its direction. */
const char *tree_steps_what(enum action_id action, bool *forward);

/* The steps-th such node behind (or before) *document and *node, or as far as there is one; false
 * when there is none. The node is TREE_DOCUMENT for a document. */
bool tree_steps_find(const struct tree_rows *t, enum action_id action, size_t steps,
                     size_t *document, size_t *node);

/* The row that the row is under; itself when it is a document. */
size_t tree_steps_parent(const struct tree_rows *t, size_t row);

/* The row behind (or before) a row that is no deeper than it, so many times; the row itself when
 * there is none. */
size_t tree_steps_beside(const struct tree_rows *t, size_t row, bool forward, size_t steps);

#endif
