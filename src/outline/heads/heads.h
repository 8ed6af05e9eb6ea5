/* SPDX-License-Identifier: MIT */
/*
 * Heads: the lines of a document that stand out as headings do, by their looks alone.
 *
 * What they head is for others to say (statements, notes, articles, subheads). A head is a block,
 * or the front of one ("Revenue. We recognize ..." where the first words are bold). How heads are
 * set falls into classes: the same class, the same rank of heading.
 * Blocks come in reading order, a batch at a time; their text need not stay. The list owns the
 * heads and their texts. Running heads and rows of contents lists with a page number behind them
 * are kept, marked as such.
 */
#ifndef FOLIO_OUTLINE_HEADS_HEADS_H
#define FOLIO_OUTLINE_HEADS_HEADS_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HEAD_BYTES = 240, HEADS_MOST = 200000 };

/* How a head is set: what makes its class, with the size and the indent. */
enum {
    SET_BOLD = 1u << 0,
    SET_ITALIC = 1u << 1,
    SET_UNDERLINE = 1u << 2, /* or a rule below, in plain text */
    SET_CAPS = 1u << 3,      /* no small letter */
    SET_CENTER = 1u << 4,
    SET_TITLE_CASE = 1u << 5, /* capitals on its words */
    SET_RUN_IN = 1u << 6,     /* the front of a paragraph; the text goes on */
    SET_IN_ROW = 1u << 7,     /* the row of a table, of text only */
    SET_HEADING = 1u << 8     /* <h1> to <h6> */
};

/* Where it stands. */
enum {
    HEAD_BLANK_ABOVE = 1u << 0,  /* an empty line, a rule or a page break is above */
    HEAD_PAGE_TOP = 1u << 1,     /* the first of its page */
    HEAD_MID_SENTENCE = 1u << 2, /* the text above goes on in it */
    HEAD_FURNITURE = 1u << 3,    /* a running head */
    HEAD_CONTINUED = 1u << 4,    /* "(Continued)" */
    HEAD_PAGE_NUMBER = 1u << 5,  /* a page number ends the line */
    HEAD_LINK = 1u << 6,         /* it is a link to another place of the document */
    HEAD_LINKED = 1u << 7,       /* a link of the document leads to it; set by heads_finish */
    HEAD_UNITS = 1u << 8,        /* "(in millions)", a period or "unaudited" follows at once */
    HEAD_TABLE = 1u << 9,        /* in the rows of a table that has figures */
    HEAD_SENTENCE = 1u << 10     /* it ends as a sentence does, or is long and goes on as one */
};

struct head {
    size_t offset; /* of its first letter, in the input */
    size_t end;    /* behind its block */
    size_t text;   /* bytes of text before it: the measure of distances, as in candidates */
    size_t block;  /* the number of its block in the document, from 0 */
    uint32_t page;
    uint16_t set;     /* SET_... */
    uint16_t figures; /* lines with figures among the 60 lines below it, until the next head that is
                       * not in a table */
    unsigned features; /* HEAD_... */
    uint32_t class;    /* index into the classes */
    uint8_t indent, size;
    struct slice title; /* as printed, blanks folded, HEAD_BYTES at most; of SET_RUN_IN the front
                         * without its last stop, colon or dash; page number cut */
};

/* One way of setting heads. */
struct head_class {
    uint16_t set;
    uint8_t indent, size; /* columns divided by 4; points */
    size_t count;         /* heads that have it, running heads left out */
    size_t letters;       /* of their titles */
};

struct links;

struct heads {
    ARRAY(struct head) list;
    ARRAY(struct head_class) classes;
    struct arena arena;
    size_t text;      /* bytes of text seen */
    size_t blocks;    /* blocks seen */
    size_t body_size; /* points of the most text; 0: not said */
    bool printed;     /* lines of plain text */
    struct heads_state *state;
};

/* `printed`: blocks are lines of plain text. */
void heads_init(struct heads *h, bool printed);
void heads_deinit(struct heads *h);

/* Takes the blocks; `next` are the ones behind them, for a look at what follows the last. */
void heads_add(struct heads *h, const struct block *blocks, size_t count, const struct block *next,
               size_t next_count);

/* To be called when all blocks were taken: makes the classes, marks what links lead to. */
void heads_finish(struct heads *h, const struct links *links);

/* The first head at or behind the place; list.count when there is none. */
size_t heads_at(const struct heads *h, size_t offset);

#endif
