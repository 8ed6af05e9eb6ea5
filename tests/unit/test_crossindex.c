/* SPDX-License-Identifier: MIT */
/* Outlines of made-up filings whose Items are only in an index of pages. */
#include "outline/crossindex/crossindex.h"

#include "outline/crossindex/crossindex_cells.h"
#include "outline/crossindex/crossindex_rows.h"

#include "base/buffer.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* ---- filings */

#define BREAK "<hr style=\"page-break-after:always\"/>\n"
#define SENTENCE                                                                                   \
    "<p>The mill was busy for most of the year, and orders were above those of the last.</p>\n"

static void add_heading(struct buffer *b, const char *name, const char *title)
{
    buffer_addf(b, "<p id=\"%s\"><span style=\"font-size:18pt;font-weight:700\">%s</span></p>\n",
                name, title);
    for (int i = 0; i < 8; i++)
        buffer_add_text(b, SENTENCE);
}

static void end_page(struct buffer *b, int number)
{
    buffer_addf(b, "<p>Quillon Works 2023 Form 10-K | %d</p>\n" BREAK, number);
}

static void add_row(struct buffer *b, const char *label, const char *title, const char *pages)
{
    buffer_addf(b, "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n", label, title, pages);
}

static void open_form(struct buffer *b, const char *form)
{
    buffer_addf(b,
                "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>1\n<TEXT>\n<html><body>\n<p>FORM %s</p>\n"
                "<p>For the year ended December 31, 2023</p>\n<p>QUILLON WORKS, INC.</p>\n" BREAK,
                form, form);
}

static void close_form(struct buffer *b)
{
    buffer_add_text(b, "<p style=\"font-weight:700\">SIGNATURES</p>\n<p>Pursuant to the "
                       "requirements of the Act the registrant has duly caused this report to be "
                       "signed on its behalf.</p>\n<p>/s/ A. Quillon</p>\n"
                       "</body></html>\n</TEXT>\n</DOCUMENT>\n");
}

static void add_body(struct buffer *b)
{
    static const char *const titles[] = {"About Quillon",    "Our Performance",  "Risk Factors",
                                         "Market Risk",      "Audited Accounts", "Notes",
                                         "Other Information"};
    for (int i = 0; i < 7; i++) {
        char name[] = {'p', (char)('1' + i), 0};
        add_heading(b, name, titles[i]);
        end_page(b, i + 1);
    }
}

/* The index, over two pages. */
static void add_index(struct buffer *b)
{
    buffer_add_text(b,
                    "<p style=\"font-weight:700\">Form 10-K Cross Reference Index</p>\n<table>\n");
    add_row(b, "Item Number", "", "Page(s)");
    add_row(b, "Part I", "", "");
    add_row(b, "Item 1.", "Business", "1-2, 4");
    add_row(b, "", "Segment information", "6");
    add_row(b, "Item 1A.", "Risk Factors", "3");
    add_row(b, "Item 1B.", "Unresolved Staff Comments", "Not applicable");
    add_row(b, "Item 2.", "Properties", "99");
    add_row(b, "Item 3.", "Legal Proceedings", "");
    add_row(b, "", "Matters settled", "7");
    add_row(b, "Item 4.", "Mine Safety Disclosures", "None");
    buffer_add_text(b, "</table>\n");
    end_page(b, 8);
    buffer_add_text(b, "<table>\n");
    add_row(b, "Part II", "", "");
    add_row(b, "Item 6.", "[Reserved]", "");
    add_row(b, "Item 7.",
            "Management's Discussion and Analysis of Financial Condition and Results "
            "of Operations",
            "2, 4");
    add_row(b, "Item 8.", "Financial Statements and Supplementary Data", "5-6*");
    add_row(b, "Part III", "", "");
    add_row(b, "Item 10.", "Directors, Executive Officers and Corporate Governance", "7, (a)");
    add_row(b, "Item 11.", "Executive Compensation", "(a)");
    add_row(b, "Part IV", "", "");
    add_row(b, "Item 15.", "Exhibits and Financial Statement Schedules", "7");
    add_row(b, "", "Signatures", "10");
    buffer_add_text(b, "</table>\n<p>(a) Incorporated by reference to the Proxy Statement for "
                       "2024.</p>\n<p>* Audited by the accountants named there.</p>\n");
    end_page(b, 9);
}

