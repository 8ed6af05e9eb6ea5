/* SPDX-License-Identifier: MIT */
/* Items with roman numbers: "ITEM VIII. Financial Statements". */
#ifndef FOLIO_OUTLINE_ITEMS_ROMAN_H
#define FOLIO_OUTLINE_ITEMS_ROMAN_H

#include "outline/items/candidate.h"

/* Makes roman numbers plain ones, where the document numbers its Items with them, and not just one
 * or two of them, or where the title is that of the plain number. To be called when all blocks were
 * taken. */
void roman_read(struct candidates *c);

#endif
