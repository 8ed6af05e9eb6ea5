/* SPDX-License-Identifier: MIT */
/*
 * What a sentence says around a label: whose Item it is. "Item 7 of this report", "Note 3 to the
 * financial statements in our 2019 Form 10-K", "Section 13 of the Exchange Act".
 *
 * Texts are folded, as in reference_label.h. Slices point into them.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_CONTEXT_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_CONTEXT_H

#include "base/slice.h"
#include "outline/references/reference.h"

#include <stdbool.h>
#include <stddef.h>

enum reference_owner {
    OWNER_UNSAID,
    OWNER_THIS,      /* "this report", "herein" */
    OWNER_LAW,       /* an act, a code, a regulation */
    OWNER_FORM,      /* `form`, of this filing or another */
    OWNER_ANNUAL,    /* an annual report, but not on a form: the one to shareholders */
    OWNER_PROXY,     /* a proxy statement */
    OWNER_COVER,     /* the cover page, whose boxes have numbers too */
    OWNER_AGREEMENT, /* `noun`, `qualified` when it is not just "the Plan" */
    OWNER_OTHER      /* "thereof" */
};

struct reference_context {
    enum reference_owner owner;
    struct slice form;    /* "10-K" */
    struct slice noun;    /* "Agreement" */
    bool qualified;       /* "the Credit Agreement" */
    unsigned year, month; /* that it gives the form or report; 0: none */
    bool filed;           /* "filed on", "dated" stands behind it */
    unsigned part;        /* 1 to 8: "Item 7, "Management's Discussion", of Part II" */
    bool shared;          /* another label stands between: "Item 1A and Part II, Item 1 of this" */
};

/* What the words behind the label, from byte `end` on, say. */
void reference_context_behind(struct slice text, size_t end, enum reference_kind kind,
                              struct reference_context *c);

/* What the words before it, up to byte `at`, say. */
void reference_context_before(struct slice text, size_t at, enum reference_kind kind,
                              struct reference_context *c);

/* The noun by which an agreement speaks of itself, "Plan" where it says "this Plan"; empty when the
 * text has none. */
struct slice reference_context_self(struct slice text);

#endif
