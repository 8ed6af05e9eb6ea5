/* SPDX-License-Identifier: MIT */
/*
 * The lines of a document that may be sub-headings: heads that are no furniture, no tables, no
 * names or dates, and stand where headings are looked for.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_LINES_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_LINES_H

#include "base/array.h"
#include "base/buffer.h"
#include "outline/catalog_sections.h"
#include "outline/subheads/subhead_listed.h"
#include "outline/subheads/subhead_parts.h"

struct subhead_line {
    size_t head;  /* index of the scan's heads */
    size_t part;  /* index of the parts */
    unsigned why; /* WHY_TITLE, WHY_LINKED, WHY_LISTED */
    bool sentence;
    bool outer; /* behind notes that have ended without a node to say so */
    /* What subheads.c learns of it: */
    size_t after;  /* bytes of text until the next line */
    uint8_t style; /* of its group, */
    uint8_t wide;  /* and of the document */
    bool followed; /* by text, or by a lower style */
};

struct subhead_lines {
    const struct scan *scan;
    struct subhead_parts parts;
    struct subhead_listed listed;
    ARRAY(struct subhead_line) list; /* in reading order */
    size_t named;                    /* lines that contents lists name */
    struct buffer folded;
    struct catalog_sections sections;
    size_t head; /* the head to look at next, */
    size_t part; /* the part, by place, that the one before it is in, */
    size_t own;  /* and the one whose headings are looked for */
};

/* There are no lines yet; `found` and `nodes` say where the parts of the document begin. */
void subhead_lines_init(struct subhead_lines *l, const struct sections *found,
                        const struct scan *scan, const struct nodes *nodes);
/* Looks at so many heads more for lines; true when all lines are taken. */
bool subhead_lines_step(struct subhead_lines *l, size_t heads);
void subhead_lines_deinit(struct subhead_lines *l);

static inline const struct head *subhead_line_head(const struct subhead_lines *l, size_t line)
{
    return &l->scan->heads.list.at[l->list.at[line].head];
}

#endif
