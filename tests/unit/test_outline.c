/* SPDX-License-Identifier: MIT */
/* Outlines of small made-up filings, from bytes to nodes. */
#include "outline/outline.h"

#include "base/buffer.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const char BARE[] =
    "                                 FORM 8-K\n\n        CURRENT REPORT\n\n"
    "               April 21, 2004\n      Date of Report\n\n"
    "            CANDLEWICK TURBINES, INC.\n\n<PAGE>\n\n"
    "Item 12. RESULTS OF OPERATIONS AND FINANCIAL CONDITION.\n\n"
    "     The company issued a press release.\n\n<PAGE>\n\n"
    "                              SIGNATURE\n\n"
    "     Pursuant to the requirements of the Securities Exchange Act of 1934, the\n"
    "registrant has duly caused this report to be signed.\n\n<PAGE>\n\n"
    "                            Exhibit Index\n\n"
    "99.1 Press release dated April 21, 2004.\n";

static const char QUARTERLY[] =
    "                FORM 10-Q\n\nFor the quarter ended June 30, 1996\n\n"
    "                 HALVERSHAM TILE CORPORATION\n\n"
    "                    INDEX\n\n"
    "PART I.  FINANCIAL INFORMATION                    Page\n"
    "Item 1.  Financial Statements                       3\n"
    "Item 2.  Management's Discussion                    8\n"
    "PART II. OTHER INFORMATION\n"
    "Item 1.  Legal Proceedings                         12\n"
    "Item 6.  Exhibits and Reports on Form 8-K          12\n\n<PAGE>\n"
    "PART I.  FINANCIAL INFORMATION\n\nItem 1.  Financial Statements\n\n"
    "Sales were 12 and costs were 11.\n\n<PAGE>\n"
    "Item 2.  Management's Discussion and Analysis of Financial\n"
    "         Condition and Results of Operations\n\nSales were flat.\n\n"
    "PART II. OTHER INFORMATION\n\nItem 1.  Legal Proceedings\n\nNone.\n\n"
    "Items 2, 3 and 4.  Not applicable.\n\n"
    "Item 6.  Exhibits and Reports on Form 8-K\n\n(a) None.\n\n"
    "                 SIGNATURES\n\n"
    "Pursuant to the requirements of the Act the registrant has duly caused this\n"
    "report to be signed.\n";

struct opened {
    struct submission *submission;
    struct outline *outline;
};

static struct opened open_text(const char *text, size_t step)
{
    struct error e;
    struct opened o;
    o.submission = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(o.submission);
    o.outline = outline_new(o.submission, submission_document(o.submission, 0));
    while (!outline_step(o.outline, step))
        assert_false(outline_done(o.outline));
    assert_true(outline_done(o.outline));
    return o;
}

static void end(struct opened *o)
{
    outline_free(o->outline);
    submission_free(o->submission);
}

/* All nodes as "kind:id " with two blanks for each level below the first. */
static void write_nodes(const struct opened *o, struct buffer *text)
{
    const struct node *nodes;
    size_t count = outline_nodes(o->outline, &nodes);
    for (size_t i = 0; i < count; i++) {
        buffer_add_fill(text, '>', (size_t)nodes[i].level - 1);
        buffer_addf(text, "%s:%.*s ", node_kind_name(nodes[i].kind), (int)nodes[i].id.len,
                    nodes[i].id.at);
    }
}

static void check_nodes(const char *text, const char *wanted)
{
    for (size_t step = 1; step < 100000; step *= 100) {
        struct opened o = open_text(text, step);
        struct buffer got = {0};
        write_nodes(&o, &got);
        assert_string_equal(buffer_text(&got), wanted);
        buffer_deinit(&got);
        end(&o);
    }
}

static void test_bare(void **state)
{
    (void)state;
    check_nodes(BARE, "cover:cover item:12 signatures:signatures exhibit-index:exhibit-index "
                      ">exhibit-row:exhibit-99.1 ");
    struct opened o = open_text(BARE, 10);
    const struct node *nodes;
    outline_nodes(o.outline, &nodes);
    assert_true(slice_equal(outline_form(o.outline), SLICE("8-K")));
    assert_int_equal(nodes[1].offset, strstr(BARE, "Item 12") - BARE);
    assert_int_equal(nodes[2].offset, strstr(BARE, "SIGNATURE\n") - BARE);
    assert_int_equal(nodes[1].offset + nodes[1].length, nodes[2].offset);
    assert_int_equal(nodes[3].offset + nodes[3].length, strlen(BARE));
    assert_int_equal(nodes[4].target, TARGET_NOT_IN_FILE);
    assert_int_equal(nodes[4].target_document, (size_t)-1);
    assert_true(nodes[1].confidence > 0.8 && nodes[1].confidence <= 1);
    end(&o);
}

