/* SPDX-License-Identifier: MIT */
/* Which digits of a text are numbers, what they say, and what stands around them. */
#include "search/number.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

#define NBSP "\xC2\xA0"
#define THIN "\xE2\x80\x89"
#define MADE "\xE2\x81\x9F"
#define MINUS "\xE2\x88\x92"

/* All numbers as "digits*10^power(shown)", joined with blanks. */
static void write_numbers(const char *text, struct buffer *out)
{
    struct slice s = slice_of(text);
    struct number n;
    for (size_t at = 0; number_next(s, at, s.len, &n); at = n.end) {
        assert_true(n.start >= at && n.end > n.start && n.end <= s.len);
        buffer_addf(out, "%s%llue%d", out->len ? " " : "", (unsigned long long)n.digits, n.power);
    }
}

static void test_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text, *numbers;
    } rows[] = {
        {"$1,234.50 and 1234.5", "12345e-1 12345e-1"},
        {"1" NBSP "234" NBSP "567 1" THIN "234.5 1'234", "1234567e0 12345e-1 1234e0"},
        {"12,34,567 1,23,456.70 1,23", "1234567e0 1234567e-1 1e0 23e0"},
        {".5 0.50 00.5 -.25", "5e-1 5e-1 5e-1 25e-2"},
        {"0 0.00 000", "0e0 0e0 0e0"},
        {"1,200,000 1200000", "12e5 12e5"},
        {"March 31,2003", "31e0 2003e0"},
        {"1,234,56 1,234,5678 7", "7e0"},
        {"pages 1,2,3", "1e0 2e0 3e0"},
        {"12/31/2003 3.1.2 10:30 1/2 4", "4e0"},
        {"7.5/8.5", "75e-1 85e-1"},
        {"1998-1999", "1998e0 1999e0"},
        {"Item 5......12", "5e0 12e0"},
        {"in 2003. 1,234, and (5)", "2003e0 1234e0 5e0"},
        {"1st 2nd 3RD 4th 10K 8A 10b5 12b-2 7a 401k 20million 9x", "2e0 401e0 2e1 9e0"},
        {"A12 FAS133 EUR12 XEUR13 EX-10 1,234a 1.5a", "12e0 1e1 1234e0 15e-1"},
        {"$5M 5MM US$1.2B", "5e0 5e0 12e-1"},
        {"123456789012345678 1234567890123456789 1", "123456789012345678e0 1e0"},
        {"0.0000000000000000001", ""},
        {"5\xE2\x81\xA3"
         "1",
         "5e0 1e0"},
        {"", ""},
        {"....", ""},
        {"1.", "1e0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        write_numbers(rows[i].text, &out);
        if (strcmp(buffer_text(&out), rows[i].numbers) != 0)
            fail_msg("%s: \"%s\"", rows[i].text, buffer_text(&out));
        buffer_deinit(&out);
    }
}

static void test_shown(void **state)
{
    (void)state;
    struct number n;
    assert_true(number_next(SLICE("1,200"), 0, 5, &n));
    assert_true(n.grouped && n.shown == 0 && n.power == 2);
    assert_true(number_next(SLICE("12.500"), 0, 6, &n));
    assert_true(!n.grouped && n.shown == -3 && n.power == -1);
    assert_true(number_next(SLICE("x .50"), 0, 5, &n));
    assert_int_equal(n.start, 2);
    assert_int_equal(n.shown, -2);
    /* It must begin before `to`, but may end behind it. */
    assert_true(number_next(SLICE("ab 123"), 0, 4, &n));
    assert_false(number_next(SLICE("ab 123"), 0, 3, &n));
    assert_true(number_next(SLICE("ab .5"), 0, 4, &n));
    assert_false(number_next(SLICE("ab .5"), 0, 3, &n));
}

static void test_around(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *side; /* "-" negative, "%", and the unit's power */
        const char *touched;
    } rows[] = {
        {"1,234.5", "0", "1,234.5"},
        {"(1,234.5)", "-0", "(1,234.5)"},
        {"$ (1,234.5)", "-0", "(1,234.5)"},
        {"$" MADE "(1,234.5)", "-0", "(1,234.5)"},
        {"($1,234.5)", "-0", "1,234.5)"},
        {"$\t(1,234.5\t)", "-0", "(1,234.5"},
        {"(\t1,234.5\t)", "-0", "1,234.5"},
        {"(1,234.5", "0", "1,234.5"},
        {"(1,234.5 shares)", "0", "1,234.5"},
        {"-1234.5", "-0", "-1234.5"},
        {MINUS "1234.5", "-0", MINUS "1234.5"},
        {"$-1234.5", "-0", "-1234.5"},
        {"-$1234.5", "-0", "1234.5"},
        {"- 1234.5", "0", "1234.5"},
        {"a-1234.5", "0", "1234.5"},
        {"--1234.5", "0", "1234.5"},
        {"1234.5-", "0", "1234.5"},
        {"1234.5- x", "-0", "1234.5"},
        {"12.5%", "%0", "12.5%"},
        {"12.5\t%", "%0", "12.5"},
        {"12.5 percent", "%0", "12.5"},
        {"12.5\nper cent", "%0", "12.5"},
        {"(12.5)%", "-%0", "(12.5)%"},
        {"(12.5%)", "-%0", "(12.5%)"},
        {"(12.5\t)%", "-%0", "(12.5"},
        {"1.2 million", "6", "1.2"},
        {"$1.2\nbillion.", "9", "1.2"},
        {"1.2-million", "6", "1.2"},
        {"1.2bn", "9", "1.2"},
        {"1.2M", "6", "1.2"},
        {"1.2 m", "0", "1.2"},
        {"3 thousandths", "0", "3"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice s = slice_of(rows[i].text);
        struct number n;
        assert_true(number_next(s, 0, s.len, &n));
        struct number_side side = number_around(s, &n);
        char said[16];
        (void)snprintf(said, sizeof said, "%s%s%d", side.negative ? "-" : "",
                       side.percent ? "%" : "", side.unit);
        if (strcmp(said, rows[i].side) != 0)
            fail_msg("%s: %s", rows[i].text, said);
        if (!slice_equal(slice_cut(s, side.start, side.end), slice_of(rows[i].touched)))
            fail_msg("%s: [%zu, %zu)", rows[i].text, side.start, side.end);
    }
}

/* What goes on and on is gone through once. */
static void test_long(void **state)
{
    (void)state;
    static const char *const parts[] = {"1,",   "1,111", "1.", "1/",   "11",
                                        "1,11", "(",     "1 ", ",111", "-1"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buffer text = {0};
        while (text.len < 2000000)
            buffer_add_text(&text, parts[i]);
        struct number n;
        size_t count = 0;
        for (size_t at = 0; number_next(buffer_slice(&text), at, text.len, &n); at = n.end) {
            (void)number_around(buffer_slice(&text), &n);
            count++;
        }
        assert_true(count <= text.len);
        buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_shown),
        cmocka_unit_test(test_around),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
