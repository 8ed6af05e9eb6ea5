/* SPDX-License-Identifier: MIT */
/* The name that looks most like a wrong one, by the letters that differ. */
#include "config/suggest.h"

/* Longer names are not compared: none of ours comes near. */
enum { LONGEST = 40 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to add, drop, change or swap with their neighbour, either case alike. */
static size_t distance(struct slice a, struct slice b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        above[j] = before[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            char x = byte_lower(a.at[i - 1]), y = byte_lower(b.at[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == byte_lower(b.at[j - 2]) && y == byte_lower(a.at[i - 2]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[b.len];
}

/* Few mistype the first letter, but for its being swapped with the next. */
static bool begins_alike(struct slice wrong, struct slice right)
{
    if (byte_lower(wrong.at[0]) == byte_lower(right.at[0]))
        return true;
    return wrong.len > 1 && right.len > 1 && byte_lower(wrong.at[0]) == byte_lower(right.at[1]) &&
           byte_lower(wrong.at[1]) == byte_lower(right.at[0]);
}

void suggest_init(struct suggest *s, struct slice wrong)
{
    /* A third of the letters may be wrong. */
    *s = (struct suggest){.wrong = wrong, .distance = wrong.len / 3};
}

void suggest_offer(struct suggest *s, const char *name)
{
    struct slice right = slice_of(name);
    if (s->wrong.len == 0 || s->wrong.len > LONGEST || right.len == 0 || right.len > LONGEST ||
        !begins_alike(s->wrong, right))
        return;
    size_t letters = distance(s->wrong, right);
    if (letters < s->distance || (letters == s->distance && !s->best)) {
        s->best = name;
        s->distance = letters;
    }
}

const char *suggest_words(const struct suggest *s)
{
    return s->best ? "; did you mean " : "";
}

const char *suggest_name(const struct suggest *s)
{
    return s->best ? s->best : "";
}
