/* SPDX-License-Identifier: MIT */
/*
 * The terms that may be meant at a place of a text: "Permitted Senior Notes" is looked for as a
 * whole, then "Senior Notes", and so on down to a word.
 *
 * Terms are kept folded: small letters, single blanks, plain quotes, the last word in the singular,
 * so that "Notes" finds "Note". The list owns its texts.
 */
#ifndef FOLIO_OUTLINE_DEFINITIONS_DEFINITION_TERMS_H
#define FOLIO_OUTLINE_DEFINITIONS_DEFINITION_TERMS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/slice.h"

#include <stddef.h>

enum {
    DEFINITION_TERMS = 24,      /* at most, the best first */
    DEFINITION_TERM_BYTES = 100 /* no term is longer */
};

struct definition_terms {
    struct arena arena;
    size_t count;
    struct slice folded[DEFINITION_TERMS];
    struct slice printed[DEFINITION_TERMS]; /* as it stands at the place, blanks folded */
};

void definition_terms_init(struct definition_terms *t);
void definition_terms_deinit(struct definition_terms *t);

/* The terms around byte `at` of the text: the longest run of words with capitals that holds it,
 * its parts that hold the word there, then its other parts; where that word has no capital, the
 * word alone. */
void definition_terms_around(struct definition_terms *t, struct slice text, size_t at);

/* What somebody typed: that as it is, then its parts. */
void definition_terms_typed(struct definition_terms *t, struct slice text);

/* Appends the term folded. */
void definition_terms_fold(struct buffer *out, struct slice term);

#endif
