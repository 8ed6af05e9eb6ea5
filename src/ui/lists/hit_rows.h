/* SPDX-License-Identifier: MIT */
/*
 * Rows of hits for a chooser: each with its line, under its document and section with their counts.
 *
 * Rows are made in slices, in reading order, and as a search finds more, more come. What the search
 * finds before the place where it began stands in front: for that the rows are made anew, once,
 * when it is done. The filing, the search and the chooser are the caller's and must stay.
 */
#ifndef FOLIO_UI_LISTS_HIT_ROWS_H
#define FOLIO_UI_LISTS_HIT_ROWS_H

#include "search/search.h"
#include "ui/lists/chooser.h"
#include "ui/lists/snippet.h"
#include "ui/shelf.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    HIT_ROWS_MOST = 20000, /* hits that are listed */
    HIT_ROWS_TITLES = 3    /* titles one in another: document, section, note */
};

/* A title that hits are being put under. */
struct hit_title {
    size_t row;      /* as chooser_retell counts */
    size_t from, to; /* bytes of the document that it stands for */
    size_t rows;     /* under it */
};

struct hit_rows {
    struct shelf *shelf;
    const struct search *search;
    struct chooser *chooser;
    bool lines;             /* a line is listed once, however often it is hit */
    ARRAY(struct hit) hits; /* by tag */
    size_t next;            /* of the search's hits */
    struct hit first;       /* of the search's when the list was begun */
    bool anew;              /* the rows must be made once more */
    size_t columns;         /* of a text */
    bool many;              /* documents have titles */
    struct snippets snippets;
    size_t document;      /* of the titles; SHELF_NONE: none yet */
    size_t section, part; /* nodes of the titles, or SHELF_NONE */
    struct hit_title titles[HIT_ROWS_TITLES];
    int title_count;
    size_t line_document, line_end; /* of the last row: what is shown of its line ends here */
    struct place want;              /* the hit to be selected; SIZE_MAX offset: no more */
    size_t looked;                  /* rows before it are before that hit */
    bool kept;                      /* it is to be selected though another is */
};

/* Begins a list in the chooser, which was opened for it and is so many columns wide. At first the
 * hit nearest behind `want` is selected. */
void hit_rows_begin(struct hit_rows *r, struct shelf *shelf, const struct search *search,
                    struct chooser *chooser, struct place want, int columns);
/* Selects another hit, as soon as it is listed. */
void hit_rows_want(struct hit_rows *r, struct place want);
void hit_rows_end(struct hit_rows *r);

/* Adds rows for a slice of work; true when there are more of the hits found so far. */
bool hit_rows_work(struct hit_rows *r);

#endif
