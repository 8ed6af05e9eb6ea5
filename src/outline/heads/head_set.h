/* SPDX-License-Identifier: MIT */
/* How a line is set: whether it stands out as a heading does, and how much of it. */
#ifndef FOLIO_OUTLINE_HEADS_HEAD_SET_H
#define FOLIO_OUTLINE_HEADS_HEAD_SET_H

#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

/* What of a block is the head. */
struct head_set {
    unsigned set;     /* SET_... of heads.h */
    size_t from, end; /* bytes of the block's text */
};

/* Reads a block of a document with markup; false when nothing of it stands out. */
bool head_set_markup(const struct block *b, size_t body_size, struct head_set *out);

/* Reads a line of plain text, with the `count` lines below it. */
bool head_set_printed(const struct block *b, const struct block *below, size_t count,
                      struct head_set *out);

/* True when the text begins with a number or a word that stands in front of headings: "Note 4",
 * "ARTICLE II", "Section 4.2", "Item", "12.", "(3)", "A.". */
bool head_set_labelled(struct slice text);

#endif
