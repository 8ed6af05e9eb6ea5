/* SPDX-License-Identifier: MIT */
/* What the words in a table's cell are about. Texts are trimmed. */
#ifndef FOLIO_MODEL_WORDING_H
#define FOLIO_MODEL_WORDING_H

#include "base/slice.h"

#include <stdbool.h>

/* Words that name a year, a month or a period, and not much more. */
bool wording_names_time(struct slice text);

/* A note on the units or the period of a table, where a label would stand: "(in millions)". */
bool wording_is_unit_note(struct slice text);

/* The marker of a list: a bullet, "(a)", "12.", a box, a footnote's mark. */
bool wording_is_marker(struct slice text);

/* The label that stands beside a title: "Item 1.", "Note 7", "PART I", "Exhibit 10.1". */
bool wording_is_label(struct slice text);

#endif
