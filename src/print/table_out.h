/* SPDX-License-Identifier: MIT */
/*
 * Writing one table: rows of texts in, csv, tsv, Markdown or JSON out.
 *
 * A table is opened, its rows are added as blocks in their order, and it is closed; heads come
 * first. What was said of a row is not kept, but for the head and, of JSON, what is written at the
 * end.
 */
#ifndef FOLIO_PRINT_TABLE_OUT_H
#define FOLIO_PRINT_TABLE_OUT_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/block.h"

#include <jansson.h>
#include <stdio.h>

enum table_format { TABLE_CSV, TABLE_TSV, TABLE_MD, TABLE_JSON };

/* A text in the texts of the row, and its place in the input. */
struct table_value {
    size_t from, to, offset;
    bool any;
};

struct table_out {
    enum table_format format;
    FILE *out;
    size_t columns;
    size_t heads, rows;               /* so far */
    ARRAY(struct table_value) values; /* of the row, one a column */
    struct buffer texts;              /* of the row */
    struct buffer *head;              /* one a column: its texts, joined with a blank */
    bool *numeric;                    /* of each column */
    json_t *header;
    struct buffer json_rows, json_offsets; /* without the brackets around them */
};

/* The format of that name; false when there is none. */
bool table_format_of(const char *name, enum table_format *format);

/* Opens a table of so many columns. */
void table_out_begin(struct table_out *t, enum table_format format, FILE *out, size_t columns);

/* Column `column` holds numbers: to be set at the right. */
void table_out_numeric(struct table_out *t, size_t column);

/* Puts a text into columns [column, column + span) of the row, behind what is there. */
void table_out_cell(struct table_out *t, size_t column, size_t span, struct slice text,
                    size_t offset);

/* Ends the row. */
void table_out_row(struct table_out *t, bool head);

/* Ends the table. Of JSON, `object` gets `header`, `rows` and `offsets`, is written on one line and
 * given back; else it is NULL. */
void table_out_end(struct table_out *t, json_t *object);

#endif
