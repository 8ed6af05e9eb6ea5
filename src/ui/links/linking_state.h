/* SPDX-License-Identifier: MIT */
/*
 * What linking, its list and peeking share. Nobody else includes this.
 *
 * Leads are read for the documents that windows show; those of a document that none shows are let
 * go at once, so that its filing may be closed.
 */
#ifndef FOLIO_UI_LINKS_LINKING_STATE_H
#define FOLIO_UI_LINKS_LINKING_STATE_H

#include "ui/links/linkage.h"
#include "ui/viewer_state.h"

enum { LINKING_TITLE = 60 /* columns of a title that say where a link leads */ };

struct linking {
    ARRAY(struct linkage *) read;
    struct place selected; /* of v->at's filing; offset VIEWER_NOWHERE: none */
    size_t length;
    struct place hit;      /* that was gone to when it was selected: a later one counts more */
    struct key pressed;    /* of the mouse; code 0: none */
    bool clicked;          /* a link was followed by the last click */
    bool seeking, back;    /* for the next lead, over more than one slice */
    size_t steps;          /* still to go */
    size_t from;           /* where to go on */
    size_t met;            /* the last that was met on the way, or VIEWER_NOWHERE */
    bool listing;          /* the list of links is not complete */
    size_t listed;         /* segments in it */
    struct buffer section; /* the title that its rows stand under */
    size_t section_end;    /* up to here rows stand under it */
};

/* The leads of the document that the window shows; NULL when it shows none. */
struct linkage *linking_linkage(struct viewer *v, const struct window *w);

/* The same for the window with the keys, once its outline is there; else NULL, and the order is put
 * off until it is. */
struct linkage *linking_ready(struct viewer *v, viewer_run *run, const struct order *order);

/* The hit that was gone to is on the screen. */
bool linking_hit_shown(const struct viewer *v);

/* The selected lead while it is on the screen, or NULL: a hit that was gone to later counts
 * more. */
const struct lead *linking_selected(struct viewer *v);

/* The lead that is meant: the selected one, that of the hit that was gone to, the only one on the
 * screen. NULL when none is; then the first on the screen is selected, and it was said where it
 * leads. */
const struct lead *linking_meant(struct viewer *v, struct linkage *l);

/* Selects it, and says where it leads. */
void linking_select(struct viewer *v, struct linkage *l, const struct lead *lead);

/* Goes where it leads; or says why it leads nowhere, or waits until that is known. */
void linking_go(struct viewer *v, struct linkage *l, const struct lead *lead,
                const struct order *order, viewer_run *run);

/* False, and it is said, or waited for, when it leads nowhere in this file. */
bool linking_leads(struct viewer *v, struct linkage *l, const struct lead *lead,
                   const struct order *order, viewer_run *run);

/* The list, while it is open: adds some rows; true when there was something to do. */
bool linking_list_work(struct viewer *v);
/* What was read is read anew. */
void linking_list_renew(struct viewer *v);

#endif
