/* SPDX-License-Identifier: MIT */
/* Back and forward over the jumps of a window, and the list of them. Each is a viewer_run. */
#ifndef FOLIO_UI_TRAVEL_H
#define FOLIO_UI_TRAVEL_H

#include "ui/pane.h"
#include "ui/viewer.h"

void travel_back(struct viewer *v, const struct order *order);
void travel_forward(struct viewer *v, const struct order *order);
void travel_jumps(struct viewer *v, const struct order *order);

/* Adds "Item 7A, page 31" for a place of the filing that is read, and the line of text there. */
void travel_describe(struct viewer *v, struct place place, struct buffer *where,
                     struct buffer *line);

#endif
