/* SPDX-License-Identifier: MIT */
/* Notes among made-up heads. */
#include "outline/sections/notes.h"

#include "made_scan.h"
#include "outline/sections/statements.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { TITLE = SET_CAPS | SET_CENTER, LINES = 20 };

struct given {
    const char *name;
    const char *found; /* the notes alone */
    struct made_line lines[LINES];
};

#define GROUP(text)                                                                                \
    {                                                                                              \
        "NOTES TO FINANCIAL STATEMENTS", NULL, text, TITLE, 0, 0                                   \
    }

static const struct given GIVEN[] = {
    {"words and numbers",
     "note-1|ORGANIZATION;note-2|DEBT;note-3|LEASES;",
     {GROUP(100),
      {"NOTE 1 - ORGANIZATION", NULL, 200, SET_CAPS, 0, 0},
      {"NOTE 2 - DEBT", NULL, 3000, SET_CAPS, HEAD_FURNITURE, 0},
      {"NOTE 2 - DEBT (CONTINUED)", NULL, 5000, SET_CAPS, HEAD_CONTINUED, 0},
      {"NOTE 3 - LEASES", NULL, 7000, SET_CAPS, 0, 0}}},
    {"letters, and a title on the next line",
     "note-a|ORGANIZATION;note-b|Long-Term Debt;",
     {GROUP(100),
      {"NOTE A -- ORGANIZATION", NULL, 200, SET_CAPS, 0, 0},
      {"NOTE B", NULL, 3000, SET_CAPS, 0, 0},
      {"Long-Term Debt", NULL, 3010, SET_TITLE_CASE, 0, 0}}},
    {"numbers alone, with lists of numbers inside",
     "note-1|Organization;note-2|Acquisitions;note-3|Income Taxes;note-4|Leases;",
     {GROUP(100),
      {"1. Organization", NULL, 200, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"2. Acquisitions", NULL, 2000, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"1. the first thing", NULL, 2300, 0, 0, 0},
      {"1. First of a list", NULL, 2400, 0, 0, 0},
      {"2. Second of a list", NULL, 2500, 0, 0, 0},
      {"3. Third of a list", NULL, 2600, 0, 0, 0},
      {"3. Income Taxes", NULL, 4000, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"(1) Of a table", NULL, 4200, 0, HEAD_TABLE, 0},
      {"4. Leases", NULL, 6000, SET_BOLD | SET_TITLE_CASE, 0, 0}}},
    {"run-in labels in plain text",
     "note-1|Basis of Presentation;note-2|Inventories;note-3|Income Taxes;",
     {GROUP(100),
      {"(1) Basis of Presentation - The accompanying", NULL, 200, SET_RUN_IN, 0, 0},
      {"(2) Inventories. These are stated", NULL, 2000, SET_RUN_IN, 0, 0},
      {"(3) Income Taxes: The Company", NULL, 4000, SET_RUN_IN, 0, 0}}},
    {"a number is missing",
     "note-1|Organization;note-2|Debt;note-4|Income Taxes;note-5|Leases;",
     {GROUP(100),
      {"Note 1. Organization", NULL, 200, SET_BOLD, 0, 0},
      {"Note 2. Debt", NULL, 2000, SET_BOLD, 0, 0},
      {"Note 4. Income Taxes", NULL, 4000, SET_BOLD, 0, 0},
      {"Note 5. Leases", NULL, 6000, SET_BOLD, 0, 0}}},
    {"a second set behind other statements",
     "note-1|Organization;note-2|Debt;note-1|Basis;note-2|Dividends;",
     {{"BALANCE SHEETS", NULL, 10, TITLE, 0, 30},
      GROUP(2000),
      {"Note 1. Organization", NULL, 2200, SET_BOLD, 0, 0},
      {"Note 2. Debt", NULL, 4000, SET_BOLD, 0, 0},
      {"BALANCE SHEETS", NULL, 8000, TITLE, 0, 30},
      GROUP(10000),
      {"Note 1. Basis", NULL, 10200, SET_BOLD, 0, 0},
      {"Note 2. Dividends", NULL, 12000, SET_BOLD, 0, 0}}},
    {"lists that are no notes",
     "",
     {{"Risk Factors", "item", 10, 0, 0, 0},
      {"1. Our debt may rise.", NULL, 200, SET_BOLD, HEAD_SENTENCE, 0},
      {"2. Our stock may fall.", NULL, 2000, SET_BOLD, HEAD_SENTENCE, 0},
      {"3. Taxes may rise.", NULL, 4000, SET_BOLD, HEAD_SENTENCE, 0},
      {"Exhibits", "item", 8000, 0, 0, 0},
      {"1. Financial Statements", NULL, 8100, SET_TITLE_CASE, 0, 0},
      {"2. Schedules", NULL, 8200, SET_TITLE_CASE, 0, 0},
      {"3. Exhibits", NULL, 8300, SET_TITLE_CASE, 0, 0}}},
    {"sentences far below a heading are no notes",
     "",
     {GROUP(100),
      {"1) Represents the net proceeds of the issuance of shares by the", NULL, 2200, 0, 0, 0},
      {"2) Represents the elimination of shares held by the", NULL, 2400, 0, 0, 0},
      {"3) Represents the effect of the merger upon the", NULL, 2600, 0, 0, 0},
      {"4) Represents the costs of the transaction, which are", NULL, 2800, 0, 0, 0}}},
    {"numbered paragraphs right below one are notes without titles",
     "note-1|;note-2|;",
     {GROUP(100),
      {"1. In the opinion of management, the accompanying", NULL, 200, SET_RUN_IN, 0, 0},
      {"2. The company bought the works of another company", NULL, 900, SET_RUN_IN, 0, 0}}},
    {"no numbers at all: by the looks",
     "Basis of Presentation;Widgets;Income Taxes;Segment Information;",
     {GROUP(100),
      {"Basis of Presentation", NULL, 200, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"Use of Estimates", NULL, 400, SET_ITALIC, 0, 0},
      {"Widgets", NULL, 2000, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"Income Taxes", NULL, 4000, SET_BOLD | SET_TITLE_CASE, 0, 0},
      {"Segment Information", NULL, 6000, SET_BOLD | SET_TITLE_CASE, 0, 0}}},
    {"notes end where the Item does",
     "note-1|Organization;note-2|Debt;",
     {{"Financial Statements", "item", 10, 0, 0, 0},
      GROUP(100),
      {"Note 1. Organization", NULL, 200, SET_BOLD, 0, 0},
      {"Note 2. Debt", NULL, 2000, SET_BOLD, 0, 0},
      {"Exhibits", "item", 3000, 0, 0, 0},
      {"3. Exhibits", NULL, 3100, SET_BOLD, 0, 0}}},
};

