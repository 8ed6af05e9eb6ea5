/* SPDX-License-Identifier: MIT */
/*
 * What was kept of a filing (session/keepsakes.h), and where it is in the copy that is open.
 *
 * The place of a keepsake is unsure until its words were found there; then it is told where they
 * stand now, or that they are gone. What is stored is not changed by that. It owns its keepsakes;
 * the session must outlive it. The filing is told anew with each call: it may be closed, and opened
 * again.
 */
#ifndef FOLIO_UI_KEEPING_KEPT_H
#define FOLIO_UI_KEEPING_KEPT_H

#include "session/keepsakes.h"
#include "ui/filing.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    KEPT_WORDS = 2000,    /* bytes of a passage by which it is found again */
    KEPT_SENTENCE = 240,  /* the same of a mark */
    KEPT_LONGEST = 262144 /* bytes of the input that a passage may have */
};

enum kept_state { KEPT_UNSURE, KEPT_FOUND, KEPT_GONE };

struct kept_place {
    enum kept_state state;
    size_t document, from, to; /* in this copy, when found */
};

struct kept;

struct kept *kept_new(struct session *session, const struct filing *f);
void kept_free(struct kept *k);
/* True when it is of that filing, or of another copy of it. */
bool kept_is_of(const struct kept *k, const struct filing *f);

/* All of them in the order of their places; good until the next call that changes something. */
size_t kept_list(const struct kept *k, const struct keepsake **list);
/* The index of the one of that kind and name, or (size_t)-1. */
size_t kept_find(const struct kept *k, enum keepsake_kind kind, struct slice name);
/* Where it is, as far as that is known. */
struct kept_place kept_place(const struct kept *k, size_t index);

/* Adds one at `place`, with what else there is to be said of the place: words, node, page, citation
 * (by the format). For a mark `to` is `from`. Fails as keepsakes_add does. */
bool kept_add(struct kept *k, const struct filing *f, enum keepsake_kind kind, struct slice name,
              const struct kept_place *place, struct slice note, struct slice format,
              struct error *e);
bool kept_remove(struct kept *k, enum keepsake_kind kind, struct slice name, struct error *e);
/* Another name for a mark, as keepsakes_rename. */
bool kept_rename(struct kept *k, struct slice from, struct slice to, struct error *e);
bool kept_set_note(struct kept *k, struct slice name, struct slice note, struct error *e);
/* Tries again to write what could not be written; true when it is, and there was something. */
bool kept_retry(struct kept *k);
bool kept_is_kept_back(const struct kept *k);
/* Takes over what other runs have changed. */
void kept_refresh(struct kept *k);

/* Adds the section that the place is in, "Item 7A": as it was kept, else (`k` may be NULL) as the
 * outline says; nothing while that is not known. */
void kept_section(const struct filing *f, const struct keepsake *k, const struct kept_place *place,
                  struct buffer *out);

/* The name in row `tag` of a list: `names` has each with a line end behind it. Empty: no such row.
 */
struct slice kept_row_name(struct slice names, size_t tag);
/* Adds a note of several lines as one. */
void kept_add_line(struct slice note, struct buffer *out);

/* Looks whether the words stand where they stood; what is marked up is read up to there. */
struct kept_place kept_look(struct kept *k, const struct filing *f, size_t index);
/* Goes on looking for that one through its document, a slice of it; true as long as it is unsure.
 */
bool kept_trace(struct kept *k, const struct filing *f, size_t index);

#endif
