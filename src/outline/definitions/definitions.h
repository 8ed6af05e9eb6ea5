/* SPDX-License-Identifier: MIT */
/*
 * Definitions: the sentences of a document that define a term: `"Senior Notes" means ...`,
 * `(the "Company")`, `the term "X" shall have the meaning given in Section 1.1`.
 *
 * A document is searched in slices, as for a pattern. What is found is ordered from the best on:
 * the longest of the wanted terms first, what says what it means before what only gives a name, the
 * first in the text before the others. The search holds the content.
 */
#ifndef FOLIO_OUTLINE_DEFINITIONS_DEFINITIONS_H
#define FOLIO_OUTLINE_DEFINITIONS_DEFINITIONS_H

#include "model/content.h"
#include "outline/definitions/definition_terms.h"

#include <stdbool.h>
#include <stddef.h>

enum definition_manner {
    DEFINITION_MEANS,    /* "X" means, shall mean, includes */
    DEFINITION_HEADED,   /* "X": what it is; or set off at the head of its paragraph */
    DEFINITION_CALLED,   /* (the "X"), hereinafter called "X" */
    DEFINITION_REFERRED, /* "X" has the meaning given in Section 1.1 */
    DEFINITION_NONE
};

struct definition {
    enum definition_manner manner;
    size_t term;                     /* which of the wanted, from 0 */
    size_t offset, length;           /* of the sentence, in the input */
    size_t term_offset, term_length; /* of the term in it, without its quotes */
};

struct definitions;

/* A search of the content for the terms, which are copied. */
struct definitions *definitions_new(struct content *c, const struct definition_terms *terms);
void definitions_free(struct definitions *d);

/* Goes on for about `bytes` bytes; true when all is searched. */
bool definitions_step(struct definitions *d, size_t bytes);

/* What was found: best first when all is searched, until then in the order of the text. */
size_t definitions_found(const struct definitions *d, const struct definition **found);

/* The wanted terms. */
const struct definition_terms *definitions_terms(const struct definitions *d);

#endif
