/* SPDX-License-Identifier: MIT */
/* The grammar of labels, line by line. */
#include "outline/items/label.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void check(const char *line, const char *numbers, const char *rest)
{
    struct label label;
    char joined[200] = "";
    bool found = label_item(slice_of(line), 0, &label);
    if (numbers == NULL) {
        if (found)
            fail_msg("a label in: %s", line);
        return;
    }
    if (!found)
        fail_msg("no label in: %s", line);
    for (size_t i = 0; i < label.count; i++) {
        strncat(joined, i > 0 ? "," : "", sizeof joined - strlen(joined) - 1);
        strncat(joined, label.numbers[i].text, sizeof joined - strlen(joined) - 1);
    }
    assert_string_equal(joined, numbers);
    assert_string_equal(line + label.end, rest);
}

static void test_items(void **state)
{
    static const char *const rows[][3] = {
        {"ITEM 1. BUSINESS", "1", "BUSINESS"},
        {"Item 7A.  Market Risk", "7A", "Market Risk"},
        {"Item 2 Properties", "2", "Properties"},
        {"Item 9 Changes in Accountants", "9", "Changes in Accountants"},
        {"Item 9 A. Controls", "9A", "Controls"},
        {"ITEM 9A(T). CONTROLS", "9A(T)", "CONTROLS"},
        {"Item 4T: Controls", "4T", "Controls"},
        {"Item 4(T). Controls", "4(T)", "Controls"},
        {"Item5.    Other Events.", "5", "Other Events."},
        {"ITEM NO. 5 - OTHER EVENTS", "5", "OTHER EVENTS"},
        {"Item Number 3", "3", ""},
        {"ITEM FOURTEEN - EXHIBITS", "14", "EXHIBITS"},
        {"ITEM SIX", "6", ""},
        {"ITEM X.   OFFICERS", "X", "OFFICERS"},
        {"I T E M 3. Legal", "3", "Legal"},
        {"Item 2.02 Results", "2.02", "Results"},
        {"Item 5. 02 Departure", "5.02", "Departure"},
        {"Item 8.01- Other Events", "8.01", "Other Events"},
        {"Items 1 and 2. Business and Properties", "1,2", "Business and Properties"},
        {"Items 1. and 2. Business", "1,2", "Business"},
        {"Item 1 and Item 2. Business", "1,2", "Business"},
        {"Items 7/7A. MD&A", "7,7A", "MD&A"},
        {"Items 5 through 9: None", "5,6,7,8,9", "None"},
        {"Items 1-3. None", "1,2,3", "None"},
        {"Items 1 through 4, 6 and 8 Not Applicable.", "1,2,3,4,6,8", "Not Applicable."},
        {"Items 1.01(a) and 5.02(e) Amendment", "1.01,5.02", "Amendment"},
        {"Item 14(a)(1): Statements", "14", "Statements"},
        {"Item 405 of Regulation S-K", NULL, NULL},
        {"Items in income", NULL, NULL},
        {"Itemized", NULL, NULL},
        {"Item", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(rows[i][0], rows[i][1], rows[i][2]);
}

static void test_details(void **state)
{
    struct label label;
    (void)state;
    assert_true(label_item(SLICE("Item 14(a)(1). X"), 0, &label));
    assert_int_equal(label.paragraph.len, 6);
    assert_true(label.separator);
    assert_false(label.caps);
    assert_true(label_item(SLICE("  ITEMS 1 and 2"), 2, &label));
    assert_true(label.caps && label.plural && !label.separator && !label.roman);
    assert_true(label_item(SLICE("ITEM IV"), 0, &label));
    assert_true(label.roman);
}

static void test_many_numbers(void **state)
{
    char line[2000] = "Items 1";
    struct label label;
    (void)state;
    for (int i = 0; i < 300; i++)
        strncat(line, ", 12", sizeof line - strlen(line) - 1);
    assert_true(label_item(slice_of(line), 0, &label));
    assert_true(label.count <= LABEL_NUMBERS);
    assert_true(label_item(SLICE("Items 1 through 99"), 0, &label));
    assert_true(label.count <= LABEL_NUMBERS);
}

static void test_parts(void **state)
{
    static const struct {
        const char *line;
        unsigned part;
        const char *rest;
    } rows[] = {
        {"PART I", 1, ""},       {"Part II. Other", 2, "Other"},
        {"PART IV - X", 4, "X"}, {"PART TWO", 2, ""},
        {"Part 3", 3, ""},       {"P A R T  I", 1, ""},
        {"Partly", 0, NULL},     {"PART IX", 0, NULL},
        {"Part of it", 0, NULL}, {"PARTI", 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t end = 0;
        bool separator;
        assert_int_equal(label_part(slice_of(rows[i].line), 0, &end, &separator), rows[i].part);
        if (rows[i].part > 0)
            assert_string_equal(rows[i].line + end, rows[i].rest);
    }
    assert_string_equal(label_roman(4), "IV");
    assert_string_equal(label_roman(40), "");
}

static void test_words(void **state)
{
    size_t end;
    (void)state;
    assert_true(label_words(SLICE("S I G N A T U R E S"), 0, SLICE("SIGNATURES"), &end));
    assert_int_equal(end, 19);
    assert_true(label_words(SLICE("Exhibit   Index"), 0, SLICE("EXHIBIT INDEX"), &end));
    assert_false(label_words(SLICE("Exhibits Index"), 0, SLICE("EXHIBIT INDEX"), &end));
    assert_false(label_words(SLICE("Signatureless"), 0, SLICE("SIGNATURE"), &end));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),        cmocka_unit_test(test_details),
        cmocka_unit_test(test_many_numbers), cmocka_unit_test(test_parts),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
