/* SPDX-License-Identifier: MIT */
/*
 * A key that was pressed, and how it is written.
 *
 * A key is a code point or one of the named keys, with Ctrl, Alt and Shift. Written:
 * "j", "]", "Ctrl-W", "Alt-Right", "Shift-Tab", "F6", "PgDn", "Space", "Enter", "Esc". A sequence
 * is written with blanks between keys ("Ctrl-W w", "g Ctrl-O"); a word of several characters that
 * names no key is one key a character ("]]", "gs"). Ctrl-I is Tab and Ctrl-M is Enter, as for a
 * terminal. Shift is only kept for named keys: "A" is the code point 'A'.
 */
#ifndef FOLIO_CONFIG_KEY_H
#define FOLIO_CONFIG_KEY_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdint.h>

enum { KEY_CTRL = 1, KEY_ALT = 2, KEY_SHIFT = 4 };

/* Named keys lie above all code points. */
enum key_name {
    KEYS_ENTER = 0x110000,
    KEYS_TAB,
    KEYS_ESCAPE,
    KEYS_BACKSPACE,
    KEYS_DELETE,
    KEYS_INSERT,
    KEYS_UP,
    KEYS_DOWN,
    KEYS_LEFT,
    KEYS_RIGHT,
    KEYS_HOME,
    KEYS_END,
    KEYS_PAGE_UP,
    KEYS_PAGE_DOWN,
    KEYS_F1, /* F1 to F12 follow one another */
    KEYS_F12 = KEYS_F1 + 11,
    /* The mouse; row and column say where. */
    KEYS_WHEEL_UP,
    KEYS_WHEEL_DOWN,
    KEYS_CLICK,
    KEYS_DOUBLE_CLICK,
    KEYS_DRAG,
    KEYS_RELEASE
};

struct key {
    uint32_t code;      /* a code point or an enum key_name */
    unsigned modifiers; /* KEY_CTRL ... */
    int row, column;    /* of the mouse, from 0; else 0 */
};

/* The same key, wherever the mouse was. */
bool key_equal(struct key a, struct key b);

/* Reads a written sequence into keys[0..*count-1]; more than `room` keys is an error.
 * Fails with ERROR_CONFIG and the reason, without a place. */
bool key_parse(struct slice text, struct key *keys, size_t room, size_t *count, struct error *e);

/* Adds the key as a person would write it. */
void key_write(struct key key, struct buffer *out);

/* The same of a sequence: "]]", "Ctrl-W w". */
void key_write_sequence(const struct key *keys, size_t count, struct buffer *out);

#endif
