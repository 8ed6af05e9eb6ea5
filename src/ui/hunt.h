/* SPDX-License-Identifier: MIT */
/*
 * A hunt: a search as the reader sees it: a pattern, a scope, the hit that is gone to next.
 *
 * A hunt is worked at in slices. What was asked for (the next hit from a place, in a direction)
 * stands open until it is sure; hunt_work then says so. When the scope holds no hit, the hits of
 * the wider scopes are counted, so that they can be offered. The hunt owns its pattern and
 * searches.
 */
#ifndef FOLIO_UI_HUNT_H
#define FOLIO_UI_HUNT_H

#include "base/buffer.h"
#include "base/error.h"
#include "search/search.h"

#include <stdbool.h>
#include <stddef.h>

enum hunt_kind { HUNT_PAGE, HUNT_SECTION, HUNT_DOCUMENT, HUNT_FILING, HUNT_KINDS };

enum hunt_state {
    HUNT_IDLE,    /* nothing is asked for */
    HUNT_SEEKING, /* the hit asked for is not sure yet */
    HUNT_FOUND,   /* it is `hit`; `wrapped` says whether it is beyond the turn */
    HUNT_NO_MORE, /* there are hits, but none further in this direction, and no turning */
    HUNT_NONE     /* the scope holds no hit */
};

struct hunt {
    struct submission *submission;
    struct pattern *pattern; /* NULL: no hunt */
    struct buffer text;      /* of the pattern */
    bool backward;           /* the direction of the hunt */
    enum hunt_kind kind;
    struct scope scope;
    struct search *search;
    enum hunt_state state;
    struct place from; /* of what is asked for */
    bool at;           /* a hit at `from` will do */
    bool back;         /* its direction */
    bool turns;        /* the search goes on at the other end */
    size_t steps;      /* hits still to go */
    bool wrapped;
    struct hit hit;
    struct search *wider; /* counts hits of `wider_kind`; NULL when none is counted */
    enum hunt_kind wider_kind;
};

void hunt_init(struct hunt *h, struct submission *s);
void hunt_deinit(struct hunt *h);
/* Forgets pattern and hits. */
void hunt_clear(struct hunt *h);

/* Takes a new pattern; false and the error when it is none, the hunt is then cleared. */
bool hunt_pattern(struct hunt *h, struct slice text, struct pattern_options options,
                  struct error *e);

/* Begins to search a scope with the pattern at hand, from `begin` on. */
void hunt_scope(struct hunt *h, enum hunt_kind kind, struct scope scope, struct place begin);

/* Asks for the steps-th hit from a place. */
void hunt_seek(struct hunt *h, struct place from, bool at, bool back, size_t steps, bool turns);

/* Works for about `bytes` bytes; true when there was something to do. Look at `state` then. */
bool hunt_work(struct hunt *h, size_t bytes);
/* True when hunt_work has something to do. */
bool hunt_busy(const struct hunt *h);
/* Stops what is under way; hits found stay. */
void hunt_cancel(struct hunt *h);

/* Begins to count a wider scope. */
void hunt_widen(struct hunt *h, enum hunt_kind kind, struct scope scope);
/* True when a wider scope was counted to its end and holds hits, or is the widest. */
bool hunt_widened(const struct hunt *h, size_t *hits, bool *capped);

/* True when the scope holds no hit, but the wider scope does: it can be offered. */
bool hunt_offers(const struct hunt *h);

/* True when the pattern took too long on parts of the text, which were not searched then. */
bool hunt_costly(const struct hunt *h);

/* Adds "3 of 17" ("…" behind while still counting, "(other scale)" for a number that is found at
 * one) for a hit at a place; nothing without hits. */
void hunt_count(const struct hunt *h, struct place current, struct buffer *out);

/* "page", "section" ...; and "on this page", "in this section" ... */
const char *hunt_kind_name(enum hunt_kind kind);
const char *hunt_kind_where(enum hunt_kind kind);

#endif
