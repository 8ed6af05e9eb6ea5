/* SPDX-License-Identifier: MIT */
/* Titles of statements on made-up heads. */
#include "outline/sections/statement_head.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void cuts_columns(void **state)
{
    static const struct {
        const char *line, *wanted;
    } rows[] = {
        {"Consolidated Statements of Income June 30, June 30,",
         "Consolidated Statements of Income"},
        {"Consolidated Balance Sheets 2023", "Consolidated Balance Sheets"},
        {"Statements of Cash Flows For Years Ended December 31,", "Statements of Cash Flows"},
        {"Balance Sheets (unaudited) March 31,", "Balance Sheets (unaudited)"},
        {"Balance Sheets (December 31, 2023)", "Balance Sheets"},
        {"Statements of Income and Comprehensive Income",
         "Statements of Income and Comprehensive Income"},
        {"Statements of Net Assets Available for Benefits December 31,",
         "Statements of Net Assets Available for Benefits"},
        {"March 2023 Results", "March 2023 Results"},
        {"2023", "2023"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice got = statement_head_cut(slice_of(rows[i].line));
        if (!slice_equal(got, slice_of(rows[i].wanted)))
            fail_msg("%s: %.*s", rows[i].line, (int)got.len, got.at);
    }
}

/* Only in a row are there columns; a line of its own says of when the statement is. */
static void reads_heads(void **state)
{
    static const struct {
        unsigned set;
        size_t apart; /* blocks */
        const char *first, *second, *wanted;
        enum statement_title kind;
    } rows[] = {
        {SET_IN_ROW, 1, "Balance Sheets 2023", "x", "Balance Sheets", TITLE_BALANCE},
        {SET_BOLD, 1, "Balance Sheets 2023", "x", "Balance Sheets 2023", TITLE_BALANCE},
        {SET_CAPS, 1, "STATEMENTS OF", "INCOME", "STATEMENTS OF INCOME", TITLE_INCOME},
        {SET_CAPS, 2, "STATEMENTS OF", "INCOME", "STATEMENTS OF", TITLE_OTHER},
        {SET_CAPS, 1, "RESULTS", "OF OPERATIONS", "RESULTS", TITLE_OTHER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct heads heads;
        struct slice title;
        heads_init(&heads, false);
        struct head first = {.title = slice_of(rows[i].first), .set = (uint16_t)rows[i].set};
        struct head second = {.title = slice_of(rows[i].second), .block = rows[i].apart};
        array_push(&heads.list, first);
        array_push(&heads.list, second);
        assert_int_equal(statement_head_title(&heads, 0, &heads.arena, &title), rows[i].kind);
        assert_true(slice_equal(title, slice_of(rows[i].wanted)));
        heads_deinit(&heads);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_columns),
        cmocka_unit_test(reads_heads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
