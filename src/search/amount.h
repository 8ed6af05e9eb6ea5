/* SPDX-License-Identifier: MIT */
/*
 * An amount: a number that is looked for, and which printed numbers are it.
 *
 * "1,234.5", "$ (1,234.5)", "-1234.5", "12.5%", "1.2 million" can be typed, with "=" in front or
 * not. A sign, a percent sign or a unit that is typed must be there; one that is not typed may be.
 * With "~" in front it is found at other scales too, where the digits that both show are the same,
 * rounded: 1,204,319 as 1,204 in a table in thousands, as "1.2 million", and the other way round.
 */
#ifndef FOLIO_SEARCH_AMOUNT_H
#define FOLIO_SEARCH_AMOUNT_H

#include "base/error.h"
#include "search/literal.h"
#include "search/number.h"

#include <stdbool.h>

struct amount {
    struct number number;
    struct number_side side;
    bool positive; /* "+" was typed: no negative number will do */
    bool scaled;   /* other scales will do */
};

/* Reads what was typed; false and ERROR_PATTERN when it is no number. */
bool amount_read(struct slice text, struct amount *a, struct error *e);

enum amount_match {
    AMOUNT_OTHER,
    AMOUNT_SAME,  /* the number itself */
    AMOUNT_SCALED /* the number at another scale, or rounded */
};

/* Whether the number of the text is the amount; `side` is set when it is. */
enum amount_match amount_is(const struct amount *a, struct slice text, const struct number *n,
                            struct number_side *side);

/* One of the words that every match must contain; count 0 when nothing is known. */
struct literals amount_words(const struct amount *a);

#endif
