/* SPDX-License-Identifier: MIT */
/* How the head of its column fits a number: does it name the year of the number's period? */
#ifndef FOLIO_TESTS_FIT_H
#define FOLIO_TESTS_FIT_H

#include "corpus/facts.h"
#include "corpus/listing.h"

enum fit {
    FIT_NONE,  /* no year in any head of the table, or the number is in no table */
    FIT_WORDS, /* within the label of a row */
    FIT_YEAR,  /* from here on: right */
    FIT_JANUARY,
    FIT_TABLE,
    FIT_OPENING,
    FIT_CONCEPT,
    FIT_NO_YEAR, /* from here on: wrong */
    FIT_OTHER_YEAR,
    FITS
};

/* A fact with the place that folio gives it. */
struct place {
    const struct fact *fact;
    const struct facts_context *context; /* may be NULL */
    const struct listing_table *table;
    const struct listing_cell *cell;
};
typedef ARRAY(struct place) fit_places;

/* `all` are the numbers of the file, for looking at others in the same column. */
enum fit fit_of(const struct place *p, const fit_places *all);

#endif