/* ---- looking */

struct opened {
    struct submission *submission;
    struct outline *outline;
    struct buffer text;
    const struct node *nodes;
    size_t count;
};

static void open_filing(struct opened *o)
{
    struct error e;
    o->submission = submission_open(input_from_bytes("test", buffer_slice(&o->text)), &e);
    assert_non_null(o->submission);
    o->outline = outline_new(o->submission, submission_document(o->submission, 0));
    while (!outline_step(o->outline, 1 << 20))
        continue;
    o->count = outline_nodes(o->outline, &o->nodes);
}

static void close_filing(struct opened *o)
{
    outline_free(o->outline);
    submission_free(o->submission);
    buffer_deinit(&o->text);
}

static const struct node *get(const struct opened *o, const char *id)
{
    size_t i = outline_find(o->outline, slice_of(id));
    if (i >= o->count)
        fail_msg("there is no %s", id);
    return &o->nodes[i];
}

/* The place of the text's nth letter where `what` stands first behind `behind`. */
static size_t place(const struct opened *o, const char *behind, const char *what)
{
    const char *from = strstr(o->text.at, behind);
    assert_non_null(from);
    const char *at = strstr(from, what);
    assert_non_null(at);
    return (size_t)(at - o->text.at);
}

/* "1-2 4-4 6-6" */
static void check_ranges(const struct opened *o, const char *id, const char *wanted)
{
    const struct node *node = get(o, id);
    struct buffer got = {0};
    for (size_t i = 0; i < node->range_count; i++)
        buffer_addf(&got, "%s%.*s-%.*s%s", i > 0 ? " " : "", (int)node->ranges[i].from.len,
                    node->ranges[i].from.at, (int)node->ranges[i].to.len, node->ranges[i].to.at,
                    node->ranges[i].offset == (size_t)-1 ? "?" : "");
    if (strcmp(buffer_text(&got), wanted) != 0)
        fail_msg("%s: %s, not %s", id, buffer_text(&got), wanted);
    buffer_deinit(&got);
}

static void check_nodes(const struct opened *o, const char *wanted)
{
    struct buffer got = {0};
    for (size_t i = 0; i < o->count; i++) {
        enum node_kind kind = o->nodes[i].kind;
        if (kind == NODE_HEADING && o->nodes[i].level > 1)
            continue;
        buffer_add_fill(&got, '>', (size_t)o->nodes[i].level - 1);
        buffer_addf(&got, "%.*s ", (int)o->nodes[i].id.len, o->nodes[i].id.at);
    }
    assert_string_equal(buffer_text(&got), wanted);
    buffer_deinit(&got);
}

/* ---- tests */

