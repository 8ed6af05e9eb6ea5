/* SPDX-License-Identifier: MIT */
/* The state of a session, for the files that make it up: session, filing_facts, recents, history,
 * keepsakes. Nobody else includes this. */
#ifndef FOLIO_SESSION_STATE_H
#define FOLIO_SESSION_STATE_H

#include "base/array.h"
#include "session/session.h"
#include "session/store.h"

enum { SESSION_LONGEST_KEY = 200 };

/* What is remembered of one filing. */
struct filing_state {
    struct buffer key;
    struct stored stored;
};

struct session {
    struct store store;
    ARRAY(struct filing_state *) filings; /* that were asked for */
    struct stored history;
    bool pruned; /* the oldest filings were looked for and taken away */

    ARRAY(struct session_recent) recents; /* the texts are in `recent_text` */
    struct buffer recent_text;
    ARRAY(struct slice) lines; /* of the history */
};

/* Whether this can be a key. */
bool session_is_key(struct slice key);
/* Adds the name of a file for the key: FOLDER/KEY, what could not be in a name written as %XX. */
void session_file_name(const char *folder, struct slice key, struct buffer *out);

/* The state of a filing, read when it was not; NULL when there is no session, or this is no key. */
struct filing_state *session_filing(struct session *session, struct slice key);
/* Makes one that is not among those of the session: for looking at a file in passing. */
struct filing_state *filing_state_new(struct slice key, struct slice file);
void filing_state_free(struct filing_state *state);

/* Takes a filing that was asked for out of the session: it will be read anew. */
void session_drop(struct session *session, struct slice key);

/* Takes away the state of the filings left longest ago, but some hundreds; once a run. */
void session_prune(struct session *session);

/* Writes the history; see store_save. */
bool session_save_history(struct session *session, int patience, struct error *e);

#endif
