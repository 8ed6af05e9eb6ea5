/* SPDX-License-Identifier: MIT */
/* What may follow a key that begins a sequence. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_HELPING_HINTING_H
#define FOLIO_UI_HELPING_HINTING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

/* The row of the table in modes.c. */
const struct mode *hinting_mode(void);

#endif
