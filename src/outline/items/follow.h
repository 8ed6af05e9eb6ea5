/* SPDX-License-Identifier: MIT */
/* What follows a line that may be a heading: its title's other lines, and its first words. */
#ifndef FOLIO_OUTLINE_ITEMS_FOLLOW_H
#define FOLIO_OUTLINE_ITEMS_FOLLOW_H

#include "base/buffer.h"
#include "model/content.h"
#include "outline/form.h"

/* The blocks behind the line, in two runs. */
struct follow {
    const struct block *blocks;
    size_t count;
    const struct block *next;
    size_t next_count;
};

/* FEATURE_SIGNED, _INCORPORATED, _OMITTED, _RESERVED as the next lines say. */
unsigned follow_features(const struct follow *f);

/* Writes the title of the Item `number`: `rest` of its line, and lines below that belong to it.
 * True when a page number ends the last of these. */
bool follow_title(const struct follow *f, const struct form *form, struct slice number,
                  struct slice rest, struct buffer *title);

#endif
