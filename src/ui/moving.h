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
#include "ui/viewer_state.h"

/* To the beginning of the next sentence, or of this or the one before. */
void moving_sentence(struct viewer *v, const struct order *order);
/* Scrolls the line that one is at to the top, the middle or the bottom of the screen. */
void moving_place(struct viewer *v, const struct order *order);

/* Puts off an order that goes far into a long document that is not all read: its end, a line, a
 * percentage; it comes again by `run` when the document is. False when it can be done at once, or a
 * mode has the keys. */
bool moving_waits(struct viewer *v, const struct order *order, viewer_run *run);

#endif
