/* SPDX-License-Identifier: MIT */
/* Where the labels of a text lead: what they say, what is said around them, what is there. */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_TARGET_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_TARGET_H

#include "outline/address.h"
#include "outline/references/reference.h"
#include "outline/references/reference_label.h"
#include "outline/references/reference_lookup.h"

#include <stdbool.h>

struct reference_targets {
    struct reference_lookups *lookups;
    struct document *document;           /* whose references are read */
    struct reference_patience *patience; /* with pages; NULL: no end */
};

/* Fills in where number `n` of the label leads, which stands at `place` of the input in text `text`
 * (folded), or the reason. False when it is no reference at all: to a law. */
bool reference_target_find(struct reference_targets *t, struct slice text,
                           const struct reference_label *label, size_t n, size_t place,
                           struct reference *ref);

#endif
