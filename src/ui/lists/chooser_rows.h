/* SPDX-License-Identifier: MIT */
/*
 * The rows of a chooser, and those that fit what was typed, in the order in which they are shown.
 *
 * The rows own copies of their texts. Shown rows are named by their index among the shown.
 */
#ifndef FOLIO_UI_LISTS_CHOOSER_ROWS_H
#define FOLIO_UI_LISTS_CHOOSER_ROWS_H

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "ui/lists/chooser.h"
#include "ui/lists/fuzzy.h"

#define CHOOSER_NONE ((size_t)-1)

struct chooser_item {
    struct slice text, detail, also;
    uint64_t letters; /* of all of these */
    size_t tag;
    size_t from, to; /* marked */
    int level;
    int weight;
    bool title;
    bool fits; /* what was typed */
};

struct chooser_shown {
    size_t item;
    size_t nth; /* among the shown rows, from 1; 0: a title */
    int score;
};

/* A title that what comes next may be behind. */
struct chooser_heading {
    size_t item;
    bool shown;
};

struct chooser_rows {
    bool ranked;
    struct arena texts;
    ARRAY(struct chooser_item) items;
    size_t count; /* of rows that are no titles */
    struct buffer typed;
    struct fuzzy fuzzy;
    ARRAY(struct chooser_shown) shown;
    ARRAY(struct chooser_heading) headings;
    size_t fitting; /* shown rows that are no titles */
    size_t ordered; /* shown rows that stand in their order; those behind came since */
};

void chooser_rows_init(struct chooser_rows *r);
void chooser_rows_deinit(struct chooser_rows *r);
/* Takes all rows out; what was typed stays. */
void chooser_rows_clear(struct chooser_rows *r);

void chooser_rows_add(struct chooser_rows *r, const struct chooser_row *row);
void chooser_rows_retell(struct chooser_rows *r, size_t item, struct slice detail);
/* Takes out a shown row. */
void chooser_rows_remove(struct chooser_rows *r, size_t shown);

/* True when the best rows come first, and titles are left out. */
bool chooser_rows_by_rank(const struct chooser_rows *r);
void chooser_rows_narrow(struct chooser_rows *r, struct slice typed);
/* Puts the best first again when rows came; *keep is a shown row, and is where it stands then. */
void chooser_rows_settle(struct chooser_rows *r, size_t *keep);

/* The item of a shown row; NULL when there is none. */
const struct chooser_item *chooser_rows_at(const struct chooser_rows *r, size_t shown);
/* The shown row of an item, else the first behind it, else the last; titles do not count.
 * CHOOSER_NONE when no row is shown. */
size_t chooser_rows_near(const struct chooser_rows *r, size_t item);
/* The row that is no title at or behind `shown`, or else before it; CHOOSER_NONE. */
size_t chooser_rows_pick(const struct chooser_rows *r, size_t shown);
/* The title that a shown row is behind; CHOOSER_NONE when it has none. */
size_t chooser_rows_title(const struct chooser_rows *r, size_t shown);

#endif
