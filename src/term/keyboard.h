/* SPDX-License-Identifier: MIT */
/*
 * The keyboard: the bytes that a terminal sends, read as keys.
 *
 * It knows what the terminal's description says (keyboard_define) and the sequences that
 * terminals of the xterm kind share. A sequence that it does not know is swallowed whole, so
 * that no part of it is taken for a key; an answer of the terminal to some question likewise, but
 * for the one about its background, which is noted when it was asked for.
 * It reads nothing itself and never waits: the caller adds bytes and says when waiting for the
 * rest of a sequence is over. Pure but for the locale, which decodes bytes that are not UTF-8.
 */
#ifndef FOLIO_TERM_KEYBOARD_H
#define FOLIO_TERM_KEYBOARD_H

#include "base/array.h"
#include "config/key.h"
#include "term/mouse.h"

enum {
    KEYBOARD_ROOM = 4096,
    KEYBOARD_ESCAPE_DELAY = 25, /* milliseconds after which an Esc is only that */
    KEYBOARD_REST_DELAY = 500   /* and after which the rest of a longer sequence will not come */
};

struct keyboard_sequence {
    struct slice bytes; /* the definer's */
    struct key key;
};

struct keyboard {
    char bytes[KEYBOARD_ROOM]; /* those not read yet are bytes[from] to bytes[to - 1] */
    size_t from, to;
    bool utf8;
    int erase; /* the character that the terminal's modes call erase; -1: none */
    struct mouse mouse;
    bool asked;                  /* for the background */
    bool told_background, light; /* an answer has come: the background is light */
    ARRAY(struct keyboard_sequence) sequences;
};

enum keyboard_result {
    KEYBOARD_NONE, /* all bytes are read */
    KEYBOARD_KEY,
    KEYBOARD_MORE /* a sequence has begun: see keyboard_patience */
};

void keyboard_init(struct keyboard *k, bool utf8, int erase);
void keyboard_deinit(struct keyboard *k);

/* Says what the terminal sends for a key. Only sequences that begin with ESC are kept. The text
 * must live as long as the keyboard. */
void keyboard_define(struct keyboard *k, const char *text, struct key key);

/* Where the next bytes go, and how many at most (at least 1); keyboard_added says how many came.
 * To be called when keyboard_next has given all it has. */
char *keyboard_space(struct keyboard *k, size_t *room);
void keyboard_added(struct keyboard *k, size_t count);

/* The next key. `waited`: no more bytes come for what has begun. `now` in milliseconds, for
 * double clicks. */
enum keyboard_result keyboard_next(struct keyboard *k, bool waited, long long now, struct key *key);

/* True when the answer about the background has come, though it may not be read yet. */
bool keyboard_has_background(const struct keyboard *k);

/* How many milliseconds the rest of what has begun may take. */
int keyboard_patience(const struct keyboard *k);

#endif
