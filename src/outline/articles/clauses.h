/* SPDX-License-Identifier: MIT */
/*
 * Clauses: the lines of a document that begin with a label as articles and sections of agreements
 * have it, with their titles. Which of them are headings is for others to say (articles).
 *
 * Blocks come in reading order, a batch at a time; their text need not stay. The list owns its
 * clauses and their texts.
 */
#ifndef FOLIO_OUTLINE_ARTICLES_CLAUSES_H
#define FOLIO_OUTLINE_ARTICLES_CLAUSES_H

#include "base/arena.h"
#include "base/array.h"
#include "model/block.h"
#include "outline/articles/article_label.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CLAUSES_MOST = 100000, CLAUSE_BYTES = 200 };

enum {
    CLAUSE_GAP = 1u << 0,         /* an empty line or a page break is above, or it is a paragraph */
    CLAUSE_PAGE_TOP = 1u << 1,    /* the first of its page */
    CLAUSE_OPEN = 1u << 2,        /* the line above ends in the middle of a sentence */
    CLAUSE_PROSE = 1u << 3,       /* the text behind the label goes on as a sentence does */
    CLAUSE_PAGE_NUMBER = 1u << 4, /* a page number ends the line */
    CLAUSE_LINK = 1u << 5,        /* it is a link to another place of the document */
    CLAUSE_STYLED = 1u << 6,      /* label or title is bold, underlined or in italics */
    CLAUSE_CENTER = 1u << 7,      /* centred, or at the right */
    CLAUSE_ALONE = 1u << 8,       /* nothing but label and title on the line */
    CLAUSE_CONTINUED = 1u << 9,   /* "(continued)" */
    CLAUSE_RUN_IN = 1u << 10,     /* text follows the title on its line */
    CLAUSE_ROW = 1u << 11         /* in a table */
};

struct clause {
    size_t offset; /* of its first letter, in the input */
    size_t end;    /* behind its block */
    size_t text;   /* bytes of text before it: the measure of distances */
    uint32_t page;
    unsigned features;          /* CLAUSE_... */
    struct article_label label; /* its slices are the arena's */
    struct slice title;         /* as printed, blanks folded, without its stop; may be empty */
};

struct clauses {
    ARRAY(struct clause) list; /* in reading order */
    struct arena arena;
    size_t text;         /* bytes of text seen */
    bool printed;        /* blocks are lines of plain text */
    struct slice above;  /* the end of the last line, for the next batch */
    char above_room[96]; /* holds it */
    size_t above_start;  /* columns left free before it */
    bool above_short;    /* it does not fill its line */
    uint32_t page;       /* of the last block */
    bool begun;
};

/* `printed`: blocks are lines of plain text. */
void clauses_init(struct clauses *c, bool printed);
void clauses_deinit(struct clauses *c);

/* Takes the blocks; `next` are the ones behind them, for a look at what follows the last. */
void clauses_add(struct clauses *c, const struct block *blocks, size_t count,
                 const struct block *next, size_t next_count);

#endif
