/* SPDX-License-Identifier: MIT */
/*
 * The parts that a document is cut into by the nodes and sections that are known already, and what
 * headings may be looked for in each.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_PARTS_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_PARTS_H

#include "base/array.h"
#include "outline/sections/section.h"

#include <stdbool.h>
#include <stddef.h>

enum subhead_part_kind {
    PART_CLOSED, /* covers, contents, signatures, statements, agreements: nothing is looked for */
    PART_ITEM,   /* an Item, or what stands between */
    PART_NOTE,
    PART_REPORT,  /* behind a statement or the title of the notes */
    PART_DOCUMENT /* of a document without Items */
};

#define SUBHEAD_NO_PART ((size_t)-1)

struct subhead_part {
    size_t offset; /* to the next one's */
    enum subhead_part_kind kind;
    struct slice title; /* of its node; may be empty */
    bool risks;         /* the Item of risk factors */
    bool beside;        /* behind a contents list: its headings stand beside that */
    size_t around;      /* index of the Item that a note is in, or SUBHEAD_NO_PART */
    size_t group;       /* parts whose headings are set alike have the same one */
};

struct subhead_parts {
    ARRAY(struct subhead_part) list; /* by place; the first begins at 0 */
    size_t groups;
};

void subhead_parts_init(struct subhead_parts *p, const struct sections *found,
                        const struct scan *scan, const struct nodes *nodes);
void subhead_parts_deinit(struct subhead_parts *p);

#endif
