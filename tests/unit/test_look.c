/* SPDX-License-Identifier: MIT */
/* What the text of a cell looks like. */
#include "model/look.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_kinds(void **state)
{
    static const struct {
        const char *text;
        enum look_kind kind;
        bool strong, open;
    } rows[] = {
        {"", LOOK_EMPTY, false, false},
        {"Net sales", LOOK_TEXT, false, false},
        {"1,234", LOOK_NUMBER, true, false},
        {"(1,234)", LOOK_NUMBER, true, false},
        {"(1,377", LOOK_NUMBER, true, true},
        {"$ (7", LOOK_NUMBER, true, true},
        {"$1.2", LOOK_NUMBER, true, false},
        {"US$ 40", LOOK_NUMBER, true, false},
        {"\xE2\x82\xAC 12.5", LOOK_NUMBER, true, false},
        {"12%", LOOK_NUMBER, true, false},
        {"12", LOOK_NUMBER, false, false},
        {".5", LOOK_NUMBER, true, false},
        {"-3.1%", LOOK_NUMBER, true, false},
        {"1/2", LOOK_NUMBER, false, false},
        {"12-3/8", LOOK_NUMBER, false, false},
        {"46 5/8", LOOK_NUMBER, false, false},
        {"46 58", LOOK_TEXT, false, false},
        {"7\xC2\xBD", LOOK_NUMBER, false, false},
        {"1,234(a)", LOOK_NUMBER, true, false},
        {"1,234 (1)(2)", LOOK_NUMBER, true, false},
        {"1,234 ^1", LOOK_NUMBER, true, false},
        {"25 bps", LOOK_NUMBER, false, false},
        {"3.5x", LOOK_NUMBER, true, false},
        {"$ 5.2 million", LOOK_NUMBER, true, false},
        {"2.5% \xE2\x80\x93 4.0%", LOOK_NUMBER, true, false},
        {"91-1144442", LOOK_TEXT, false, false},
        {"(408) 996-1010", LOOK_TEXT, false, false},
        {"000-27038", LOOK_TEXT, false, false},
        {"2003", LOOK_YEAR, false, false},
        {"2003 (1)", LOOK_YEAR, false, false},
        {"301097 (F1)", LOOK_NUMBER, false, false},
        {"(F12)", LOOK_MARK, false, false},
        {"(FX1)", LOOK_TEXT, false, false},
        {"M", LOOK_TEXT, false, false},
        {"m", LOOK_TEXT, false, false},
        {"X", LOOK_TEXT, false, false},
        {"x", LOOK_BEHIND, false, false},
        {"$5M", LOOK_NUMBER, true, false},
        {"2,003", LOOK_NUMBER, true, false},
        {"$ 2003", LOOK_NUMBER, true, false},
        {"Three Months Ended June 30,", LOOK_PERIOD, false, false},
        {"Sept. 30", LOOK_PERIOD, false, false},
        {"12/2018", LOOK_PERIOD, false, false},
        {"13/64", LOOK_NUMBER, false, false},
        {"12/31/03", LOOK_PERIOD, false, false},
        {"Fiscal 2003", LOOK_PERIOD, false, false},
        {"Decembrist", LOOK_TEXT, false, false},
        {"\xE2\x80\x94", LOOK_NONE, false, false},
        {"$ \xE2\x80\x94", LOOK_NONE, false, false},
        {"-", LOOK_NONE, false, false},
        {"N/A", LOOK_NONE, false, false},
        {"NM", LOOK_NONE, false, false},
        {"$", LOOK_BEFORE, false, false},
        {"$(", LOOK_BEFORE, false, false},
        {"(", LOOK_BEFORE, false, false},
        {")", LOOK_BEHIND, false, false},
        {")%", LOOK_BEHIND, false, false},
        {"%", LOOK_BEHIND, false, false},
        {"bps", LOOK_BEHIND, false, false},
        {"(1)", LOOK_MARK, false, false},
        {"(a)", LOOK_MARK, false, false},
        {"*", LOOK_MARK, false, false},
        {"(unaudited)", LOOK_TEXT, false, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct look look = look_of(slice_of(rows[i].text));
        if (look.kind != rows[i].kind)
            fail_msg("'%s' looks like %d", rows[i].text, (int)look.kind);
        if (look.strong != rows[i].strong || look.open != rows[i].open)
            fail_msg("'%s': strong %d, open %d", rows[i].text, look.strong, look.open);
        assert_int_equal(look.period, look.kind == LOOK_YEAR || look.kind == LOOK_PERIOD);
    }
}

static void test_trim(void **state)
{
    static const struct {
        const char *text, *trimmed;
        size_t columns;
    } rows[] = {
        {"  Cash  ", "Cash", 2},
        {"\xC2\xA0\xC2\xA0 Cash\xC2\xA0", "Cash", 3},
        {"\xE2\x80\x8B"
         "a b",
         "a b", 0},
        {"\xC2\xA0", "", 1},
        {"", "", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t columns = 99;
        struct slice text = look_trim(slice_of(rows[i].text), &columns);
        assert_true(slice_equal(text, slice_of(rows[i].trimmed)));
        assert_int_equal(columns, rows[i].columns);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_trim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
