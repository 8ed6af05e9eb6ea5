/* SPDX-License-Identifier: MIT */
/*
 * Exhibit numbers that are told in part: below "(10)  Material contracts" stand "(a)", "(b)" and
 * below these "(i)"; below "(3)A." stands "B.".
 *
 * Owns the number that the next may go on with.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_SUB_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_SUB_H

#include "base/buffer.h"
#include "base/slice.h"

struct exhibit_sub {
    struct buffer base;     /* "10" */
    struct buffer group[2]; /* "(c)" and "(i)", or empty */
};

void exhibit_sub_deinit(struct exhibit_sub *s);

/* Adds the number without the bracket that closes in it: "10)(iii)(A)" as "10(iii)(A)". */
void exhibit_sub_label(struct buffer *label, struct slice number, bool bracket);

/* A row has the whole number: what follows may go on with it. */
void exhibit_sub_begin(struct exhibit_sub *s, struct slice label);

/* The whole number of a row that prints only `text`, "(b)" or "B."; false when it is not the next
 * of its list. `may_begin`: it may be the first of a list. */
bool exhibit_sub_next(struct exhibit_sub *s, struct slice text, bool may_begin,
                      struct buffer *label);

#endif
