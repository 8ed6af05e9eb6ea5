/* SPDX-License-Identifier: MIT */
/*
 * What is remembered of a filing, taken up again: its place, folds, what was read, the tree's
 * width, two windows; and kept while it is read: a second after the last key, and at the end.
 *
 * Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_KEEPING_RECALL_H
#define FOLIO_UI_KEEPING_RECALL_H

#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

struct filing;
struct mode;

/* Tells the session where all filings are, and how they are shown. It is not written by that. */
void recall_keep(struct viewer *v);

/* Forgets what it has found out of a filing that is about to be closed, as another copy of it may
 * be opened; what is remembered of it stays. */
void recall_drop(struct viewer *v, const struct filing *f);

/* Whether all of the node was read in the filing of the window with the keys; node (size_t)-1: of
 * the document. */
bool recall_is_read(const struct viewer *v, size_t document, size_t node);

/* Calls the node of the tree's cursor, or that is being read, read or unread. */
void recall_toggle_read(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *recall_mode(void);

#endif
