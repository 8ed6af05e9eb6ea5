/* SPDX-License-Identifier: MIT */
/*
 * A table that was entered: it stands over the text, or over the whole screen, until it is left;
 * the text then stands where the cell is. Functions with an order are viewer_runs; those that
 * return bool do nothing, and return false, when no table is entered.
 */
#ifndef FOLIO_UI_GRID_TABLING_H
#define FOLIO_UI_GRID_TABLING_H

#include "base/buffer.h"
#include "model/content.h"
#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

struct mode;

void tabling_enter(struct viewer *v, const struct order *order);
void tabling_freeze(struct viewer *v, const struct order *order);
void tabling_zoom(struct viewer *v, const struct order *order);
/* Copies what the action says: the cell, with its citation or without, its row, its column, all. */
void tabling_copy(struct viewer *v, const struct order *order);

/* Searching in the column of the cell, or in all columns; to the next hit; the other scope. */
bool tabling_search(struct viewer *v, const struct order *order);
bool tabling_next(struct viewer *v, const struct order *order);
bool tabling_scope(struct viewer *v, const struct order *order);

/* Where the table stands that is entered, else the first one on the screen; false: none does. */
bool tabling_range(const struct viewer *v, size_t *from, size_t *to);
/* Adds the tables of data that begin in [from, to) in a format: csv, tsv, md, json. False when
 * there are none, or no such format. */
bool tabling_export(struct viewer *v, struct content *c, size_t from, size_t to, const char *format,
                    struct buffer *out);

/* The same in steps; NULL: no such format. The content is held until tabling_exporting_free. */
struct tabling_exporting;
struct tabling_exporting *tabling_exporting_new(struct content *c, size_t from, size_t to,
                                                const char *format);
void tabling_exporting_free(struct tabling_exporting *e);
/* Goes on for about so many bytes of the input, and adds to `out`; true when all is there. */
bool tabling_exporting_step(struct tabling_exporting *e, size_t bytes, struct buffer *out);
/* How much is done, 0 to 100; and how many tables there were so far. */
int tabling_exporting_percent(const struct tabling_exporting *e);
size_t tabling_exporting_count(const struct tabling_exporting *e);

/* The row of the table in modes.c. */
const struct mode *tabling_mode(void);

#endif
