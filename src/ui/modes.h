/* SPDX-License-Identifier: MIT */
/*
 * Modes: what stands over the text for a while and takes the keys: a list, the help, a table that
 * was entered, a look at another place, a selection.
 *
 * The topmost that is on has the keys: they are looked up in its context, its motions are its own,
 * and the keys that cancel or close leave it. To add one, add a row to the table in modes.c.
 */
#ifndef FOLIO_UI_MODES_H
#define FOLIO_UI_MODES_H

#include "config/keymap.h"
#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>

struct window;
struct passages;

struct mode {
    enum keymap_context context;
    bool (*on)(const struct viewer *v);
    /* Motions, OPEN, REMOVE and the like; true when it has done what there is to do. */
    bool (*handle)(struct viewer *v, const struct order *order);
    void (*leave)(struct viewer *v);
    const char *(*name)(const struct viewer *v); /* "the help": what is closed */
    /* Draws over the panes' part of the screen; NULL: what it shows is in the text. */
    void (*draw)(struct viewer *v, struct region panes);
    void (*resize)(struct viewer *v, int rows, int columns); /* of the panes' part; may be NULL */
    void (*follow)(struct viewer *v); /* after each key and step of work, on or not; may be NULL */
    bool (*work)(struct viewer *v);   /* a slice of what it waits for, on or not; may be NULL */
    bool (*key)(struct viewer *v, struct key key); /* takes a key as text; may be NULL */
    bool (*click)(struct viewer *v, struct key key, int row, int column); /* in the panes' part */
    /* Adds the passages of the window's text that look otherwise; may be NULL. */
    void (*passages)(struct viewer *v, struct window *w, struct passages *out);
    /* Milliseconds without a key until `idle` is called; -1: none. May be NULL. */
    int (*delay)(const struct viewer *v);
    void (*idle)(struct viewer *v);
    void (*free)(struct viewer *v); /* gives back what it holds; may be NULL */
};

/* The mode that has the keys; NULL when the panes have them. */
const struct mode *modes_top(const struct viewer *v);

void modes_resize(struct viewer *v);
void modes_follow(struct viewer *v);
/* A slice of the modes' work; false when nothing waits. */
bool modes_work(struct viewer *v);
/* Draws the modes that are on, the topmost last. */
void modes_draw(struct viewer *v, struct region panes);
/* Gathers the passages of a window's text. */
void modes_passages(struct viewer *v, struct window *w, struct passages *out);
int modes_delay(const struct viewer *v);
void modes_idle(struct viewer *v);
void modes_free(struct viewer *v);

#endif
