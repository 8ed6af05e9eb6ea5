/* SPDX-License-Identifier: MIT */
/*
 * The header of a submission, in either of its two dialects and in mixtures of both:
 * "KEY:<tabs>value" lines in groups by tabs, or <KEY>value tags.
 *
 * The reader says field after field, with the party and the group each belongs to; it keeps
 * nothing. Names come out in the words of the tab dialect ("COMPANY CONFORMED NAME"), and
 * tags that dialect has no word for as they are. Slices point into the header or are constants.
 */
#ifndef FOLIO_FORMATS_HEADER_H
#define FOLIO_FORMATS_HEADER_H

#include "base/slice.h"

enum header_kind {
    HEADER_FIELD,
    HEADER_PARTY, /* a party begins; `role` says which */
    HEADER_GROUP  /* a group begins; two of one name may follow each other */
};

struct header_record {
    enum header_kind kind;
    bool in_party;      /* FIELD, GROUP: it belongs to the last party */
    struct slice role;  /* PARTY: "FILER", "SUBJECT COMPANY", "REPORTING-OWNER" */
    struct slice group; /* FIELD, GROUP: "BUSINESS ADDRESS"; empty outside of groups */
    struct slice name;
    struct slice value; /* blanks at its ends taken off; may be empty */
};

struct header_reader {
    struct slice rest;
    struct slice role;  /* of the open party; empty when there is none */
    struct slice group; /* the open one */
    bool by_tag;        /* the open party began with a tag, and ends with one */
};

/* `header` begins behind the armour. */
void header_init(struct header_reader *reader, struct slice header);

/* The next record; false at the end. */
bool header_next(struct header_reader *reader, struct header_record *record);

#endif
