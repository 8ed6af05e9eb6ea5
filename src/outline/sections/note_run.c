/* SPDX-License-Identifier: MIT */
/* Chooses runs of numbered lines by dynamic programming. */
#include "outline/sections/note_run.h"

#include <string.h>

static const double GAP = 2.5; /* a number is missing */
static const double LATE = 3;  /* a run begins with 2 */
static const double SAME_CLASS = 0.7;
static const double ACROSS = 0.6;     /* a statement stands between two notes */
static const double ACROSS_GROUP = 3; /* a heading above notes does */
static const double AGAIN = 1.5;      /* a new set begins */

/* The best mark so far of each style and number, and of all, in one place. */
struct table {
    size_t last[NOTE_STYLES][NOTE_NUMBERS];
    size_t best;
    size_t place;
};

static void clear(struct table *t, size_t place)
{
    for (size_t s = 0; s < NOTE_STYLES; s++)
        for (size_t n = 0; n < NOTE_NUMBERS; n++)
            t->last[s][n] = NOTE_RUN_NONE;
    t->best = NOTE_RUN_NONE;
    t->place = place;
}

static void extend(const struct note_marks *marks, struct note_mark *mark, size_t before, bool gap)
{
    if (before == NOTE_RUN_NONE)
        return;
    const struct note_mark *last = &marks->list.at[before];
    double best = last->best + mark->score - (gap ? GAP : 0);
    if (last->cut != mark->cut)
        best -= last->groups != mark->groups ? ACROSS_GROUP : ACROSS;
    best += last->class == mark->class ? SAME_CLASS : 0;
    if (best <= mark->best)
        return;
    mark->best = best;
    mark->before = before;
    mark->first = false;
    mark->gap = gap;
}

/* Begins a run with the mark, alone or behind another run that ended before a new set began. */
static void begin(const struct note_marks *marks, const struct table *t, struct note_mark *mark)
{
    double late = mark->label.number == 1 ? 0 : LATE;
    mark->before = NOTE_RUN_NONE;
    mark->first = true;
    mark->gap = false;
    mark->best = mark->label.number <= 2 ? mark->score - late : -1e9;
    if (t->best == NOTE_RUN_NONE || mark->label.number > 2)
        return;
    const struct note_mark *last = &marks->list.at[t->best];
    double best = last->best + mark->score - late - AGAIN;
    if (last->cut != mark->cut && best > mark->best) {
        mark->best = best;
        mark->before = t->best;
    }
}

static void put(const struct note_marks *marks, struct table *t, size_t i)
{
    const struct note_mark *mark = &marks->list.at[i];
    size_t *last = &t->last[mark->label.style][mark->label.number];
    if (*last == NOTE_RUN_NONE || marks->list.at[*last].best < mark->best)
        *last = i;
    if (t->best == NOTE_RUN_NONE || marks->list.at[t->best].best < mark->best)
        t->best = i;
}

static void trace(struct note_marks *marks, size_t from)
{
    if (from == NOTE_RUN_NONE || marks->list.at[from].best <= 0)
        return;
    for (size_t i = from; i != NOTE_RUN_NONE; i = marks->list.at[i].before)
        marks->list.at[i].chosen = true;
}

void note_run_choose(struct note_marks *marks)
{
    struct table t;
    clear(&t, 0);
    for (size_t i = 0; i < marks->list.count; i++) {
        struct note_mark *mark = &marks->list.at[i];
        if (mark->place != t.place) {
            trace(marks, t.best);
            clear(&t, mark->place);
        }
        const size_t *last = t.last[mark->label.style];
        unsigned n = mark->label.number;
        begin(marks, &t, mark);
        extend(marks, mark, last[n - 1], false);
        if (n > 2)
            extend(marks, mark, last[n - 2], true);
        if (mark->best > -1e8)
            put(marks, &t, i);
    }
    trace(marks, t.best);
}
