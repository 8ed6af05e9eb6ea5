/* SPDX-License-Identifier: MIT */
/* Numbers cut where they are aligned. */
#include "layout/figure.h"

#include "base/buffer.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The sign, the whole part and the tail, with '|' between them. */
static void test_cuts(void **state)
{
    static const char *const rows[][2] = {
        {"1,204", "|1,204|"},
        {"$ 1,204", "$|1,204|"},
        {"$1,204", "$|1,204|"},
        {"$\xC2\xA0(1,204)", "$|(1,204|)"},
        {"(1,204)", "|(1,204|)"},
        {"($1,204)", "|($1,204|)"},
        {"12.5%", "|12|.5%"},
        {"(12.5)%", "|(12|.5)%"},
        {".25", "||.25"},
        {"-.25", "|-|.25"},
        {"\xE2\x80\x94", "|\xE2\x80\x94|"},
        {"$ \xE2\x80\x94", "$|\xE2\x80\x94|"},
        {"\xE2\x80\x94%", "|\xE2\x80\x94|%"},
        {"\xE2\x82\xAC 5", "\xE2\x82\xAC|5|"},
        {"US$ 5", "US$|5|"},
        {"RMB 5.1", "RMB|5|.1"},
        {"Rs. 5", "|Rs. 5|"}, /* neither a currency sign nor letters and a blank */
        {"N/A", "|N/A|"},
        {"$ -0-", "$|-0-|"},
        {"nm", "|nm|"},
        {"12,345(1)", "|12,345|(1)"},
        {"5, 6", "|5|, 6"},
        {"1,204 of the shares", "|1,204 of the shares|"}, /* words do not hang */
        {"$", "|$|"},
        {"", "||"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice text = slice_of(rows[i][0]);
        struct figure f = figure_of(text);
        struct buffer out = {0};
        buffer_add(&out, slice_cut(text, 0, f.sign));
        buffer_add_byte(&out, '|');
        buffer_add(&out, slice_cut(text, f.whole, f.tail));
        buffer_add_byte(&out, '|');
        buffer_add(&out, slice_cut(text, f.tail, text.len));
        assert_string_equal(buffer_text(&out), rows[i][1]);
        buffer_deinit(&out);
    }
}

static void test_columns(void **state)
{
    (void)state;
    struct figure f = figure_of(SLICE("\xE2\x82\xAC (1,204.5)%"));
    assert_int_equal(f.sign_columns, 1);
    assert_int_equal(f.whole_columns, 6);
    assert_int_equal(f.tail_columns, 4);
    assert_int_equal(figure_left(&f), 8);
    f = figure_of(SLICE("7"));
    assert_int_equal(figure_left(&f), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_columns),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
