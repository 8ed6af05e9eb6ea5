/* SPDX-License-Identifier: MIT */
/* What made-up sections say about each other. */
#include "outline/sections/settle.h"

#include "outline/sections/report_words.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MOST = 10 };

/* A line with a section; an Item where `kind` is 'i'; a head on a page where `page` is not 0. */
struct line {
    char kind; /* 'h', 's', 'n', 'i' */
    int grade;
    const char *title;
    const char *id;
    uint32_t page;
};

struct given {
    const char *name, *wanted; /* "title:grade" of each section that is left */
    struct line lines[MOST];
};

static const struct given GIVEN[] = {
    {"a heading between the heading above notes and the first does not hold them",
     "Notes to Financial Statements:1 Segment Data:2 Basis:2 Taxes:2 ",
     {{'h', 1, "Notes to Financial Statements", "", 0},
      {'h', 1, "Segment Data", "", 0},
      {'n', 2, "Basis", "note-1", 0},
      {'n', 2, "Taxes", "note-2", 0}}},
    {"nor does one between two notes; behind the last it stands for itself",
     "Notes to Financial Statements:1 Basis:2 Other Data:3 Taxes:2 Key Terms:1 ",
     {{'h', 1, "Notes to Financial Statements", "", 0},
      {'n', 2, "Basis", "note-1", 0},
      {'h', 1, "Other Data", "", 0},
      {'n', 2, "Taxes", "note-2", 0},
      {'h', 1, "Key Terms", "", 0}}},
    {"another set of notes, another Item: nothing is held",
     "Notes to Financial Statements:1 Basis:2 Beta Trust:1 Basis:2 Gamma:1 Taxes:2 ",
     {{'h', 1, "Notes to Financial Statements", "", 0},
      {'n', 2, "Basis", "note-1", 0},
      {'h', 1, "Beta Trust", "", 0},
      {'n', 2, "Basis", "note-1", 0},
      {'h', 1, "Gamma", "", 0},
      {'i', 0, "Item", "", 0},
      {'n', 2, "Taxes", "note-2", 0}}},
    {"the headings of an auditors' report stand in it, others beside it",
     "Report of Independent Auditors:1 Opinion on the Statements:2 Basis for Opinion:2 Rebates:3 "
     "Forward-Looking Statements:1 Balance Sheets:1 Opinion:1 ",
     {{'h', 1, "Report of Independent Auditors", "", 0},
      {'h', 1, "Opinion on the Statements", "", 0},
      {'h', 1, "Basis for Opinion", "", 0},
      {'h', 3, "Rebates", "", 0},
      {'h', 3, "Springfield, May 3, 2024", "", 0},
      {'h', 1, "Forward-Looking Statements", "", 0},
      {'s', 1, "Balance Sheets", "", 0},
      {'h', 1, "Opinion", "", 0}}},
    {"what a report is about stands in it",
     "Report of Independent Auditors:1 Critical Audit Matter:2 Inventories:2 Critical Audit Matter "
     "Description:3 Outlook:1 ",
     {{'h', 1, "Report of Independent Auditors", "", 0},
      {'h', 1, "Critical Audit Matter", "", 0},
      {'h', 1, "Inventories", "", 0},
      {'h', 3, "Critical Audit Matter Description", "", 0},
      {'h', 1, "Outlook", "", 0}}},
    {"what an Item on controls goes on with is not of the report",
     "Report of Independent Auditors:1 Basis for Opinion:3 Changes in Internal Control:1 ",
     {{'h', 1, "Report of Independent Auditors", "", 0},
      {'h', 3, "Basis for Opinion", "", 0},
      {'h', 3, "Changes in Internal Control", "", 0}}},
    {"the head of pages between statements is one",
     "Schedule II:1 Parent Company:3 Balance Sheets:1 Statements of Income:1 ",
     {{'h', 1, "Schedule II", "", 7},
      {'h', 3, "Parent Company", "", 7},
      {'s', 1, "Balance Sheets", "", 7},
      {'h', 3, "SCHEDULE II", "", 8},
      {'h', 3, "Parent Company", "", 8},
      {'s', 1, "Statements of Income", "", 8},
      {'h', 3, "Parent Company", "", 9}}},
    {"so is one on three pages that follow each other",
     "Statement to Holders:1 ",
     {{'h', 1, "Statement to Holders", "", 2},
      {'h', 1, "Statement to Holders", "", 3},
      {'h', 1, "Statement to Holders", "", 4}}},
    {"the same heading elsewhere is another one",
     "Revenue:3 Costs:3 Revenue:3 Revenue:3 ",
     {{'h', 3, "Revenue", "", 2},
      {'h', 3, "Costs", "", 3},
      {'h', 3, "Revenue", "", 5},
      {'h', 3, "Revenue", "", 9}}},
};

static void add(struct sections *found, struct scan *scan, struct nodes *nodes,
                const struct line *line, size_t offset)
{
    struct head head = {.offset = offset, .title = slice_of(line->title), .page = line->page};
    if (line->kind == 'i') {
        struct node node = {.kind = NODE_ITEM, .offset = offset, .level = 1};
        array_push(&nodes->list, node);
        return;
    }
    head.features =
        line->page > scan->heads.list.at[scan->heads.list.count - 1].page ? HEAD_PAGE_TOP : 0;
    enum node_kind kind = line->kind == 's'   ? NODE_STATEMENT
                          : line->kind == 'n' ? NODE_NOTE
                                              : NODE_HEADING;
    sections_add(found, kind, &head, line->grade)->id = slice_of(line->id);
    array_push(&scan->heads.list, head);
}

static void settles(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(GIVEN); i++) {
        struct sections found = {0};
        struct scan scan;
        struct nodes nodes;
        struct buffer got = {0};
        struct head first = {0};
        memset(&scan, 0, sizeof scan);
        heads_init(&scan.heads, true);
        array_push(&scan.heads.list, first);
        nodes_init(&nodes);
        for (size_t k = 0; k < MOST && GIVEN[i].lines[k].title; k++)
            add(&found, &scan, &nodes, &GIVEN[i].lines[k], (k + 1) * 100);
        sections_settle(&found, &scan, &nodes);
        for (size_t k = 0; k < found.list.count; k++) {
            buffer_add(&got, found.list.at[k].title);
            buffer_addf(&got, ":%d ", found.list.at[k].grade);
        }
        if (strcmp(buffer_text(&got), GIVEN[i].wanted) != 0)
            fail_msg("%s: %s", GIVEN[i].name, buffer_text(&got));
        buffer_deinit(&got);
        sections_deinit(&found);
        heads_deinit(&scan.heads);
        nodes_deinit(&nodes);
    }
}

static void knows_headings_of_reports(void **state)
{
    static const struct {
        const char *title;
        enum report_words words;
    } rows[] = {
        {"Opinion on Internal Control", REPORT_PART},
        {"CRITICAL AUDIT MATTERS", REPORT_PART},
        {"Auditor\xE2\x80\x99s Responsibilities", REPORT_PART},
        {"Management's Report on Internal Control", REPORT_OVER},
        {"Option Grants", REPORT_OTHER},
        {"To the Board of Acme", REPORT_LETTER},
        {"May 3, 2024", REPORT_LETTER},
        {"Fiscal 2024", REPORT_OTHER},
        {"", REPORT_OTHER},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(report_words_of(slice_of(rows[i].title)), rows[i].words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settles),
        cmocka_unit_test(knows_headings_of_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
