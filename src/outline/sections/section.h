/* SPDX-License-Identifier: MIT */
/*
 * Sections: what stands below the Items, or in their place: statements, notes, articles, headings.
 *
 * Several readers find them (statements, notes, articles, subheads); sections_place puts them among
 * the nodes: where two claim the same line the one of the lower grade stays; a section stands below
 * the node it is in, and below the sections before it whose grade is lower than its own.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_SECTION_H
#define FOLIO_OUTLINE_SECTIONS_SECTION_H

#include "base/arena.h"
#include "base/array.h"
#include "outline/nodes.h"
#include "outline/scan.h"

/* How high a section stands: a low grade holds the higher ones behind it. */
enum section_grade {
    GRADE_TOP = 0,     /* not in the node before it, but beside the signatures: the pages of
                        * financial statements behind them, an annex */
    GRADE_GROUP = 1,   /* "Notes to Consolidated Financial Statements", a statement, a report of
                        * auditors, an article, a chapter of a prospectus */
    GRADE_PART = 2,    /* a note, a section of an article */
    GRADE_HEADING = 3, /* a heading by its looks; deeper ones 4 to 8 */
    GRADE_LAST = 8
};

struct section {
    enum node_kind kind; /* NODE_HEADING, NODE_STATEMENT, NODE_NOTE */
    size_t offset;       /* of the first letter of the heading, in the input */
    int grade;
    struct slice id;    /* "note-7", "article-iv"; empty: made of the title */
    struct slice label; /* as the tree shows it in front: "Note 7"; may be empty */
    struct slice title; /* as printed; in the arena of the heads, or of the nodes */
    enum node_found_by found_by;
    double confidence;
    unsigned why; /* WHY_... of outline.h */
};

struct sections {
    ARRAY(struct section) list; /* in any order */
    struct arena arena;         /* of ids and labels that are made */
};

void sections_deinit(struct sections *s);

/* Adds a section with the text of the head: for the readers. The caller fills in the rest. */
struct section *sections_add(struct sections *s, enum node_kind kind, const struct head *head,
                             int grade);

/* Puts the sections among the nodes, which are in reading order and have their levels. Lengths are
 * not set. */
void sections_place(struct nodes *n, struct sections *s);

/* "Table I - Securities" as "table-i-securities"; "heading" when there is no letter or digit. */
struct slice section_slug(struct arena *arena, struct slice title);

#endif
