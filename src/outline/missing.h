/* SPDX-License-Identifier: MIT */
/*
 * Missing: the Items that a form expects and a document does not print, and why; and whether the
 * Items that it prints are there, or only say where they are.
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

/* Sets the status of the Items among the nodes: one that only points elsewhere is short. Lengths
 * must be set. */
void missing_set_statuses(struct nodes *n, const struct scan *scan);

/* Lists the Items that are missing: those the form expects at the date, or, where it expects none,
 * the declared. Each has its reason: "not found", or what the text or the form says. Lengths must
 * be set. */
void missing_find(struct nodes *n, const struct scan *scan, const struct missing_facts *facts);

/* Adds a line, each ended by a line feed, for each Item that the header of the submission declares
 * and the text does not have, and the other way round. `o` is the complete outline of the document
 * that the header speaks of, the first. Nothing for forms whose Items no header declares. */
void missing_warnings(const struct submission *s, struct outline *o, struct buffer *out);

#endif
