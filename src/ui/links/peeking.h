/* SPDX-License-Identifier: MIT */
/* A look at another place, below the text that is read. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LINKS_PEEKING_H
#define FOLIO_UI_LINKS_PEEKING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void peeking_peek(struct viewer *v, const struct order *order);
void peeking_definition(struct viewer *v, const struct order *order);

/* The row of the table in modes.c. */
const struct mode *peeking_mode(void);

#endif
