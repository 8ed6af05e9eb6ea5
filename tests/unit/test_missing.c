/* SPDX-License-Identifier: MIT */
/* Items that are missing, why, and what the header says of them. */
#include "outline/missing.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct opened {
    struct buffer text;
    struct submission *submission;
    struct outline *outline;
};

static struct opened open_filing(const char *type, const char *filed, const char *items,
                                 const char *body)
{
    struct opened o = {0};
    struct error e;
    buffer_addf(
        &o.text,
        "<SEC-DOCUMENT>a.txt\n<SEC-HEADER>a.hdr\nACCESSION NUMBER:\t\t0000000001-00-000001\n"
        "CONFORMED SUBMISSION TYPE:\t%s\n%sFILED AS OF DATE:\t\t%s\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>1\n<TEXT>\n%s\n</TEXT>\n</DOCUMENT>\n"
        "</SEC-DOCUMENT>\n",
        type, items, filed, type, body);
    o.submission = submission_open(input_from_bytes("test", buffer_slice(&o.text)), &e);
    assert_non_null(o.submission);
    o.outline = outline_new(o.submission, submission_document(o.submission, 0));
    while (!outline_step(o.outline, 1 << 20))
        continue;
    return o;
}

static void close_filing(struct opened *o)
{
    outline_free(o->outline);
    submission_free(o->submission);
    buffer_deinit(&o->text);
}

/* The reason for which the Item is missing; NULL: it is not. */
static const char *why(const struct opened *o, const char *id)
{
    const struct missing *missing;
    size_t count = outline_missing(o->outline, &missing);
    for (size_t i = 0; i < count; i++)
        if (slice_equal(missing[i].id, slice_of(id)))
            return missing[i].why.at;
    return NULL;
}

static const char QUARTER[] =
    "PART I. FINANCIAL INFORMATION\n\nItem 1. Financial Statements\n\nSales were 12.\n\n"
    "Item 2. Management's Discussion and Analysis of Financial Condition and Results of\n"
    "Operations\n\nSales were flat.\n\n"
    "PART II. OTHER INFORMATION\n\nItem 1. Legal Proceedings\n\nNone.\n\n"
    "Item 6. Exhibits and Reports on Form 8-K\n\nNone.\n\n"
    "Items 3 and 5 are not applicable and have been left out.\n";

static void test_quarter(void **state)
{
    (void)state;
    struct opened o = open_filing("10-Q", "19960801", "", QUARTER);
    assert_null(why(&o, "I.1"));
    assert_null(why(&o, "II.1"));
    assert_null(why(&o, "II.1A")); /* not known then */
    assert_null(why(&o, "I.4"));
    assert_string_equal(why(&o, "II.2"), "left out (may be when there is nothing to report)");
    assert_string_equal(why(&o, "II.3"), "left out: the text says \"not applicable\"");
    close_filing(&o);
    o = open_filing("10-Q", "20030801", "", QUARTER);
    assert_string_equal(why(&o, "I.3"), "not found");
    assert_null(why(&o, "I.4")); /* new: a quarter that ended before did without */
    close_filing(&o);
    o = open_filing("10-Q/A", "20050801", "", QUARTER);
    assert_null(why(&o, "I.3")); /* an amendment may have only what it changes */
    close_filing(&o);
}

static const char YEAR[] =
    "The registrant files this form with the reduced disclosure format.\n\n"
    "PART I\n\nItem 1. Business\n\nTiles.\n\nItem 2. Properties\n\nA mill.\n\n"
    "Item 3. Legal Proceedings\n\nNone.\n\n"
    "PART II\n\nItem 5. Market for Registrant's Common Equity and Related Stockholder Matters\n\n"
    "Not applicable.\n\n"
    "Item 7. Management's Discussion and Analysis of Financial Condition and Results of\n"
    "Operations\n\nIncorporated by reference to the annual report.\n\n"
    "Item 8. Financial Statements and Supplementary Data\n\nSales were 12.\n\n"
    "Item 9. Changes in and Disagreements with Accountants on Accounting and Financial\n"
    "Disclosure\n\nOmitted.\n\n"
    "PART III\n\nThe information required by this part is incorporated by reference to the proxy\n"
    "statement of the company.\n\n"
    "PART IV\n\nItem 14. Exhibits, Financial Statement Schedules, and Reports on Form 8-K\n\n"
    "The exhibits are incorporated by reference.\n\n";

