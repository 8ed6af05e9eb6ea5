/* SPDX-License-Identifier: MIT */
/*
 * A table while it is made: from the grid of the filing to the columns that a reader sees.
 *
 * The steps, each a file: table_join makes items of the cells, table_heads finds the rows of the
 * head, table_kind tells data from layout, table_columns finds the columns, table_rows and
 * table_prose make the blocks. table.c goes through them. All memory is of `scratch`, but for what
 * the blocks point to.
 */
#ifndef FOLIO_MODEL_TABLE_WORK_H
#define FOLIO_MODEL_TABLE_WORK_H

#include "model/grid.h"
#include "model/splice.h"
#include "model/table.h"

/* What a reader takes for one cell: a cell of the grid with text, and the signs joined to it. */
struct item {
    size_t first, last;    /* cells of the grid; what lies between is empty or part of it */
    size_t main;           /* the cell that the signs belong to */
    uint16_t from, to;     /* columns of the grid */
    uint16_t column, span; /* columns of the table; span 0: in none yet */
    struct look look;      /* of the whole */
    struct slice text;     /* of the main cell */
    size_t length;         /* bytes of all its text */
    bool bold, head;       /* all of it; a <th> */
    bool below;            /* a rule below all of it */
};

enum row_class {
    ROW_EMPTY,
    ROW_LABEL, /* one item, no number */
    ROW_HEAD,
    ROW_BODY
};

struct work_row {
    size_t first, count; /* items */
    enum row_class class;
    bool prose;  /* no row of the table but text that runs across it */
    bool beside; /* a cell with text reaches down to it, or from it */
};

/* Rows [from, to) that have a head of their own, and columns. */
struct part {
    size_t from, to;
    size_t head_end; /* the first row behind its head */
    size_t columns;
};

struct work {
    const struct raw_table *raw;
    struct arena scratch;
    struct arena *arena; /* what the blocks point to */
    struct grid grid;
    struct item *items;
    size_t item_count;
    struct work_row *rows; /* as many as the grid's */
    size_t last_body;      /* the last row with several items or a number */
    bool *starts_part;     /* of each row: a new head begins there */
    enum table_kind kind;
    bool side_by_side; /* of a layout table: a row of it has texts side by side */
    struct splice splice;
    struct slice caption;
    void (*add)(void *self, const struct block *b);
    void *self;
};

/* An item that is a number or stands for one. */
static inline bool item_is_number(const struct item *i)
{
    return i->look.kind == LOOK_NUMBER || i->look.kind == LOOK_NONE;
}

/* table_join.c: items and the rows of them. */
void table_join(struct work *w);

/* table_heads.c: the class of each row; `starts_part` where the head stands again. */
void table_heads(struct work *w);
/* "Exhibit No. | Description": the head of a list, however it is set. */
bool table_is_list_head(const struct work *w, const struct work_row *r);
/* The rows from `from` to `to` with the end of their head. */
struct part table_part(const struct work *w, size_t from, size_t to);

/* table_kind.c */
enum table_kind table_kind_of(const struct work *w);

/* table_columns.c: the columns of the part's items. map[k] (of grid.columns) is the column of the
 * table that the grid's column is in, or -1. */
void table_columns(struct work *w, struct part *p, int *map);

/* table_prose.c: a row as paragraphs. */
bool table_is_side_by_side(const struct work *w);
bool table_row_is_prose(const struct work *w, size_t row);
void table_prose(struct work *w, size_t row, unsigned flags);

/* table_rows.c: the part as rows of a table. */
void table_rows(struct work *w, const struct part *p, const int *map);

#endif
