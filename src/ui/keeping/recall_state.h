/* SPDX-License-Identifier: MIT */
/* The state of recalling, for recall, recall_keep and recent. Nobody else includes this. */
#ifndef FOLIO_UI_KEEPING_RECALL_STATE_H
#define FOLIO_UI_KEEPING_RECALL_STATE_H

#include "base/array.h"
#include "session/session.h"
#include "ui/keeping/read_marks.h"
#include "ui/keeping/retrace.h"

#include <stdbool.h>

/* A filing that was shown in this run. */
struct recalled {
    struct buffer key;
    struct read_marks *marks;
    bool described, described_whole; /* to the session; with what the outline says */
};

/* A row of the list of recent filings. */
struct recent_row {
    char *key, *path; /* from malloc */
};

struct recalling {
    struct session *session; /* the viewer's; else `own`, which is never written */
    struct session *own;
    ARRAY(struct recalled *) filings;
    ARRAY(struct recent_row) rows;
    bool begun;            /* what is remembered of the first filing was taken up */
    bool due;              /* something may have changed since it was kept */
    bool failed;           /* it could not be written: that was said */
    long long saved_at;    /* milliseconds of the system's clock */
    struct retrace search; /* for the words of the place in a changed copy */
    bool searching;
    struct buffer searched;  /* the key of that filing */
    struct session_place at; /* where its window was when the search began */
};

/* The recalling of a viewer, made when it was not. */
struct recalling *recall_of(struct viewer *v);
void recall_clear_rows(struct recalling *r);
/* That filing's, or NULL when it was not shown. */
struct recalled *recall_filing(const struct recalling *r, struct slice key);

#endif
