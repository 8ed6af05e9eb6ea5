/* SPDX-License-Identifier: MIT */
/* Saving to a file. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_TAKING_SAVING_H
#define FOLIO_UI_TAKING_SAVING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void saving_save(struct viewer *v, const struct order *order);

#endif
