/* SPDX-License-Identifier: MIT */
/* References of whole filings: what is one, where it stands and where it leads. */
#include "outline/references/reference.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define HEADER(form)                                                                               \
    "<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000123456-07-000089\nCONFORMED SUBMISSION TYPE:\t" form  \
    "\nCONFORMED PERIOD OF REPORT:\t20061231\nFILED AS OF DATE:\t20070301\n</SEC-HEADER>\n"
#define DOCUMENT(type, number, name, text)                                                         \
    "<DOCUMENT>\n<TYPE>" type "\n<SEQUENCE>" number "\n<FILENAME>" name "\n<TEXT>\n" text          \
    "</TEXT>\n</DOCUMENT>\n"

/* What a reference says and where it leads: "10-K/7A", "EX-10.1", or the reason in brackets. */
struct expected {
    const char *kind, *text, *leads;
};

static struct submission *open_text(const char *text)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    assert_true(submission_scan(s, (size_t)-1));
    return s;
}

static void write_lead(struct submission *s, struct outlines *outlines, const struct reference *r,
                       struct buffer *out)
{
    const struct node *nodes;
    if (r->document == (size_t)-1) {
        assert_true(r->place == (size_t)-1 && r->node == (size_t)-1 && r->reason.len > 0);
        buffer_addf(out, "(%.*s)", (int)r->reason.len, r->reason.at);
        return;
    }
    assert_int_equal(r->reason.len, 0);
    assert_true(r->place != (size_t)-1);
    struct document *d = submission_document(s, r->document);
    size_t count = outline_nodes(outlines_get(outlines, d), &nodes);
    buffer_add(out, d->type);
    if (r->node < count) {
        buffer_add_byte(out, '/');
        buffer_add(out, nodes[r->node].id);
    }
}

/* The bytes of the input at a reference are its text, but for blanks and tags. */
static void check_place(struct submission *s, const struct reference *r)
{
    struct slice bytes = submission_bytes(s);
    assert_true(r->offset + r->length <= bytes.len && r->length > 0);
    assert_int_equal(bytes.at[r->offset], r->text.at[0]);
    assert_int_equal(bytes.at[r->offset + r->length - 1], r->text.at[r->text.len - 1]);
}

static void check(const char *filing, size_t document, const struct expected *want, size_t count)
{
    struct submission *s = open_text(filing);
    struct outlines *outlines = outlines_new(s);
    struct references r;
    references_init(&r);
    references_read(&r, s, outlines, submission_document(s, document));
    for (size_t i = 0; i < r.list.count; i++) {
        struct buffer leads = {0};
        const struct reference *ref = &r.list.at[i];
        write_lead(s, outlines, ref, &leads);
        check_place(s, ref);
        bool same = i < count && slice_equal(ref->text, slice_of(want[i].text)) &&
                    strcmp(reference_kind_name(ref->kind), want[i].kind) == 0 &&
                    strcmp(buffer_text(&leads), want[i].leads) == 0;
        if (!same)
            fail_msg("%zu: %s \"%.*s\" leads to %s", i, reference_kind_name(ref->kind),
                     (int)ref->text.len, ref->text.at, buffer_text(&leads));
        assert_true(i == 0 || r.list.at[i - 1].offset <= ref->offset);
        buffer_deinit(&leads);
    }
    assert_int_equal(r.list.count, count);
    references_deinit(&r);
    outlines_free(outlines);
    submission_free(s);
}

