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
    static const char *const notes[] = {"(in millions)", "(Dollars in thousands)", "In thousands",
                                        "(unaudited)", "Years ended December 31,"};
    (void)state;
    for (size_t i = 0; i < COUNT(notes); i++)
        if (!wording_is_unit_note(slice_of(notes[i])))
            fail_msg("'%s' is no note", notes[i]);
    assert_false(wording_is_unit_note(SLICE("Cost of sales")));
}

static void test_time(void **state)
{
    static const char *const times[] = {
        "Years ended", "FY2023",       "fy 23", "Q3",       "(Sept)", "sep",      "May",
        "JULY 4",      "December 31,", "2024",  "12/31/24", "ytd",    "13 weeks", "Period"};
    static const char *const others[] = {"", "Total", "Mayor", "Octo", "q5", "1234", "quart", "z"};
    (void)state;
    for (size_t i = 0; i < COUNT(times); i++)
        if (!wording_names_time(slice_of(times[i])))
            fail_msg("'%s' is no time", times[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (wording_names_time(slice_of(others[i])))
            fail_msg("'%s' is a time", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
