/* SPDX-License-Identifier: MIT */
/*
 * Folds of a tree between runs: taken over from the session as outlines are completed, and told it.
 *
 * Nodes are remembered by their id, as an outline of a later folio may have others. What the reader
 * does with a node before its outline is taken over stands.
 */
#ifndef FOLIO_UI_KEEPING_FOLDS_H
#define FOLIO_UI_KEEPING_FOLDS_H

#include "session/session.h"
#include "ui/tree_rows.h"

/* Takes over what is remembered of the documents and outlines that are new since the last call. */
void folds_recall(struct tree_rows *rows, struct session *session, struct slice key);

/* Tells the session what was folded and unfolded. */
void folds_keep(const struct tree_rows *rows, struct session *session, struct slice key);

#endif
