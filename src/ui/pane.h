/* SPDX-License-Identifier: MIT */
/*
 * A pane: a part of the screen that draws itself and obeys actions.
 *
 * No pane knows another: what a pane wants of the rest it says in its answer, and the
 * viewer does it. Sizes are rows and columns of the terminal; 0 is legal.
 */
#ifndef FOLIO_UI_PANE_H
#define FOLIO_UI_PANE_H

#include "base/buffer.h"
#include "base/slice.h"
#include "config/actions.h"
#include "config/theme.h"
#include "search/search.h"
#include "ui/canvas.h"

#include <stdbool.h>

/* What is to be done: an action, with the count that was typed before its key and its argument. */
struct order {
    enum action_id action;
    long count; /* 0: none */
    struct slice argument;
};

enum pane_outcome {
    PANE_IGNORED, /* the pane has nothing to do with this action */
    PANE_DONE,
    PANE_ENTER, /* the text should go to `place`, and the keys to the text from now on */
    PANE_NEXT,  /* the text came to the end of its document: go on in the next */
    PANE_BEFORE /* the same at the beginning */
};

struct answer {
    enum pane_outcome outcome;
    struct place place;
    struct buffer *say; /* the viewer's: a pane adds its message here */
};

/* How things look while a pane is drawn. */
struct look {
    const struct theme *theme;
    bool focused; /* the keys go to this pane */
};

struct pane_ops {
    void (*draw)(void *self, struct region r, const struct look *look);
    void (*handle)(void *self, const struct order *order, struct answer *answer);
    void (*resize)(void *self, int rows, int columns);
};

struct pane {
    const struct pane_ops *ops;
    void *self;
};

/* The count, or 1, as a number of steps. */
static inline size_t order_steps(const struct order *order)
{
    return order->count > 0 ? (size_t)order->count : 1;
}

#endif
