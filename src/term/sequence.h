/* SPDX-License-Identifier: MIT */
/* One control sequence, ESC [ ... or ESC O ., as terminals of the xterm kind send it for a key. */
#ifndef FOLIO_TERM_SEQUENCE_H
#define FOLIO_TERM_SEQUENCE_H

#include "base/slice.h"
#include "config/key.h"
#include "term/mouse.h"

/* The bytes of the sequence that `s` (at least 2 bytes) begins with, whatever it means; 0 when
 * its end is not there yet. */
size_t sequence_length(struct slice s);

/* The key that a whole sequence means; false when it is none. `now` in milliseconds. */
bool sequence_key(struct slice s, struct mouse *mouse, long long now, struct key *key);

#endif
