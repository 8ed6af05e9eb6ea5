/* SPDX-License-Identifier: MIT */
/*
 * A view of a document's text: a window of lines on a flow, and how it moves.
 *
 * The window begins at `top`. In pages it ends with the page at the latest, and its top never
 * leaves the page but by a turn. `anchor` is the offset that stays at the top when the width
 * changes: it is set by moving only. The view owns its flow. Nothing here reads more of the
 * document than is on the screen, but where a function says so.
 */
#ifndef FOLIO_UI_TEXT_VIEW_H
#define FOLIO_UI_TEXT_VIEW_H

#include "config/settings.h"
#include "layout/flow.h"
#include "model/submission.h"
#include "search/search.h"

#include <stdbool.h>
#include <stddef.h>

/* How wide the lines of a table are: there may be many. */
struct text_view_table {
    bool known;
    size_t segment, offset; /* which table; one is never in two segments */
    size_t width;           /* columns, the indent counted in */
};

struct text_view {
    struct submission *submission;
    const struct settings *settings;
    int rows, columns;
    size_t document;
    struct flow *flow;  /* NULL before the first text_view_open */
    size_t width, most; /* that the flow was made for */
    bool wrap;          /* the same */
    bool has_lines;     /* `top` is a line */
    struct spot top;
    size_t anchor;                /* offset in the input */
    size_t above;                 /* lines without text between the top and the anchor */
    size_t left;                  /* columns scrolled off */
    struct text_view_table table; /* the one that was measured last */
};

void text_view_init(struct text_view *v, struct submission *s, const struct settings *settings);
void text_view_deinit(struct text_view *v);

/* Shows the document (cut to those that are there) from the line of `offset` on. */
void text_view_open(struct text_view *v, size_t document, size_t offset);
/* Makes the flow anew if size or settings ask for it; the anchor stays at the top. */
void text_view_fit(struct text_view *v);

/* True when the text is shown a page at a time. */
bool text_view_paged(const struct text_view *v);

/* Moves on or back by up to `lines` lines within the page or flow, as long as there is more to
 * see; returns the lines moved. */
size_t text_view_down(struct text_view *v, size_t lines);
size_t text_view_up(struct text_view *v, size_t lines);

/* To the top of the next page, or the last screen of the one before: in pages only, and only from
 * the end or the top of a page. False when there is none. */
bool text_view_turn_on(struct text_view *v);
bool text_view_turn_back(struct text_view *v);

/* To the first line of a page; false when the document has no such page. */
bool text_view_page(struct text_view *v, size_t page);
/* To the first line, and so that the last line is the last on the screen. */
void text_view_first(struct text_view *v);
void text_view_last(struct text_view *v);
/* To the line of the offset; `context` lines of the same page are left above it. */
void text_view_go(struct text_view *v, size_t offset, size_t context);
/* To the next paragraph, or the one before: the first line of text behind one without. False when
 * there is none within 5000 lines. */
bool text_view_paragraph(struct text_view *v, bool forward);

/* The line of each row: begins at the top with *spot unset and `row` 0; NULL behind the last. */
const struct line *text_view_line(const struct text_view *v, int row, struct spot *spot);

/* What table the line is of: the same for all its lines, NULL for a line of none. */
const void *text_view_table(const struct line *line);

/* The columns of the line at the spot that are scrolled off. The lines of a table move together,
 * and no further than to its last column; other lines stay where they are when they fit and their
 * spacing means nothing. */
size_t text_view_line_left(struct text_view *v, const struct line *line, struct spot spot);

/* The offsets of the text on the screen: the first, and behind the last. */
void text_view_visible(const struct text_view *v, size_t *from, size_t *to);
/* Where one reads: the anchor, or below a running head at the top the first line of the text. */
size_t text_view_reading(const struct text_view *v);

#endif