#define ANNUAL                                                                                     \
    "                               FORM 10-K\n\n"                                                 \
    "Disclosure pursuant to Item 405 of Regulation S-K is not contained herein. [ ]\n"             \
    "Portions of the proxy statement are incorporated into Part III.\n\n<PAGE>\n\n"                \
    "                                 PART I\n\nItem 1. Business\n\n"                              \
    "     Alder Works makes mills, as Note 2 to the financial statements says, and see\n"          \
    "Item 7 and Exhibit 10.1 and Exhibit 99. We file under Section 13 of the Exchange Act.\n"      \
    "As Item\n3 says, nothing is pending. What footnote 3 says is no matter.\n\n"                  \
    "Item 3. Legal Proceedings\n\n     None, but see Item 19 and Item 1A of our Form 10-K for\n"   \
    "2004. The Note 9 does not.\n\n                                PART II\n\n"                    \
    "Item 7. Management's Discussion and Analysis of Financial Condition and Results of\n"         \
    "Operations\n\n     As said in Part I, Items 1 and 3, and on page 7 of the 1999 Annual\n"      \
    "Report to Stockholders, sales rose. See Section 404 and Exhibit 10.7.\n\n"                    \
    "                                PART III\n\nItem 10. Directors\n\n"                           \
    "     In the proxy statement.\n\n                              SIGNATURES\n\n"                 \
    "     Pursuant to the requirements of Section 13 or 15(d) of the Securities Exchange Act\n"    \
    "of 1934, the registrant has duly caused this report to be signed on its behalf.\n\n"          \
    "Date: March 1, 2007              By: /s/ A. Alder\n"

static void test_annual(void **state)
{
    static const struct expected want[] = {
        {"part", "Part III", "10-K/III"},
        {"note", "Note 2", "(no such note)"},
        {"item", "Item 7", "10-K/7"},
        {"exhibit", "Exhibit 10.1", "EX-10.1"},
        {"exhibit", "Exhibit 99", "EX-99.1"}, /* the only one of its class */
        {"item", "Item 3", "10-K/3"},         /* over the end of a line */
        {"item", "Item 19", "(another filing)"},
        {"item", "Item 1A", "(another filing)"},
        {"note", "Note 9", "(no such note)"},
        {"item", "Part I, Items 1", "10-K/1"},
        {"item", "3", "10-K/3"},
        {"page", "page 7", "(another document)"},
        {"exhibit", "Exhibit 10.7", "(not in this file)"},
    };
    (void)state;
    check(HEADER("10-K") DOCUMENT("10-K", "1", "a.txt", ANNUAL)
              DOCUMENT("EX-10.1", "2", "b.txt", "A lease.\n")
                  DOCUMENT("EX-99.1", "3", "c.txt", "A release.\n"),
          0, want, COUNT(want));
}

/* Each part of a quarterly report has an Item 1: the part that the words, or the place, say. */
static void test_quarterly(void **state)
{
    static const struct expected want[] = {
        {"item", "Item 1", "10-Q/I.1"},
        {"item", "Item 1A", "10-Q/II.1A"},
        {"item", "Item 1 of Part II", "10-Q/II.1"},
        {"item", "Item 2", "10-Q/II.2"},
        {"item", "Part I, Item 2", "10-Q/I.2"},
        {"item", "Part I, Item 1A", "(no such Item)"},
        {"item", "Part I, Item 1A", "(another filing)"},
        {"item", "Item 7", "(another filing)"},
    };
    (void)state;
    check(
        HEADER("10-Q") DOCUMENT(
            "10-Q", "1", "a.txt",
            "                               FORM 10-Q\n\n<PAGE>\n\n"
            "                     PART I. FINANCIAL INFORMATION\n\n"
            "Item 1. Financial Statements\n\n     There are some.\n\n"
            "Item 2. Management's Discussion and Analysis of Financial Condition and Results of\n"
            "Operations\n\n     What Item 1 shows, Item 1A and Item 1 of Part II explain.\n\n"
            "                      PART II. OTHER INFORMATION\n\n"
            "Item 1. Legal Proceedings\n\n     See below at Item 2 and in Part I, Item 2. And Part "
            "I, Item 1A.\n\n"
            "Item 1A. Risk Factors\n\n     See Part I, Item 1A, as Item 7 of our annual report\n"
            "on Form 10-K for 2005.\n\n"
            "Item 2. Unregistered Sales of Equity Securities and Use of Proceeds\n\n     None.\n\n"
            "                              SIGNATURES\n\n"
            "     Pursuant to the requirements of the Securities Exchange Act of 1934, the\n"
            "registrant has duly caused this report to be signed on its behalf.\n"),
        0, want, COUNT(want));
}

