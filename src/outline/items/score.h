/* SPDX-License-Identifier: MIT */
/*
 * Scores: what speaks for and against a candidate, added up. About 0 is doubtful, 3 and more is
 * good.
 */
#ifndef FOLIO_OUTLINE_ITEMS_SCORE_H
#define FOLIO_OUTLINE_ITEMS_SCORE_H

#include "outline/items/candidate.h"
#include "outline/form.h"

/* What the features alone say. */
double score_features(unsigned features);

/* The features and the title, of an Item's candidate as the Item of that part ("" or "II"). */
double score_item(const struct candidate *c, const struct form *form, struct slice part);

enum score_title {
    SCORE_TITLE_NONE, /* none is printed, or one that is not known */
    SCORE_TITLE_SAME, /* the form's title of the number, */
    SCORE_TITLE_LIKE, /* or nearly */
    SCORE_TITLE_OTHER /* that of another number */
};

/* What the title of an Item's candidate is. */
enum score_title score_title_of(const struct candidate *c, const struct form *form);

/* True when the title is that of an Item of the form which has another number. */
bool score_has_known_title(const struct candidate *c, const struct form *form);

#endif