static void test_quarterly(void **state)
{
    (void)state;
    check_nodes(QUARTERLY, "cover:cover contents:contents part:I >item:I.1 >item:I.2 part:II "
                           ">item:II.1 >item:II.2 >item:II.6 signatures:signatures ");
    struct opened o = open_text(QUARTERLY, 1000);
    const struct node *nodes;
    outline_nodes(o.outline, &nodes);
    assert_int_equal(nodes[7].item_count, 3);
    assert_true(slice_equal(nodes[7].label, SLICE("Items 2, 3 and 4")));
    assert_int_equal(outline_find(o.outline, SLICE("ii.3")), 7);
    assert_int_equal(outline_find(o.outline, SLICE("I.2")), 4);
    assert_int_equal(outline_find(o.outline, SLICE("signatures")), 9);
    assert_int_equal(outline_find(o.outline, SLICE("2")), (size_t)-1);
    assert_int_equal(outline_parent(o.outline, 4), 2);
    assert_int_equal(outline_parent(o.outline, 2), (size_t)-1);
    assert_int_equal(outline_at(o.outline, 0), (size_t)-1);
    assert_int_equal(outline_at(o.outline, nodes[4].offset), 4);
    assert_int_equal(outline_at(o.outline, strlen(QUARTERLY)), 9);
    const struct missing *missing;
    assert_int_equal(outline_missing(o.outline, &missing), 1);
    assert_true(slice_equal(missing[0].id, SLICE("II.5")));
    end(&o);
}

static void test_annual(void **state)
{
    static const char text[] =
        "FORM 10-K\n\nFor the fiscal year ended March 31, 1998\n\nPART I\n\n"
        "Items 1 and 2. Business and Properties\n\nWe make tiles.\n\nItem 4. [Reserved]\n\n"
        "PART III\n\nItem 10. Directors and Executive Officers of the Registrant\n\n"
        "Incorporated herein by reference to the proxy statement.\n\n"
        "Item 11. Executive Compensation\n\nOmitted.\n\n"
        "                 SIGNATURES\n\nThe registrant has duly caused this to be signed.\n\n"
        "<PAGE>\n                                  EXHIBIT 10.1\n\nAGREEMENT\n\n"
        "Item 1. Business\n\nSIGNATURES\n\nduly authorized\n";
    (void)state;
    check_nodes(text, "cover:cover part:I >item:1 >item:4 part:III >item:10 >item:11 "
                      "signatures:signatures exhibit:EX-10.1 ");
    struct opened o = open_text(text, 1000);
    const struct node *nodes;
    outline_nodes(o.outline, &nodes);
    assert_int_equal(nodes[3].status, NODE_RESERVED);
    assert_int_equal(nodes[5].status, NODE_INCORPORATED);
    assert_int_equal(nodes[6].status, NODE_OMITTED);
    assert_int_equal(outline_find(o.outline, SLICE("2")), 2);
    assert_int_equal(outline_find(o.outline, SLICE("III.10")), 5);
    assert_int_equal(outline_find(o.outline, SLICE("II.10")), (size_t)-1);
    end(&o);
}

static void test_nothing(void **state)
{
    (void)state;
    check_nodes("Dear reader,\n\nthis is a letter.\n", "");
    check_nodes("<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\nItem 1. Business\n</TEXT>\n</DOCUMENT>\n", "");
    struct opened o = open_text("Dear reader,\n", 10);
    assert_int_equal(outline_form(o.outline).len, 0);
    assert_int_equal(outline_at(o.outline, 3), (size_t)-1);
    end(&o);
    outline_free(NULL);
}

static void test_declared(void **state)
{
    static const char text[] =
        "<SEC-DOCUMENT>0000990001-05-000001.txt : 20050727\n<SEC-HEADER>\n"
        "CONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\tOther Events\n"
        "ITEM INFORMATION:\t\tFinancial Statements and Exhibits\nFILED AS OF DATE:\t\t20050727\n"
        "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n\n"
        "ITEM 8.01. OTHER EVENTS\n\nA mill was sold.\n</TEXT>\n</DOCUMENT>\n";
    struct slice numbers[1];
    (void)state;
    struct opened o = open_text(text, 1000);
    assert_int_equal(outline_declared(o.submission, numbers, 1), 2);
    assert_true(slice_equal(numbers[0], SLICE("8.01")));
    const struct missing *missing;
    assert_int_equal(outline_missing(o.outline, &missing), 1);
    assert_true(slice_equal(missing[0].id, SLICE("9.01")));
    end(&o);
}

