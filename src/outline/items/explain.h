/* SPDX-License-Identifier: MIT */
/* Says which lines were looked at, what spoke for and against each, and which were taken. */
#ifndef FOLIO_OUTLINE_ITEMS_EXPLAIN_H
#define FOLIO_OUTLINE_ITEMS_EXPLAIN_H

#include "base/buffer.h"
#include "outline/items/chain.h"

/* Appends a line for each candidate, in reading order: whether it was taken (`*`), its place in the
 * input, what it may be, its score and what that is made of, its title. Texts are as the filing has
 * them, blanks folded: whoever shows them cleans them. */
void explain_write(struct buffer *out, const struct candidates *c, const struct form *form,
                   const struct chain *chain);

#endif
