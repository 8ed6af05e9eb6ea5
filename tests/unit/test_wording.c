/* SPDX-License-Identifier: MIT */
/* What the words of a cell are about. */
#include "model/wording.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_words(void **state)
{
    static const char *const markers[] = {"\xE2\x80\xA2", "o",     "x", "(a)",      "1.", "iv)",
                                          "\xE2\x98\x92", "(iii)", "*", "\xC2\xB7", "12."};
    static const char *const others[] = {"", "Cash", "By:", "Mr.", "2003", "A", "\xC3\xA9"};
    static const char *const labels[] = {"Item 1.",      "ITEM 7A.",   "Note 12",   "PART I",
                                         "Exhibit 99.1", "Article IV", "Schedule A"};
    static const char *const no_labels[] = {
        "Exhibit No.", "Notes", "Part", "Items", "Partner 1", "Schedule of payments", ""};
    static const char *const notes[] = {"(in millions)", "(Dollars in thousands)", "In thousands",
                                        "(unaudited)", "Years ended December 31,"};
    (void)state;
    for (size_t i = 0; i < COUNT(markers); i++)
        if (!wording_is_marker(slice_of(markers[i])))
            fail_msg("'%s' is no marker", markers[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (wording_is_marker(slice_of(others[i])))
            fail_msg("'%s' is a marker", others[i]);
    for (size_t i = 0; i < COUNT(labels); i++)
        if (!wording_is_label(slice_of(labels[i])))
            fail_msg("'%s' is no label", labels[i]);
    for (size_t i = 0; i < COUNT(no_labels); i++)
        if (wording_is_label(slice_of(no_labels[i])))
            fail_msg("'%s' is a label", no_labels[i]);
    for (size_t i = 0; i < COUNT(notes); i++)
        if (!wording_is_unit_note(slice_of(notes[i])))
            fail_msg("'%s' is no note", notes[i]);
    assert_false(wording_is_unit_note(SLICE("Cost of sales")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
