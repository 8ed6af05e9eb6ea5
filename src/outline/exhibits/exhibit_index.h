/* SPDX-License-Identifier: MIT */
/* The rows of an exhibit index. */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_INDEX_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_INDEX_H

#include "model/content.h"
#include "outline/nodes.h"

/* Reads the rows of the exhibit index among the nodes, or, where there is none, of the Item that
 * lists exhibits, and puts them behind their node. Lengths must be set. The targets are what the
 * rows say: TARGET_INCORPORATED or TARGET_UNKNOWN, for exhibit_target_resolve. */
void exhibit_index_read(struct nodes *n, struct submission *s, struct document *d);

/* The number of a row at the front of `text` ("10.1", "3(i)", "(99)", "EX-99.1"), without brackets
 * around it and marks behind it; `*end` is behind all that. Empty when there is none. */
struct slice exhibit_index_number(struct slice text, size_t *end);

#endif
