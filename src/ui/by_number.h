/* SPDX-License-Identifier: MIT */
/*
 * Items and exhibits by the numbers that a person types.
 *
 * Each Part of a form may number its Items anew ("1" of a 10-Q); exhibits are numbered with or
 * without leading zeros ("99.1" of EX-99.01). Nodes are those of an outline, named by index;
 * nothing is owned.
 */
#ifndef FOLIO_UI_BY_NUMBER_H
#define FOLIO_UI_BY_NUMBER_H

#include "base/buffer.h"
#include "model/submission.h"
#include "outline/outline.h"

#include <stdbool.h>
#include <stddef.h>

/* The Item of that number in the Part `part` (may be empty), else the first of that number;
 * (size_t)-1 when there is none. */
size_t by_number_item(const struct node *nodes, size_t count, struct slice number,
                      struct slice part);

/* Adds "Item 1 of Part I; II.1 is the other", where other Parts have that number too; nothing where
 * none has. */
void by_number_others(const struct node *nodes, size_t count, size_t node, struct slice number,
                      struct buffer *out);

/* The index of the document that is this exhibit; "99" is also the first EX-99.x. (size_t)-1 when
 * there is none among those found so far. */
size_t by_number_document(const struct submission *s, struct slice number);

/* True when the node is the exhibit of that number, or its row in the index. */
bool by_number_exhibit(const struct node *node, struct slice number);

#endif
