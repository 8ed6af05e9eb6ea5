/* SPDX-License-Identifier: MIT */
/* Compares the form and date that a sentence names with the filing's own. */
#include "outline/references/reference_form.h"

static unsigned digits_of(struct slice date, size_t from, size_t to)
{
    long long n = slice_number(slice_cut(date, from, to));
    return n > 0 && n < 10000 ? (unsigned)n : 0;
}

bool reference_form_is_same(struct slice own, struct slice named)
{
    size_t i = slice_starts_nocase(own, SLICE("SC "))         ? 3
               : slice_starts_nocase(own, SLICE("SCHEDULE ")) ? 9
                                                              : 0;
    for (size_t k = 0; k < named.len; k++) {
        if (named.at[k] == '-')
            continue;
        while (i < own.len && own.at[i] == '-')
            i++;
        if (i >= own.len || byte_upper(own.at[i]) != byte_upper(named.at[k]))
            return false;
        i++;
    }
    return named.len > 0;
}

bool reference_form_is_of(struct slice period, const struct reference_context *c,
                          enum reference_kind kind)
{
    unsigned year = digits_of(period, 0, 4);
    unsigned month = digits_of(period, 5, 7);
    bool exhibit = kind == REFERENCE_EXHIBIT;
    /* "our Form 8-K filed on May 3" is not the one that is read. */
    if (c->filed && (exhibit || c->year == 0 || c->month == 0 || c->year != year))
        return false;
    if (c->year == 0 || year == 0)
        return c->year == 0 || !exhibit;
    if (c->month > 0)
        return c->year == year && c->month == month;
    return c->year == year || (month <= 2 && c->year + 1 == year);
}
