/* SPDX-License-Identifier: MIT */
/*
 * The gutter: where in its document the hits of a window are, and which part of it is on the
 * screen, from the top of the document to its end.
 *
 * It stands on the line at the left of the text, and moves or covers no text: where there is no
 * such line, hits alone are marked, in the last column where that is blank. It is there as long as
 * hits are shown.
 */
#ifndef FOLIO_UI_GUTTER_H
#define FOLIO_UI_GUTTER_H

#include "config/theme.h"
#include "ui/canvas.h"
#include "ui/window.h"

#include <stdbool.h>

/* Draws into a region of one column, as high as the window's text. `line`: there is a line under
 * it, else text. */
void gutter_draw(const struct window *w, const struct theme *theme, struct region r, bool line);

#endif
