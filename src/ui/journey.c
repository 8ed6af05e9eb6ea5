/* SPDX-License-Identifier: MIT */
/* The places that were left, in an array with a cursor. */
#include "ui/journey.h"

#include <string.h>

void journey_deinit(struct journey *j)
{
    array_deinit(&j->places);
}

static bool same(struct place a, struct place b)
{
    return a.document == b.document && a.offset == b.offset;
}

static void drop(struct journey *j, size_t index)
{
    j->places.count--;
    memmove(&j->places.at[index], &j->places.at[index + 1],
            (j->places.count - index) * sizeof *j->places.at);
    if (j->at > index)
        j->at--;
}

/* Adds a place at the end. */
static void leave(struct journey *j, struct place place)
{
    for (size_t i = 0; i < j->places.count; i++)
        if (same(j->places.at[i], place)) {
            drop(j, i);
            break;
        }
    if (j->places.count == JOURNEY_MOST)
        drop(j, 0);
    array_push(&j->places, place);
}

void journey_look(struct journey *j, struct place now, bool scrolled)
{
    if (j->begun && !scrolled && !same(now, j->last)) {
        leave(j, j->last);
        j->at = j->places.count;
    }
    j->begun = true;
    j->last = now;
}

bool journey_back(struct journey *j, struct place now, size_t steps, struct place *to)
{
    if (j->at == 0 || steps == 0)
        return false;
    /* The first step back remembers where it began, so that one can return. */
    if (j->at == j->places.count) {
        leave(j, now);
        j->at = j->places.count - 1;
        if (j->at == 0)
            return false;
    }
    j->at -= steps < j->at ? steps : j->at;
    *to = j->places.at[j->at];
    j->last = *to;
    return true;
}

bool journey_forward(struct journey *j, size_t steps, struct place *to)
{
    if (j->at + 1 >= j->places.count || steps == 0)
        return false;
    size_t ahead = j->places.count - 1 - j->at;
    j->at += steps < ahead ? steps : ahead;
    *to = j->places.at[j->at];
    j->last = *to;
    return true;
}

bool journey_before(const struct journey *j, struct place *place)
{
    if (j->at == 0 || j->places.count == 0)
        return false;
    *place = j->places.at[j->at - 1];
    return true;
}
