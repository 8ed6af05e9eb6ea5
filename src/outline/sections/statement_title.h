/* SPDX-License-Identifier: MIT */
/*
 * Titles of financial statements, and of what stands among them: "Acme Corp. Condensed Consolidated
 * Balance Sheets (Unaudited)".
 *
 * Such a title is made of few words; a line with any other word behind them is no title. Whether
 * the statement itself follows is for others to see.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_STATEMENT_TITLE_H
#define FOLIO_OUTLINE_SECTIONS_STATEMENT_TITLE_H

#include "base/slice.h"

#include <stdbool.h>

enum statement_title {
    TITLE_OTHER, /* none of these */
    TITLE_BALANCE,
    TITLE_INCOME,
    TITLE_COMPREHENSIVE,
    TITLE_EQUITY,
    TITLE_CASH,
    TITLE_HOLDINGS, /* a schedule of investments */
    TITLE_NOTES,    /* "Notes to Consolidated Financial Statements" */
    TITLE_AUDITORS, /* the report of independent accountants */
    TITLE_MANAGEMENT,
    TITLE_INDEX,
    TITLE_SCHEDULE /* "Schedule II - Valuation and Qualifying Accounts" */
};

/* What the line is the title of. */
enum statement_title statement_title_of(struct slice line);

/* The line without the name of a company in front of the title. */
struct slice statement_title_words(struct slice line);

/* True for the titles of statements themselves. */
static inline bool statement_title_is_statement(enum statement_title t)
{
    return t >= TITLE_BALANCE && t <= TITLE_HOLDINGS;
}

/* True when the line ends where a title cannot: "Notes to Consolidated". */
bool statement_title_is_open(struct slice line);

#endif
