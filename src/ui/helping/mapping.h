/* SPDX-License-Identifier: MIT */
/*
 * What keys do, and binding them for this run. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_HELPING_MAPPING_H
#define FOLIO_UI_HELPING_MAPPING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* Without an argument: all keys. "KEYS" or "ACTION": what they do, what does it. "CONTEXT KEYS
 * ACTION": binds, with the checks of the file; "none" as action takes away. */
void mapping_map(struct viewer *v, const struct order *order);

/* Adds what comes nearest to keys (at least one) that are not bound where they were pressed: what
 * they do elsewhere, "fold (tree)", or what the letter does in the other case, "n is next-hit". */
void mapping_nearest(const struct viewer *v, const struct key *keys, size_t count,
                     struct buffer *out);

#endif
