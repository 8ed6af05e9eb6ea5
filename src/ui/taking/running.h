/* SPDX-License-Identifier: MIT */
/* Piping through a command, and the editor. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_TAKING_RUNNING_H
#define FOLIO_UI_TAKING_RUNNING_H

#include "ui/pane.h"
#include "ui/viewer.h"

void running_pipe(struct viewer *v, const struct order *order);
void running_edit(struct viewer *v, const struct order *order);

#endif