/* Each id is one node's, in either case, and the first that is printed so keeps it. */
static void test_ids(void **state)
{
    static const char front[] =
        "FORM 8-K\n\nItem 5. Other Events\n\nA mill.\n\n<PAGE>\n         SIGNATURES\n\n"
        "duly caused this report to be signed\n\n";
    static const char *const numbers[] = {"1-2", "1", "2", "1", "A-1", "a-1", "1-2"};
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, front);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        buffer_addf(&text, "<PAGE>\n              EXHIBIT %s\n\nA page.\n", numbers[i]);
    struct opened o = open_text(buffer_text(&text), 1000);
    const struct node *nodes;
    size_t count = outline_nodes(o.outline, &nodes);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(outline_find(o.outline, nodes[i].id), i);
    end(&o);
    buffer_clear(&text);
    buffer_add_text(&text, front);
    for (size_t i = 0; i < 40000; i++) /* more than a minute when each looks at each */
        buffer_addf(&text, "<PAGE>\nEXHIBIT %zu\n", i % 2 + 1);
    o = open_text(buffer_text(&text), 1 << 20);
    count = outline_nodes(o.outline, &nodes);
    assert_true(count > 40000);
    assert_int_equal(outline_find(o.outline, SLICE("EX-2")), count - 40000 + 1);
    assert_int_equal(outline_find(o.outline, SLICE("EX-2-2")), count - 40000 + 3);
    assert_int_equal(outline_find(o.outline, SLICE("ex-1-20000")), count - 2);
    assert_int_equal(outline_find(o.outline, SLICE("ex-2-20000")), count - 1);
    end(&o);
    buffer_deinit(&text);
}

/* Of a header that declares no end of Items the first lines count. */
static void test_many_declared(void **state)
{
    struct slice numbers[OUTLINE_DECLARED];
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, "<SEC-DOCUMENT>0000990001-05-000001.txt : 20050727\n<SEC-HEADER>\n"
                           "CONFORMED SUBMISSION TYPE:\t8-K\nFILED AS OF DATE:\t\t20050727\n");
    for (size_t i = 0; i < 100000; i++)
        buffer_addf(&text, "ITEM INFORMATION:\t\t%s %zu\n", i % 2 ? "Other Events" : "Mill", i);
    buffer_add_text(&text, "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n\n"
                           "ITEM 8.01. OTHER EVENTS\n\nA mill was sold.\n</TEXT>\n</DOCUMENT>\n");
    struct opened o = open_text(buffer_text(&text), 1000);
    size_t count = outline_declared(o.submission, numbers, OUTLINE_DECLARED);
    assert_int_equal(count, OUTLINE_DECLARED / 2);
    assert_true(slice_equal(numbers[count - 1], SLICE("8.01")));
    end(&o);
    buffer_deinit(&text);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(node_kind_name(NODE_EXHIBIT_ROW), "exhibit-row");
    assert_string_equal(node_found_by_name(FOUND_CROSS_REFERENCE), "cross-reference");
    assert_string_equal(node_status_name(NODE_OMITTED), "omitted");
    assert_string_equal(node_target_name(TARGET_NOT_IN_FILE), "not-in-file");
    assert_string_equal(node_target_name(TARGET_UNKNOWN), "unknown");
}

/* An exhibit that an Item of an 8-K incorporates comes with it: the Item is there. */
static void test_current_report(void **state)
{
    const char *text = "                 FORM 8-K\n\n             CURRENT REPORT\n\n"
                       "Item 2.02. Results of Operations and Financial Condition\n\n"
                       "The release is Exhibit 99.1, incorporated herein by reference.\n\n"
                       "                 SIGNATURES\n\nduly caused this to be signed\n";
    const struct node *nodes;
    (void)state;
    struct opened o = open_text(text, 1000);
    size_t count = outline_nodes(o.outline, &nodes);
    size_t item = outline_find(o.outline, SLICE("2.02"));
    assert_true(item < count);
    assert_int_equal(nodes[item].status, NODE_PRESENT);
    end(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_current_report),
        cmocka_unit_test(test_bare),
        cmocka_unit_test(test_quarterly),
        cmocka_unit_test(test_annual),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_many_declared),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
