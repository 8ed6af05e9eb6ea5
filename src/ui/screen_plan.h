/* SPDX-License-Identifier: MIT */
/*
 * Which part of the screen is whose, at any size down to nothing. Pure arithmetic.
 */
#ifndef FOLIO_UI_SCREEN_PLAN_H
#define FOLIO_UI_SCREEN_PLAN_H

#include <stdbool.h>

enum {
    SCREEN_TWO_PANES = 70, /* columns from which both panes are shown */
    SCREEN_TEXT_LEAST = 20,
    SCREEN_TEXT_WHOLE = 80, /* columns of the lines of most old filings */
    SCREEN_TREE_GOOD = 20,  /* columns of a tree that says enough */
    SCREEN_TREE_LEAST = 10
};

struct screen_plan {
    bool title, status;            /* there is a row for it: the first, the last */
    int top, rows;                 /* of the panes */
    int tree_columns;              /* 0: no tree; it is at the left */
    int border;                    /* column of the line between the panes, or -1 */
    int text_column, text_columns; /* 0 columns: no text */
};

/* `wish` is how wide the tree should be, in columns. */
struct screen_plan screen_plan_make(int rows, int columns, bool tree, int wish, bool focus_tree);

/* The wish cut so that the text has its 80 columns, where the tree still says enough then. */
int screen_plan_fair(int columns, int wish);

#endif
