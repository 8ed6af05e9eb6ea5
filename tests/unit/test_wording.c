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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
