/* SPDX-License-Identifier: MIT */
/*
 * A journey: the places that were left by a jump, and the way back and forth over them.
 *
 * A place is remembered once: jumping again from where one jumped before moves it to the end. What
 * was gone back over stays ahead until the next jump.
 */
#ifndef FOLIO_UI_JOURNEY_H
#define FOLIO_UI_JOURNEY_H

#include "base/array.h"
#include "search/hits.h"

#include <stdbool.h>
#include <stddef.h>

enum { JOURNEY_MOST = 200 /* places that are remembered */ };

struct journey {
    ARRAY(struct place) places; /* oldest first */
    size_t at;                  /* those from here on are ahead */
    struct place last;          /* where the window was when it was last looked at */
    bool begun;
};

void journey_deinit(struct journey *j);

/* The window is at `now`. A change since the last time is a jump unless it was `scrolled`. */
void journey_look(struct journey *j, struct place now, bool scrolled);

/* Where the way back, or forth, leads by so many steps, as far as it goes; false when nowhere. */
bool journey_back(struct journey *j, struct place now, size_t steps, struct place *to);
bool journey_forward(struct journey *j, size_t steps, struct place *to);

/* The place that was left by the last jump; false when there was none. */
bool journey_before(const struct journey *j, struct place *place);

#endif
