/* SPDX-License-Identifier: MIT */
/*
 * Going through one document for hits, from candidate to candidate.
 *
 * A filter finds in the bytes where a hit could be; only there lines are read and matched: the page
 * alone where that is enough, else the segment. Without a filter all segments are. The work is done
 * in steps. Places are bytes of the input.
 */
#ifndef FOLIO_SEARCH_SWEEP_H
#define FOLIO_SEARCH_SWEEP_H

#include "model/content.h"
#include "model/submission.h"
#include "search/match.h"

#include <stdbool.h>
#include <stddef.h>

#define SWEEP_NOWHERE ((size_t)-1)

enum { SWEEP_STRIDE = 4 * 1024 * 1024 /* bytes that are counted or given back together */ };

/* What of a document is searched. */
struct sweep_range {
    size_t from; /* may be before its text; a segment that this is in the middle of is read */
    size_t to;   /* SWEEP_NOWHERE: its end */
    size_t stop; /* the first segment that is not searched, or SWEEP_NOWHERE */
    bool turns;  /* what stands before `from` will be searched in another sweep */
};

struct sweep {
    struct submission *submission;
    const struct prefilter *filter; /* NULL: all is read */
    const struct prefilter *second; /* of the page of a candidate; may be NULL */
    struct match match;

    struct document *document; /* NULL when it is done, and before */
    size_t at;                 /* searched up to here */
    size_t to;                 /* where the search ends */
    size_t first;              /* the segment that it began with */
    size_t next;               /* the first segment that was not searched */
    size_t stop;               /* the first segment that is not to be */
    size_t candidate;          /* a place where a hit may be, or SWEEP_NOWHERE */
    size_t pages;              /* pages before this place were searched one by one */
    size_t small, small_in;    /* so many small pages of the segment small_in were looked at */
    size_t counted;            /* pages are counted that far into the text, at least */
    bool turns, filtered;
    bool closing; /* the last segment was looked at without being asked to */
    bool held;    /* its content */
    bool asked;   /* whether a hit can be in it: it is small */
    bool has_ahead;
    struct segment ahead; /* the segment read last, when has_ahead */
};

/* The pattern and the submission must outlive it; sweep_deinit gives back what it holds. Hits go to
 * `hit`, with `self`. */
void sweep_init(struct sweep *s, struct submission *submission, const struct pattern *p,
                match_hit *hit, void *self);
void sweep_deinit(struct sweep *s);

/* Begins with a document that has text. */
void sweep_begin(struct sweep *s, struct document *d, struct sweep_range range);

/* Goes on in the document; s->document becomes NULL at its end. Returns the work done, in bytes, at
 * least 1. */
size_t sweep_step(struct sweep *s);

/* Leaves the document where it is. */
void sweep_leave(struct sweep *s);

#endif
