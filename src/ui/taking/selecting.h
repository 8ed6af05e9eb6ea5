/* SPDX-License-Identifier: MIT */
/*
 * Selecting text, by characters or lines: the mode, its motions, the mouse, and what is selected.
 *
 * Functions with an order are viewer_runs. A selection lives as long as its document is read in the
 * window where it was begun.
 */
#ifndef FOLIO_UI_TAKING_SELECTING_H
#define FOLIO_UI_TAKING_SELECTING_H

#include "ui/pane.h"
#include "ui/taking/gather.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

struct mode;

void selecting_begin(struct viewer *v, const struct order *order);
void selecting_swap(struct viewer *v, const struct order *order);
void selecting_word(struct viewer *v, const struct order *order);

/* Whether something is selected; and where it stands: bytes [from, to) of the input, from its first
 * character on to behind the last. False: nothing is. */
bool selecting_on(const struct viewer *v);
bool selecting_range(const struct viewer *v, size_t *document, size_t *from, size_t *to);
/* What gathers its text; NULL: nothing is selected. */
struct gather *selecting_gather(struct viewer *v);
/* What stands there was taken: if it still is what is selected, nothing is any longer. */
void selecting_taken(struct viewer *v, size_t document, size_t from, size_t to);
/* It is used up: nothing is selected any longer. */
void selecting_forget(struct viewer *v);

/* The mouse: a button goes down on the text of the window with the keys, at a place of the screen,
 * and is moved. True when that selects. */
void selecting_press(struct viewer *v, int row, int column);
bool selecting_drag(struct viewer *v, int row, int column);
/* It was let go. */
void selecting_release(struct viewer *v);

/* The row of the table in modes.c. */
const struct mode *selecting_mode(void);

#endif
