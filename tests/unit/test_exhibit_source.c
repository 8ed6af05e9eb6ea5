/* SPDX-License-Identifier: MIT */
/* Where the words of an index say that an exhibit was filed. */
#include "outline/exhibits/exhibit_source.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_read(void **state)
{
    static const struct {
        const char *text, *form, *exhibit, *date, *file;
    } rows[] = {
        {"Plan dated May 5, 1998. Incorporated by reference to Exhibit 10.3 to the Company's "
         "Annual "
         "Report on Form 10-K for the year ended December 31, 2001 (File No. 0-12345)",
         "10-K", "10.3", "2001-12-31", "0-12345"},
        {"filed as Exhibit 4.1 to Form S-1, No. 333-12345, filed March 3, 1999", "S-1", "4.1",
         "1999-03-03", "333-12345"},
        {"Articles were filed with the Commission on March 30, 1999 as Exhibit 3.1 to the Report "
         "on "
         "Form 10-K for the fiscal year ended January 3, 1999 and are incorporated by reference",
         "10-K", "3.1", "1999-03-30", ""},
        {"Lease [Exhibit 10.14, Form 10-Q/A filed Nov. 14, 2003]", "10-Q/A", "10.14", "2003-11-14",
         ""},
        {"(incorporated by reference to Exhibit (4)(a) to Form S-8, Registration No. 33-6265)",
         "S-8", "4(a)", "", "33-6265"},
        {"Form 8-K dated 7/15/93, Exhibit 10", "8-K", "10", "1993-07-15", ""},
        {"incorporated by reference to Exhibit A to the Proxy Statement dated April 19, 1995",
         "proxy statement", "A", "1995-04-19", ""},
        /* of two filings the first */
        {"Incorporated by reference to Exhibit A to the Proxy Statement filed March 10, 1995. "
         "Incorporated by reference to Exhibit 10 to Form 10-Q (File No. 0-12345)",
         "proxy statement", "A", "1995-03-10", ""},
        {"Incorporated by reference to Exhibit 4 to Form S-8 and Exhibit 10 to Form 10-Q for the "
         "quarter ended March 31, 1996",
         "S-8", "4", "", ""},
        {"Lease, filed with the Commission on March 31, 1994 as Exhibit 10.7 to the Report on "
         "Form 10-K and incorporated herein",
         "10-K", "10.7", "1994-03-31", ""},
        /* only the year */
        {"incorporated by reference to Exhibit 4 to the 1988 Form 10-K", "10-K", "4", "1988", ""},
        {"incorporated by reference to Exhibit 4 to Form 10-K for 1993", "10-K", "4", "1993", ""},
        {"incorporated by reference to Exhibit 4 to Form 10-Q for the quarter ended March 1995",
         "10-Q", "4", "1995", ""},
        {"incorporated by reference to Exhibit 4 to Form S-8, No. 33-1995, of the 1990 Plan under "
         "the Securities Act of 1933",
         "S-8", "4", "", "33-1995"},
        {"incorporated by reference to Annex B to its Schedule 14A (SEC File No. 001-00123-02)",
         "Schedule 14A", "Annex B", "", "001-00123-02"},
        {"incorporated by reference to the registration statement on Form 10", "10", "", "", ""},
        {"8-K\t001-33977 2023-06-20", "8-K", "", "2023-06-20", "001-33977"},
        {"Form of 5.125% Note", "", "", "", ""},
        {"call (770) 384-2871 on 31/31/2001", "", "", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct arena arena;
        struct node_source s = {0};
        arena_init(&arena);
        exhibit_source_read(slice_of(rows[i].text), &arena, &s);
        if (!slice_equal(s.form, slice_of(rows[i].form)) ||
            !slice_equal(s.exhibit, slice_of(rows[i].exhibit)) ||
            !slice_equal(s.date, slice_of(rows[i].date)) ||
            !slice_equal(s.file, slice_of(rows[i].file)))
            fail_msg("%s: %.*s, %.*s, %.*s, %.*s", rows[i].text, (int)s.form.len, s.form.at,
                     (int)s.exhibit.len, s.exhibit.at, (int)s.date.len, s.date.at, (int)s.file.len,
                     s.file.at);
        arena_deinit(&arena);
    }
}

static void test_told(void **state)
{
    static const struct {
        const char *text;
        enum exhibit_told told;
    } rows[] = {
        {"Incorporated herein by reference to Form S-1", TOLD_ELSEWHERE},
        {"Filed herewith", TOLD_HERE},
        {"Furnished (and not filed) herewith", TOLD_HERE},
        {"is attached hereto as Exhibit 4.5", TOLD_HERE},
        {"Previously filed", TOLD_ELSEWHERE},
        {"(Exhibit 3.1 of Annual Report on Form 10-K for 1987)", TOLD_ELSEWHERE},
        {"Annual report (only the portions incorporated by reference are deemed filed)",
         TOLD_NOTHING},
        {"is furnished and may only be incorporated by reference in another filing", TOLD_NOTHING},
        {"Form of note, Exhibit 4", TOLD_NOTHING},
        {"Power of attorney", TOLD_NOTHING},
        {"The tables of Exhibit 99.1 in eXtensible Business Reporting Language", TOLD_NOTHING},
        {"", TOLD_NOTHING},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (exhibit_source_told(slice_of(rows[i].text)) != rows[i].told)
            fail_msg("%s: %d", rows[i].text, (int)exhibit_source_told(slice_of(rows[i].text)));
}

static void test_same(void **state)
{
    static const char *const rows[][3] = {
        {"Form of note (included in Exhibit 4.2)", "4.2", "4.2"},
        {"See Exhibits 3(a) through 3(p).", "3(a)", "3(p)"},
        {"See Exhibits 3.1, 3.2 and 3.3.", "3.1", "3.3"},
        {"(included in Exhibit 4.1 and Exhibit 4.2)", "4.1", "4.2"},
        {"(included in Exhibit 4.1 and signed)", "4.1", "4.1"},
        {"Contained in Exhibit 5.1 hereto", "5.1", "5.1"},
        {"See Exhibit 3.1 to the Report on Form 10-K", "", ""},
        {"Note", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice last;
        struct slice same = exhibit_source_same(slice_of(rows[i][0]), &last);
        if (!slice_equal(same, slice_of(rows[i][1])) || !slice_equal(last, slice_of(rows[i][2])))
            fail_msg("%s: %.*s, %.*s", rows[i][0], (int)same.len, same.at, (int)last.len, last.at);
    }
}

static void test_others(void **state)
{
    (void)state;
    assert_true(exhibit_source_others(
        SLICE("Exhibits not filed herewith are incorporated by reference to earlier filings.")));
    assert_false(exhibit_source_others(SLICE("Exhibits with a star are incorporated by reference. "
                                             "All other exhibits are filed herewith.")));
    assert_true(exhibit_source_corresponds(SLICE("to the corresponding exhibit to Form S-1")));
    assert_false(exhibit_source_corresponds(SLICE("to Exhibit 3.1 to Form S-1")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
