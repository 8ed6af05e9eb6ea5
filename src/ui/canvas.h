/* SPDX-License-Identifier: MIT */
/*
 * A canvas: a grid of styled cells that panes draw on and the terminal shows.
 *
 * Rows and columns count from 0 at the top left. All drawing is clipped to a region, so that
 * nobody draws outside his place, whatever its size; 0 rows or columns are legal. No control
 * character gets into a cell: it is drawn as U+FFFD. A wide character takes its cell and
 * the next, which holds nothing; at the right edge, where it does not fit, a blank stands.
 * In the ASCII mode lines and marks are drawn in ASCII and any other character as '?'.
 */
#ifndef FOLIO_UI_CANVAS_H
#define FOLIO_UI_CANVAS_H

#include "base/buffer.h"
#include "base/slice.h"
#include "config/style.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    CANVAS_COMBINING = 3 /* combining characters that are kept with one cell */
};

struct canvas_cell {
    uint32_t code; /* a code point; 0 in the second half of a wide character */
    uint32_t combining[CANVAS_COMBINING];
    struct style style;
};

struct canvas {
    int rows, columns;
    struct canvas_cell *cells; /* rows * columns, the canvas's own */
    bool ascii;
    int cursor_row, cursor_column; /* where the terminal's cursor is parked */
    bool cursor_visible;
};

/* A part of a canvas. */
struct region {
    struct canvas *canvas;
    int top, left, rows, columns;
};

void canvas_init(struct canvas *c);
void canvas_deinit(struct canvas *c);
/* Sets the size, and blanks all cells. Negative sizes count as 0. */
void canvas_resize(struct canvas *c, int rows, int columns);
void canvas_clear(struct canvas *c);

const struct canvas_cell *canvas_cell(const struct canvas *c, int row, int column);

/* The text of a row, blanks at its end left out; of the whole canvas, a line a row. */
void canvas_row_text(const struct canvas *c, int row, struct buffer *out);
void canvas_text(const struct canvas *c, struct buffer *out);

struct region canvas_region(struct canvas *c, int top, int left, int rows, int columns);
/* A region inside a region, cut to it. */
struct region region_part(struct region r, int top, int left, int rows, int columns);

/* Writes UTF-8 text from (row, column) on, clipped; returns the column behind it, which may lie
 * outside. A column below 0 is allowed: what is left of the region is not shown. */
int region_write(struct region r, int row, int column, struct style style, struct slice text);
/* The same for a C string. */
int region_print(struct region r, int row, int column, struct style style, const char *text);
/* Writes text that is cut, with a mark at its end, to `columns`. */
int region_write_cut(struct region r, int row, int column, int columns, struct style style,
                     struct slice text);
/* Fills cells of a row with a code point. */
void region_fill(struct region r, int row, int column, int columns, struct style style,
                 uint32_t code);
void region_clear(struct region r, struct style style);
/* Changes only the style of cells that are there; COLOR_TERMINAL leaves a colour as it is, the
 * attributes are added. */
void region_restyle(struct region r, int row, int column, int columns, struct style style);
/* Gives the colours of a style to what has the terminal's own; the attributes stay. */
void canvas_ground(struct canvas *c, struct style style);
/* Parks the cursor. */
void region_cursor(struct region r, int row, int column);

#endif
