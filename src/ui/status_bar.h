/* SPDX-License-Identifier: MIT */
/*
 * The two bars: the filing at the top, and at the bottom where one is and the way to help and out.
 *
 * They draw what they are told and keep nothing. On a narrow screen, what matters least goes first;
 * the way to help and out goes last.
 */
#ifndef FOLIO_UI_STATUS_BAR_H
#define FOLIO_UI_STATUS_BAR_H

#include "base/slice.h"
#include "config/theme.h"
#include "ui/canvas.h"

struct status {
    struct slice message; /* in place of all but the keys, when not empty */
    enum role message_role;
    struct slice path;   /* "10-K › Part II › Item 7A"; what is too long loses its middle */
    struct slice page;   /* "page 31 (F-3) of 112" */
    struct slice brief;  /* the same in few columns: "31/112" */
    struct slice place;  /* "37%", "+32 columns" */
    struct slice search; /* "/revenue  12 of 87 · section" */
    struct slice keys;   /* "F1 help  q quit" */
};

/* The row of the filing's name. */
void status_bar_title(struct region r, const struct theme *theme, struct slice title);

void status_bar_draw(struct region r, const struct theme *theme, const struct status *status);

#endif
