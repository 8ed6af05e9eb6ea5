/* SPDX-License-Identifier: MIT */
/*
 * A peek: some lines of another place, shown over a part of the text, with a line that says what
 * they are. The text below stays where it is.
 *
 * The lines can be scrolled, through all of their document. The peek owns its pane; the submission
 * must outlive it. Rows and columns are those of the text that it is shown over.
 */
#ifndef FOLIO_UI_LINKS_PEEK_H
#define FOLIO_UI_LINKS_PEEK_H

#include "config/settings.h"
#include "model/submission.h"
#include "ui/pane.h"
#include "ui/passages.h"

#include <stdbool.h>

struct peek;

struct peek *peek_new(void);
void peek_free(struct peek *p);

/* Shows the place, its line at the top, under a title. The settings are copied. */
void peek_open(struct peek *p, struct submission *s, const struct settings *settings,
               struct place place, struct slice title);
void peek_close(struct peek *p);
bool peek_is_open(const struct peek *p);
/* Whether it shows something of this submission. */
bool peek_is_of(const struct peek *p, const struct submission *s);

/* Marks `length` bytes of the document as what was looked for. */
void peek_mark(struct peek *p, size_t offset, size_t length);

/* The size of the text that it is shown over. */
void peek_resize(struct peek *p, int rows, int columns);
/* How many rows it takes of them, its title included. */
int peek_rows(const struct peek *p);

/* Motions; false when the action is none. What it has to say is added to `say`. */
bool peek_handle(struct peek *p, const struct order *order, struct buffer *say);

/* Where its top line is, and what it shows: bytes of the input. */
struct place peek_place(const struct peek *p);
void peek_visible(const struct peek *p, size_t *from, size_t *to);

/* Where it is drawn over the text: at its end, which it is to begin with, or `above`, at its
 * beginning. */
void peek_put(struct peek *p, bool above);

void peek_draw(struct peek *p, struct region text, const struct theme *theme);

#endif
