/* SPDX-License-Identifier: MIT */
/*
 * The windows of a viewer and the filings that are open: splitting, closing, going from one to
 * another.
 *
 * One or two windows are shown. A filing that no window shows keeps the window it was left in.
 * The functions with an order are viewer_runs (viewer_state.h).
 */
#ifndef FOLIO_UI_WINDOWS_H
#define FOLIO_UI_WINDOWS_H

#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

struct filing;

/* Shows the filing of that index in the window that has the keys. */
void windows_show(struct viewer *v, size_t filing);
/* Opens a file and shows it; says why it cannot be. True when it is shown. */
bool windows_open(struct viewer *v, const char *path);
/* Adds a filing, which the viewer takes; its index, or that of the same one that is open. */
size_t windows_add(struct viewer *v, struct filing *f);
/* The index of a filing that is open; whether a window shows it. */
size_t windows_filing(const struct viewer *v, const struct filing *f);
bool windows_show_filing(const struct viewer *v, const struct filing *f);
/* Splits the text, as the action says (ACTION_SPLIT_BELOW or _BESIDE): the same place in both
 * windows; the keys go to the new one. */
void windows_split(struct viewer *v, enum action_id how);
/* Gives the keys to a window that is shown: 0 or 1. */
void windows_focus(struct viewer *v, size_t index);

/* Where the shown windows stand; rows and columns of their texts. */
void windows_arrange(struct viewer *v);
/* Draws the text of each shown window, with a row of its own for its name when there are two. */
void windows_draw(struct viewer *v, struct region screen);
/* The shown window whose text is at that place of the screen; SIZE_MAX when none is. */
size_t windows_at(const struct viewer *v, int row, int column);
/* The first row and column of the text of a shown window. */
void windows_corner(const struct viewer *v, size_t index, int *row, int *column);

void windows_run_split(struct viewer *v, const struct order *order);
void windows_run_other(struct viewer *v, const struct order *order);
void windows_run_close(struct viewer *v, const struct order *order);
void windows_run_open(struct viewer *v, const struct order *order);
void windows_run_next(struct viewer *v, const struct order *order);

#endif
