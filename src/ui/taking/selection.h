/* SPDX-License-Identifier: MIT */
/*
 * A selection: from one character of a document to another, by characters or by whole lines.
 *
 * Its ends are offsets of the input, so that it stays when the width changes; what lies between is
 * what stands between on the lines of a flow, both ends included. One end is fixed, the other
 * moves: the cursor. The motions are those of vi, on lines as they are shown. No screen is known
 * here; the flow is the caller's.
 */
#ifndef FOLIO_UI_TAKING_SELECTION_H
#define FOLIO_UI_TAKING_SELECTION_H

#include "layout/flow.h"
#include "ui/taking/gather.h"

#include <stdbool.h>
#include <stddef.h>

struct selection {
    bool on, lines;
    size_t document;
    size_t fixed, moving; /* offsets of the characters at both ends */
    bool cut;             /* the last motion ended at its bound: SELECTION_MOST lines or steps */
    size_t column;        /* that moving up and down tends to; SELECTION_END: the line's end */
};

#define SELECTION_END ((size_t)-1)

enum {
    SELECTION_MOST = 5000 /* steps of one motion, and lines that it looks at, whatever its count */
};

/* What is selected, on one flow. */
struct selection_span {
    struct gather_place first, behind; /* of the first character, and behind the last */
};

enum selection_motion {
    SELECTION_LEFT,
    SELECTION_RIGHT,
    SELECTION_DOWN,
    SELECTION_UP,
    SELECTION_LINE_START,
    SELECTION_LINE_END,
    SELECTION_NEXT_WORD,
    SELECTION_PREVIOUS_WORD,
    SELECTION_WORD_END,
    SELECTION_PARAGRAPH_END,
    SELECTION_PARAGRAPH_START
};

/* Begins at the character at `offset`, or the nearest that is shown; false when none is. */
bool selection_begin(struct selection *s, struct flow *flow, size_t document, size_t offset,
                     bool lines);
void selection_end(struct selection *s);
void selection_swap(struct selection *s);

/* Moves the cursor; false when it did not get anywhere. */
bool selection_move(struct selection *s, struct flow *flow, enum selection_motion motion,
                    size_t steps);
/* Moves it to the character at `offset`, or the nearest before it. */
void selection_to(struct selection *s, struct flow *flow, size_t offset);

/* What is selected; false when the flow shows nothing of it. */
bool selection_span(const struct selection *s, struct flow *flow, struct selection_span *span);
/* The bytes [first, behind) of the text of a line's block that are selected; false: none. */
bool selection_bytes(const struct selection_span *span, struct spot spot, const struct line *line,
                     size_t *first, size_t *behind);
/* Where the cursor is: its line, and its column there. */
bool selection_cursor(const struct selection *s, struct flow *flow, struct spot *spot,
                      size_t *column);
/* The offset of the character at a column of a line, or the nearest to it; false: the line has
 * none. */
bool selection_offset_at(const struct line *line, size_t column, size_t *offset);

/* The offsets [from, to) of what is selected: from the first character on, whatever is set where.
 */
bool selection_range(const struct selection *s, struct flow *flow, size_t *from, size_t *to);

/* What gathers the text selected; `options` are those of the flow. NULL: nothing is. */
struct gather *selection_gather(const struct selection *s, struct flow *flow,
                                struct flow_options options);

#endif
