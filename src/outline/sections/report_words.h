/* SPDX-License-Identifier: MIT */
/*
 * Headings inside the reports of auditors: "Opinion on the Financial Statements", "Basis for
 * Opinion", "Critical Audit Matters".
 */
#ifndef FOLIO_OUTLINE_SECTIONS_REPORT_WORDS_H
#define FOLIO_OUTLINE_SECTIONS_REPORT_WORDS_H

#include "base/slice.h"

enum report_words {
    REPORT_OTHER, /* may stand in a report, or not */
    REPORT_PART,  /* stands in one */
    REPORT_OVER,  /* stands beside one: of an Item on controls */
    REPORT_LETTER /* whom it is written to, or its place and date: no heading */
};

/* What the title says. */
enum report_words report_words_of(struct slice title);

#endif
