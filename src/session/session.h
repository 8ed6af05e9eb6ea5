/* SPDX-License-Identifier: MIT */
/*
 * What is remembered between runs: the place at which each filing was left.
 *
 * One small file, $XDG_STATE_HOME/folio/positions (else in ~/.local/state), a line a filing, newest
 * last: key TAB document TAB offset TAB time. Whatever is wrong with the file or its folder, a
 * session can be opened; then it only remembers less. It owns all it holds.
 */
#ifndef FOLIO_SESSION_SESSION_H
#define FOLIO_SESSION_SESSION_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

/* A place in a filing. */
struct session_place {
    size_t document; /* counted from 0 */
    size_t offset;   /* bytes into the input */
};

struct session;

/* Reads what is remembered in a folder; NULL is the user's own. Never fails. */
struct session *session_open(const char *folder);
void session_free(struct session *session);

/* The place of a key; false when there is none. */
bool session_get(const struct session *session, struct slice key, struct session_place *place);

/* Remembers a place. A key with control characters, empty or over 200 bytes is passed over. */
void session_set(struct session *session, struct slice key, struct session_place place);

/* Writes what was set, beside what other runs have written in between: a new file of mode 0600 that
 * takes the old one's name. Fails with ERROR_INPUT; nothing is lost then. Nothing set: nothing is
 * written. */
bool session_save(struct session *session, struct error *e);

/* Adds the key of a filing: its accession number, else (empty) a hash of its size, beginning and
 * end. */
void session_key(struct slice accession, struct slice bytes, struct buffer *out);

#endif
