/* SPDX-License-Identifier: MIT */
/*
 * What is remembered between runs, in $XDG_STATE_HOME/folio (else in ~/.local/state/folio):
 *
 *     filings/KEY     a filing: where it was left, what is folded and read in it, how it was shown
 *     notes/KEY.txt   its marks, highlights and notes: see session/keepsakes.h
 *     history         what was searched for and commanded, the scope of the last search
 *     lock            held for the moment of a write
 *
 * All are lines of text (session/records.h says which). Whatever is wrong with a file or the
 * folder, a session can be opened; then it only remembers less, and session_notice says so. What is
 * set is in memory until session_save, which puts it beside what other runs have written in
 * between: each fact by itself, the newest wins. A session owns all it holds; a NULL session is
 * none at all.
 *
 * A key is that of a filing, see session_key; one that is empty, over 200 bytes, or has control
 * characters is passed over. Documents count from 0, offsets are bytes into the input, times
 * milliseconds since 1970 (UTC). Slices that come out are good until the next call that is not
 * const.
 */
#ifndef FOLIO_SESSION_SESSION_H
#define FOLIO_SESSION_SESSION_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* A place in a filing. */
struct session_place {
    size_t document;
    size_t offset;
};

struct session;

/* Remembers in a folder; NULL is the user's own. Nothing is read before it is asked for. Never
 * fails. */
struct session *session_open(const char *folder);
void session_free(struct session *session);

/* The folder, made when it is not there, so that a process can be left no other to write in. NULL
 * when there is none. The session's. */
const char *session_folder(struct session *session);

/* Writes what was set. Nothing set: nothing is written. Fails with ERROR_INPUT: then nothing that
 * was there is lost, and what was set is written with the next save that succeeds. A file that the
 * notice has told to be left as it is, is no failure. */
bool session_save(struct session *session, struct error *e);
/* True when something was set that is not written yet. */
bool session_changed(const struct session *session);

/* Adds, once, a line for the reader on files that could not be used: "filings/KEY is damaged: kept
 * as filings/KEY.bad-1". False, and nothing is added, when there is none. */
bool session_notice(struct session *session, struct buffer *out);

/* Adds the key of a filing: its accession number, else (empty) a hash of its size, beginning and
 * end. */
void session_key(struct slice accession, struct slice bytes, struct buffer *out);

/* ---- a filing: where it was left */

/* The place of a key; false when there is none. */
bool session_get(struct session *session, struct slice key, struct session_place *place);
void session_set(struct session *session, struct slice key, struct session_place place);

/* The words that stand at the place, so that it is found again in a copy with other line ends, and
 * what the list of recent filings says of it: "Item 7A, p. 31, 37%". Both are cut when very long.
 */
void session_set_words(struct session *session, struct slice key, struct slice words,
                       struct slice where);
/* Those words; empty when none are known. */
struct slice session_words(struct session *session, struct slice key);

/* What the filing is ("Example Corp, 10-K, FY 2003"), the path it was opened by (made absolute;
 * empty for a pipe), and the bytes it has: offsets fit a copy of that size only. */
void session_describe(struct session *session, struct slice key, struct slice title,
                      struct slice path, size_t bytes);
/* The bytes of the copy that the places are of; 0 when not known. */
size_t session_bytes(struct session *session, struct slice key);

/* ---- how it was shown */

enum session_shown { SESSION_AS_CONFIGURED, SESSION_SHOWN, SESSION_HIDDEN };
struct session_tree {
    int width; /* columns; 0: as configured */
    enum session_shown shown;
};
/* False when nothing but what is configured was chosen; the same with a split that is none. */
bool session_tree(struct session *session, struct slice key, struct session_tree *tree);
void session_set_tree(struct session *session, struct slice key, struct session_tree tree);

enum session_split_kind { SESSION_WHOLE, SESSION_BESIDE, SESSION_BELOW };
struct session_split {
    enum session_split_kind kind;
    struct session_place second; /* what the other window shows */
    bool in_second;              /* the keys were there */
};
bool session_split(struct session *session, struct slice key, struct session_split *split);
void session_set_split(struct session *session, struct slice key, struct session_split split);

/* ---- its tree: nodes by their id, the document itself by an empty one */

enum session_fold { SESSION_FOLD_UNSAID, SESSION_FOLDED, SESSION_UNFOLDED };
enum session_fold session_fold(struct session *session, struct slice key, size_t document,
                               struct slice id);
void session_set_fold(struct session *session, struct slice key, size_t document, struct slice id,
                      enum session_fold fold);

enum session_read {
    SESSION_NOT_READ,
    SESSION_READ,
    SESSION_UNREAD /* the reader says that it is to be read again */
};
enum session_read session_read(struct session *session, struct slice key, size_t document,
                               struct slice id);
void session_set_read(struct session *session, struct slice key, size_t document, struct slice id,
                      enum session_read read);

/* ---- recent filings */

struct session_recent {
    struct slice key;
    struct slice title, path, where; /* may be empty */
    struct session_place place;
    long long when; /* it was left, or told of, last */
};

/* Whether there seem to be any filings that are remembered: nothing of them is read. */
bool session_has_recents(const struct session *session);

/* The filings that are remembered, newest first; the session's until the next call. Reads a small
 * file for each: a few hundred at most. */
size_t session_recents(struct session *session, const struct session_recent **list);
/* Forgets all of a filing but its marks and notes, at once, on disk too. */
bool session_forget(struct session *session, struct slice key, struct error *e);

/* ---- of all filings */

enum session_line { SESSION_COMMAND, SESSION_PATTERN };
/* Lines that were typed, oldest first, none twice; the session's until the next call. */
size_t session_history(struct session *session, enum session_line kind, const struct slice **lines);
void session_add_history(struct session *session, enum session_line kind, struct slice line);

/* The scope of the last search ("page"); empty when there was none. */
struct slice session_scope(struct session *session);
void session_set_scope(struct session *session, struct slice scope);

#endif
