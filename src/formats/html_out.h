/* SPDX-License-Identifier: MIT */
/*
 * What the reader of HTML says, on its way to the sink.
 *
 * Between two things at the top of a document stand margins, rules, page breaks and anchors,
 * which are said only when something follows. And what the sink knows already, from an earlier
 * reading, is not said again: blocks and tables at the top that begin before `from`.
 */
#ifndef FOLIO_FORMATS_HTML_OUT_H
#define FOLIO_FORMATS_HTML_OUT_H

#include "base/array.h"
#include "base/buffer.h"
#include "formats/sink.h"

struct html_waiting {
    size_t name, length; /* in struct html_out.names */
    size_t offset;
};

struct html_out {
    const struct sink *sink;
    size_t from;
    bool mute;
    unsigned depth; /* of tables that are open */
    size_t last;    /* offset of what was said last */
    bool said;      /* something was, on this page */
    bool open;      /* a block is */
    /* What waits for the next block or table. */
    bool margin;
    size_t lines; /* empty ones */
    bool exact;   /* as many as there are, as in <pre> */
    bool breaks;  /* a page, at page_offset */
    size_t page_offset;
    bool rules; /* a rule, at rule_offset */
    size_t rule_offset, rule_length, rule_blank;
    ARRAY(struct html_waiting) anchors;
    struct buffer names;
    /* How the sink was told last that blocks are set. */
    struct sink_shape shape;
    bool shaped;
};

void html_out_init(struct html_out *out, const struct sink *sink, size_t from);
void html_out_deinit(struct html_out *out);

/* What waits until something follows. */
void html_out_margin(struct html_out *out);
void html_out_line(struct html_out *out, bool exact); /* an empty line */
void html_out_page(struct html_out *out, size_t offset);
void html_out_rule(struct html_out *out, size_t offset, size_t length);
void html_out_anchor(struct html_out *out, struct slice name, size_t offset);

void html_out_begin(struct html_out *out, unsigned flags, const struct sink_shape *shape,
                    size_t offset);
void html_out_text(struct html_out *out, struct slice text, size_t offset);
void html_out_code(struct html_out *out, uint32_t code, size_t count, size_t offset, size_t length);
void html_out_style(struct html_out *out, unsigned style);
void html_out_link(struct html_out *out, struct slice href, size_t offset);
/* Those that wait and stand no later than `until`, within a block. */
void html_out_anchors(struct html_out *out, size_t until);
void html_out_end(struct html_out *out);

void html_out_table(struct html_out *out, size_t offset);
void html_out_row(struct html_out *out, size_t offset);
void html_out_cell(struct html_out *out, const struct sink_cell *cell, size_t offset);
void html_out_cell_end(struct html_out *out, size_t offset);
void html_out_row_end(struct html_out *out, size_t offset);
void html_out_table_end(struct html_out *out, size_t offset);

/* The document ends: anchors that still wait are said. */
void html_out_finish(struct html_out *out);

#endif
