/* SPDX-License-Identifier: MIT */
/* The frame of the chain: what stands around the Items once these are chosen. */
#ifndef FOLIO_OUTLINE_ITEMS_FRAME_H
#define FOLIO_OUTLINE_ITEMS_FRAME_H

#include "outline/items/chain.h"

/* Sets the parts, the signatures and the exhibit index of a chain whose Items are chosen. */
void frame_choose(struct chain *chain, const struct candidates *c, const struct form *form);

/* A signature page, as what follows its heading shows; not a row of a contents list. */
bool frame_is_signature_page(const struct candidate *c);

/* The first signature page from a candidate on; the list's count when there is none. */
size_t frame_body_end(const struct candidates *c, size_t from);

#endif
