/* SPDX-License-Identifier: MIT */
/* What counts of an exhibit number: its runs of letters and of digits, whatever stands between, in
 * either case and without leading zeros. "10(a)" is "10.A". */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_ORDER_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_ORDER_H

#include "base/slice.h"

/* Takes the next run of digits or letters off; a number without its leading zeros. Empty at the
 * end. */
struct slice exhibit_order_token(struct slice *number);

/* The order of two exhibit numbers: below, equal to or above 0. */
int exhibit_order_compare(struct slice a, struct slice b);

/* A hash, the same for numbers that compare as equal. */
uint64_t exhibit_order_hash(struct slice number);

#endif
