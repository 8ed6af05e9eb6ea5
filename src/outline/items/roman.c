/* SPDX-License-Identifier: MIT */
/* Reads roman numbers of Items. */
#include "outline/items/roman.h"

#include "outline/items/title.h"

enum { MANY = 3 }; /* so many roman numbers are a way of counting */

/* "XIV" as 14. */
static unsigned value_of(struct slice s)
{
    unsigned sum = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned here = s.at[i] == 'X' ? 10 : s.at[i] == 'V' ? 5 : 1;
        char next = i + 1 < s.len ? s.at[i + 1] : 0;
        bool less = (here == 1 && (next == 'V' || next == 'X')) || (here == 5 && next == 'X');
        sum = less ? sum - here : sum + here;
    }
    return sum;
}

/* How many different ones there are, one behind the other. */
static size_t count_roman(const struct candidates *c)
{
    const unsigned against = FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_FURNITURE;
    struct slice before = {0};
    size_t roman = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (!(x->features & FEATURE_ROMAN) || (x->features & against) ||
            slice_equal(x->numbers[0], before))
            continue;
        before = x->numbers[0];
        roman++;
    }
    return roman;
}

static bool has_title_of(const struct candidates *c, const struct candidate *x, struct slice number)
{
    static const struct slice any = {0};
    struct buffer folded = {0};
    title_fold(&folded, x->title);
    bool has = form_match(c->form, number, any, buffer_slice(&folded)) >= 0.9;
    buffer_deinit(&folded);
    return has;
}

void roman_read(struct candidates *c)
{
    bool many = count_roman(c) >= MANY;
    for (size_t i = 0; i < c->list.count; i++) {
        struct candidate *x = &c->list.at[i];
        if (!(x->features & FEATURE_ROMAN))
            continue;
        struct buffer text = {0};
        buffer_addf(&text, "%u", value_of(x->numbers[0]));
        if (many || has_title_of(c, x, buffer_slice(&text))) {
            struct slice *number = arena_array(&c->arena, 1, sizeof *number);
            *number = arena_copy(&c->arena, buffer_slice(&text));
            x->numbers = number;
            x->count = 1;
        }
        buffer_deinit(&text);
    }
}
