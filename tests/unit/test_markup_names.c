/* SPDX-License-Identifier: MIT */
/* Which elements are read in another way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/markup_names.h"
#include "formats/markup_usual.h"

static void test_names(void **state)
{
    static const struct {
        const char *name;
        bool empty, closed, shape;
    } rows[] = {
        {"br", true, false, false},    {"basefont", true, false, false},
        {"wbr", false, true, false},   {"page", false, true, false},
        {"td", false, false, true},    {"p", false, false, true},
        {"font", false, false, false}, {"", false, false, false},
        {"b", false, false, false},    {"brr", false, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice name = slice_of(rows[i].name);
        assert_int_equal(markup_names_empty(name), rows[i].empty);
        assert_int_equal(markup_names_closed(name), rows[i].closed);
        assert_int_equal(markup_names_shape(name), rows[i].shape);
    }
}

/* The usual elements agree. */
static void test_usual(void **state)
{
    size_t count;
    const struct markup_usual *all = markup_usual_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(markup_names_empty(all[i].name), all[i].empty);
        assert_false(markup_names_closed(all[i].name));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_usual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
