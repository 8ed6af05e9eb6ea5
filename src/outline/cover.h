/* SPDX-License-Identifier: MIT */
/* The cover of a filing without a header: its form and date, as printed. */
#ifndef FOLIO_OUTLINE_COVER_H
#define FOLIO_OUTLINE_COVER_H

#include "base/arena.h"
#include "model/content.h"

struct cover {
    struct slice form; /* "10-K405"; empty when not found */
    char date[11];     /* YYYY-MM-DD; "" when not found */
};

/* Reads lines of the cover, until one says that it is over; both findings keep their first value.
 */
void cover_read(struct cover *cover, struct arena *arena, const struct block *blocks, size_t count);

#endif
