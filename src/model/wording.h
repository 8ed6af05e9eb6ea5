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

#endif
