/* SPDX-License-Identifier: MIT */
/*
 * The text pane: one document at a time, in pages or in one flow.
 *
 * Where one is, is a document and the offset of the line at the top; the offset is kept when the
 * width changes, so the line stays at the top. In pages, nothing of another page is on the
 * screen. The pane owns its flow; the submission and the settings must outlive it.
 */
#ifndef FOLIO_UI_TEXT_PANE_H
#define FOLIO_UI_TEXT_PANE_H

#include "config/settings.h"
#include "model/content.h"
#include "model/submission.h"
#include "search/search.h"
#include "ui/pane.h"
#include "ui/passages.h"

#include <stdbool.h>
#include <stddef.h>

struct text_pane;
struct text_view;

struct text_pane *text_pane_new(struct submission *s, const struct settings *settings);
void text_pane_free(struct text_pane *p);

/* The pane as the viewer sees it: draws, and obeys the motions of text. */
struct pane text_pane_pane(struct text_pane *p);

/* Goes to a place: its line at the top. A document that is not there is cut to the last. */
void text_pane_go(struct text_pane *p, struct place place);
/* The same, to the last screen of the document. */
void text_pane_go_end(struct text_pane *p, size_t document);
/* Makes `length` bytes from the place on visible, moving no more than needed. */
void text_pane_show(struct text_pane *p, struct place place, size_t length);
/* To the top of a page of this document; false when there is none. */
bool text_pane_go_page(struct text_pane *p, size_t page);

/* Where the line at the top is. */
struct place text_pane_place(const struct text_pane *p);
/* The place that reading is at: a visible hit that was gone to, else the line at the top. */
struct place text_pane_focus(const struct text_pane *p);
/* The same for the tree: below a running head at the top, the first line of the text. */
size_t text_pane_reading(const struct text_pane *p);
/* From the first offset on the screen to behind the last. */
void text_pane_visible(const struct text_pane *p, size_t *from, size_t *to);

/* Hits to be marked, NULL for none, and the one that was gone to (SIZE_MAX offset: none). */
void text_pane_mark(struct text_pane *p, const struct search *search, struct place current);

/* Parts of the text that look otherwise; the caller's, and must stay until others are given. */
void text_pane_passages(struct text_pane *p, const struct passages *passages);

/* Its lines on the screen; the pane's. */
struct text_view *text_pane_view(struct text_pane *p);

struct content *text_pane_content(const struct text_pane *p);
/* The page of the line at the top, from 0. */
size_t text_pane_page(const struct text_pane *p);
/* The number of the line at the top, from 1: of the source of a printed text, else of those shown.
 */
size_t text_pane_number(const struct text_pane *p);
/* How much of the document is above the end of the screen, 0 to 100. */
int text_pane_percent(const struct text_pane *p);
/* Columns of visible lines that do not fit on the right; and those scrolled off on the left. */
size_t text_pane_hidden(const struct text_pane *p);
size_t text_pane_left(const struct text_pane *p);
/* Scrolls sideways to where text_pane_left was. */
void text_pane_set_left(struct text_pane *p, size_t left);

#endif
