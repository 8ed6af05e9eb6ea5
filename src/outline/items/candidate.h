/* SPDX-License-Identifier: MIT */
/*
 * Candidates: the lines of a document that may be headings of its outline, and what speaks for
 * and against each. Nothing is chosen here.
 *
 * Blocks come in reading order, a batch at a time; their text need not stay. The list owns its
 * candidates and their texts.
 */
#ifndef FOLIO_OUTLINE_ITEMS_CANDIDATE_H
#define FOLIO_OUTLINE_ITEMS_CANDIDATE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "model/content.h"
#include "outline/form.h"

#include <stdbool.h>
#include <stddef.h>

enum candidate_kind {
    CANDIDATE_PART,
    CANDIDATE_ITEM,
    CANDIDATE_SIGNATURES,
    CANDIDATE_EXHIBIT_INDEX,
    CANDIDATE_CONTENTS,
    CANDIDATE_EXHIBIT /* the divider page of an exhibit */
};

enum {
    FEATURE_CAPS = 1u << 0,          /* the label is printed in capitals */
    FEATURE_BLANK_ABOVE = 1u << 1,   /* an empty line, a rule or a page break is above */
    FEATURE_SEPARATOR = 1u << 2,     /* "Item 1." rather than "Item 1" */
    FEATURE_HEADING_CASE = 1u << 3,  /* the title is in capitals or has capitals on its words */
    FEATURE_NO_TITLE = 1u << 4,      /* no title on the line, nor below */
    FEATURE_PROSE = 1u << 5,         /* the text behind the label goes on as a sentence does */
    FEATURE_MID_SENTENCE = 1u << 6,  /* the line above ends in the middle of a sentence */
    FEATURE_PAGE_NUMBER = 1u << 7,   /* the line ends with a page number */
    FEATURE_CONTINUED = 1u << 8,     /* "(Continued)" */
    FEATURE_FURNITURE = 1u << 9,     /* a running head */
    FEATURE_BOXES = 1u << 10,        /* check boxes on the line */
    FEATURE_QUOTED = 1u << 11,       /* the title stands in quotation marks */
    FEATURE_PARAGRAPH = 1u << 12,    /* "Item 14(a)" */
    FEATURE_ROMAN = 1u << 13,        /* "Item X" */
    FEATURE_SIGNED = 1u << 14,       /* words of a signature page follow */
    FEATURE_INCORPORATED = 1u << 15, /* "incorporated by reference" follows at once */
    FEATURE_OMITTED = 1u << 16,      /* "omitted" follows at once */
    FEATURE_RESERVED = 1u << 17,     /* "[Reserved]" follows at once */
    FEATURE_IN_CONTENTS = 1u << 18,  /* in a table of contents; set by contents_mark */
    FEATURE_BOILERPLATE = 1u << 19,  /* a signature page that has no heading */
    FEATURE_BOLD = 1u << 20,         /* set in bold, or as a heading */
    FEATURE_LINK = 1u << 21,         /* a link to another place of the document */
    FEATURE_UNLABELLED = 1u << 22,   /* of an Item: only its title is printed, or not even that */
    FEATURE_LINKED = 1u << 23,       /* the contents list links to it, under its number or title */
    FEATURE_LISTED = 1u << 24,       /* the contents list names its number */
    FEATURE_PAGE_TOP = 1u << 25,     /* the first line of its page; of an exhibit's divider only */
    FEATURE_CENTER = 1u << 26        /* centred, or at the right; the same */
};

struct candidate {
    enum candidate_kind kind;
    unsigned features;
    unsigned part; /* 1 to 8: of a PART line, or before the Item on its line; 0: none */
    size_t offset; /* of the heading's first letter, in the input */
    size_t text;   /* bytes of text before it: the measure of distances */
    uint32_t page;
    const struct slice *numbers; /* of an Item, as printed; of an exhibit page one, the exhibit's */
    size_t count;
    struct slice paragraph; /* "(a)" */
    struct slice title;     /* as printed, blanks folded */
};

struct candidates {
    const struct form *form; /* whose titles are looked for; the caller's */
    ARRAY(struct candidate) list;
    struct arena arena;
    size_t text;         /* bytes of text seen */
    struct slice above;  /* the end of the last line, for the next batch */
    char above_room[96]; /* holds it */
    uint32_t page;       /* of the last block */
    bool begun;
    bool markup; /* blocks are paragraphs of HTML: what is set in bold there needs no gap above */
};

void candidates_init(struct candidates *c, const struct form *form);
void candidates_deinit(struct candidates *c);

/* Takes the blocks; `next` are the ones behind them, for a look at what follows the last. */
void candidates_add(struct candidates *c, const struct block *blocks, size_t count,
                    const struct block *next, size_t next_count);

#endif
