/* SPDX-License-Identifier: MIT */
/* An open element: how it looks by itself, and by its style. */
#ifndef FOLIO_FORMATS_HTML_FRAME_H
#define FOLIO_FORMATS_HTML_FRAME_H

#include "formats/html_attributes.h"
#include "formats/html_element.h"
#include "formats/html_style.h"

/* An open element. What is below `style` is handed down with it. */
struct html_frame {
    enum html_kind kind;
    char mark;
    bool block, margin, breaks, link, inside;
    bool floats;          /* what follows stands beside it */
    uint8_t above, below; /* rules */
    unsigned number;      /* of the list's next item */
    uint8_t marker;       /* enum css_list */
    struct html_style style;
    size_t list;  /* the frame of the list around it, counted from 1 */
    bool aligned; /* the row or cell says how it is aligned */
    bool head;    /* in a <thead> */
    bool flat;    /* in a table that is none */
    bool afloat;  /* in a block that floats: its lines do not end */
};

/* How the element looks by itself, on top of what was handed down to it. `quirks`: tables inherit
 * no letters. */
void html_frame_element(struct html_frame *f, const struct html_attributes *a, bool quirks);

/* What its style says, on top of that. */
void html_frame_css(struct html_frame *f, const struct css *css);

/* Whether an empty line stands before the block; whether one follows it is left in f->margin. */
bool html_frame_margins(struct html_frame *f, const struct css *css);

#endif
