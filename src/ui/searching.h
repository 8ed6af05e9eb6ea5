/* SPDX-License-Identifier: MIT */
/*
 * Searching in a viewer: the prompt with its scope, the offer of a wider scope, next and previous.
 */
#ifndef FOLIO_UI_SEARCHING_H
#define FOLIO_UI_SEARCHING_H

#include "base/slice.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

/* Opens the prompt, or with a pattern searches at once. */
void searching_begin(struct viewer *v, bool backward, struct slice pattern);
/* The same for the pattern a viewer is opened with: the first hit of the filing. */
void searching_at_start(struct viewer *v, struct slice pattern);

/* What happened in the prompt: the text changed, Enter, Esc, the key for the next scope. */
void searching_typed(struct viewer *v);
void searching_enter(struct viewer *v);
void searching_leave(struct viewer *v);
void searching_widen(struct viewer *v);
/* True when the pattern was entered, and the prompt is open for the sake of its offer only. */
bool searching_offers(const struct viewer *v);
/* True while it is looked for what was entered, and the prompt is open until it is found. */
bool searching_seeks(const struct viewer *v);

/* The next hit; `other`: against the direction of the search. */
void searching_next(struct viewer *v, bool other, size_t steps);

/* Outside the prompt: the next scope, or the one named. */
void searching_scope(struct viewer *v, struct slice name);

/* A slice of work; true when there was something to do. */
bool searching_work(struct viewer *v);
/* Stops a search under way; false when there is none. */
bool searching_cancel(struct viewer *v);

#endif
