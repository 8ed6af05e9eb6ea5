/* SPDX-License-Identifier: MIT */
/* What was tolerated in a filing, a line each, for the reader. The submission owns the list; the
 * lines are in its arena. */
#ifndef FOLIO_MODEL_WARNINGS_H
#define FOLIO_MODEL_WARNINGS_H

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/slice.h"

struct warnings {
    ARRAY(struct slice) lines;
};

/* Adds a copy of the text once, cleaned (base/clean.h). */
void warnings_add(struct warnings *w, struct arena *arena, struct slice text);

/* The same for what any number of documents may say: after some, one line says that there are
 * more. */
void warnings_add_some(struct warnings *w, struct arena *arena, struct slice text);

void warnings_deinit(struct warnings *w);

#endif