static void test_index_at_end(void **state)
{
    struct opened o = {0};
    (void)state;
    open_form(&o.text, "10-K");
    add_body(&o.text);
    add_index(&o.text);
    close_form(&o.text);
    open_filing(&o);
    check_nodes(&o, "cover about-quillon our-performance risk-factors market-risk audited-accounts "
                    "notes other-information cross-reference-index >I >>1 >>1A >>1B >>2 >>3 >>4 "
                    ">II >>6 >>7 >>8 >III >>10 >>11 >IV >>15 signatures ");
    check_ranges(&o, "1", "1-2 4-4 6-6");
    check_ranges(&o, "3", "7-7");
    check_ranges(&o, "8", "5-6");
    check_ranges(&o, "10", "7-7");
    check_ranges(&o, "11", "");
    check_ranges(&o, "2", "99-99?");
    assert_int_equal(get(&o, "1B")->status, NODE_OMITTED);
    assert_int_equal(get(&o, "6")->status, NODE_RESERVED);
    assert_int_equal(get(&o, "10")->status, NODE_PRESENT);
    assert_int_equal(get(&o, "11")->status, NODE_INCORPORATED);
    assert_int_equal(get(&o, "1")->offset, place(&o, "Cross Reference", "Item 1."));
    assert_int_equal(get(&o, "1")->found_by, FOUND_CROSS_REFERENCE);
    assert_true(get(&o, "1")->confidence >= 0.95);
    assert_true(slice_equal(get(&o, "1")->title, SLICE("Business")));
    /* A page begins at the mark that ends the one before it; a heading of the title is on it. */
    assert_int_equal(get(&o, "1")->ranges[2].offset, place(&o, "Form 10-K | 5", "<hr"));
    assert_int_equal(crossindex_target(get(&o, "1A")), place(&o, "p3", "Risk Factors"));
    assert_int_equal(crossindex_target(get(&o, "7")), place(&o, "Form 10-K | 1", "<hr"));
    assert_int_equal(crossindex_target(get(&o, "2")), (size_t)-1);
    assert_int_equal(crossindex_target(get(&o, "signatures")), (size_t)-1);
    assert_int_equal(get(&o, "signatures")->offset, place(&o, "Audited by", "SIGNATURES"));
    close_filing(&o);
}

/* Rows of numbers alone, with links; the text follows. */
static void test_index_in_front(void **state)
{
    static const char *const rows[][3] = {
        {"1.", "Business", "<a href=\"#p1\">1–2</a>, <a href=\"#p4\">4</a>"},
        {"1A.", "Risk Factors", "<a href=\"#p3\">3</a>"},
        {"2.", "Properties", "Not Applicable"},
        {"3.", "Legal Proceedings—See Note 9 to the accounts", "<a href=\"#p6\">6</a>"},
        {"7A.", "Quantitative and Qualitative Disclosures About Market Risk", "4*"},
        {"8.", "Financial Statements and Supplementary Data", "<a href=\"#p5\">5–6</a>"}};
    struct opened o = {0};
    (void)state;
    open_form(&o.text, "10-K");
    buffer_add_text(&o.text, "<p style=\"font-weight:700\">FORM 10-K CROSS-REFERENCE INDEX</p>\n"
                             "<table>\n");
    add_row(&o.text, "Item Number", "", "Page");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_row(&o.text, rows[i][0], rows[i][1], rows[i][2]);
    buffer_add_text(&o.text, "</table>\n" BREAK);
    add_body(&o.text);
    close_form(&o.text);
    open_filing(&o);
    check_nodes(&o, "cover cross-reference-index >1 >1A >2 >3 >7A >8 about-quillon our-performance "
                    "risk-factors market-risk audited-accounts notes other-information "
                    "signatures ");
    check_ranges(&o, "1", "1-2 4-4");
    check_ranges(&o, "8", "5-6");
    assert_true(slice_equal(get(&o, "1")->label, SLICE("Item 1")));
    assert_true(slice_equal(get(&o, "7A")->part, SLICE("II")));
    assert_int_equal(get(&o, "2")->status, NODE_OMITTED);
    assert_true(get(&o, "8")->offset + get(&o, "8")->length <= place(&o, "id=\"p1", "About"));
    close_filing(&o);
}

