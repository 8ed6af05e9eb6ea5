/* SPDX-License-Identifier: MIT */
/* How a sentence defines a term that stands in it, in quotation marks or set off. */
#ifndef FOLIO_OUTLINE_DEFINITIONS_DEFINITION_SENTENCE_H
#define FOLIO_OUTLINE_DEFINITIONS_DEFINITION_SENTENCE_H

#include "outline/definitions/definitions.h"

#include <stddef.h>

/* How the term [from, to) of a paragraph, its quotation marks counted in, is defined there;
 * DEFINITION_NONE: it is only named. The text is folded (reference_text.h). */
enum definition_manner definition_sentence_manner(struct slice text, size_t from, size_t to);

/* Where its sentence begins and ends. */
void definition_sentence_bounds(struct slice text, enum definition_manner manner, size_t from,
                                size_t to, size_t *begin, size_t *end);

/* The bytes of an opening quotation mark at `i`, of a closing one; 0: none. */
size_t definition_sentence_opens(struct slice text, size_t i);
size_t definition_sentence_closes(struct slice text, size_t i);

/* What stands in the quotation marks that open at `from`: where it begins and ends, and behind the
 * closing mark. 0 when they do not close in time. */
size_t definition_sentence_quoted(struct slice text, size_t from, size_t *begin, size_t *end);

#endif
