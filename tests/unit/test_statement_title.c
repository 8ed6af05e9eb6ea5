/* SPDX-License-Identifier: MIT */
/* Titles of statements and of what frames them. */
#include "outline/sections/statement_title.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void knows_titles(void **state)
{
    static const struct {
        const char *line;
        enum statement_title title;
    } rows[] = {
        {"CONSOLIDATED BALANCE SHEETS", TITLE_BALANCE},
        {"Acme Widget Corporation and Subsidiaries Condensed Consolidated Balance Sheet "
         "(Unaudited)",
         TITLE_BALANCE},
        {"Consolidated Balance Sheets as of December 31, 2001 and 2000", TITLE_BALANCE},
        {"Consolidated and Combined Statements of Financial Position", TITLE_BALANCE},
        {"STATEMENTS OF ASSETS AND LIABILITIES", TITLE_BALANCE},
        {"Statement of Net Assets Available for Benefits", TITLE_BALANCE},
        {"Consolidated Statements of Operations (Continued)", TITLE_INCOME},
        {"Consolidated Income Statements", TITLE_INCOME},
        {"Condensed Statements of Consolidated Income", TITLE_INCOME},
        {"Statements of Operations and Comprehensive Loss", TITLE_INCOME},
        {"Consolidated Statements of Comprehensive Income (Loss)", TITLE_COMPREHENSIVE},
        {"Statement of Changes in Stockholders\xE2\x80\x99 Equity", TITLE_EQUITY},
        {"STOCKHOLDERS' EQUITY STATEMENTS", TITLE_EQUITY},
        {"Statements of Redeemable Convertible Preferred Stock and Stockholders' Deficit",
         TITLE_EQUITY},
        {"Statements of Partners' Capital", TITLE_EQUITY},
        {"Consolidated Statements of Cash Flows For the Years Ended June 30, 1999 (in thousands)",
         TITLE_CASH},
        {"CASH FLOWS STATEMENTS", TITLE_CASH},
        {"Consolidated Schedule of Investments", TITLE_HOLDINGS},
        {"Notes to Consolidated Financial Statements", TITLE_NOTES},
        {"Notes to the Acme Condensed Consolidated Financial Statements (Unaudited)", TITLE_NOTES},
        {"Combined Notes to Financial Statements -- (Continued)", TITLE_NOTES},
        {"Report of Independent Registered Public Accounting Firm", TITLE_AUDITORS},
        {"Independent Auditors' Report", TITLE_AUDITORS},
        {"Management's Responsibility for Financial Statements", TITLE_MANAGEMENT},
        {"Index to Consolidated Financial Statements and Schedules", TITLE_INDEX},
        {"Schedule II - Valuation and Qualifying Accounts", TITLE_SCHEDULE},
        /* None of these. */
        {"", TITLE_OTHER},
        {"Balance Sheet Data", TITLE_OTHER},
        {"Average Balance Sheets", TITLE_OTHER},
        {"Off-Balance Sheet Arrangements", TITLE_OTHER},
        {"Income Statement Analysis", TITLE_OTHER},
        {"See accompanying notes to consolidated financial statements", TITLE_OTHER},
        {"The accompanying notes are an integral part of these statements.", TITLE_OTHER},
        {"Effects on our Consolidated Statements of Income and Balance Sheets", TITLE_OTHER},
        {"the Balance Sheet Date.", TITLE_OTHER},
        {"Statement of Changes in Beneficial Ownership", TITLE_OTHER},
        {"Forward-Looking Statements", TITLE_OTHER},
        {"\xE2\x80\xA2 Consolidated Balance Sheets as of January 28, 2024", TITLE_OTHER},
        {"(1) Index to Consolidated Financial Statements", TITLE_OTHER},
        {"Financial Statements and Supplementary Data", TITLE_OTHER},
        {"Attestation Report of the Registered Public Accounting Firm", TITLE_OTHER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (statement_title_of(slice_of(rows[i].line)) != rows[i].title)
            fail_msg("%s is taken for %d", rows[i].line,
                     statement_title_of(slice_of(rows[i].line)));
}

static void leaves_the_name(void **state)
{
    static const struct {
        const char *line, *words;
    } rows[] = {
        {"ACME CORP. AND SUBSIDIARIES CONSOLIDATED BALANCE SHEETS", "CONSOLIDATED BALANCE SHEETS"},
        {"Acme Company Balance Sheet (unaudited)", "Balance Sheet (unaudited)"},
        {"Stockholders' Equity Statements", "Stockholders' Equity Statements"},
        {"Notes to Financial Statements ------", "Notes to Financial Statements"},
        {"No title at all", "No title at all"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice words = statement_title_words(slice_of(rows[i].line));
        assert_int_equal(words.len, slice_of(rows[i].words).len);
        assert_memory_equal(words.at, rows[i].words, words.len);
    }
}

static void knows_open_ends(void **state)
{
    (void)state;
    assert_true(statement_title_is_open(SLICE("NOTES TO CONSOLIDATED")));
    assert_true(statement_title_is_open(SLICE("Report of Independent Registered Public")));
    assert_false(statement_title_is_open(SLICE("Consolidated Balance Sheets")));
    assert_false(statement_title_is_open(SLICE("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_titles),
        cmocka_unit_test(leaves_the_name),
        cmocka_unit_test(knows_open_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