static void write_notes(struct buffer *out, const struct sections *found)
{
    for (size_t i = 0; i < found->list.count; i++) {
        const struct section *s = &found->list.at[i];
        if (s->kind != NODE_NOTE)
            continue;
        if (s->id.len > 0) {
            buffer_add(out, s->id);
            buffer_add_byte(out, '|');
        }
        buffer_add(out, s->title);
        buffer_add_byte(out, ';');
    }
}

static size_t count_lines(const struct made_line *lines)
{
    size_t count = 0;
    while (count < LINES && lines[count].title)
        count++;
    return count;
}

static void finds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof GIVEN / sizeof *GIVEN; i++) {
        struct scan scan;
        struct nodes nodes;
        struct sections found = {0};
        struct buffer out;
        buffer_init(&out);
        made_scan_init(&scan, &nodes, GIVEN[i].lines, count_lines(GIVEN[i].lines));
        statements_find(&found, &scan, &nodes);
        notes_find(&found, &scan, &nodes);
        write_notes(&out, &found);
        if (strcmp(buffer_text(&out), GIVEN[i].found) != 0)
            fail_msg("%s: %s", GIVEN[i].name, buffer_text(&out));
        buffer_deinit(&out);
        sections_deinit(&found);
        made_scan_deinit(&scan, &nodes);
    }
}

