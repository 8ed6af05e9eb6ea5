/* SPDX-License-Identifier: MIT */
/* Notes and highlights. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_KEEPING_NOTING_H
#define FOLIO_UI_KEEPING_NOTING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void noting_highlight(struct viewer *v, const struct order *order);
void noting_annotate(struct viewer *v, const struct order *order);
void noting_list(struct viewer *v, const struct order *order);
void noting_export(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *noting_mode(void);

#endif