/* The Items come again: a table of contents, whatever it is called. */
static void test_contents(void **state)
{
    static const char *const items[][2] = {
        {"Item 1.", "Business"},
        {"Item 1A.", "Risk Factors"},
        {"Item 2.", "Properties"},
        {"Item 3.", "Legal Proceedings"},
        {"Item 7A.", "Quantitative and Qualitative Disclosures About Market Risk"},
        {"Item 8.", "Financial Statements and Supplementary Data"}};
    struct opened o = {0};
    (void)state;
    open_form(&o.text, "10-K");
    buffer_add_text(&o.text, "<p style=\"font-weight:700\">FORM 10-K CROSS-REFERENCE INDEX</p>\n"
                             "<table>\n");
    for (size_t i = 0; i < 6; i++)
        add_row(&o.text, items[i][0], items[i][1], i % 2 ? "3-4" : "2, 5-6");
    buffer_add_text(&o.text, "</table>\n" BREAK);
    for (size_t i = 0; i < 6; i++) {
        struct buffer title = {0};
        buffer_addf(&title, "%s %s", items[i][0], items[i][1]);
        add_heading(&o.text, "x", buffer_text(&title));
        end_page(&o.text, (int)i + 1);
        buffer_deinit(&title);
    }
    close_form(&o.text);
    open_filing(&o);
    for (size_t i = 0; i < o.count; i++) {
        assert_int_not_equal(o.nodes[i].found_by, FOUND_CROSS_REFERENCE);
        assert_int_equal(o.nodes[i].range_count, 0);
    }
    assert_int_equal(get(&o, "8")->offset, place(&o, "page-break", "Item 8. F"));
    close_filing(&o);
}

/* Plain text; each part of a 10-Q counts from 1. */
static void test_plain(void **state)
{
    struct opened o = {0};
    (void)state;
    buffer_add_text(&o.text,
                    "<DOCUMENT>\n<TYPE>10-Q\n<SEQUENCE>1\n<TEXT>\n               FORM 10-Q\n"
                    "For the quarter ended June 30, 1999\n        QUILLON WORKS, INC.\n");
    for (int i = 1; i <= 5; i++) {
        buffer_addf(&o.text, "%s\n                      QUARTERLY NOTE %d\n\n", "<PAGE>", i);
        for (int k = 0; k < 30; k++)
            buffer_add_text(&o.text, "Orders were above those of the quarter before it.\n");
        buffer_addf(&o.text, "\n                               %d\n", i);
    }
    buffer_add_text(&o.text,
                    "<PAGE>\n               CROSS-REFERENCE INDEX TO FORM 10-Q\n\n"
                    "PART I.   FINANCIAL INFORMATION                            Pages\n"
                    "Item 1.   Financial Statements ........................... 1-2\n"
                    "Item 2.   Management's Discussion and Analysis of\n"
                    "            Financial Condition and Results of Operations   3, 5\n"
                    "PART II.  OTHER INFORMATION\n"
                    "Item 1.   Legal Proceedings ............................... 4\n"
                    "Item 5.   Other Information ............................... None\n"
                    "Item 6.   Exhibits and Reports on Form 8-K ................ 5\n"
                    "Signatures ................................................ 7\n\n"
                    "                               6\n<PAGE>\n"
                    "                  SIGNATURES\n\nPursuant to the requirements of the Act the\n"
                    "registrant has duly caused this report to be signed.\n\n"
                    "                               7\n</TEXT>\n</DOCUMENT>\n");
    open_filing(&o);
    check_ranges(&o, "I.1", "1-2");
    check_ranges(&o, "I.2", "3-3 5-5");
    check_ranges(&o, "II.1", "4-4");
    check_ranges(&o, "II.6", "5-5");
    assert_int_equal(get(&o, "II.5")->status, NODE_OMITTED);
    assert_true(slice_equal(get(&o, "I.2")->title,
                            SLICE("Management's Discussion and Analysis of Financial Condition and "
                                  "Results of Operations")));
    assert_int_equal(get(&o, "I.1")->ranges[0].offset, place(&o, "WORKS", "<PAGE>"));
    assert_int_equal(get(&o, "signatures")->offset, place(&o, "6\n<PAGE>", "SIGNATURES"));
    close_filing(&o);
}

