/* SPDX-License-Identifier: MIT */
/* The state of a chooser, for its own files: chooser (rows and what is typed), chooser_moves
 * (selecting and scrolling) and chooser_draw. Nobody else includes this. */
#ifndef FOLIO_UI_LISTS_CHOOSER_STATE_H
#define FOLIO_UI_LISTS_CHOOSER_STATE_H

#include "ui/lists/chooser_rows.h"

struct chooser {
    bool open;
    bool typing; /* letters narrow, though the setup does not say so */
    bool expects;
    struct chooser_setup setup;
    struct buffer about;
    struct chooser_rows rows;
    size_t selected; /* shown row; may lie behind the end while rows are made anew */
    size_t top;      /* the first on the screen */
    int height, columns;
};

/* Rows of the pane that show rows of the list: all but that of the name, if there is room. */
int chooser_list_rows(const struct chooser *c);

/* Selects a shown row, or the nearest that is no title, and scrolls to it. */
void chooser_moves_to(struct chooser *c, size_t shown);
/* After rows came or went: the selection is legal, stays where it is on the screen, and in sight.
 */
void chooser_moves_settle(struct chooser *c);
/* Does a motion; false when the action is none. */
bool chooser_moves_handle(struct chooser *c, const struct order *order);
/* A click selects, the wheel scrolls; true when the row was clicked at again. */
bool chooser_moves_click(struct chooser *c, struct key key, int row);

void chooser_draw(const struct chooser *c, struct region r, const struct look *look);

#endif
