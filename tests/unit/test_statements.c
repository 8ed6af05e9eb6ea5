/* SPDX-License-Identifier: MIT */
/* Statements among made-up heads. */
#include "outline/sections/statements.h"

#include "made_scan.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { TITLE = SET_CAPS | SET_CENTER };

/* Grades stand behind the kinds: 0 at the top, 1 a group. */
struct given {
    const char *name;
    const char *found;
    struct made_line lines[16];
};

static const struct given GIVEN[] = {
    {"a set in its Item",
     "statement1|BALANCE SHEETS;statement1|STATEMENTS OF OPERATIONS;heading1|NOTES TO FINANCIAL "
     "STATEMENTS;heading1|INDEPENDENT AUDITORS' REPORT;",
     {{"Financial Statements", "item", 100, 0, 0, 0},
      {"BALANCE SHEETS", NULL, 200, TITLE, HEAD_UNITS, 30},
      {"STATEMENTS OF OPERATIONS", NULL, 3000, TITLE, HEAD_UNITS, 20},
      {"NOTES TO FINANCIAL STATEMENTS", NULL, 6000, TITLE, 0, 0},
      {"INDEPENDENT AUDITORS' REPORT", NULL, 30000, TITLE, 0, 0},
      {"Changes in and Disagreements with Accountants", "item", 34000, 0, 0, 0}}},
    {"rows of a list, and words in a text",
     "",
     {{"Exhibits", "item", 100, 0, 0, 0},
      {"Balance Sheets", NULL, 200, SET_TITLE_CASE, HEAD_PAGE_NUMBER, 0},
      {"Statements of Operations", NULL, 230, SET_TITLE_CASE, 0, 0},
      {"Statements of Cash Flows", NULL, 260, SET_TITLE_CASE, 0, 0},
      {"Notes to Financial Statements", NULL, 290, SET_TITLE_CASE, 0, 0},
      {"Independent Auditors' Report", NULL, 330, SET_TITLE_CASE, 0, 0},
      {"Balance Sheets", NULL, 3000, SET_RUN_IN | SET_BOLD, 0, 9}}},
    {"a statement that goes on over a page is one",
     "statement1|BALANCE SHEETS;statement1|STATEMENTS OF CASH FLOWS;",
     {{"BALANCE SHEETS", NULL, 200, TITLE, HEAD_UNITS, 30},
      {"BALANCE SHEETS (CONTINUED)", NULL, 1200, TITLE, HEAD_CONTINUED | HEAD_PAGE_TOP, 30},
      {"STATEMENTS OF CASH FLOWS", NULL, 3000, TITLE, HEAD_UNITS, 20},
      {"STATEMENTS OF CASH FLOWS", NULL, 5000, TITLE, HEAD_FURNITURE, 20}}},
    {"the heads of pages of notes are no new notes; the notes of another company are",
     "statement1|BALANCE SHEETS;heading1|NOTES TO FINANCIAL STATEMENTS;statement1|BALANCE "
     "SHEETS;heading1|NOTES TO FINANCIAL STATEMENTS;",
     {{"BALANCE SHEETS", NULL, 200, TITLE, 0, 30},
      {"NOTES TO FINANCIAL STATEMENTS", NULL, 3000, TITLE, HEAD_FURNITURE, 0},
      {"NOTES TO FINANCIAL STATEMENTS", NULL, 6000, TITLE, HEAD_FURNITURE, 0},
      {"NOTES TO FINANCIAL STATEMENTS (CONTINUED)", NULL, 9000, TITLE, HEAD_CONTINUED, 0},
      {"BALANCE SHEETS", NULL, 12000, TITLE, 0, 30},
      {"NOTES TO FINANCIAL STATEMENTS", NULL, 15000, TITLE, 0, 0}}},
    {"titles of a discussion, where the statements themselves are there",
     "statement1|BALANCE SHEETS;statement1|STATEMENTS OF INCOME;",
     {{"Management's Discussion and Analysis", "item", 100, 0, 0, 0},
      {"Balance Sheets", NULL, 500, SET_BOLD, 0, 12},
      {"Financial Statements", "item", 10000, 0, 0, 0},
      {"BALANCE SHEETS", NULL, 10100, TITLE, 0, 30},
      {"STATEMENTS OF INCOME", NULL, 13000, TITLE, 0, 30}}},
    {"behind the signatures, below their index",
     "heading0|Index to Financial Statements;heading1|REPORT OF INDEPENDENT "
     "AUDITORS;statement1|BALANCE SHEETS;",
     {{"Exhibits and Financial Statement Schedules", "item", 100, 0, 0, 0},
      {"Signatures", "signatures", 5000, 0, 0, 0},
      {"Index to Financial Statements", NULL, 6000, SET_BOLD, HEAD_PAGE_TOP, 0},
      {"REPORT OF INDEPENDENT AUDITORS", NULL, 7000, TITLE, HEAD_PAGE_TOP, 0},
      {"BALANCE SHEETS", NULL, 9000, TITLE, HEAD_PAGE_TOP, 30}}},
    {"behind the signatures, below the name of the company",
     "heading0|Financial Statements;statement1|BALANCE SHEETS;statement1|STATEMENTS OF INCOME;",
     {{"Exhibits and Financial Statement Schedules", "item", 100, 0, 0, 0},
      {"Signatures", "signatures", 5000, 0, 0, 0},
      {"ACME CORPORATION", NULL, 7000, TITLE, HEAD_PAGE_TOP, 0},
      {"BALANCE SHEETS", NULL, 7020, TITLE, 0, 30},
      {"STATEMENTS OF INCOME", NULL, 9000, TITLE, HEAD_PAGE_TOP, 30}}},
    {"behind the signatures, alone",
     "statement0|BALANCE SHEETS;statement0|STATEMENTS OF INCOME;",
     {{"Exhibits and Financial Statement Schedules", "item", 100, 0, 0, 0},
      {"Signatures", "signatures", 5000, 0, 0, 0},
      {"BALANCE SHEETS", NULL, 7020, TITLE, HEAD_PAGE_TOP, 30},
      {"STATEMENTS OF INCOME", NULL, 9000, TITLE, HEAD_PAGE_TOP, 30}}},
    {"a report on controls, in the Item on these, with headings of its own; not a mere mention",
     "statement1|BALANCE SHEETS;statement1|STATEMENTS OF INCOME;heading1|REPORT OF INDEPENDENT "
     "ACCOUNTANTS;",
     {{"Financial Statements", "item", 100, 0, 0, 0},
      {"BALANCE SHEETS", NULL, 200, TITLE, HEAD_UNITS, 30},
      {"STATEMENTS OF INCOME", NULL, 3000, TITLE, HEAD_UNITS, 20},
      {"Controls and Procedures", "item", 9000, 0, 0, 0},
      {"REPORT OF INDEPENDENT AUDITORS", NULL, 9100, TITLE, HEAD_BLANK_ABOVE, 0},
      {"Changes in Internal Control", NULL, 12000, SET_BOLD, HEAD_BLANK_ABOVE, 0},
      {"REPORT OF INDEPENDENT ACCOUNTANTS", NULL, 15000, TITLE, HEAD_BLANK_ABOVE, 0},
      {"To the Board of Acme Corp.", NULL, 15040, SET_TITLE_CASE, HEAD_BLANK_ABOVE, 0},
      {"Opinion on Internal Control", NULL, 15100, SET_BOLD, HEAD_BLANK_ABOVE, 0}}},
    {"a row or two below a title that stands apart; nothing below another",
     "statement1|BALANCE SHEETS;",
     {{"BALANCE SHEETS", NULL, 200, TITLE, HEAD_BLANK_ABOVE, 2},
      {"STATEMENTS OF INCOME", NULL, 3000, TITLE, HEAD_BLANK_ABOVE, 0},
      {"STATEMENTS OF CASH FLOWS", NULL, 6000, SET_TITLE_CASE, HEAD_BLANK_ABOVE, 2}}},
    {"a title on two lines",
     "heading1|NOTES TO CONSOLIDATED FINANCIAL STATEMENTS;",
     {{"NOTES TO CONSOLIDATED", NULL, 200, TITLE, 0, 0},
      {"FINANCIAL STATEMENTS", NULL, 221, TITLE, 0, 0}}},
};

