/* SPDX-License-Identifier: MIT */
/*
 * Where sentences begin in a flow.
 *
 * A sentence ends at a full stop, "?" or "!" before a blank and what can begin one; abbreviations,
 * initials and the numbers of headings end none. A paragraph begins one, and so does a table, which
 * is passed over as a whole. Running heads and the ends of pages are passed over.
 */
#ifndef FOLIO_UI_SENTENCE_H
#define FOLIO_UI_SENTENCE_H

#include "layout/flow.h"

#include <stdbool.h>
#include <stddef.h>

/* The first sentence that begins behind the offset, or the last before it; false when there is none
 * within some thousand lines. Offsets are bytes of the input. */
bool sentence_next(struct flow *flow, size_t offset, size_t *found);
bool sentence_before(struct flow *flow, size_t offset, size_t *found);

#endif
