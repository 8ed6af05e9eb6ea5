/* SPDX-License-Identifier: MIT */
/*
 * The painter: puts a canvas on the screen of curses.
 *
 * He remembers what he has shown and hands only the rows that differ to curses, which sends
 * only what differs of these. Nothing but printable characters goes out, whatever the canvas
 * holds.
 */
#ifndef FOLIO_TERM_PAINTER_H
#define FOLIO_TERM_PAINTER_H

#include "term/pairs.h"
#include "ui/canvas.h"

struct painter {
    struct pairs pairs;
    bool ascii;                /* only ASCII may be sent */
    struct canvas_cell *shown; /* rows * columns; the painter's own */
    void *row;                 /* room for a row in the curses form, the same */
    int rows, columns;
    bool cursor_shown;
    bool pairs_spent; /* cells without a pair go without colour */
};

/* For the current screen of curses. */
void painter_init(struct painter *p, bool colored, bool ascii);
void painter_deinit(struct painter *p);

/* Shows what of the canvas fits on the screen; beyond its edges the screen is blank. */
void painter_show(struct painter *p, const struct canvas *canvas);

#endif
