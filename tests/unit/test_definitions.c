/* SPDX-License-Identifier: MIT */
/* Definitions in whole documents: found, ordered, placed. */
#include "outline/definitions/definitions.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char plain[] = "<DOCUMENT>\n<TYPE>EX-10.1\n<TEXT>\n"
                            "AGREEMENT between Sample Corp. (the \"Company\") and Example\n"
                            "Bank, N.A. (hereinafter called the \"Lender\"). The Company and the\n"
                            "Lender agree.\n\n"
                            "     \"Senior Notes\" is not yet used here.\n\n"
                            "     ``Senior Notes'' means the Company's 9% notes due 2003,\n"
                            "and ``Notes'' means any of them.\n\n"
                            "     \"Permitted\n"
                            "Liens\" shall have the meaning given in Section 4.2.\n\n"
                            "     _Closing Date_: the day on which all this is signed.\n\n"
                            "     (\"Senior Notes\") again.\n"
                            "</TEXT>\n</DOCUMENT>\n";

static const char html[] =
    "<html><body><p>Sample Corp. (&#8220;<b>we</b>&#8221; or the &#8220;Company&#8221;) is.</p>\n"
    "<p><u>Closing Date</u> means the day of closing.</p>\n"
    "<p><b>Base Rate</b>: the rate that the bank gives to its best clients.</p>\n"
    "<p><b>Item 1. Business</b> we sell.</p>\n"
    "<table><tr><td>&#8220;EBITDA&#8221;</td><td>means earnings before "
    "interest.</td></tr></table>\n"
    "</body></html>\n";

struct expected {
    const char *wanted;
    const char *sentence; /* the input at the best definition begins so; NULL: none is found */
    const char *term;     /* as printed in it */
    size_t count;
};

static void check(const char *bytes, size_t length, const struct expected *rows, size_t count)
{
    struct error e = {0};
    struct submission *s =
        submission_open(input_from_bytes("test", (struct slice){bytes, length}), &e);
    assert_non_null(s);
    submission_scan(s, (size_t)-1);
    for (size_t i = 0; i < count; i++) {
        struct definition_terms terms;
        const struct definition *found;
        definition_terms_init(&terms);
        definition_terms_typed(&terms, slice_of(rows[i].wanted));
        struct definitions *d = definitions_new(content_of(s, submission_document(s, 0)), &terms);
        while (!definitions_step(d, 1))
            ;
        size_t n = definitions_found(d, &found);
        if (n != rows[i].count)
            fail_msg("%s: %zu", rows[i].wanted, n);
        if (n > 0) {
            struct slice at =
                slice_cut(submission_bytes(s), found->offset, found->offset + found->length);
            struct slice term = slice_cut(submission_bytes(s), found->term_offset,
                                          found->term_offset + found->term_length);
            if (!slice_starts(at, slice_of(rows[i].sentence)))
                fail_msg("%s: %.*s", rows[i].wanted, (int)at.len, at.at);
            assert_true(slice_equal(term, slice_of(rows[i].term)));
        }
        definitions_free(d);
        definition_terms_deinit(&terms);
    }
    submission_free(s);
}

static void test_plain(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"Company", "AGREEMENT between Sample Corp.", "Company", 1},
        {"Lender", "AGREEMENT", "Lender", 1},
        /* What it means comes before the name in brackets. */
        {"senior note", "``Senior Notes'' means", "Senior Notes", 3},
        {"Notes", "``Senior Notes'' means", "Notes", 1},
        {"Permitted Liens", "\"Permitted\nLiens\" shall", "Permitted\nLiens", 1},
        {"Closing Date", "_Closing Date_: the day", "Closing Date", 1},
        {"Borrower", NULL, NULL, 0},
    };
    check(plain, sizeof plain - 1, rows, COUNT(rows));
}

static void test_html(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {"Company", "Sample Corp.", "Company", 1},
        {"Closing Dates", "Closing Date", "Closing Date", 1},
        {"Base Rate", "Base Rate", "Base Rate", 1},
        {"EBITDA", "&#8220;EBITDA", "EBITDA", 1},
        {"Business", NULL, NULL, 0},
    };
    check(html, sizeof html - 1, rows, COUNT(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_html)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
