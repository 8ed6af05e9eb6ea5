/* SPDX-License-Identifier: MIT */
/*
 * What a reader keeps of a filing: marks, highlighted passages, notes on them.
 *
 * They are in a file of their own for each filing, notes/KEY.txt in the folder of the session
 * (session/records.h says how it is written), never in the filing. Every change is on disk when the
 * function that makes it returns true. It is made on what the file holds at that moment, so runs at
 * the same time lose nothing of each other. When a function returns false (ERROR_INPUT), the change
 * still holds for this run and is written with the next one that can be.
 *
 * The keepsakes own what they hold. Texts are kept as UTF-8 without control characters; blanks and
 * line ends are folded to one blank but in a note, which keeps its lines. Times are milliseconds
 * since 1970 (UTC), offsets are bytes into the input.
 */
#ifndef FOLIO_SESSION_KEEPSAKES_H
#define FOLIO_SESSION_KEEPSAKES_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "session/session.h"

#include <stdbool.h>
#include <stddef.h>

enum keepsake_kind {
    KEEPSAKE_MARK,   /* a place with a name that the reader gave it */
    KEEPSAKE_PASSAGE /* from here to there; a highlight, and with words of the reader a note */
};

struct keepsake {
    enum keepsake_kind kind;
    struct slice name;     /* of a mark: "a", "covenants"; of a passage: made by keepsakes_add */
    size_t document;       /* counted from 0 */
    size_t from, to;       /* the same for a mark */
    struct slice text;     /* the sentence at the mark; the passage: found by it in another copy */
    struct slice page;     /* label of the page; may be empty */
    struct slice node;     /* label of the node it is in; may be empty */
    struct slice citation; /* may be empty */
    struct slice note;     /* the reader's words, lines parted by LF; may be empty */
    long long when;        /* it was made or changed last; set by the functions below */
};

struct keepsakes;

/* Those of a filing, by its key (session_key); session NULL: of this run only. Never fails; what is
 * wrong with the file, session_notice says. The session must outlive them. */
struct keepsakes *keepsakes_open(struct session *session, struct slice key);
/* Tries to write what could not be written. */
void keepsakes_free(struct keepsakes *k);

/* What the filing is, for who reads the file: written with the next change. */
void keepsakes_describe(struct keepsakes *k, struct slice title);

/* All of them in the order of their places (document, offset, marks first); good until the next
 * change. */
size_t keepsakes_list(struct keepsakes *k, const struct keepsake **list);
/* The one of this kind and name, or NULL; good until the next change. */
const struct keepsake *keepsakes_find(struct keepsakes *k, enum keepsake_kind kind,
                                      struct slice name);

/* Adds one, in place of one of the same kind and name. A passage gets a new name when it has none,
 * which is added to `name` (may be NULL). A mark's name is 1 to 60 bytes without control
 * characters, blanks at its ends and line ends; another fails with ERROR_USAGE, and nothing is
 * changed. */
bool keepsakes_add(struct keepsakes *k, const struct keepsake *keepsake, struct buffer *name,
                   struct error *e);
/* One that is not there is no error. */
bool keepsakes_remove(struct keepsakes *k, enum keepsake_kind kind, struct slice name,
                      struct error *e);
/* Another name for a mark; ERROR_USAGE when it is none, taken by another mark, or there is no such
 * mark. */
bool keepsakes_rename(struct keepsakes *k, struct slice from, struct slice to, struct error *e);
/* Other words of the reader on a passage; empty: only the highlight stays. ERROR_USAGE when there
 * is none of that name. */
bool keepsakes_set_note(struct keepsakes *k, struct slice name, struct slice note, struct error *e);

/* Writes what could not be written when it was changed; true when nothing is left. */
bool keepsakes_save(struct keepsakes *k, struct error *e);
/* Whether there is something of that kind. */
bool keepsakes_kept_back(const struct keepsakes *k);

/* Takes over what other runs have changed in the file; true when something has. Cheap when the file
 * is as it was. */
bool keepsakes_refresh(struct keepsakes *k);

#endif