/* A note of another filing is none of this one; a paragraph of a note has its own heading. */
static void test_notes(void **state)
{
    static const struct expected want[] = {
        {"note", "Note 1", "(another filing)"},
        {"note", "Note 1(b)", "10-Q/b-mills"},
        {"note", "Note 1(z)", "10-Q/note-1"},
        {"note", "Note 2(b)", "10-Q/note-2"},
        {"item", "Part I, Item 1A", "(another filing)"},
        {"item", "Part I, Item 2", "10-Q/I.2"},
    };
    (void)state;
    check(
        HEADER("10-Q") DOCUMENT(
            "10-Q", "1", "a.htm",
            "<html><body><p>FORM 10-Q</p><p><b>PART I. FINANCIAL INFORMATION</b></p>"
            "<p><b>Item 1. Financial Statements</b></p>"
            "<p><b>NOTES TO FINANCIAL STATEMENTS</b></p>"
            "<p><b>Note 1. Accounting Policies</b></p><p>They are few.</p>"
            "<p><b><i>(a) Tiles</i></b></p><p>Tiles are at cost, and what is lost of them is "
            "charged "
            "to the year in which that is known.</p>"
            "<p><b><i>(b) Mills</i></b></p><p>Mills are at cost, and what is lost of them is "
            "charged "
            "to the year in which that is known.</p>"
            "<p><b><i>(c) Kilns</i></b></p><p>Kilns are at cost, and what is lost of them is "
            "charged "
            "to the year in which that is known.</p>"
            "<p><b>Note 2. Debt</b></p><p>There is none.</p>"
            "<p><b>Note 3. Leases</b></p><p>There are none.</p>"
            "<p><b>Item 2. Management\xE2\x80\x99s Discussion and Analysis of Financial Condition "
            "and Results of Operations</b></p><p>As Note 1 to the statements in the "
            "company\xE2\x80\x99s Annual Report on Form 10-K for 2005 says, and as Note 1(b), "
            "Note 1(z) and Note 2(b) do.</p><p>Read our 2005 Form 10-K, including the disclosures "
            "under Part I, Item 1A \"Risk Factors\" and Part I, Item 2 of this Form 10-Q.</p>"
            "<p>SIGNATURES</p><p>Pursuant to the requirements of the Securities Exchange Act of "
            "1934, the registrant has duly caused this report to be signed.</p></body></html>\n"),
        0, want, COUNT(want));
}

/* Links lead to what they are said to; a label in one has the better of both. */
static void test_links(void **state)
{
    static const struct expected want[] = {
        {"link", "the mill", "8-K/2.02"},
        {"link", "nowhere", "(no such place)"},
        {"link", "our page", "(https://alder.example/news)"},
        {"exhibit", "Exhibit 99.1", "EX-99.1"},
        {"link", "the release", "EX-99.1"},
        {"link", "another", "(not in this file)"},
        {"exhibit", "Exhibit 4.1", "(https://alder.example/ex4.htm)"},
        {"item", "Item 2.02", "8-K/2.02"},
    };
    (void)state;
    check(HEADER("8-K") DOCUMENT(
              "8-K", "1", "a.htm",
              "<html><body><p>FORM 8-K</p><p><b>Item 2.02 Results of Operations and Financial "
              "Condition.</b></p><p id=\"m\">It ran, as <a href=\"#m\">the <b>mill</b></a> and "
              "<a href=\"#x\">nowhere</a> and <a href=\"https://alder.example/news\">our page</a> "
              "say.</p><p><b>Item 9.01 Financial Statements and Exhibits.</b></p><p>See "
              "<a href=\"b.htm\">Exhibit&nbsp;99.1</a>, <a href=\"B.HTM\">the release</a>, "
              "<a href=\"z.htm\">another</a> and <a href=\"https://alder.example/ex4.htm\">"
              "Exhibit 4.1</a>, or <a href=\"javascript:x()\">none</a>; and Item&#160;2.02.</p>"
              "<p><a href=\"#m\">Mill</a></p><table><tr><td>Mill</td><td><a href=\"#m\">3</a></td>"
              "</tr></table><p>SIGNATURES</p><p>Pursuant to the requirements of the Securities "
              "Exchange Act of "
              "1934, the registrant has duly caused this report to be signed.</p></body></html>\n")
              DOCUMENT("EX-99.1", "2", "b.htm", "<html><body><p>News.</p></body></html>\n"),
          0, want, COUNT(want));
}

