/* SPDX-License-Identifier: MIT */
/* Where documents begin and end, whatever they are wrapped in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/markup_prolog.h"

static void test_end(void **state)
{
    static const char *const samples[][2] = {
        {"", ""},
        {"<a/>", "<a/>"},
        {"\xEF\xBB\xBF\r\n <a/>", "<a/>"},
        {"<?xml version='1.0'?><!-- > --><a/>", "<a/>"},
        {"<!DOCTYPE html PUBLIC '>' \"]>\"><a/>", "<a/>"},
        {"<!doctype a [<!ENTITY b ']>'><!-- ' ]> -->]><a/>", "<a/>"},
        {"<!DOCTYPE a [<!ENTITY b ><a/>", "<a/>"},
        {"<!DOCTYPE a [<!ENTITY b '><a/>", "<a/>"},
        {"<DOCUMENT>\n<TYPE>8-K\r\n<SEQUENCE>1\n<FILENAME>a.htm\n<DESCRIPTION>B\n<TEXT>\n<XBRL>\n<"
         "a/>",
         "<a/>"},
        {"<XML>\n<?xml?>\n<a/>", "<a/>"},
        {"<xbrl>", "<xbrl>"},
        {"<XBRL x='y'>", "<XBRL x='y'>"},
        {"text <a/>", "text <a/>"},
        {"<!-- a", "<!-- a"},
        {"<!DOCTYPE", "<!DOCTYPE"},
        {"<?xml", "<?xml"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        size_t at = markup_prolog_end(slice_of(samples[i][0]));
        assert_string_equal(samples[i][0] + at, samples[i][1]);
    }
}

static void test_tail(void **state)
{
    static const struct {
        const char *text;
        bool tail;
        size_t stop;
    } samples[] = {
        {"", true, 0},           {" \n", true, 2},  {"</TEXT>\n<!-- a -->\n</XBRL>\n", true, 27},
        {"</TEXT>a", false, 7},  {"<b>", false, 0}, {"</b", false, 0},
        {"<!-- </b>", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        size_t stop = 0;
        bool tail = markup_prolog_is_tail(slice_of(samples[i].text), 0, &stop);
        assert_int_equal(tail, samples[i].tail);
        assert_int_equal(stop, samples[i].stop);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_end),
        cmocka_unit_test(test_tail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
