/* SPDX-License-Identifier: MIT */
/*
 * The texts of a form: their characters, paragraphs, and markup that stands in them as text.
 *
 * Filers paste HTML into fields and facts, escaped or in CDATA. A text that begins with a tag is
 * taken as such: its tags are left out, those of blocks begin a paragraph, its entities are read.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_TEXT_H
#define FOLIO_FORMATS_FORMS_FORM_TEXT_H

#include "formats/forms/form_say.h"

#include <stdbool.h>
#include <stdint.h>

/* Says the node's own text in the block that is open. With `paragraphs`, an empty line in it
 * begins a new block of the same shape. */
void form_text_say(struct form_say *s, uint32_t node, bool paragraphs);

#endif
