/* SPDX-License-Identifier: MIT */
/*
 * The rows of one exhibit index as they are read, with the legends that their marks refer to.
 *
 * The rows own their texts; what goes into nodes is copied into these.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_ROWS_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_ROWS_H

#include "base/array.h"
#include "base/buffer.h"
#include "outline/exhibits/exhibit_columns.h"
#include "outline/exhibits/exhibit_number.h"
#include "outline/exhibits/exhibit_source.h"
#include "outline/nodes.h"

struct exhibit_row {
    struct buffer label;
    struct buffer text;                     /* what it is */
    struct buffer where;                    /* the words of a column that says where it was filed */
    struct buffer keys;                     /* its marks, a blank behind each */
    struct buffer fields[EXHIBIT_PAGE + 1]; /* cells of columns of their own, by role */
    struct buffer href;                     /* of its link */
    size_t offset;                          /* of its first letter, in the input */
    enum exhibit_shape shape;
    unsigned major;
    bool here;  /* marked in a column "Filed Herewith" */
    bool group; /* only the title of the rows below it */
    bool sure;  /* the number stands as in a list */
};

struct exhibit_legend {
    struct buffer key;
    struct buffer text;
    enum exhibit_told told; /* what the text says of rows with the key, once all are read */
};

struct exhibit_rows {
    ARRAY(struct exhibit_row) list;
    ARRAY(struct exhibit_legend) legends;
    bool others; /* what has no mark was filed before */
};

void exhibit_rows_deinit(struct exhibit_rows *r);

/* A row without text, at the place. */
struct exhibit_row *exhibit_rows_add(struct exhibit_rows *r, size_t offset);
struct exhibit_legend *exhibit_rows_legend(struct exhibit_rows *r, struct slice key);

/* Adds words to one of a row's texts, blanks folded. */
void exhibit_row_add(struct buffer *text, struct slice words);
/* Notes the marks in the text, which holds nothing else. */
void exhibit_row_marks(struct exhibit_row *row, struct slice marks);

/* Rows that are exhibits. */
size_t exhibit_rows_count(const struct exhibit_rows *r);

/* Makes nodes of them and puts them behind the node `parent`. */
void exhibit_rows_place(struct exhibit_rows *r, struct nodes *n, size_t parent,
                        struct submission *s);

#endif