/* No links, no sizes, the number alone at the foot; titles and pages on several lines of a cell. */
static void test_bare_looks(void **state)
{
    static const char *const titles[] = {"Our Trade", "Our Year", "Risks", "Accounts"};
    static const char *const rows[][3] = {
        {"Cross Reference Sheet", "", ""},
        {"Item 1", "Business<br/>Overview<br/>Orders", "<br/>1<br/>2-3"},
        {"Item 1A", "Risk Factors", "3"},
        {"Item 2", "Properties", "NA"},
        {"Item 7",
         "Management's Discussion and Analysis of Financial Condition and Results of "
         "Operations",
         "2"},
        {"Item 8", "Financial Statements and Supplementary Data", "4"},
        {"Signatures", "", "6"}};
    struct opened o = {0};
    (void)state;
    open_form(&o.text, "10-K");
    for (int i = 0; i < 4; i++) {
        buffer_addf(&o.text, "<p style=\"font-weight:700\">%s</p>\n", titles[i]);
        for (int k = 0; k < 8; k++)
            buffer_add_text(&o.text, SENTENCE);
        buffer_addf(&o.text, "<p>%d</p>\n" BREAK, i + 1);
    }
    buffer_add_text(&o.text, "<table>\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_row(&o.text, rows[i][0], rows[i][1], rows[i][2]);
    buffer_add_text(&o.text, "</table>\n<p>5</p>\n" BREAK);
    close_form(&o.text);
    open_filing(&o);
    check_nodes(&o, "cover our-trade our-year risks accounts cross-reference-index >1 >1A >2 >7 >8 "
                    "signatures ");
    check_ranges(&o, "1", "1-1 2-3");
    check_ranges(&o, "2", "");
    assert_int_equal(get(&o, "2")->status, NODE_OMITTED);
    assert_true(slice_equal(get(&o, "1")->title, SLICE("Business")));
    assert_int_equal(crossindex_target(get(&o, "8")), place(&o, "<p>3</p>", "<hr"));
    close_filing(&o);
}

static void test_names(void **state)
{
    static const char *const good[] = {"Form 10-K Cross-Reference Index",
                                       "FORM 10-K CROSS REFERENCE INDEX", "Cross Reference Sheet",
                                       "Form 10-K cross-reference index",
                                       "Form 10-Q cross-reference table"};
    static const char *const bad[] = {"",
                                      "Index",
                                      "cross-reference index to the form",
                                      "See the cross-reference index on page 9",
                                      "The cross-reference index is on page 9.",
                                      "Reference Index Cross",
                                      "Crossing the river"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!crossindex_cells_name(slice_of(good[i])))
            fail_msg("'%s' names none", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (crossindex_cells_name(slice_of(bad[i])))
            fail_msg("'%s' names one", bad[i]);
}

/* An index that never ends, cells of figures, rows that come again. */
static void test_hostile(void **state)
{
    struct opened o = {0};
    (void)state;
    open_form(&o.text, "10-K");
    add_body(&o.text);
    buffer_add_text(&o.text, "<p>Form 10-K Cross-Reference Index</p>\n<table>\n");
    for (int i = 0; i < 3000; i++) {
        add_row(&o.text, "Item 1.", "Business", "1-2, 3-3, 4-4");
        add_row(&o.text, "", "More of it", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15");
        add_row(&o.text, "Item 2.", "Properties", "3-99999999999999999999");
        add_row(&o.text, "Item 3.", "Legal Proceedings", "xxxxxxxxxx-vvvvvvvvvv");
        add_row(&o.text, "Item 4.", "Mine Safety Disclosures", "4-");
        add_row(&o.text, "Item 99999999999999999999.", "Nothing", "4");
    }
    buffer_add_text(&o.text, "</table>\n");
    close_form(&o.text);
    open_filing(&o);
    size_t items = 0;
    for (size_t i = 0; i < o.count; i++) {
        items += o.nodes[i].kind == NODE_ITEM;
        assert_true(o.nodes[i].range_count <= INDEX_RANGES_MOST);
    }
    assert_true(items <= 30);
    close_filing(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index_at_end), cmocka_unit_test(test_index_in_front),
        cmocka_unit_test(test_contents),     cmocka_unit_test(test_plain),
        cmocka_unit_test(test_bare_looks),   cmocka_unit_test(test_names),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
