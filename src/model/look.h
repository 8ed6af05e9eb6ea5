/* SPDX-License-Identifier: MIT */
/* What the text of a table's cell looks like: a number, a sign beside a number, a year, words. */
#ifndef FOLIO_MODEL_LOOK_H
#define FOLIO_MODEL_LOOK_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum look_kind {
    LOOK_EMPTY,  /* nothing visible */
    LOOK_TEXT,   /* words */
    LOOK_NUMBER, /* "1,204", "(3.5)", "$ 7", "12%", "(1,377" */
    LOOK_NONE,   /* stands for a number: a dash, "N/A", "NM" */
    LOOK_YEAR,   /* "2003" */
    LOOK_PERIOD, /* "Three months ended June 30,", "12/31/03", "Fiscal 2003" */
    LOOK_BEFORE, /* what stands before a number in a cell of its own: "$", "(", "$(" */
    LOOK_BEHIND, /* what stands behind it: ")", "%", ")%", "x" */
    LOOK_MARK    /* of a footnote: "(1)", "(a)", "*"; or a small number below zero */
};

struct look {
    enum look_kind kind;
    bool strong; /* a number that is hardly anything else: with a comma, a point, "$" or "%" */
    bool open;   /* a "(" in it is not closed */
    bool period; /* words that name a year, a month or a period */
};

/* `text` is trimmed, see look_trim. */
struct look look_of(struct slice text);

/* The text without blanks at its ends; *columns (may be NULL) is how many stood before it. */
struct slice look_trim(struct slice text, size_t *columns);

/* Only marks of footnotes: "(1)(2)", "*". */
bool look_is_marks(struct slice text);

#endif
