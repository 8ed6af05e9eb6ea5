/* SPDX-License-Identifier: MIT */
/* The names of characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/markup_entity.h"

static void test_entity(void **state)
{
    static const struct {
        const char *name;
        uint32_t code;
    } samples[] = {
        {"AElig", 0xC6},    {"amp", '&'},
        {"apos", '\''},     {"thetasym", 0x3D1},
        {"zwnj", 0x200C},   {"mdash", 0x2014},
        {"Dagger", 0x2021}, {"dagger", 0x2020},
        {"check", 0x2713},  {"NegativeThickSpace", 0x200B},
        {"half", 0xBD},     {"", 0},
        {"Amp", 0},         {"am", 0},
        {"thetasyms", 0},   {"zzz", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_int_equal(markup_entity(slice_of(samples[i].name)), samples[i].code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
