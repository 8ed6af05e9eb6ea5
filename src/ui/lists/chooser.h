/* SPDX-License-Identifier: MIT */
/*
 * A chooser: a list over the panes from which one row is chosen: nodes, hits, marks, files.
 *
 * Rows are added by whoever opens it, at once or from then on; titles head the rows behind them
 * and cannot be chosen. What is typed narrows the list: rows that do not fit are left out, titles
 * stay as long as a row of theirs does, and the letters that fit are marked. In a ranked chooser
 * the best row comes first, and rows that have the letters only here and there are left out when
 * others fit better; else rows stay in their order. The chooser owns copies of its rows.
 */
#ifndef FOLIO_UI_LISTS_CHOOSER_H
#define FOLIO_UI_LISTS_CHOOSER_H

#include "base/slice.h"
#include "config/key.h"
#include "ui/pane.h"

#include <stdbool.h>
#include <stddef.h>

struct chooser;

struct chooser_row {
    struct slice text;   /* what is shown and typed for */
    struct slice detail; /* at the right end: "p. 31", "12 hits" */
    struct slice also;   /* typed for, too, where text and detail do not fit; not shown: a name of
                          * which only a part is */
    int level;           /* steps of indent */
    bool title;          /* heads the rows behind it */
    size_t tag;          /* what it stands for: the opener's */
    size_t from, to;     /* bytes of the text that are marked whatever is typed: a hit */
    int weight;          /* in a ranked chooser, of rows that fit alike the heavier comes first;
                          * whole words are worth 1000 */
};

/* What the opener does. `self` is what he gave. */
struct chooser_ops {
    void (*choose)(void *self, size_t tag);
    bool (*remove)(void *self, size_t tag); /* the row is to go; NULL: rows cannot be removed. True
                                             * when it is gone */
    void (*closed)(void *self);             /* left without choosing; NULL: nothing to do */
};

struct chooser_setup {
    const char *name;  /* "the hits": what the way out says is closed */
    const char *empty; /* what is said when there is no row */
    bool typing;       /* what is typed narrows at once, as in a finder; else only behind "/" */
    bool ranked;       /* the row that fits best comes first */
    const struct chooser_ops *ops;
    void *self;
};

enum { CHOOSER_TEXT = 1000 /* bytes of a text that are kept: nobody sees what is behind */ };

struct chooser *chooser_new(void);
void chooser_free(struct chooser *c);

/* Opens a list without rows; one that was open is closed. */
void chooser_open(struct chooser *c, const struct chooser_setup *setup);
/* Closes it, as without choosing; the rows go. */
void chooser_close(struct chooser *c);
bool chooser_is_open(const struct chooser *c);
/* Whether it was opened by this setup's ops. */
bool chooser_shows(const struct chooser *c, const struct chooser_ops *ops);
const char *chooser_name(const struct chooser *c);
bool chooser_typing(const struct chooser *c);

/* What the list is about, beside its name: the pattern and the scope of hits. */
void chooser_about(struct chooser *c, struct slice text);

/* Adds a row behind the others. */
void chooser_add(struct chooser *c, const struct chooser_row *row);
/* Changes the detail of a row or title that was added as the index-th, from 0. */
void chooser_retell(struct chooser *c, size_t index, struct slice detail);
/* How many rows and titles were added. */
size_t chooser_added(const struct chooser *c);
/* Takes all rows out; the selection stays at its index, if rows come again. */
void chooser_clear(struct chooser *c);
/* Selects the row of that tag, or the nearest. */
void chooser_select(struct chooser *c, size_t tag);
/* Rows are still being looked for: the count says so. */
void chooser_expect(struct chooser *c, bool more);
/* How many rows (not titles) there are, and how many fit what was typed. */
size_t chooser_rows(const struct chooser *c);
size_t chooser_fitting(const struct chooser *c);

/* What was typed; set when it changes. */
void chooser_narrow(struct chooser *c, struct slice typed);
struct slice chooser_typed(const struct chooser *c);

/* The tag of the selected row; false when none is. */
bool chooser_selected(const struct chooser *c, size_t *tag);

/* While it is typed in: takes a printable key, Backspace, Ctrl-U, Ctrl-W as text; true when the key
 * was taken. */
bool chooser_key(struct chooser *c, struct key key);
/* Undoes what was typed behind "/"; false when there is nothing to undo. */
bool chooser_cancel(struct chooser *c);
/* A click on a row selects it, a second one chooses; the wheel scrolls. `row` counts from the top
 * of what it is drawn in. */
bool chooser_click(struct chooser *c, struct key key, int row);

/*
 * As a pane: obeys the motions (those from heading to heading go from title to title), OPEN
 * (closes, then chooses), REMOVE, and SEARCH_FORWARD (letters are typed from then on). Draws its
 * name, what was typed, the count, and the rows.
 */
struct pane chooser_pane(struct chooser *c);

#endif