static void finds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof GIVEN / sizeof *GIVEN; i++) {
        struct scan scan;
        struct nodes nodes;
        struct sections found = {0};
        struct buffer out;
        size_t count = 0;
        while (count < 16 && GIVEN[i].lines[count].title)
            count++;
        buffer_init(&out);
        made_scan_init(&scan, &nodes, GIVEN[i].lines, count);
        statements_find(&found, &scan, &nodes);
        made_scan_write(&out, &found);
        if (strcmp(buffer_text(&out), GIVEN[i].found) != 0)
            fail_msg("%s: %s", GIVEN[i].name, buffer_text(&out));
        buffer_deinit(&out);
        sections_deinit(&found);
        made_scan_deinit(&scan, &nodes);
    }
}

/* A set with figures is sure, a lone table in a discussion is not. */
static void says_how_sure(void **state)
{
    static const struct made_line shorts[] = {
        {"BALANCE SHEETS", NULL, 200, TITLE, HEAD_UNITS, 30},
        {"STATEMENTS OF OPERATIONS", NULL, 3000, TITLE, HEAD_UNITS, 20},
        {"STATEMENTS OF CASH FLOWS", NULL, 6000, TITLE, HEAD_PAGE_TOP, 2}};
    static const struct made_line lines[] = {
        {"Management's Discussion and Analysis", "item", 100, 0, 0, 0},
        {"Balance Sheets", NULL, 500, SET_TITLE_CASE, 0, 12},
        {"Financial Statements", "item", 5000, 0, 0, 0}};
    static const struct made_line sure[] = {
        {"BALANCE SHEETS", NULL, 200, TITLE, HEAD_UNITS, 30},
        {"STATEMENTS OF OPERATIONS", NULL, 3000, TITLE, HEAD_UNITS, 20},
        {"STATEMENTS OF CASH FLOWS", NULL, 6000, TITLE, HEAD_UNITS, 20}};
    struct scan scan;
    struct nodes nodes;
    struct sections found = {0};
    (void)state;
    made_scan_init(&scan, &nodes, lines, 3);
    statements_find(&found, &scan, &nodes);
    assert_int_equal(found.list.count, 1);
    assert_true(found.list.at[0].confidence < 0.8);
    assert_true(found.list.at[0].why & DOUBT_ORDER);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);

    made_scan_init(&scan, &nodes, sure, 3);
    statements_find(&found, &scan, &nodes);
    assert_int_equal(found.list.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(found.list.at[i].confidence >= 0.95);
        assert_true(found.list.at[i].why & WHY_TABLE);
    }
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);

    made_scan_init(&scan, &nodes, shorts, 3);
    statements_find(&found, &scan, &nodes);
    assert_int_equal(found.list.count, 3);
    assert_true(found.list.at[0].confidence >= 0.9);
    assert_true(found.list.at[2].confidence < 0.8);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(says_how_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
