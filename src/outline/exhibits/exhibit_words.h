/* SPDX-License-Identifier: MIT */
/*
 * The words of a row of an exhibit index: what an exhibit is, and, in columns of a table or in a
 * second column of plain text, where it was filed.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_WORDS_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_WORDS_H

#include "model/block.h"
#include "outline/exhibits/exhibit_columns.h"
#include "outline/exhibits/exhibit_rows.h"

struct exhibit_words {
    struct exhibit_columns columns;
    size_t second; /* where a column of plain text begins that tells of filings; 0: none */
};

/* Adds the words of the block from byte `from` of its text on to the row. */
void exhibit_words_add(struct exhibit_words *w, struct exhibit_row *row, const struct block *b,
                       size_t from);

/* Where the row has only the sign of "ditto", it gets what stands in the row above. */
void exhibit_words_repeat(struct exhibit_row *row, const struct exhibit_row *above);

#endif
