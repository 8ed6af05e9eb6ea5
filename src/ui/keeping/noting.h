/* SPDX-License-Identifier: MIT */
/*
 * Notes and highlights: passages that the reader set off, with words of his own or without.
 * Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_KEEPING_NOTING_H
#define FOLIO_UI_KEEPING_NOTING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

/* Highlights the selection, else the paragraph one is at; one that is highlighted, no longer. */
void noting_highlight(struct viewer *v, const struct order *order);
/* Asks for the words of a note on it, or takes those of the order; empty: no note any more. */
void noting_annotate(struct viewer *v, const struct order *order);
void noting_list(struct viewer *v, const struct order *order);
/* Writes them to a Markdown file. */
void noting_export(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *noting_mode(void);

#endif
