/* SPDX-License-Identifier: MIT */
/* A look at another place, below the text that is read. Functions with an order are viewer_runs. */
#ifndef FOLIO_UI_LINKS_PEEKING_H
#define FOLIO_UI_LINKS_PEEKING_H

#include "base/buffer.h"
#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

struct mode;

void peeking_peek(struct viewer *v, const struct order *order);
/* Of the argument, else of the words that are selected, found or linked; without any, it asks. */
void peeking_definition(struct viewer *v, const struct order *order);

/* Of the words at a place of the document that is read. */
void peeking_define(struct viewer *v, size_t offset);
/* Gives up the search for a definition. */
void peeking_forget(struct viewer *v);

/* In a look at a definition: shows the next one, or the one before. False when nothing is looked
 * at. */
bool peeking_next(struct viewer *v, const struct order *order);
/* Goes to the place that is looked at; false when none is. */
bool peeking_go(struct viewer *v);

/* Adds the text that is looked at: of a definition the sentence, else the lines that are shown; and
 * where it stands. False when nothing is looked at. */
bool peeking_text(const struct viewer *v, struct buffer *out, size_t *document, size_t *from,
                  size_t *to);

/* The row of the table in modes.c. */
const struct mode *peeking_mode(void);

#endif
