/* SPDX-License-Identifier: MIT */
/* What stands in front of a text, in a cell of its own: markers and labels. Texts are trimmed. */
#ifndef FOLIO_MODEL_MARKER_H
#define FOLIO_MODEL_MARKER_H

#include "base/slice.h"

#include <stdbool.h>

/* The marker of a list: a bullet, "(a)", "12.", a box, a footnote's mark. */
bool marker_is(struct slice text);

/* The label that stands beside a title: "Item 1.", "Note 7", "PART I", "Exhibit 10.1". */
bool marker_is_label(struct slice text);

#endif
