/* SPDX-License-Identifier: MIT */
/* The terms that may be meant at a place of a document, and those in quotes around it. */
#ifndef FOLIO_UI_LINKS_DEFINED_H
#define FOLIO_UI_LINKS_DEFINED_H

#include "model/content.h"
#include "outline/definitions/definition_terms.h"

#include <stddef.h>

/* Adds the terms around the first word with a capital in [offset, offset + length); where there is
 * none, these words. A term may go on over the end of a line. */
void defined_terms_at(struct definition_terms *t, struct content *c, size_t offset, size_t length);

/* Passes on the terms that stand in quotes, each once: those in [from, to) first, then those
 * shortly behind it, and before. A term is good during the call only; the second is empty. */
typedef void defined_take(void *self, struct slice term, struct slice empty);
void defined_quoted(struct content *c, size_t from, size_t to, defined_take *take, void *self);

#endif
