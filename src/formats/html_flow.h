/* SPDX-License-Identifier: MIT */
/*
 * Running text: from the pieces of text between tags to blocks of styled runs.
 *
 * Blanks are folded as a browser folds them, no-break spaces become blanks that keep their number
 * where they move text to the right, and what has no width is dropped. A block begins with its
 * first visible character. Pieces of text that follow each other in the input are said as one.
 */
#ifndef FOLIO_FORMATS_HTML_FLOW_H
#define FOLIO_FORMATS_HTML_FLOW_H

#include "base/buffer.h"
#include "formats/html_out.h"
#include "formats/html_style.h"
#include "formats/html_tables.h"

struct html_flow {
    struct html_out *out;
    struct html_tables *tables;
    struct slice input; /* the document */
    size_t base;        /* its place in the input */

    bool open;   /* a block is */
    bool fresh;  /* the line is the first of its element */
    bool line;   /* something makes a line of it, if only an empty one */
    bool beside; /* the next block stands beside this one: it goes on */
    bool pre;    /* the block is a line of <pre> */
    size_t column;
    unsigned style; /* said last */

    struct slice held; /* text that is not said yet */
    size_t held_offset;

    size_t blanks;                  /* columns of blanks that are not said yet */
    bool hard, soft;                /* some are no-break spaces; the last is an ordinary one */
    bool plain;                     /* they are spaces that stand in the input side by side */
    size_t blank_offset, blank_end; /* where they stand */
    struct html_style blank_style;  /* of the first of them */
    unsigned blank_link;

    struct buffer marker; /* of a list, before the next block */
    struct buffer href;
    size_t href_offset;
    unsigned link, said_link; /* 0: none; counts links */
    unsigned links;
};

void html_flow_init(struct html_flow *f, struct html_out *out, struct html_tables *tables,
                    struct slice input, size_t base);
void html_flow_deinit(struct html_flow *f);

/* Text that stands in the input. */
void html_flow_text(struct html_flow *f, const struct html_style *s, struct slice text,
                    size_t offset);
/* A code point that stands for `length` bytes. */
void html_flow_code(struct html_flow *f, const struct html_style *s, uint32_t code, size_t offset,
                    size_t length);
/* Text that stands for `length` bytes of the filing; `style`: STYLE_... bits more. */
void html_flow_added(struct html_flow *f, const struct html_style *s, unsigned style,
                     struct slice text, size_t offset, size_t length);
/* The same, as a link to an image. */
void html_flow_image(struct html_flow *f, const struct html_style *s, struct slice text,
                     struct slice src, size_t offset, size_t length);
/* Room before or behind what follows, `points` tenths of a point wide. */
void html_flow_room(struct html_flow *f, const struct html_style *s, int32_t points, size_t offset);
/* Text that takes room but is not seen. */
void html_flow_unseen(struct html_flow *f, const struct html_style *s);
/* A line ends, as <br> says. */
void html_flow_newline(struct html_flow *f);
/* A block element begins or ends. */
void html_flow_break(struct html_flow *f);
/* What holds the block ends, a cell or a page: nothing goes on beside it. */
void html_flow_end(struct html_flow *f);
/* The next block element goes on with this block, behind a blank. */
void html_flow_beside(struct html_flow *f, const struct html_style *s, size_t offset);
/* What follows is the first line of an element. */
void html_flow_fresh(struct html_flow *f);

/* The marker before the next block; empty: none. */
void html_flow_marker(struct html_flow *f, struct slice marker);

void html_flow_link(struct html_flow *f, struct slice href, size_t offset);
void html_flow_unlink(struct html_flow *f);
void html_flow_anchor(struct html_flow *f, struct slice name, size_t offset);

#endif
