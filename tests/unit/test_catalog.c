/* SPDX-License-Identifier: MIT */
/* The catalogue: forms by name and date, Items by date, titles however they are printed. */
#include "outline/catalog.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_families(void **state)
{
    static const struct {
        const char *form, *date, *family;
    } rows[] = {
        {"8-K", "2004-08-22", "8-K-OLD"},
        {"8-K", "2004-08-23", "8-K"},
        {"8-K/A", "2001-01-01", "8-K-OLD"},
        {"10-K405", "1998-01-01", "10-K"},
        {"10-K405/A", "1998-01-01", "10-K"},
        {"10-KT", "1998-01-01", "10-K"},
        {"10KSB", "1999-01-01", "10-KSB"},
        {"10-KSB", "1999-01-01", "10-KSB"},
        {"10-q", "1999-01-01", "10-Q"},
        {"SC 13D/A", "1999-01-01", "SC-13D"},
        {"20-F", "1999-01-01", "20-F-OLD"},
        {"20-F", "2004-01-01", "20-F"},
        {"S-8", "1999-01-01", "S-8"},
        {"10-KT405", "2001-01-01", "10-K"},
        {"10-KT/A", "2020-01-01", "10-K"},
        {"10KSB40", "1999-01-01", "10-KSB"},
        {"10-KSB/A", "1999-01-01", "10-KSB"},
        {"10QSB", "1999-01-01", "10-QSB"},
        {"10QSB40", "1999-01-01", "10-QSB"},
        {"10-QT", "1999-01-01", "10-Q"},
        {"10-Q/A", "2020-01-01", "10-Q"},
        {"20FR12B", "2010-01-01", "20-F"},
        {"20-F/A", "1999-01-01", "20-F-OLD"},
        {"40-F", "2010-01-01", "40-F"},
        {"6-K/A", "2010-01-01", "6-K"},
        {"10-12G/A", "2010-01-01", "10"},
        {"10-12B", "2010-01-01", "10"},
        {"10SB12G", "1999-01-01", "10-SB"},
        {"S-1/A", "2010-01-01", "S-1"},
        {"S-1MEF", "2010-01-01", "S-1"},
        {"POS AM", "2010-01-01", "S-1"},
        {"424B1", "2010-01-01", "S-1"},
        {"424B6", "2010-01-01", "S-1"},
        {"424B8", "2010-01-01", "S-1"},
        {"S-11/A", "2010-01-01", "S-11"},
        {"SB-2", "1999-01-01", "SB-2"},
        {"S-3ASR", "2010-01-01", "S-3"},
        {"POSASR", "2010-01-01", "S-3"},
        {"F-1/A", "2010-01-01", "F-1"},
        {"F-3", "2010-01-01", "F-3"},
        {"F-4/A", "2010-01-01", "S-4"},
        {"S-8 POS", "2010-01-01", "S-8"},
        {"DEF 14A", "2010-01-01", "DEF-14A"},
        {"DEFM14A", "2010-01-01", "DEF-14A"},
        {"PRER14A", "2010-01-01", "DEF-14A"},
        {"DEF 14C", "2010-01-01", "DEF-14A"},
        {"SC 13G/A", "2010-01-01", "SC-13G"},
        {"SCHEDULE 13D/A", "2026-01-01", "SC-13D"},
        {"SC TO-I", "2010-01-01", "SC-TO"},
        {"SC TO-T/A", "2010-01-01", "SC-TO"},
        {"SC TO-C", "2010-01-01", "SC-TO"},
        {"SC 14D9/A", "2010-01-01", "SC-14D9"},
        {"SC 14D9", "1999-01-01", "SC-14D9-OLD"},
        {"SC 14D1/A", "1999-01-01", "SC-14D1"},
        {"SC 13E4", "1999-01-01", "SC-13E4"},
        {"SC 13E3", "1999-01-01", "SC-13E3-OLD"},
        {"SC 13E3", "2010-01-01", "SC-13E3"},
        {"11-K/A", "2010-01-01", "11-K"},
        {"N-CSRS", "2010-01-01", "N-CSR-OLD"},
        {"N-CSR/A", "2025-01-01", "N-CSR"},
        {"N-Q", "2010-01-01", "N-Q"},
        {"10-D/A", "2010-01-01", "10-D"},
        {"1-A POS", "2020-01-01", "1-A"},
        {"1-K", "2020-01-01", "1-K"},
        {"SD", "2020-01-01", "SD"},
        {"8-A12B/A", "2010-01-01", "8-A"},
        {"15F-12B", "2010-01-01", "15F"},
        {"8-K12G3/A", "2001-01-01", "8-K-OLD"},
        {"8-K15D5", "2010-01-01", "8-K"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct catalog_family *f =
            catalog_family(slice_of(rows[i].form), slice_of(rows[i].date));
        if (f == NULL || strcmp(f->id, rows[i].family) != 0)
            fail_msg("%s is %s", rows[i].form, f != NULL ? f->id : "unknown");
    }
    assert_null(catalog_family(SLICE(""), SLICE("2000-01-01")));
    assert_null(catalog_family(SLICE("CORRESP"), SLICE("2000-01-01")));
    assert_non_null(catalog_family(SLICE("8-K"), SLICE("")));
}

static void test_siblings(void **state)
{
    (void)state;
    const struct catalog_family *f = catalog_family(SLICE("8-K"), SLICE("2000-01-01"));
    assert_string_equal(catalog_sibling(f)->id, "8-K");
    assert_null(catalog_sibling(catalog_family(SLICE("10-K"), SLICE("2000-01-01"))));
}

/* The title in force of an Item at a date; NULL when there is none. */
static const char *title_at(const char *form, const char *part, const char *number,
                            const char *date)
{
    const struct catalog_item *items;
    size_t count = catalog_items(catalog_family(slice_of(form), slice_of(date)), &items);
    for (size_t i = 0; i < count; i++)
        if (strcmp(items[i].part, part) == 0 && catalog_is_number(&items[i], slice_of(number)) &&
            catalog_in_force(&items[i], slice_of(date)))
            return items[i].title;
    return NULL;
}

static void test_items_by_date(void **state)
{
    (void)state;
    assert_string_equal(title_at("10-K", "II", "7a", "1999-03-01"),
                        "Quantitative and Qualitative Disclosures About Market Risk");
    assert_null(title_at("10-K", "II", "7A", "1996-03-01"));
    assert_null(title_at("10-K", "I", "1A", "2004-03-01"));
    assert_string_equal(title_at("10-K", "I", "4", "2011-03-01"), "(Removed and Reserved)");
    assert_string_equal(title_at("10-K", "I", "4", "2013-03-01"), "Mine Safety Disclosures");
    assert_string_equal(title_at("10-Q", "I", "1", "2013-03-01"), "Financial Statements");
    assert_string_equal(title_at("10-Q", "II", "1", "2013-03-01"), "Legal Proceedings");
    assert_string_equal(title_at("10-K", "II", "9A (T)", "2009-03-01"), "Controls and Procedures");
}

static void test_numbers(void **state)
{
    static const struct catalog_item t = {"x", "", "9A(T)", OPTIONAL, "", "", "", ""};
    static const struct catalog_item dotted = {"x", "", "1.01", EXPECTED, "", "", "", ""};
    static const struct catalog_item sub = {"x", "", "4.A", OPTIONAL, "", "", "", ""};
    (void)state;
    assert_true(catalog_is_number(&t, SLICE("9AT")));
    assert_false(catalog_is_number(&t, SLICE("9A")));
    assert_true(catalog_is_number(&dotted, SLICE("1.01")));
    assert_false(catalog_is_number(&dotted, SLICE("101")));
    assert_false(catalog_is_number(&sub, SLICE("4A")));
    assert_true(catalog_is_number(&sub, SLICE("4.a")));
}

static void test_declared(void **state)
{
    static const struct {
        const char *date, *line, *number;
    } rows[] = {
        {"1994-02-07", "2", "2"},
        {"2002-05-01", "Other events", "5"},
        {"2002-05-01", "Financial statements and exhibits", "7"},
        {"2003-05-01", "Regulation FD Disclosure", "9"},
        {"2004-02-01", "Results of operations and financial condition", "12"},
        {"2004-09-01", "Results of Operations and Financial Condition", "2.02"},
        {"2005-09-01", "Financial Statements and Exhibits", "9.01"},
        {"2009-01-01",
         "Departure of Directors or Certain Officers; Election of Directors; Appointment of "
         "Certain "
         "Officers: Compensatory Arrangements of Certain Officers",
         "5.02"},
        {"2009-01-01", "Acquisition of a second-hand bicycle", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice n =
            catalog_declared(SLICE("8-K"), slice_of(rows[i].date), slice_of(rows[i].line));
        assert_int_equal(n.len, strlen(rows[i].number));
        assert_memory_equal(n.at, rows[i].number, n.len);
    }
    assert_int_equal(catalog_declared(SLICE("X-99"), SLICE(""), SLICE("Other Events")).len, 0);
}

static void test_matches(void **state)
{
    const struct catalog_item *items;
    (void)state;
    catalog_items(catalog_family(SLICE("8-K"), SLICE("2000-01-01")), &items);
    const struct catalog_item *accountant = &items[3];
    assert_true(
        catalog_match(accountant,
                      SLICE("CHANGES  IN REGISTRANT\xE2\x80\x99S CERTIFYING ACCOUNTANT.")) == 1);
    assert_true(catalog_match(accountant, SLICE("Change in registrant's certifying account")) >=
                0.85);
    assert_true(catalog_match(accountant, SLICE("Changes in Registrant's")) == 0.9);
    assert_true(catalog_match(accountant, SLICE("Bankruptcy or Receivership")) == 0);
    assert_true(catalog_match(accountant, SLICE("")) == 0);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(catalog_exhibit_name(SLICE("21.1")), "Subsidiaries of the registrant");
    assert_string_equal(catalog_exhibit_name(SLICE("77")), "");
    struct slice number;
    assert_true(catalog_exhibit_type(SLICE("ex-99.1"), &number));
    assert_true(slice_equal(number, SLICE("99.1")));
    assert_true(catalog_exhibit_type(SLICE("EX-"), &number));
    assert_int_equal(number.len, 0);
    assert_false(catalog_exhibit_type(SLICE("10-K"), &number));
    assert_false(catalog_exhibit_type(SLICE(""), &number));
    const struct catalog_family *f = catalog_family(SLICE("10-Q"), SLICE(""));
    assert_string_equal(catalog_part_title(f, "II"), "Other Information");
    assert_string_equal(catalog_part_title(f, "IV"), "");
}

/* Facts about forms and Items besides their titles. */
static void test_facts(void **state)
{
    const struct catalog_item *items;
    (void)state;
    assert_true(catalog_letters_exhibits(SLICE("SC TO-T/A"), SLICE("2010-01-01")));
    assert_true(catalog_letters_exhibits(SLICE("SC 14D9"), SLICE("1999-01-01")));
    assert_false(catalog_letters_exhibits(SLICE("10-K"), SLICE("2010-01-01")));
    assert_false(catalog_letters_exhibits(SLICE("CORRESP"), SLICE("")));
    assert_true(catalog_lacks_part(SLICE("424B4"), SLICE("II")));
    assert_false(catalog_lacks_part(SLICE("424B4"), SLICE("I")));
    assert_false(catalog_lacks_part(SLICE("S-1"), SLICE("II")));
    assert_int_equal(catalog_covers(SLICE("10-K405/A")), CATALOG_YEAR);
    assert_int_equal(catalog_covers(SLICE("10KSB")), CATALOG_YEAR);
    assert_int_equal(catalog_covers(SLICE("10-Q")), CATALOG_QUARTER);
    assert_int_equal(catalog_covers(SLICE("10-KT")), CATALOG_SPAN);
    assert_int_equal(catalog_covers(SLICE("8-K")), CATALOG_NO_SPAN);
    assert_int_equal(catalog_covers(SLICE("")), CATALOG_NO_SPAN);
    size_t count = catalog_items(catalog_family(SLICE("10-Q"), SLICE("")), &items);
    for (size_t i = 0; i < count; i++) {
        bool second = strcmp(items[i].part, "II") == 0;
        bool exhibits = strcmp(items[i].number, "6") == 0;
        if (items[i].expect != OPTIONAL)
            assert_int_equal(items[i].expect, second && !exhibits ? IF_ANY : EXPECTED);
        assert_int_equal(catalog_may_omit(&items[i], CATALOG_REDUCED),
                         second ? strchr("234", items[i].number[0]) != NULL
                                : strcmp(items[i].number, "3") == 0);
        assert_false(catalog_may_omit(&items[i], CATALOG_POOL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_families),      cmocka_unit_test(test_siblings),
        cmocka_unit_test(test_items_by_date), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_declared),      cmocka_unit_test(test_matches),
        cmocka_unit_test(test_names),         cmocka_unit_test(test_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
