/* SPDX-License-Identifier: MIT */
/* The clause of a row that tells of one filing. */
#include "outline/exhibits/exhibit_clause.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_clause(void **state)
{
    static const char *const rows[][2] = {
        {"Plan dated May 5, 1998. Incorporated by reference to Exhibit A to the Proxy Statement "
         "filed March 10, 1995. Incorporated by reference to Exhibit 10 to Form 10-Q",
         "Incorporated by reference to Exhibit A to the Proxy Statement filed March 10, 1995. "},
        {"Plan (filed as Exhibit 10.52) (incorporated by reference to Exhibit 10.2 to Form 10-Q)",
         "incorporated by reference to Exhibit 10.2 to Form 10-Q"},
        {"incorporated by reference to Exhibit 3 to Form 8-K filed May 3, 2004, and Exhibit 4 to "
         "Form 10-Q",
         "incorporated by reference to Exhibit 3 to Form 8-K filed May 3, 2004, and Exhibit "},
        {"incorporated by reference to Exhibit A to the Registration Statement, Exhibit 4 to "
         "Form 10-Q",
         "incorporated by reference to Exhibit A to the Registration Statement, Exhibit "},
        {"incorporated by reference from Form 8-K, Exhibit 3, and from Form 10-Q, Exhibit 4",
         "incorporated by reference from Form 8-K, Exhibit 3, and from Form "},
        {"Exhibit 3.1 and Exhibit 3.2 to Form S-1", "Exhibit 3.1 and Exhibit 3.2 to Form S-1"},
        /* the word in a company's name */
        {"incorporated by reference to Exhibit 3 to Mill Group Incorporated's Form 8-K of May 1",
         "incorporated by reference to Exhibit 3 to Mill Group Incorporated's Form 8-K of May 1"},
        {"Lease, filed with the Commission as Exhibit 7 to Form 10-K and incorporated herein",
         "filed with the Commission as Exhibit 7 to Form 10-K and incorporated herein"},
        {"Lease [Form 10-Q filed on May 1, 2011, Exhibit 3.1]",
         "Lease [Form 10-Q filed on May 1, 2011, Exhibit 3.1]"},
        {"incorporated", "incorporated"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice clause = exhibit_clause(slice_of(rows[i][0]));
        if (!slice_equal(clause, slice_of(rows[i][1])))
            fail_msg("%s: %.*s", rows[i][0], (int)clause.len, clause.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clause)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
