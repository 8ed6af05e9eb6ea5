/* SPDX-License-Identifier: MIT */
/*
 * Writing one table: rows of texts in, csv, tsv, Markdown or JSON out.
 *
 * A table is opened, its rows are added as blocks in their order, and it is closed; heads come
 * first. What was said of a row is not kept, but for the head and, of JSON, what is written at the
 * end. Text is added to the caller's buffer, who may take it from there between two calls.
 */
#ifndef FOLIO_LAYOUT_TABLE_OUT_H
#define FOLIO_LAYOUT_TABLE_OUT_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

enum table_format { TABLE_CSV, TABLE_TSV, TABLE_MD, TABLE_JSON };

/* A text in the texts of the row, and its place in the input. */
struct table_value {
    size_t from, to, offset;
    bool any;
};

struct table_out {
    enum table_format format;
    struct buffer *out;
    size_t columns;
    size_t heads, rows;               /* so far */
    ARRAY(struct table_value) values; /* of the row, one a column */
    struct buffer texts;              /* of the row */
    struct buffer *head;              /* one a column: its texts, joined with a blank */
    bool *numeric;                    /* of each column */
    struct buffer json_header, json_rows, json_offsets; /* without the brackets around them */
};

/* The format of that name; false when there is none. */
bool table_format_of(const char *name, enum table_format *format);

/* Opens a table of so many columns. */
void table_out_begin(struct table_out *t, enum table_format format, struct buffer *out,
                     size_t columns);

/* Column `column` holds numbers: to be set at the right. */
void table_out_numeric(struct table_out *t, size_t column);

/* Puts a text into columns [column, column + span) of the row, behind what is there. */
void table_out_cell(struct table_out *t, size_t column, size_t span, struct slice text,
                    size_t offset);

/* Ends the row. */
void table_out_row(struct table_out *t, bool head);

/* The cells of a row of a table, and the end of the row. */
void table_out_block(struct table_out *t, const struct block *b);

/* Ends the table. JSON is one object on a line: `members` ("\"page\":3") come first, then `header`,
 * `rows` and `offsets`. */
void table_out_end(struct table_out *t, struct slice members);

/* Adds a text as a JSON string. It is UTF-8 without control characters. */
void table_out_json_text(struct buffer *out, struct slice text);

#endif
