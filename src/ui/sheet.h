/* SPDX-License-Identifier: MIT */
/*
 * A sheet: lines to read over the panes: the help, or what a filing's header says.
 *
 * What is on it is composed by a function, anew when the width changes. Words can be looked for on
 * it. The sheet owns its lines; what it is composed from must outlive it.
 */
#ifndef FOLIO_UI_SHEET_H
#define FOLIO_UI_SHEET_H

#include "base/buffer.h"
#include "ui/pane.h"

#include <stdbool.h>

struct sheet;

/* Adds the lines of a subject with the functions below. */
typedef void sheet_compose(struct sheet *sheet, const void *subject);

struct sheet *sheet_new(void);
void sheet_free(struct sheet *sheet);

/* Shows the sheet from its top; `name` is what the way out says is closed ("the help"). */
void sheet_open(struct sheet *sheet, const char *name, sheet_compose *compose, const void *subject);
void sheet_close(struct sheet *sheet);
bool sheet_is_open(const struct sheet *sheet);
/* Whether this is what is shown. */
bool sheet_shows(const struct sheet *sheet, sheet_compose *compose);
const char *sheet_name(const struct sheet *sheet);

/* A title, with an empty line above it when it is not the first. */
void sheet_add_title(struct sheet *sheet, struct slice title);
/* What stands at the left, and a text that goes on below when it is long. */
void sheet_add(struct sheet *sheet, const struct buffer *left, struct slice text);
/* The same, with the left in another role than keys have. */
void sheet_add_as(struct sheet *sheet, enum role role, const struct buffer *left,
                  struct slice text);

/* Looks for a text, small letters and capitals alike, marks where it is, and goes to the first
 * entry that has it, from the top of the screen on. Returns how many entries have it. An empty
 * text: marks nothing. */
size_t sheet_find(struct sheet *sheet, struct slice text);
/* To the next entry that has it, or the one before, round the end. Returns the number of the entry
 * among those that have it, from 1; 0 when there is none. */
size_t sheet_find_next(struct sheet *sheet, bool backward, size_t *count);
/* What was looked for last; empty when nothing was. */
struct slice sheet_wanted(const struct sheet *sheet);
/* The line at the top, to come back to. */
size_t sheet_top(const struct sheet *sheet);
void sheet_go(struct sheet *sheet, size_t top);

/* The sheet as a pane: scrolls with the motions. */
struct pane sheet_pane(struct sheet *sheet);

#endif
