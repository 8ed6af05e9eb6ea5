/* SPDX-License-Identifier: MIT */
/* Drawing a table that was entered: its head and first columns, cells, rules, hits, and what is
 * told of it at the bottom. */
#ifndef FOLIO_UI_GRID_GRID_DRAW_H
#define FOLIO_UI_GRID_GRID_DRAW_H

#include "search/search.h"
#include "ui/grid/grid_view.h"

struct grid_draw {
    const struct grid_view *view;
    const struct search *search; /* NULL: no hits are marked */
    size_t document;             /* index, of the hits */
    const struct look *look;
};

/* Draws on a region of the size that the view was given. */
void grid_draw(const struct grid_draw *d, struct region r);

#endif
