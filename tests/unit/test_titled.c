/* SPDX-License-Identifier: MIT */
/* Items without labels, from bytes to nodes. */
#include "outline/items/titled.h"

#include "base/buffer.h"
#include "outline/outline.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define TEXT "<p>Sales of wool were flat in the quarter, and costs rose by a tenth.</p>"
#define COVER "<p>FORM 10-Q</p><p>For the quarter ended June 30, 2012</p><p>Tern Wool Company</p>"
#define PART(n, title) "<p><b>PART " n ". " title "</b></p>"
#define BOLD(title) "<p><b>" title "</b></p>"
#define ROW(name, title) "<p><a href='#" name "'>" title "</a> 3</p>"
#define PLACE(name) "<a name='" name "'></a>"

/* The Items of the document, "I.1:title I.2:heading": their ids and what they were found by. */
static void check(const char *text, const char *wanted)
{
    struct error e;
    struct buffer got = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    struct outline *o = outline_new(s, submission_document(s, 0));
    while (!outline_step(o, 1 << 20))
        ;
    const struct node *nodes;
    size_t count = outline_nodes(o, &nodes);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind != NODE_ITEM)
            continue;
        buffer_add_text(&got, got.len > 0 ? " " : "");
        buffer_add(&got, nodes[i].id);
        buffer_addf(&got, ":%s", node_found_by_name(nodes[i].found_by));
    }
    assert_string_equal(buffer_text(&got), wanted);
    buffer_deinit(&got);
    outline_free(o);
    submission_free(s);
}

static void test_few_labels(void **state)
{
    (void)state;
    check(
        "<html><body>" COVER PART("I", "FINANCIAL INFORMATION") BOLD("Financial Statements")
            TEXT BOLD("Management's Discussion and Analysis of Financial Condition and Results of "
                      "Operations") TEXT BOLD("Controls and Procedures")
                TEXT PART("II", "OTHER INFORMATION") BOLD("Item 1. Legal Proceedings")
                    TEXT BOLD("Item 6. Exhibits") TEXT "</body></html>",
        "I.1:title I.2:title I.4:title II.1:heading II.6:heading");
}

/* Where the Items have labels, a heading with an Item's title within one of them is none. */
static void test_labels(void **state)
{
    (void)state;
    check(
        "<html><body>" COVER PART("I", "FINANCIAL INFORMATION") BOLD("Item 1. Financial Statements")
            TEXT BOLD("Legal Proceedings") TEXT BOLD("Item 2. Management's Discussion")
                TEXT BOLD("Item 4. Controls and Procedures") TEXT PART("II", "OTHER INFORMATION")
                    BOLD("Item 1. Legal Proceedings") TEXT BOLD("Item 1A. Risk Factors")
                        TEXT BOLD("Item 6. Exhibits") TEXT "</body></html>",
        "I.1:heading I.2:heading I.4:heading II.1:heading II.1A:heading II.6:heading");
}

/* The place that the contents list links to for an Item heads it, whatever it is called. */
static void test_linked(void **state)
{
    (void)state;
    check("<html><body>" COVER "<p>INDEX</p><p>PART I</p>" ROW("a", "Item 1. Financial Statements")
              ROW("b", "Item 2. Management's Discussion")
                  ROW("c", "Item 4. Controls and Procedures") "<p>PART II</p>" ROW(
                      "d", "Item 1. Legal Proceedings") ROW("e", "Item 6. Exhibits")
                      PART("I", "FINANCIAL INFORMATION") PLACE("a") BOLD("Wool and Other Accounts")
                          TEXT TEXT TEXT PLACE("b") BOLD("Review of the Quarter")
                              TEXT TEXT TEXT PLACE("c") BOLD("Controls and Procedures")
                                  TEXT TEXT TEXT PART("II", "OTHER INFORMATION") PLACE("d")
                                      BOLD("Item 1. Legal Proceedings")
                                          TEXT TEXT TEXT TEXT TEXT TEXT PLACE("e")
                                              BOLD("Item 6. Exhibits") TEXT "</body></html>",
          "I.1:contents I.2:contents I.4:title II.1:heading II.6:heading");
}

/* A label with another Item's number, a misprinted label, a label with a dash. */
static void test_misprints(void **state)
{
    (void)state;
    check("<html><body><p>FORM 10-K</p><p>For the year ended December 31, 1998</p>" BOLD(
              "Item 1. Business") TEXT BOLD("Itme 2. Properties")
              TEXT BOLD("Item 3. Legal Proceedings")
                  TEXT BOLD("Item 3. Submission of Matters to a Vote of Security Holders")
                      TEXT BOLD("Item - 5. Market for Registrant's Common Equity")
                          TEXT BOLD("lTEM 6. Selected Financial Data")
                              TEXT BOLD("Item VII. Management's Discussion and "
                                        "Analysis of Financial Condition and Results of Operations")
                                  TEXT BOLD("Item 8. Financial Statements and Supplementary Data")
                                      TEXT "</body></html>",
          "1:heading 2:title 3:heading 4:title 5:heading 6:title 7:heading 8:heading");
}

/* A part and its first Item on one line. */
static void test_one_line(void **state)
{
    (void)state;
    check("<html><body>" COVER BOLD("PART I. FINANCIAL INFORMATION. ITEM 1. FINANCIAL STATEMENTS")
              TEXT TEXT BOLD("ITEM 2. MANAGEMENT'S DISCUSSION AND ANALYSIS")
                  TEXT TEXT BOLD("PART II. OTHER INFORMATION, ITEM 1. LEGAL PROCEEDINGS")
                      TEXT TEXT BOLD("ITEM 6. EXHIBITS") TEXT "</body></html>",
          "I.1:heading I.2:heading II.1:heading II.6:heading");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few_labels), cmocka_unit_test(test_labels),
        cmocka_unit_test(test_linked),     cmocka_unit_test(test_misprints),
        cmocka_unit_test(test_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
