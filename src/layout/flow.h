/* SPDX-License-Identifier: MIT */
/*
 * The flow of a document: its lines at a width, made where they are looked at.
 *
 * Lines are laid out a segment at a time, so that any place of a document of any size is at hand
 * at once. A spot is the address of a line in one flow; it is good as long as the flow is. To
 * keep a place across widths, keep its offset and find it again. The flow owns its lines; they
 * point into the segments of the content.
 */
#ifndef FOLIO_LAYOUT_FLOW_H
#define FOLIO_LAYOUT_FLOW_H

#include "base/slice.h"
#include "layout/text_line.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

struct spot {
    size_t segment;
    size_t line;
};

struct flow_options {
    size_t width; /* columns; 0: lines are never wrapped */
    size_t most;  /* columns of a table that does not fit in `width`; less than that: no more */
    bool wrap;    /* wrap lines whose spacing means nothing; else only scrolling shows them whole */
};

struct flow;

struct flow *flow_new(struct content *content, struct flow_options options);
void flow_free(struct flow *f);

struct content *flow_content(const struct flow *f);

/* The line, or NULL when there is none at that spot. */
const struct line *flow_line(struct flow *f, struct spot spot);

/* The first and last line; false when the document has none. */
bool flow_first(struct flow *f, struct spot *spot);
bool flow_last(struct flow *f, struct spot *spot);
/* Moves one line on or back; false, and the spot kept, at the end. */
bool flow_next(struct flow *f, struct spot *spot);
bool flow_previous(struct flow *f, struct spot *spot);

/* The line of text that holds the offset, else the nearest before it, else the first. */
bool flow_find(struct flow *f, size_t offset, struct spot *spot);

/* The first line of that page (never a rule); false when there is no such page. */
bool flow_page(struct flow *f, size_t page, struct spot *spot);

/* Gives back the lines and blocks of a segment that will not be looked at again soon; spots in it
 * stay good, what was got from it does not. */
void flow_forget(struct flow *f, size_t segment);

#endif
