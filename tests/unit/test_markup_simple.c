/* SPDX-License-Identifier: MIT */
/* What of XML is simple, and above all, what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup_simple.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

struct row {
    const char *text;
    bool simple;
};

static void check(bool (*asked)(struct slice), const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (asked(slice_of(rows[i].text)) != rows[i].simple)
            fail_msg("[%s]", rows[i].text);
}

static void test_names(void **state)
{
    static const struct row rows[] = {
        {"p", true},         {"ix:nonFraction", true},
        {"a-b_2", true},     {"x:y2", true},
        {"", false},         {"2a", false},
        {"_a", false},       {":a", false},
        {"a:", false},       {"a:2", false},
        {"a:b:c", false},    {"a.b", false},
        {"a\"", false},      {"a=", false},
        {"\xC3\xA9", false},
    };
    (void)state;
    check(markup_simple_name, rows, COUNT(rows));
}

static void test_attributes(void **state)
{
    static const struct row rows[] = {
        {"", true},
        {" a=\"b\"", true},
        {" a='b'\n\tb=\"c>\"", true},
        {" a:b=\"\"", true},
        {" a=\"b\" ", false},
        {"a=\"b\"", false},
        {" a", false},
        {" a=", false},
        {" a=b", false},
        {" a =\"b\"", false},
        {" a= \"b\"", false},
        {" a=\"b", false},
        {" a=\"b\"c=\"d\"", false},
        {" a=\"<\"", false},
        {" a=\"&amp;\"", false},
        {" a=\"b\nc\"", false},
        {" a=\"\xC3\xA9\"", false},
        {" a=\"\" b=\"\" a=\"\"", false},
        {" x:a=\"\" y:a=\"\"", false}, /* both prefixes may stand for one namespace */
        {" xmlns=\"u\"", false},
        {" xmlns:a=\"u\"", false},
    };
    (void)state;
    check(markup_simple_attributes, rows, COUNT(rows));
    struct buffer many = {0};
    for (int i = 0; i < 16; i++)
        buffer_addf(&many, " a%d=\"\"", i);
    assert_true(markup_simple_attributes(buffer_slice(&many)));
    buffer_add_text(&many, " b=\"\"");
    assert_false(markup_simple_attributes(buffer_slice(&many)));
    buffer_deinit(&many);
}

static void test_texts(void **state)
{
    static const struct row rows[] = {
        {"", true},
        {"a", true},
        {"The text of a paragraph,\r\n\tfolded", true},
        {"a > b", true},
        {"&#160;&nbsp; &amp;&lt;&#8217;", true},
        {"long enough for words & no reference", false},
        {"&", false},
        {"&;", false},
        {"&#;", false},
        {"&nosuchname;", false},
        {"&nbsp", false},
        {"&a:b;", false},
        {"&#x41;", false},
        {"&#31;", false},
        {"&#55296;", false},
        {"&#123456;", false},
        {"&# 65;", false},
        {"&#+65;", false},
        {"a ]]> b", false},
        {"]", false},
        {"a < b", false},
        {"caf\xC3\xA9", false},
        {"a\x01", false},
        {"12345678\x7F", false},
    };
    (void)state;
    check(markup_simple_text, rows, COUNT(rows));
    assert_false(markup_simple_text((struct slice){"a\0b", 3}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
