/* SPDX-License-Identifier: MIT */
/* What the mouse points at in a text. */
#ifndef FOLIO_UI_LINKS_POINTING_H
#define FOLIO_UI_LINKS_POINTING_H

#include "ui/text_pane.h"

#include <stdbool.h>
#include <stddef.h>

/* The place in the input that a cell of the pane shows, rows and columns from 0; false when there
 * is no text. */
bool pointing_at(struct text_pane *p, int row, int column, size_t *offset);

#endif
