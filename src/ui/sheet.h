/* SPDX-License-Identifier: MIT */
/*
 * A sheet: lines to read over the panes: the help, or what a filing's header says.
 *
 * What is on it is composed by a function, anew when the width changes. The sheet owns its lines;
 * what it is composed from must outlive it.
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

/* The sheet as a pane: scrolls with the motions. */
struct pane sheet_pane(struct sheet *sheet);

#endif
