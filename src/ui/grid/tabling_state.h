/* SPDX-License-Identifier: MIT */
/* What tabling and tables remember. Nobody else includes this. */
#ifndef FOLIO_UI_GRID_TABLING_STATE_H
#define FOLIO_UI_GRID_TABLING_STATE_H

#include "outline/outline.h"
#include "ui/grid/grid_copy.h"
#include "ui/grid/grid_seek.h"
#include "ui/grid/grid_view.h"
#include "ui/viewer_state.h"

/* A table that is looked for, from a place on. */
struct tables_seeking {
    bool on;
    bool forward, enter;
    const struct content *content; /* it is looked for in; only compared */
    size_t document;
    size_t segment; /* the next to be looked at */
    size_t from;    /* the table's lead is behind this place, or before it */
    size_t steps;   /* tables still to go */
};

struct tables_row {
    size_t lead, offset, end;
};

struct tables_listing {
    bool on;
    const struct content *content; /* the same */
    size_t document, segment;
    ARRAY(struct tables_row) rows;
    const struct outline *outline; /* that the rows were named by; NULL: it was not there yet */
    size_t titles[2];              /* nodes of the titles above the next row, or SHELF_NONE */
    size_t from, to;               /* what was on the screen: a table there is selected, */
    size_t selected;               /* this one so far (SIZE_MAX: none), */
    bool settled;                  /* until the reader selects another */
};

struct tabling {
    bool open;
    bool zoomed;
    size_t document;
    struct grid_view view;
    struct place text; /* of the text below: when that goes elsewhere, the table is left */
    struct grid_seek seek;
    bool backward;                /* the search that was begun */
    size_t origin, origin_column; /* the cell where it was */
    struct tables_seeking seeking;
    struct tables_listing listing;
    bool copy_on; /* the table is being copied: */
    struct grid_copying copying;
    struct buffer copy;
    struct tables_row went; /* the table that was gone to last, */
    struct place at;        /* and where the text was then */
};

/* The state, made when it is first asked for. */
struct tabling *tabling_of(struct viewer *v);

/* The same while a table is entered, else NULL. */
struct tabling *tabling_entered(const struct viewer *v);
/* Says that none is, and what enters one. */
void tabling_say_none(struct viewer *v);

/* The part of the document that is on the screen, and the first table there. */
struct tabling_screen {
    size_t from, to;
    struct tabular_found found;
    bool any;
};
bool tabling_find_on_screen(const struct viewer *v, struct tabling_screen *s);

/* Enters the table that holds the place; false when none does. */
bool tabling_open(struct viewer *v, size_t offset);
/* Leaves it; the text below stays where it is. */
void tabling_close(struct viewer *v);

/* A slice of copying the table; false when that is not under way. Giving it up. */
bool tabling_copy_work(struct viewer *v);
void tabling_copy_stop(struct tabling *t);

/* Goes to a table of the document that is looked through, and into it where that is meant. */
void tables_arrive(struct viewer *v, struct tables_row row);
/* A slice of the list; false when it is all there, or not open. */
bool tables_list_work(struct viewer *v);

/* A slice of the search in the table; false when none is under way. */
bool tabling_seek_work(struct viewer *v);

/* The content of the document that is read. */
struct content *tabling_content(const struct viewer *v);

#endif
