/* SPDX-License-Identifier: MIT */
/*
 * Where in a document a label stands: in its text, or where things are named but not referred to.
 *
 * Nodes are those of the outline, in reading order, and its own.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_REGION_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_REGION_H

#include "model/block.h"
#include "outline/outline.h"

#include <stdbool.h>
#include <stddef.h>

struct reference_map {
    const struct node *nodes;
    size_t count;
};

enum reference_region { REGION_TEXT, REGION_CONTENTS, REGION_EXHIBITS };

/* The first node at or behind the place; count when there is none. */
size_t reference_region_node(const struct reference_map *m, size_t place);

enum reference_region reference_region_at(const struct reference_map *m, size_t place);

/* Nothing but marks and blanks stands in the line, or the cell, before byte `at` of the block;
 * *cell: it is a cell, and not the first of its row. */
bool reference_region_starts(const struct block *b, size_t at, bool *cell);

/* A label that begins a line begins a heading, as the rest of its line shows. */
bool reference_region_heads(struct slice rest);

/* A block with links is the row of a list of contents: a page number ends it, or all of it is
 * links. */
bool reference_region_is_row(const struct block *b);

/* "Table of Contents", "Back to top": the words of a link that leads back there. */
bool reference_region_leads_back(struct slice text);

#endif
