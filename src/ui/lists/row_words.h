/* SPDX-License-Identifier: MIT */
/*
 * The words of rows in lists of places: "10-K › Item 7 › Liquidity" and "p. 31 (F-3)".
 *
 * All is added to a buffer of the caller's, as the filing has it: whoever shows it cleans it.
 */
#ifndef FOLIO_UI_LISTS_ROW_WORDS_H
#define FOLIO_UI_LISTS_ROW_WORDS_H

#include "base/buffer.h"
#include "model/content.h"
#include "ui/shelf.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether more than one document of the filing is for reading, so that rows must say which. */
bool row_words_many(const struct submission *s);

/* A document: "EX-10.1  Credit Agreement". */
void row_words_document(const struct shelf *shelf, size_t document, struct buffer *out);
/* A node: its label and title. */
void row_words_node(const struct shelf *shelf, size_t document, size_t node, struct buffer *out);
/* The same behind what it is in: the document when `named`, and for a heading without a label the
 * node with a label that it is under. */
void row_words_path(const struct shelf *shelf, size_t document, size_t node, bool named,
                    struct buffer *out);

/* The page of a place; nothing where there are none, or as long as they are not counted. */
void row_words_page(struct content *c, size_t offset, struct buffer *out);
/* Counts pages for a slice of work; true when all are counted, and the document is read. */
bool row_words_counted(struct content *c);

#endif
