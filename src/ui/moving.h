/* SPDX-License-Identifier: MIT */
/* By sentences, and placing what one is at on the screen. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_MOVING_H
#define FOLIO_UI_MOVING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void moving_sentence(struct viewer *v, const struct order *order);
void moving_place(struct viewer *v, const struct order *order);

#endif