/* An agreement speaks of its own sections, of other agreements, and of laws. */
static void test_agreement(void **state)
{
    static const struct expected want[] = {
        {"section", "Section 1.2", "EX-10.1/section-1.2"},
        {"section", "Article II", "EX-10.1/article-ii"},
        {"section", "Section 9.9", "(no such section)"},
        {"section", "Section 4", "(another document)"},
        {"section", "Section 2.1", "EX-10.1/section-2.1"},
        {"exhibit", "Exhibit A", "(no such exhibit)"},
    };
    (void)state;
    check(HEADER("8-K") DOCUMENT("8-K", "1", "a.txt", "FORM 8-K\n")
              DOCUMENT("EX-10.1", "2", "b.txt",
                       "                            LEASE AGREEMENT\n\n"
                       "     This Agreement is made by Alder Works and Birch Mills.\n\n"
                       "                               ARTICLE I\n                               "
                       "DEFINITIONS\n\n"
                       "     Section 1.1 Terms.  A term has the meaning of Section 1.2 or of\n"
                       "Article II, as Section 9.9 says, but Section 382 of the Code and Section\n"
                       "13 of the Exchange Act and Section 4 of the Credit Agreement stand.\n\n"
                       "     Section 1.2 Words.  Words are words.\n\n"
                       "                               ARTICLE II\n                               "
                       "RENT\n\n"
                       "     Section 2.1 Rent.  The rent under Section 2.1 of the Agreement is on\n"
                       "Exhibit A hereto.\n\n"
                       "     Section 2.2 More rent.  There is more rent.\n"),
          1, want, COUNT(want));
}

/* A list of contents and the rows of an exhibit index refer to nothing. */
static void test_lists(void **state)
{
    static const struct expected want[] = {{"item", "Item 1", "10-K/1"}};
    (void)state;
    check(HEADER("10-K") DOCUMENT(
              "10-K", "1", "a.txt",
              "                               FORM 10-K\n\n<PAGE>\n\n"
              "                           TABLE OF CONTENTS\n\n                 PART I\n\n"
              "Item 1.  Business .............................................. 1\n"
              "Item 2.  Properties ............................................ 2\n"
              "Item 3.  Legal Proceedings ..................................... 3\n\n<PAGE>\n\n"
              "                                 PART I\n\nItem 1. Business\n\n     Mills.\n\n"
              "Item 2. Properties\n\n     A mill, see Item 1.\n\n"
              "Item 3. Legal Proceedings\n\n     None.\n\n<PAGE>\n\n"
              "                              SIGNATURES\n\n"
              "     Pursuant to the requirements of the Securities Exchange Act of 1934, the\n"
              "registrant has duly caused this report to be signed on its behalf.\n\n<PAGE>\n\n"
              "                            EXHIBIT INDEX\n\n"
              "  3.1    Charter (incorporated by reference to Exhibit 3.1 to the Form S-1)\n"
              "  10.1   Lease (incorporated by reference to Exhibit 10.4 to the Form S-1)\n"
              "  21     Subsidiaries\n"),
          0, want, COUNT(want));
}

/* Nothing, and no end of something. */
static void test_hostile(void **state)
{
    struct buffer text = {0};
    struct references r;
    (void)state;
    buffer_add_text(&text, HEADER("10-K") "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n");
    for (size_t i = 0; i < 30000; i++)
        buffer_add_text(&text, i % 7 == 0 ? "see Items\n" : "1, 2, Note 3(((, page F- Part ");
    buffer_add_text(&text, "\n</TEXT>\n</DOCUMENT>\n");
    struct submission *s = open_text(buffer_text(&text));
    struct outlines *outlines = outlines_new(s);
    references_init(&r);
    references_read(&r, s, outlines, submission_document(s, 0));
    assert_true(r.list.count > 1000 && r.list.count <= REFERENCES_MOST);
    references_deinit(&r);
    outlines_free(outlines);
    submission_free(s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_annual),    cmocka_unit_test(test_quarterly),
        cmocka_unit_test(test_notes),     cmocka_unit_test(test_links),
        cmocka_unit_test(test_agreement), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
