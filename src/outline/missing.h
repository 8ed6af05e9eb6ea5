/* SPDX-License-Identifier: MIT */
/*
 * Missing: the Items that a form expects and a document does not print, and why.
 */
#ifndef FOLIO_OUTLINE_MISSING_H
#define FOLIO_OUTLINE_MISSING_H

#include "base/buffer.h"
#include "outline/nodes.h"
#include "outline/scan.h"

/* What is known of the filing besides its text. */
struct missing_facts {
    struct slice form;            /* "10-K/A" */
    struct slice date;            /* YYYY-MM-DD, or empty */
    const struct slice *declared; /* the numbers that the header declares */
    size_t declared_count;
};

/* True for a document that has the Items of the submission's form: the first, or one of that form's
 * type. What comes with it, such as exhibits and data, has none that could be missing. */
bool missing_is_asked(const struct submission *s, const struct document *d);

/* Lists the Items that are missing: those the form expects at the date, or, where it expects none,
 * the declared. Each has its reason: "not found", or what the text or the form says. Those that an
 * amendment, or a filer who may leave them out, need not have are not listed. Lengths must be set.
 */
void missing_find(struct nodes *n, const struct scan *scan, const struct missing_facts *facts);

/* Adds a line, each ended by a line feed, for each Item that the header of the submission declares
 * and the text does not have, and the other way round, and one when the text has no Item at all.
 * `o` is the complete outline of the document that the header speaks of, the first. Nothing for
 * forms whose Items no header declares. */
void missing_warnings(const struct submission *s, struct outline *o, struct buffer *out);

#endif
