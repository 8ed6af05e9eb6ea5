/* SPDX-License-Identifier: MIT */
/*
 * The grammar of labels: "Item 7A.", "ITEMS 1 and 2 -", "Item No. 4(T):", "ITEM FOURTEEN", "PART
 * II".
 *
 * It says what the letters are, not whether they are a heading. Positions are bytes of the text
 * that was given.
 */
#ifndef FOLIO_OUTLINE_ITEMS_LABEL_H
#define FOLIO_OUTLINE_ITEMS_LABEL_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum { LABEL_NUMBERS = 20, LABEL_NUMBER_ROOM = 12 };

/* As printed, capitals, without blanks: "7A", "9A(T)", "2.02", "X". The longest is "99.99A(T)". */
struct label_number {
    char text[LABEL_NUMBER_ROOM];
};

struct label {
    size_t count; /* 1, or more for a combined label */
    struct label_number numbers[LABEL_NUMBERS];
    bool caps;              /* the word is printed in capitals */
    bool plural;            /* "Items" */
    bool roman;             /* the number is a roman one */
    bool separator;         /* a full stop, colon or dash stands behind the number */
    struct slice paragraph; /* "(a)(1)", printed right behind the number; may be empty */
    size_t end;             /* where the text behind the label begins, or the text's length */
};

/* Reads the label of an Item that begins at byte `at`. */
bool label_item(struct slice text, size_t at, struct label *label);

/* Reads the label of a part at byte `at`: 1 to 8, or 0 when there is none. `*end` is behind it and
 * the separator that follows. */
unsigned label_part(struct slice text, size_t at, size_t *end, bool *separator);

/* The roman number of a part, "I" to "VIII". */
const char *label_roman(unsigned part);

/* True when `words` (capitals, one blank between two) stand at byte `at`, in either case, with any
 * blanks between the words or between all letters ("S I G N A T U R E S"), and a word ends there;
 * `*end` is behind them. */
bool label_words(struct slice text, size_t at, struct slice words, size_t *end);

#endif
