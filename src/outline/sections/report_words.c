/* SPDX-License-Identifier: MIT */
/* Knows the headings of auditors' reports by how they begin. */
#include "outline/sections/report_words.h"

#include <stddef.h>

/* Standards of auditing say which headings a report has (AS 3101, AS 2201, AS 4105, AU-C 700). */
static const struct {
    struct slice front;
    enum report_words words;
} ROWS[] = {
    {SLICE_ROW("opinion"), REPORT_PART},
    {SLICE_ROW("adverse opinion"), REPORT_PART},
    {SLICE_ROW("qualified opinion"), REPORT_PART},
    {SLICE_ROW("disclaimer of opinion"), REPORT_PART},
    {SLICE_ROW("basis for"), REPORT_PART},
    {SLICE_ROW("critical audit matter"), REPORT_PART},
    {SLICE_ROW("key audit matter"), REPORT_PART},
    {SLICE_ROW("how the critical audit matter"), REPORT_PART},
    {SLICE_ROW("how we addressed"), REPORT_PART},
    {SLICE_ROW("description of the matter"), REPORT_PART},
    {SLICE_ROW("definition and limitations"), REPORT_PART},
    {SLICE_ROW("definitions and limitations"), REPORT_PART},
    {SLICE_ROW("definition and inherent limitations"), REPORT_PART},
    {SLICE_ROW("results of review"), REPORT_PART},
    {SLICE_ROW("result of review"), REPORT_PART},
    {SLICE_ROW("report on the financial statements"), REPORT_PART},
    {SLICE_ROW("report on the audit"), REPORT_PART},
    {SLICE_ROW("emphasis of"), REPORT_PART},
    {SLICE_ROW("explanatory paragraph"), REPORT_PART},
    {SLICE_ROW("other matter"), REPORT_PART},
    {SLICE_ROW("going concern"), REPORT_PART},
    {SLICE_ROW("substantial doubt"), REPORT_PART},
    {SLICE_ROW("the company's ability to continue"), REPORT_PART},
    {SLICE_ROW("change in accounting principle"), REPORT_PART},
    {SLICE_ROW("changes in accounting principle"), REPORT_PART},
    {SLICE_ROW("restatement of"), REPORT_PART},
    {SLICE_ROW("supplemental information"), REPORT_PART},
    {SLICE_ROW("responsibilities of management"), REPORT_PART},
    {SLICE_ROW("auditor's responsibilit"), REPORT_PART},
    {SLICE_ROW("auditors' responsibilit"), REPORT_PART},
    {SLICE_ROW("management's responsibilit"), REPORT_PART},
    {SLICE_ROW("changes in internal control"), REPORT_OVER},
    {SLICE_ROW("change in internal control"), REPORT_OVER},
    {SLICE_ROW("disclosure controls"), REPORT_OVER},
    {SLICE_ROW("evaluation of"), REPORT_OVER},
    {SLICE_ROW("remediation"), REPORT_OVER},
    {SLICE_ROW("management's report"), REPORT_OVER},
    {SLICE_ROW("management's annual report"), REPORT_OVER},
    {SLICE_ROW("to the board"), REPORT_LETTER},
    {SLICE_ROW("to the stockholders"), REPORT_LETTER},
    {SLICE_ROW("to the shareholders"), REPORT_LETTER},
};

/* True when the title begins with `front`, whatever form its apostrophe has. */
static bool begins(struct slice title, struct slice front)
{
    size_t at = 0;
    for (size_t i = 0; i < front.len; i++, at++) {
        if (at >= title.len)
            return false;
        if (front.at[i] == '\'' &&
            slice_starts(slice_cut(title, at, title.len), SLICE("\xE2\x80\x99")))
            at += 2;
        else if (byte_lower(title.at[at]) != front.at[i])
            return false;
    }
    return true;
}

/* "Springfield, May 3, 2024": a day and a year end it. */
static bool ends_in_date(struct slice title)
{
    size_t n = title.len;
    if (n < 9 || title.at[n - 5] != ' ' || title.at[n - 6] != ',' ||
        !byte_is_digit(title.at[n - 7]))
        return false;
    for (size_t i = n - 4; i < n; i++)
        if (!byte_is_digit(title.at[i]))
            return false;
    return true;
}

enum report_words report_words_of(struct slice title)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (begins(title, ROWS[i].front))
            return ROWS[i].words;
    return ends_in_date(title) ? REPORT_LETTER : REPORT_OTHER;
}