static void test_year(void **state)
{
    (void)state;
    struct opened o = open_filing("10-K405", "19960331", "", YEAR);
    const struct node *nodes;
    outline_nodes(o.outline, &nodes);
    assert_null(why(&o, "4")); /* the filing claims the reduced disclosure format */
    assert_string_equal(why(&o, "11"), "the part is incorporated by reference");
    assert_null(why(&o, "7A"));
    static const struct {
        const char *id;
        enum node_status status;
    } rows[] = {
        {"1", NODE_PRESENT},      {"3", NODE_PRESENT}, {"5", NODE_PRESENT},
        {"7", NODE_INCORPORATED}, {"9", NODE_OMITTED}, {"14", NODE_PRESENT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t at = outline_find(o.outline, slice_of(rows[i].id));
        assert_int_not_equal(at, (size_t)-1);
        if (nodes[at].status != rows[i].status)
            fail_msg("%s: %s", rows[i].id, node_status_name(nodes[at].status));
    }
    close_filing(&o);
}

static void test_new_number(void **state)
{
    (void)state;
    struct opened o =
        open_filing("10-K", "20110415", "",
                    "PART II\n\nItem 8. Financial Statements and Supplementary Data\n\nSales.\n\n"
                    "Item 9A(T). Controls and Procedures\n\nThey work.\n");
    assert_null(why(&o, "9A"));
    assert_string_equal(why(&o, "9B"), "not found");
    assert_string_equal(why(&o, "4"), "reserved");
    close_filing(&o);
}

static void test_prospectus(void **state)
{
    (void)state;
    struct opened o = open_filing("424B4", "20010331", "", "PROSPECTUS\n\nWe sell tiles.\n");
    assert_null(why(&o, "13"));
    close_filing(&o);
}

/* The documents that come with the first miss nothing, but for a second of the form's type. */
static void test_others(void **state)
{
    static const char filing[] =
        "<SEC-DOCUMENT>a.txt\n<SEC-HEADER>a.hdr\nACCESSION NUMBER:\t\t0000000001-06-000001\n"
        "CONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\tOther Events\n"
        "FILED AS OF DATE:\t\t20060331\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\nA mill was sold.\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>XML\n<SEQUENCE>2\n<FILENAME>R1.htm\n<TEXT>\n<html><body><p>Cover</p>"
        "</body></html>\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>3\n<TEXT>\nAnother mill was.\n</TEXT>\n</DOCUMENT>\n"
        "</SEC-DOCUMENT>\n";
    static const size_t want[] = {1, 0, 1};
    struct error e;
    (void)state;
    struct submission *s = submission_open(input_from_bytes("test", slice_of(filing)), &e);
    assert_non_null(s);
    submission_scan(s, (size_t)-1);
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        const struct missing *missing;
        struct outline *o = outline_new(s, submission_document(s, i));
        while (!outline_step(o, 1 << 20))
            continue;
        assert_int_equal(outline_missing(o, &missing), want[i]);
        outline_free(o);
    }
    submission_free(s);
}

/* An 8-K without any Item, whatever its header says. */
static void test_no_item(void **state)
{
    struct buffer out = {0};
    (void)state;
    struct opened o = open_filing("8-K", "20060331", "", "A mill was sold.\n");
    missing_warnings(o.submission, o.outline, &out);
    assert_string_equal(buffer_text(&out), "no Item was found in the 8-K\n");
    close_filing(&o);
    buffer_clear(&out);
    o = open_filing("8-K", "20060331", "", "Item 8.01. Other Events\n\nA mill was sold.\n");
    missing_warnings(o.submission, o.outline, &out);
    assert_int_equal(out.len, 0);
    close_filing(&o);
    buffer_deinit(&out);
}

static void test_warnings(void **state)
{
    struct buffer out = {0};
    (void)state;
    struct opened o = open_filing(
        "8-K", "20060331",
        "ITEM INFORMATION:\t\tResults of Operations and Financial Condition\n"
        "ITEM INFORMATION:\t\tFinancial Statements and Exhibits\n",
        "Item 8.01. Other Events\n\nA mill was sold.\n\n"
        "Item 9.01. Financial Statements and Exhibits\n\n(d) Exhibits\n\n  99.1  Release\n");
    missing_warnings(o.submission, o.outline, &out);
    assert_string_equal(buffer_text(&out),
                        "the header declares Item 2.02, the text has no such heading\n"
                        "the text has Item 8.01, which the header does not declare\n");
    close_filing(&o);
    buffer_clear(&out);
    o = open_filing("8-K", "20060331",
                    "ITEM INFORMATION:\t\tUnheard Of\n"
                    "ITEM INFORMATION:\t\tFinancial Statements and Exhibits\n",
                    "Item 8.01. Other Events\n\nA mill was sold.\n\n"
                    "Item 9.01. Financial Statements and Exhibits\n\n(d) Exhibits\n");
    missing_warnings(o.submission, o.outline, &out); /* the line may have meant 8.01 */
    assert_int_equal(out.len, 0);
    close_filing(&o);
    o = open_filing("10-Q", "19960801", "", QUARTER);
    missing_warnings(o.submission, o.outline, &out);
    assert_int_equal(out.len, 0);
    close_filing(&o);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quarter),    cmocka_unit_test(test_year),
        cmocka_unit_test(test_new_number), cmocka_unit_test(test_prospectus),
        cmocka_unit_test(test_others),     cmocka_unit_test(test_no_item),
        cmocka_unit_test(test_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
