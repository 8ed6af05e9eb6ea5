/* SPDX-License-Identifier: MIT */
/*
 * Scores: what speaks for and against a candidate, added up. About 0 is doubtful, 3 and more is
 * good.
 */
#ifndef FOLIO_OUTLINE_SCORE_H
#define FOLIO_OUTLINE_SCORE_H

#include "outline/candidate.h"
#include "outline/form.h"

/* What the features alone say. */
double score_features(unsigned features);

/* The features and the title, of an Item's candidate as the Item of that part ("" or "II"). */
double score_item(const struct candidate *c, const struct form *form, struct slice part);

/* True when the title is that of an Item of the form which has another number. */
bool score_has_known_title(const struct candidate *c, const struct form *form);

#endif
