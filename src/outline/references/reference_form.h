/* SPDX-License-Identifier: MIT */
/* Whether a sentence that names a form means the filing that is read. */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_FORM_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_FORM_H

#include "outline/references/reference_context.h"

/* The form that is named is of the filing's own type: "10-K405" and "10-K/A" are a 10-K, as "10K"
 * is. */
bool reference_form_is_same(struct slice own, struct slice named);

/* What the sentence says of its date fits a filing of that period, YYYY-MM-DD or empty. */
bool reference_form_is_of(struct slice period, const struct reference_context *c,
                          enum reference_kind kind);

#endif
