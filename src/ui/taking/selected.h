/* SPDX-License-Identifier: MIT */
/* The passages of the screen that a selection covers, and its cursor. */
#ifndef FOLIO_UI_TAKING_SELECTED_H
#define FOLIO_UI_TAKING_SELECTED_H

#include "ui/passages.h"
#include "ui/taking/selection.h"
#include "ui/text_view.h"

/* Adds what of the selection is on the lines that the view shows; nothing when it is not on. */
void selected_add(const struct selection *s, const struct text_view *view, struct passages *out);

#endif
