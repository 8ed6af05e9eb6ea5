/* SPDX-License-Identifier: MIT */
/*
 * A cursor: a character on the lines of a flow, and its steps from one to the next.
 *
 * Lines that folio made, and those without text, are passed over. A character is one that has a
 * place of its own in the input: of the blanks that set a table's columns apart one at most. It is
 * good as long as the flow keeps its lines; what is kept longer is cursor_offset.
 */
#ifndef FOLIO_UI_TAKING_CURSOR_H
#define FOLIO_UI_TAKING_CURSOR_H

#include "layout/flow.h"

#include <stdbool.h>
#include <stddef.h>

struct cursor {
    struct flow *flow;
    struct spot spot;
    const struct line *line;
    size_t at; /* byte of the text of the line's block */
};

enum cursor_class { CURSOR_BLANK, CURSOR_SIGN, CURSOR_WORD };

/* At the character at `offset`, or the nearest before it, or else behind it; false: there is none
 * in sight of the place. */
bool cursor_find(struct cursor *c, struct flow *flow, size_t offset);

/* The offset of the character in the input. */
size_t cursor_offset(const struct cursor *c);
/* Its column on the line, the indent counted in. */
size_t cursor_column(const struct cursor *c);
/* Behind its last byte, with what is combined with it. */
size_t cursor_behind(const struct cursor *c);

/* Where the line's text begins in that of its block, and behind its last byte. */
size_t cursor_line_start(const struct line *line);
size_t cursor_line_end(const struct line *line);

/* One character on or back on the line; false at its end. */
bool cursor_right(struct cursor *c);
bool cursor_left(struct cursor *c);
/* To the first character of the line, or its last. */
void cursor_first(struct cursor *c);
void cursor_last(struct cursor *c);
/* To the first character of the next line with text, or the one before; false, and nowhere else,
 * when there is none near. */
bool cursor_down(struct cursor *c);
bool cursor_up(struct cursor *c);
/* To the character at the column of the line, or the nearest before it. */
void cursor_to_column(struct cursor *c, size_t column);

/* What the character is: numbers with their commas and points are one word. */
enum cursor_class cursor_class(const struct cursor *c);

#endif
