/* SPDX-License-Identifier: MIT */
/* Finds the first print of a running head. */
#include "outline/items/repeats.h"

static bool is_print(const struct candidate *c)
{
    const unsigned against = FEATURE_IN_CONTENTS | FEATURE_CONTINUED | FEATURE_PROSE |
                             FEATURE_MID_SENTENCE | FEATURE_PAGE_NUMBER;
    return c->kind == CANDIDATE_ITEM && !(c->features & against);
}

static bool is_same(const struct candidate *a, const struct candidate *b)
{
    return a->count == b->count && slice_equal_nocase(a->numbers[0], b->numbers[0]) &&
           slice_equal_nocase(a->title, b->title);
}

enum { MANY = 3 }; /* prints of one heading: all but the first are running heads */

/* The prints of one Item, with nothing of another Item between them: candidates [first, end). */
static void read_run(struct candidates *c, size_t first, size_t end)
{
    size_t prints = 0;
    bool headed = false; /* one of them is no running head */
    for (size_t i = first; i < end; i++) {
        const struct candidate *x = &c->list.at[i];
        prints += is_print(x);
        headed = headed || (is_print(x) && !(x->features & FEATURE_FURNITURE));
    }
    if (!headed)
        c->list.at[first].features &= ~(unsigned)FEATURE_FURNITURE;
    for (size_t i = first + 1; prints >= MANY && i < end; i++)
        if (is_print(&c->list.at[i]))
            c->list.at[i].features |= FEATURE_CONTINUED;
}

void repeats_mark(struct candidates *c)
{
    size_t first = c->list.count;
    for (size_t i = 0; i < c->list.count; i++) {
        if (!is_print(&c->list.at[i]))
            continue;
        if (first < c->list.count && is_same(&c->list.at[first], &c->list.at[i]))
            continue;
        if (first < c->list.count)
            read_run(c, first, i);
        first = i;
    }
    if (first < c->list.count)
        read_run(c, first, c->list.count);
}
