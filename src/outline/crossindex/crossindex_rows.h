/* SPDX-License-Identifier: MIT */
/*
 * The rows of a cross-reference index, as printed: Items, the pages that each names, parts, notes.
 *
 * A reading begins at a place and ends where the rows end: at the signatures, where an Item comes
 * again, or where too much other text stands. Rows without a label below an Item ("Segment
 * information   12") belong to it. Whether the rows are such an index, or only a table of
 * contents, is for crossindex to say. Texts are in the arena that was given.
 */
#ifndef FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_ROWS_H
#define FOLIO_OUTLINE_CROSSINDEX_CROSSINDEX_ROWS_H

#include "base/arena.h"
#include "base/array.h"
#include "model/content.h"
#include "outline/form.h"

#include <stdbool.h>
#include <stddef.h>

enum { INDEX_ROWS_MOST = 120, INDEX_RANGES_MOST = 2000 };

/* Pages that a row names. */
struct index_range {
    struct slice from, to;
    struct slice link; /* the name of the place that it links to; may be empty */
};

struct index_row {
    const struct slice *numbers; /* "7A"; several of a combined label */
    size_t count;
    unsigned part; /* 1 to 8: printed above, or what the order says; 0: the form has none */
    size_t offset; /* of the label's first letter, in the input */
    struct slice title;
    struct slice link;          /* of the label or the title; may be empty */
    size_t ranges, range_count; /* of the list of ranges */
    unsigned said;              /* PAGES_... of its page cell */
    size_t marks, mark_count;   /* of the list of marks */
    bool answered;              /* it has a page cell, or rows below it have */
};

struct index_part {
    unsigned part;
    size_t offset;
    struct slice title;
};

/* A note below the rows, "(a) Incorporated by reference to ...". */
struct index_note {
    struct slice mark;
    unsigned said;
};

struct index_rows {
    struct arena *arena; /* the caller's */
    const struct form *form;
    size_t start, end;  /* of the index, in the input */
    struct slice title; /* the line that names it; empty when none does */
    ARRAY(struct index_row) list;
    ARRAY(struct index_range) ranges;
    ARRAY(struct index_part) parts;
    ARRAY(struct slice) marks;
    ARRAY(struct index_note) notes;
};

/* Reads the rows from the place `first` on; a line that names the index is looked for from `from`
 * on. The caller ends `rows`, also when there are none. */
void crossindex_rows_read(struct index_rows *rows, struct content *content, const struct form *form,
                          struct arena *arena, size_t from, size_t first);
void crossindex_rows_deinit(struct index_rows *rows);

/* What the note with that mark says: PAGES_..., or 0. */
unsigned crossindex_rows_note(const struct index_rows *rows, struct slice mark);

#endif
