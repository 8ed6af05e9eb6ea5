/* SPDX-License-Identifier: MIT */
/*
 * Reads the lines of an exhibit index, one after the other: which begin a row, which go on with it,
 * which explain a mark.
 *
 * Begun all zero but for what the caller knows: `letters`, `item`, `ready`. Owns its rows.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_READER_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_READER_H

#include "outline/exhibits/exhibit_rows.h"
#include "outline/exhibits/exhibit_sub.h"
#include "outline/exhibits/exhibit_words.h"

struct exhibit_reader {
    struct exhibit_rows rows;
    struct exhibit_words words;
    struct exhibit_sub sub;
    size_t indent;             /* of the first row's number */
    size_t column;             /* where the last row's description begins */
    uint32_t page;             /* of the last row */
    const struct table *table; /* and the table it is in, or NULL; only compared */
    size_t quiet;              /* lines since the last row */
    unsigned major;
    bool letters; /* the form's exhibits are lettered */
    bool item;    /* rows of an Item, which lists other things too */
    bool open;    /* the last row's description may go on */
    bool ready;   /* plain numbers are rows */
    bool paused;  /* in a list of something else */
    bool legend;  /* the last legend may go on */
    bool done;
};

void exhibit_reader_deinit(struct exhibit_reader *r);

/* Takes the next line; `done` is set when the index is over. */
void exhibit_reader_line(struct exhibit_reader *r, const struct block *b);

/* To be called behind the last line: leaves out what is no row after all. */
void exhibit_reader_finish(struct exhibit_reader *r);

#endif
