/* SPDX-License-Identifier: MIT */
/* Columns of characters and of text. */
#include "base/width.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_of(void **state)
{
    static const struct {
        uint32_t code;
        int columns;
    } rows[] = {
        {'a', 1},    {' ', 1},    {0x7F, 1},   {0, 1},      {0x1B, 1},     {0x85, 1},   {0xE9, 1},
        {0x2014, 1}, {0xFFFD, 1}, {0x301, 0},  {0x200B, 0}, {0xAD, 0},     {0xFEFF, 0}, {0x4E00, 2},
        {0xFF21, 2}, {0xAC00, 2}, {0x202E, 1}, {0x2067, 1}, {0x10FFFF, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (width_of(rows[i].code) != rows[i].columns)
            fail_msg("U+%04X: %d columns", rows[i].code, width_of(rows[i].code));
}

static void test_control(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        bool want = code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x61C ||
                    code == 0x180E || code == 0x200E || code == 0x200F ||
                    (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x206F) ||
                    (code >= 0xFFF9 && code <= 0xFFFB) || (code >= 0x1D173 && code <= 0x1D17A) ||
                    (code >= 0xE0000 && code <= 0xE007F);
        if (width_is_control(code) != want)
            fail_msg("U+%04X", code);
        int columns = width_of(code);
        if (columns < 0 || columns > 2)
            fail_msg("U+%04X: %d columns", code, columns);
    }
}

static void test_text(void **state)
{
    static const struct {
        const char *text;
        size_t columns;   /* of all of it */
        size_t fit, room; /* the bytes that fit in `room` */
    } rows[] = {
        {"", 0, 0, 5},
        {"Item 7A", 7, 4, 4},
        {"Item 7A", 7, 7, 7},
        {"Item 7A", 7, 7, 99},
        {"Item 7A", 7, 0, 0},
        {"e\xCC\x81"
         "f",
         2, 3, 1},                             /* the accent stays with its letter */
        {"\xE4\xB8\x80\xE4\xB8\x80", 4, 3, 3}, /* a wide one is not halved */
        {"\xE4\xB8\x80", 2, 0, 1},
        {"a\xE2\x80\x94z", 3, 4, 2},
        {"a\x93z", 3, 2, 2}, /* a bad byte is one mark */
        {"\x93\x93\x93", 3, 2, 2},
        /* What stands again and again, and ends in the middle of a word or of itself. */
        {"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80", 6, 12, 4},
        {"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x81 ab", 7, 13, 5},
        {"\xE2\x94\x80\xE2\x94\x80\xE2\x94", 4, 6, 2},
        {"Company\xE2\x80\x99s annual report", 23, 7, 7},
        {"Company\xE2\x80\x99s annual report", 23, 15, 13},
        {"12345678\xCC\x81", 8, 10, 8},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice text = slice_of(rows[i].text);
        assert_int_equal(width_of_text(text), rows[i].columns);
        assert_int_equal(width_fit(text, rows[i].room), rows[i].fit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_of),
        cmocka_unit_test(test_control),
        cmocka_unit_test(test_text),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77; /* wide characters need a UTF-8 locale */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
