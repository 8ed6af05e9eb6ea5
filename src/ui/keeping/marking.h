/* SPDX-License-Identifier: MIT */
/*
 * Marks: setting them, going to them, listing them. Functions with an order are viewer_runs.
 *
 * What is kept of the open filings is held here, for notes and highlights too.
 */
#ifndef FOLIO_UI_KEEPING_MARKING_H
#define FOLIO_UI_KEEPING_MARKING_H

#include "ui/keeping/kept.h"
#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

/* `m` and a letter, or a name; over the list of marks, another name for the one that is selected.
 */
void marking_set(struct viewer *v, const struct order *order);
/* `'` and the letter, or the name; `''` is the place before the last jump. */
void marking_go(struct viewer *v, const struct order *order);
void marking_list(struct viewer *v, const struct order *order);

/* What was kept of a filing, opened when it is first asked for. */
struct kept *marking_kept(struct viewer *v, const struct filing *f);

/* The names of the rows of the list, each with a line end behind it. */
struct buffer *marking_names(struct viewer *v);

/* Goes to a keepsake of the filing that is read, or says that its words are gone; one that has to
 * be looked for is gone to when it is found, if the reader has not moved by then. `what` is what it
 * is called in the message: "mark a". */
void marking_go_to(struct viewer *v, enum keepsake_kind kind, struct slice name, const char *what);

/* Adds what a keepsake of the filing that is read is told by: "Item 7A, p. 31". */
void marking_where(struct viewer *v, size_t index, struct buffer *out);

/* The row of the table in modes.c. */
const struct mode *marking_mode(void);

#endif
