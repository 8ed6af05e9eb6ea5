/* SPDX-License-Identifier: MIT */
/* What stands in front of a text. */
#include "model/marker.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_markers(void **state)
{
    static const char *const markers[] = {"\xE2\x80\xA2", "o",     "x", "(a)",      "1.", "iv)",
                                          "\xE2\x98\x92", "(iii)", "*", "\xC2\xB7", "12."};
    static const char *const others[] = {"", "Cash", "By:", "Mr.", "2003", "A", "\xC3\xA9"};
    (void)state;
    for (size_t i = 0; i < COUNT(markers); i++)
        if (!marker_is(slice_of(markers[i])))
            fail_msg("'%s' is no marker", markers[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (marker_is(slice_of(others[i])))
            fail_msg("'%s' is a marker", others[i]);
}

static void test_labels(void **state)
{
    static const char *const labels[] = {"Item 1.",      "ITEM 7A.",   "Note 12",   "PART I",
                                         "Exhibit 99.1", "Article IV", "Schedule A"};
    static const char *const others[] = {
        "Exhibit No.", "Notes", "Part", "Items", "Partner 1", "Schedule of payments", ""};
    (void)state;
    for (size_t i = 0; i < COUNT(labels); i++)
        if (!marker_is_label(slice_of(labels[i])))
            fail_msg("'%s' is no label", labels[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (marker_is_label(slice_of(others[i])))
            fail_msg("'%s' is a label", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markers),
        cmocka_unit_test(test_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
