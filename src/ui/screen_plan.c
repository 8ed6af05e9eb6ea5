/* SPDX-License-Identifier: MIT */
/* The places of the panes. */
#include "ui/screen_plan.h"

enum {
    TITLE_FROM = 4 /* rows from which the title line is shown */
};

struct screen_plan screen_plan_make(int rows, int columns, bool tree, int wish, bool focus_tree)
{
    struct screen_plan p = {.border = -1};
    p.title = rows >= TITLE_FROM;
    p.status = rows >= 2;
    p.top = p.title ? 1 : 0;
    p.rows = rows - p.top - (p.status ? 1 : 0);
    p.rows = p.rows > 0 ? p.rows : 0;
    if (tree && columns >= SCREEN_TWO_PANES) {
        int most = columns - 1 - SCREEN_TEXT_LEAST;
        p.tree_columns = wish < SCREEN_TREE_LEAST ? SCREEN_TREE_LEAST : wish;
        p.tree_columns = p.tree_columns > most ? most : p.tree_columns;
        p.border = p.tree_columns;
        p.text_column = p.tree_columns + 1;
        p.text_columns = columns - p.text_column;
    } else if (focus_tree) {
        p.tree_columns = columns;
    } else {
        p.text_columns = columns;
    }
    return p;
}

int screen_plan_fair(int columns, int wish)
{
    int left = columns - 1 - SCREEN_TEXT_WHOLE;
    return left >= SCREEN_TREE_GOOD && wish > left ? left : wish;
}
