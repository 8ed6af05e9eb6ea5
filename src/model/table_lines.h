/* SPDX-License-Identifier: MIT */
/*
 * A table of plain text lines, as rows and cells.
 *
 * Filings before HTML draw tables with blanks. What stands on a line with two blanks around it is a
 * cell, and cells below each other are a column: the lines are read as a grid whose columns are
 * those of the screen, and made into rows as other tables are (table.h).
 */
#ifndef FOLIO_MODEL_TABLE_LINES_H
#define FOLIO_MODEL_TABLE_LINES_H

#include "model/table.h"

/* Calls `add` with the rows, and with the lines that are none, as table_make does. `lines` are the
 * blocks of one table, all with SINK_TABLE; their texts must stay during the call only. */
void table_lines_make(const struct block *lines, size_t count, struct arena *arena,
                      void (*add)(void *self, const struct block *b), void *self);

#endif
