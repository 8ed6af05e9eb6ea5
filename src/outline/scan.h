/* SPDX-License-Identifier: MIT */
/*
 * What one pass over a document notes for all who look for its parts.
 *
 * Texts are the lists' own; the text of the document itself is not kept. The readers of sections
 * take this and the nodes that are there already (parts, Items, signatures, contents, exhibit
 * index, in reading order) and add sections:
 *     void NAME_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);
 */
#ifndef FOLIO_OUTLINE_SCAN_H
#define FOLIO_OUTLINE_SCAN_H

#include "model/submission.h"
#include "outline/items/candidate.h"
#include "outline/articles/clauses.h"
#include "outline/form.h"
#include "outline/heads/heads.h"
#include "outline/heads/links.h"

struct scan {
    const struct form *form;
    struct candidates candidates;
    struct heads heads;
    struct links links;
    struct clauses clauses;
    struct slice bytes;          /* the input from the document's text_start to its text_end */
    size_t start, end;           /* where that is in the input */
    bool printed;                /* plain text */
    bool exhibit;                /* an EX- document, */
    struct slice exhibit_number; /* "10.1", which may be empty */
};

#endif
