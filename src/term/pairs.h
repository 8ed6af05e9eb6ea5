/* SPDX-License-Identifier: MIT */
/*
 * Colour pairs: curses wants a number for each combination of foreground and background.
 *
 * Pairs are made when first asked for. When none is left the owner starts over with
 * pairs_reset and paints again all that he shows.
 */
#ifndef FOLIO_TERM_PAIRS_H
#define FOLIO_TERM_PAIRS_H

#include "config/style.h"

#include <stdbool.h>

enum { PAIRS_MOST = 1000, PAIRS_SLOTS = 2048 };

struct pairs {
    int colors;      /* of the terminal; 0: no colour is shown */
    int most;        /* pairs that may be used */
    int count;       /* pairs in use: 1 to count */
    bool own_colors; /* the terminal can show its own foreground and background */
    struct {
        color foreground, background;
        int pair;
    } last; /* what was asked for last; most neighbours look alike */
    struct {
        int front, back; /* the terminal's numbers */
        int pair;        /* 0: the slot is free */
    } slots[PAIRS_SLOTS];
};

/* Starts colour on the current screen of curses, if `wanted` and it has any. */
void pairs_init(struct pairs *p, bool wanted);

/* The pair for two colours, made if need be: 0 is the terminal's own colours, -1 says that
 * none is left. */
int pairs_get(struct pairs *p, color foreground, color background);

/* Forgets all pairs. */
void pairs_reset(struct pairs *p);

#endif
