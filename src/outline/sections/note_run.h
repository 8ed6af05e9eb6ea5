/* SPDX-License-Identifier: MIT */
/*
 * Runs of numbered lines: which of all lines with the label of a note are the notes.
 *
 * Marks come in reading order, in places (stretches of the document that no run crosses). In each
 * place the marks are chosen together: runs that count on by one, each line weighed by its score.
 * Time is linear in the marks.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_NOTE_RUN_H
#define FOLIO_OUTLINE_SECTIONS_NOTE_RUN_H

#include "base/array.h"
#include "outline/sections/note_label.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NOTE_RUN_NONE ((size_t)-1)

struct note_mark {
    size_t head; /* index of the head */
    struct note_label label;
    struct slice title;
    uint32_t class; /* of the head */
    size_t place;
    size_t cut;    /* statements, and headings above notes, before it */
    size_t groups; /* of these the headings above notes, in its place */
    bool tagged, known;
    bool statements; /* some stand before it in its place */
    bool below;      /* a heading above notes does, and nothing else since; */
    bool near;       /* only a few lines stand between */
    double score;
    /* what note_run_choose finds: */
    double best;
    size_t before; /* the mark before it in its run, or NOTE_RUN_NONE */
    bool first;    /* the first of a run */
    bool chosen;
    bool gap; /* the number before it is missing */
};

struct note_marks {
    ARRAY(struct note_mark) list;
};

/* Chooses in all places. */
void note_run_choose(struct note_marks *marks);

#endif
