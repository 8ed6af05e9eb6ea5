/* SPDX-License-Identifier: MIT */
/*
 * Sets of notes: what a run of numbered lines as a whole says of each of them.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_NOTE_SET_H
#define FOLIO_OUTLINE_SECTIONS_NOTE_SET_H

#include "outline/heads/heads.h"
#include "outline/sections/note_run.h"

/* A run of marks, by their indexes. */
struct note_set {
    const size_t *at;
    size_t count;
    size_t known, loud, tagged;
    size_t titles;  /* that look like titles, or are short and known */
    uint32_t class; /* that most of it has */
};

/* Measures a run whose `at` and `count` are set; count is above 0. */
void note_set_measure(struct note_set *set, const struct note_marks *marks,
                      const struct heads *heads);

/* Whether the run is a set of notes, and not a list. */
bool note_set_is_notes(const struct note_set *set, const struct note_marks *marks);

/* How sure it is that the mark, one of the set, is a note: 0 to 1. */
double note_set_confidence(const struct note_set *set, const struct note_marks *marks,
                           const struct heads *heads, const struct note_mark *mark);

#endif
