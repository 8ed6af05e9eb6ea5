/* SPDX-License-Identifier: MIT */
/*
 * The numbers of labels: "7A", "1.01", "2(c)", "B-1", "F-3", "IV".
 *
 * Texts are folded, as in reference_label.h. What is asked for "at `i`" gives the byte behind it, 0
 * when it is not there.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_NUMBER_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_NUMBER_H

#include "base/slice.h"
#include "outline/references/reference.h"

#include <stdbool.h>
#include <stddef.h>

enum { REFERENCE_NUMBER_ROOM = 20 };

/* One number of a label. A range is one, and is its first number. */
struct reference_number {
    char key[REFERENCE_NUMBER_ROOM]; /* capitals, without paragraphs: "7A", "1.01", "F-3"; what is
                                      * roman or a word is a plain number */
    bool plain;      /* digits only: such a number of a section may be one of any law */
    size_t from, to; /* of its own words in the text; the first takes the word before it along */
};

/* What the word before it says of a number. */
struct reference_manner {
    enum reference_kind kind;
    bool article; /* of REFERENCE_SECTION */
    bool capital; /* the word begins with one: letters and roman numbers may follow */
};

/* The number at `i`, with its paragraphs. */
size_t reference_number_read(struct slice text, const struct reference_manner *m, size_t i,
                             struct reference_number *n);

/* Makes it the plain number, which is below 100. */
void reference_number_set(struct reference_number *n, unsigned value);

/* A roman number below 40 in capitals at `i`; one in words, up to twelve. */
size_t reference_number_roman(struct slice text, size_t i, unsigned *value);
size_t reference_number_counted(struct slice text, size_t i, unsigned *value);

/* The word at `i` and the blank that follows. */
size_t reference_number_word(struct slice text, size_t i, struct slice word);

/* Behind the blank at `i`; `i` when there is none. */
size_t reference_number_blank(struct slice text, size_t i);

/* The bytes of a dash at `i`: ASCII, en dash or em dash; 0 when there is none. */
size_t reference_number_dash(struct slice text, size_t i);

#endif
