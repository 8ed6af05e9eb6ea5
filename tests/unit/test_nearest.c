/* SPDX-License-Identifier: MIT */
/* Colours in terminals that have 8, 16, 256 or all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "term/nearest.h"

static void test_nearest(void **state)
{
    (void)state;
    static const struct {
        color wanted;
        int colors, number;
    } cases[] = {
        {COLOR_TERMINAL, 256, -1},
        {COLOR_TERMINAL, 8, -1},
        {3, 8, 3},
        {11, 8, 3},
        {11, 16, 11},
        {11, 88, 11},
        {208, 256, 208},
        {208, 16, 3},
        {21, 8, 4},
        {COLOR_RGB | 0x000000, 256, 16},
        {COLOR_RGB | 0xFFFFFF, 256, 231},
        {COLOR_RGB | 0xFF8700, 256, 208},
        {COLOR_RGB | 0x808080, 256, 244},
        {COLOR_RGB | 0xFE0203, 16, 9},
        {COLOR_RGB | 0xFE0203, 8, 1},
        {COLOR_RGB | 0x123456, NEAREST_DIRECT, 0x123456},
        {COLOR_RGB | 0x000005, NEAREST_DIRECT, 0},
        {5, NEAREST_DIRECT, 5},
        {208, NEAREST_DIRECT, 0xFF8700},
        {255, NEAREST_DIRECT, 0xEEEEEE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(nearest_color(cases[i].wanted, cases[i].colors), cases[i].number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nearest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
