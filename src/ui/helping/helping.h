/* SPDX-License-Identifier: MIT */
/*
 * The help, by topic, and looking for words in what is read over the panes. Functions with an order
 * are viewer_runs.
 */
#ifndef FOLIO_UI_HELPING_HELPING_H
#define FOLIO_UI_HELPING_HELPING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* All keys, or those of the topic or action that the argument names; closes the help when it is
 * shown and nothing is named. */
void helping_show(struct viewer *v, const struct order *order);

/* A search while a sheet is open is for words on it: true when it is, and that was seen to. */
bool helping_search(struct viewer *v, const struct order *order);
bool helping_next(struct viewer *v, const struct order *order);

/* The words that can stand behind a command of these files, with a blank between; empty for other
 * commands. Good until the next call. */
struct slice helping_words(struct viewer *v, struct slice command);

/* Gives back what these files hold. */
void helping_free(struct viewer *v);

#endif
