/* SPDX-License-Identifier: MIT */
/*
 * Inputs made to be slow: of any size, each of one thing many times over.
 *
 * An input is a head, a part many times, something between, another part as many times, and a
 * tail; an '@' in a part is its number, from 1 on. What is asked of it are the readers that it is
 * given to.
 */
#ifndef FOLIO_TESTS_LINEAR_MADE_H
#define FOLIO_TESTS_LINEAR_MADE_H

#include "base/buffer.h"

#include <stddef.h>

enum reader {
    READ_TEXT = 1,       /* folio text, 80 columns */
    READ_FLAT = 2,       /* folio text, not wrapped */
    READ_OUTLINE = 4,    /* folio outline --json */
    READ_EXPLAIN = 8,    /* folio outline --explain */
    READ_TABLES = 16,    /* folio tables */
    READ_GREP = 32,      /* folio grep --json, a word and a number */
    READ_VIEW = 64,      /* the reader at the terminal: read, to the end, filtered, searched */
    READ_CONFIG = 128,   /* as a configuration */
    READ_STATE = 256,    /* as what is remembered of a filing */
    READ_NOTES = 512,    /* as the notes of a filing */
    READ_HISTORY = 1024, /* as the history */
    READ_PATTERN = 2048, /* as a pattern, on a text */
    MADE_DEEP = 4096     /* the second part stands many times behind the head, and nowhere else */
};

enum { READERS = 12 };

struct made {
    const char *name;
    const char *head, *first, *between, *second, *tail;
    unsigned readers;
};

/* The inputs, and how many. */
size_t made_envelopes(const struct made **list);
size_t made_texts(const struct made **list);
size_t made_markup(const struct made **list);
size_t made_others(const struct made **list);

/* Adds an input of about that many bytes. */
void made_write(const struct made *m, size_t size, struct buffer *out);

#endif
