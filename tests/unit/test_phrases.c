/* SPDX-License-Identifier: MIT */
/* Tests of looking for several phrases at once. */
#include "base/phrases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_in(void **state)
{
    static const struct slice phrases[] = {SLICE_ROW("in thousands"), SLICE_ROW("$ in"),
                                           SLICE_ROW("Ended"), SLICE_ROW("%")};
    static const struct {
        struct slice text;
        bool in;
    } rows[] = {
        {SLICE_ROW(""), false},
        {SLICE_ROW("e"), false},
        {SLICE_ROW("%"), true},
        {SLICE_ROW("per cent (%)"), true},
        {SLICE_ROW("10% of it"), true},
        {SLICE_ROW("ended"), true},
        {SLICE_ROW("year ENDED"), true},
        {SLICE_ROW("year ende"), false},
        {SLICE_ROW("Dollars IN THOUSANDS, except"), true},
        {SLICE_ROW("in thousand"), false},
        {SLICE_ROW("in in thousands"), true},
        {SLICE_ROW("4 in"), false}, /* of the kind of '$' */
        {SLICE_ROW("$ iN"), true},
        {SLICE_ROW("en\0ded ended"), true},
        {SLICE_ROW("\xE5nded"), false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (phrases_in(rows[i].text, phrases, 4) != rows[i].in)
            fail_msg("row %zu", i);
    assert_false(phrases_in(SLICE("anything"), phrases, 0));
}

/* The same as one search for each phrase, at every length of text. */
static void test_as_find(void **state)
{
    static const struct slice phrases[] = {SLICE_ROW("ab"), SLICE_ROW("b"), SLICE_ROW("ca c")};
    static const char letters[] = "aBc C";
    char text[6];
    (void)state;
    for (size_t n = 0; n < 15625; n++) {
        for (size_t i = 0, rest = n; i < 6; i++, rest /= 5)
            text[i] = letters[rest % 5];
        for (size_t len = 0; len <= 6; len++) {
            struct slice s = {text, len};
            for (size_t p = 0; p < 3; p++)
                assert_int_equal(phrases_in(s, &phrases[p], 1),
                                 slice_find_nocase(s, phrases[p]) < s.len);
        }
    }
}

/* The last of many: those that one pass has no room for. */
static void test_many(void **state)
{
    enum { MANY = 130 };
    struct slice phrases[MANY];
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        phrases[i] = SLICE("none of it");
    for (size_t at = 0; at < MANY; at++) {
        assert_false(phrases_in(SLICE("the year ended"), phrases, MANY));
        phrases[at] = SLICE("YEAR");
        for (size_t count = at; count <= MANY; count++)
            assert_int_equal(phrases_in(SLICE("the year ended"), phrases, count), count > at);
        phrases[at] = SLICE("none of it");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_in), cmocka_unit_test(test_as_find),
                                       cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
