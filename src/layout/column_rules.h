/* SPDX-License-Identifier: MIT */
/* The rules of a table: one line for what the row above has below it, and the row below above it.
 */
#ifndef FOLIO_LAYOUT_COLUMN_RULES_H
#define FOLIO_LAYOUT_COLUMN_RULES_H

#include "layout/column_widths.h"
#include "model/splice.h"

#include <stdbool.h>
#include <stddef.h>

enum { RULE_SINGLE = 0x2500, RULE_DOUBLE = 0x2550 };

/* The columns [from, to) of a rule below a cell: of its numbers, else all of its own. */
void rule_columns(const struct column_widths *w, const struct cell *cell, size_t *from, size_t *to);

/* Writes the line between two rows, either of which may be NULL, `indent` columns in; it stands for
 * the place `source`. False, and nothing written, when there is no rule. */
bool rule_between(const struct column_widths *w, const struct block *above,
                  const struct block *below, size_t indent, size_t source, struct splice *out);

#endif
