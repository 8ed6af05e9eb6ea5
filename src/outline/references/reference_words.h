/* SPDX-License-Identifier: MIT */
/*
 * The words of a sentence, one after the other; what stands in quotation marks is passed over.
 *
 * The text is folded, as in reference_label.h, and the caller's.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_WORDS_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_WORDS_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* A way through the words: the caller sets text, at and first. */
struct reference_words {
    struct slice text;
    size_t at;    /* behind the word */
    size_t start; /* of the word */
    struct slice word;
    bool first; /* nothing but the label is before it */
};

/* Goes to the next word; false where the sentence ends, and behind its end then. */
bool reference_words_next(struct reference_words *w);

/* The word is one of the list, which ends with NULL: in either case; as it is. */
bool reference_words_one(struct slice word, const char *const *list);
bool reference_words_exactly(struct slice word, const char *const *list);

/* One of the small words that stand between a label and the name of the document that it is in; or
 * one with a capital. */
bool reference_words_go_on(struct slice word);

/* A letter, a digit, or what may stand between two of a word. */
bool reference_words_byte(char c);

#endif