/* A statement's title inside a note is a table of the note; labels and grades are as agreed. */
static void settles_what_is_between(void **state)
{
    static const struct made_line lines[] = {GROUP(100),
                                             {"Note 1. Organization", NULL, 200, SET_BOLD, 0, 0},
                                             {"Note 2. Guarantors", NULL, 2000, SET_BOLD, 0, 0},
                                             {"BALANCE SHEETS", NULL, 3000, TITLE, 0, 30},
                                             GROUP(4000),
                                             {"Note 3. Income Taxes", NULL, 6000, SET_BOLD, 0, 0}};
    struct scan scan;
    struct nodes nodes;
    struct sections found = {0};
    struct buffer out;
    (void)state;
    buffer_init(&out);
    made_scan_init(&scan, &nodes, lines, 6);
    statements_find(&found, &scan, &nodes);
    notes_find(&found, &scan, &nodes);
    assert_int_equal(found.list.count, 4);
    assert_true(slice_equal(found.list.at[1].label, SLICE("Note 1")));
    assert_true(found.list.at[1].why & WHY_LABEL);
    made_scan_write(&out, &found);
    assert_string_equal(buffer_text(&out),
                        "heading1|NOTES TO FINANCIAL STATEMENTS;note2|note-1|Organization;"
                        "note2|note-2|Guarantors;note2|note-3|Income Taxes;");
    buffer_deinit(&out);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);
}

/* Right notes of a whole set are sure; one behind a gap is not. */
static void says_how_sure(void **state)
{
    static const struct made_line lines[] = {
        GROUP(100),
        {"Note 1. Organization", NULL, 200, SET_BOLD, 0, 0},
        {"Note 2. Debt", NULL, 2000, SET_BOLD, 0, 0},
        {"Note 3. Income Taxes", NULL, 6000, SET_BOLD, 0, 0},
        {"Note 5. Widgets", NULL, 8000, SET_BOLD, HEAD_MID_SENTENCE, 0}};
    struct scan scan;
    struct nodes nodes;
    struct sections found = {0};
    (void)state;
    made_scan_init(&scan, &nodes, lines, 5);
    statements_find(&found, &scan, &nodes);
    notes_find(&found, &scan, &nodes);
    assert_int_equal(found.list.count, 5);
    for (size_t i = 1; i < 4; i++)
        assert_true(found.list.at[i].confidence >= 0.95);
    assert_true(found.list.at[4].confidence < 0.8);
    assert_true(found.list.at[4].why & DOUBT_ORDER);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);
}

/* The filer's tags say where notes without numbers begin. */
static void trusts_tags(void **state)
{
    static const char bytes[] = "<a x='/inlineXBRL'>.<ix:nonNumeric name=\"a:WidgetsTextBlock\">"
                                "...</ix:nonNumeric>.<ix:nonNumeric name=\"a:GadgetsTextBlock\">";
    struct scan scan;
    struct nodes nodes;
    struct sections found = {0};
    struct buffer out;
    const char *second = strstr(strstr(bytes, "Block"), "<ix") + 43;
    struct made_line lines[] = {
        GROUP(0),
        {"Widgets", NULL, 7, SET_ITALIC, 0, 0},
        {"Of Widgets", NULL, 8, SET_ITALIC, 0, 0},
        {"Gadgets", NULL, (size_t)(second - bytes) / 10 + 1, SET_ITALIC, 0, 0}};
    (void)state;
    buffer_init(&out);
    made_scan_init(&scan, &nodes, lines, 4);
    scan.printed = false;
    scan.bytes = SLICE(bytes);
    statements_find(&found, &scan, &nodes);
    notes_find(&found, &scan, &nodes);
    write_notes(&out, &found);
    assert_string_equal(buffer_text(&out), "Widgets;Gadgets;");
    assert_true(found.list.at[1].why & WHY_TAGGED);
    buffer_deinit(&out);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);
}

/* Many labels take no time. */
static void is_linear(void **state)
{
    enum { MANY = 100000 };
    struct scan scan;
    struct nodes nodes;
    struct sections found = {0};
    struct made_line group = GROUP(10);
    (void)state;
    made_scan_init(&scan, &nodes, &group, 1);
    for (size_t i = 1; i < MANY; i++) {
        struct head head = {.offset = 200 * i, .text = 20 * i, .block = i, .set = SET_BOLD};
        head.title = i % 3   ? SLICE("1. Debt")
                     : i % 2 ? SLICE("2. Leases")
                             : SLICE("BALANCE SHEETS");
        head.figures = 9;
        array_push(&scan.heads.list, head);
    }
    statements_find(&found, &scan, &nodes);
    notes_find(&found, &scan, &nodes);
    assert_true(found.list.count > 0);
    sections_deinit(&found);
    made_scan_deinit(&scan, &nodes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),         cmocka_unit_test(settles_what_is_between),
        cmocka_unit_test(says_how_sure), cmocka_unit_test(trusts_tags),
        cmocka_unit_test(is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
