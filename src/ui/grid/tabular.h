/* SPDX-License-Identifier: MIT */
/*
 * Tables of a document: which there are, and one of them taken out to be gone through by cells.
 *
 * Only tables of data are meant, not those that place text. What is found is told a segment at a
 * time, so that a document of any size can be gone through in slices. Places are bytes of the
 * input; rows and columns count from 0.
 */
#ifndef FOLIO_UI_GRID_TABULAR_H
#define FOLIO_UI_GRID_TABULAR_H

#include "base/arena.h"
#include "base/buffer.h"
#include "model/content.h"
#include "model/table.h"

#include <stdbool.h>
#include <stddef.h>

/* A table that was found. */
struct tabular_found {
    size_t lead;        /* where its caption stands, when that is right above; else its first row */
    size_t start;       /* where the lines begin that it is made of: its first row at the latest */
    size_t offset, end; /* its rows */
    size_t rows, columns; /* rows below the head */
    size_t page;          /* from 0 */
    bool paged;           /* the document has pages */
    struct slice caption; /* empty: none; good during the call only, */
    struct slice words;   /* the same: its first label beside a number, else its first text */
};

/* Calls `tell` with each table that begins in a segment, in order; false behind the last segment.
 */
bool tabular_segment(struct content *c, size_t index,
                     void (*tell)(void *self, const struct tabular_found *found), void *self);

/* The table that holds the place, its caption counted in; false when none does. Its caption is
 * empty. */
bool tabular_at(struct content *c, size_t offset, struct tabular_found *found);

/* A table, whole. It holds the content. */
struct tabular {
    struct content *content;
    struct arena arena;
    const struct table *table;
    struct block *rows; /* each with `row` set */
    size_t count;
    size_t heads;         /* the first of them */
    size_t *used;         /* the columns that have a cell of their own, */
    size_t used_count;    /* at least one */
    size_t offset, end;   /* in the input */
    size_t lead;          /* of the caption, as above */
    struct slice caption; /* empty: none */
};

/* Reads the table that holds the place; false, and nothing to close, when none does. */
bool tabular_open(struct tabular *t, struct content *c, size_t offset);
void tabular_close(struct tabular *t);

/* The cell that covers a column in a row, its further lines left out; NULL: none with text. */
const struct cell *tabular_cell(const struct tabular *t, size_t row, size_t column);

/* The text of a cell with its further lines, and where it stands in the input. */
struct slice tabular_text(const struct tabular *t, size_t row, const struct cell *cell);
void tabular_range(const struct tabular *t, size_t row, const struct cell *cell, size_t *from,
                   size_t *to);

/* Adds what stands above a column in the head, joined with blanks. */
void tabular_head(const struct tabular *t, size_t column, struct buffer *out);

/* The row that holds the place, else the last before it. */
size_t tabular_row_at(const struct tabular *t, size_t offset);

#endif
