/* SPDX-License-Identifier: MIT */
/*
 * What the header of a submission says of it: form, numbers, dates, items, parties.
 *
 * The submission owns it. Slices point into the header, or into the arena where a date was
 * written anew.
 */
#ifndef FOLIO_MODEL_IDENTITY_H
#define FOLIO_MODEL_IDENTITY_H

#include "base/arena.h"
#include "model/submission.h"

struct identity {
    struct slice form;
    struct slice accession;
    struct slice filed; /* YYYY-MM-DD or empty, as `period` */
    struct slice period;
    long long announced; /* documents that the header announces; -1 when it does not say */
    ARRAY(struct slice) items;
    ARRAY(struct party) parties;
    ARRAY(struct header_field) fields;
};

/* Reads `header`, which begins behind the armour. */
void identity_read(struct identity *identity, struct arena *arena, struct slice header);

/* True when the header said nothing that tells which filing this is. */
bool identity_is_empty(const struct identity *identity);

void identity_deinit(struct identity *identity);

#endif
