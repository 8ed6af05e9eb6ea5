/* SPDX-License-Identifier: MIT */
/*
 * One drawing, one write.
 *
 * curses writes to its descriptor whenever it moves the cursor: seventy times for a screen, each
 * time waking up the terminal (or sending a packet of its own over the line). While an outlet is
 * closed that descriptor is a file in memory; opening it again sends all of it at once.
 */
#ifndef FOLIO_TERM_OUTLET_H
#define FOLIO_TERM_OUTLET_H

#include "base/slice.h"

struct outlet {
    int drawing;  /* the descriptor that is written to; not the outlet's */
    int terminal; /* another descriptor for what it was at first; without one, the same */
    int gathered; /* the file in memory; -1: there is none, and nothing is held back */
};

typedef void outlet_send(void *self, struct slice bytes);

/* For what is written to the descriptor `drawing`, which stays the caller's. Where there is no
 * descriptor or no memory left for it, nothing is ever held back. */
void outlet_init(struct outlet *o, int drawing);
void outlet_deinit(struct outlet *o);

/* From now on what is written is held back. No question may be put to the descriptor meanwhile:
 * it is no terminal. */
void outlet_close(struct outlet *o);
/* The descriptor is as before; what was held back is sent. */
void outlet_open(struct outlet *o, outlet_send *send, void *self);

#endif
