/* SPDX-License-Identifier: MIT */
/*
 * By sentences, and placing what one is at on the screen.
 *
 * What one is at is the hit or the link that was gone to, as long as it is on the screen, else the
 * line at the top. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_MOVING_H
#define FOLIO_UI_MOVING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* To the beginning of the next sentence, or of this or the one before. */
void moving_sentence(struct viewer *v, const struct order *order);
/* Scrolls the line that one is at to the top, the middle or the bottom of the screen. */
void moving_place(struct viewer *v, const struct order *order);

#endif
