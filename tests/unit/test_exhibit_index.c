/* SPDX-License-Identifier: MIT */
/* Exhibit indexes: numbers, types, rows and where they lead. */
#include "outline/exhibit_index.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_numbers(void **state)
{
    static const char *const rows[][2] = {
        {"99.1 Press release", "99.1"},
        {"10.23*+  Lease", "10.23"},
        {"3(i)   Articles", "3(i)"},
        {"(99)  Letter", "99"},
        {"*4.1  Note", "4.1"},
        {"* 10.1 Plan", "10.1"},
        {"EX-99.1  Release", "99.1"},
        {"Exhibit 3-A  By-laws", "3-A"},
        {"Exhibit No. 21 List", "21"},
        {"10.5(a) Contract", "10.5(a)"},
        {"99.4(A)(1)  Letter", "99.4(A)(1)"},
        {"27", "27"},
        {"99.1. Press", "99.1"},
        {"101.INS  Data", "101.INS"},
        {"1996 was a year", ""},
        {"10-K for 1996", ""},
        {"10, 1997, the parties", ""},
        {"(a) Exhibits", ""},
        {"Press release", ""},
        {"12%  notes", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t end = 0;
        struct slice n = exhibit_index_number(slice_of(rows[i][0]), &end);
        if (!slice_equal(n, slice_of(rows[i][1])))
            fail_msg("%.*s in %s", (int)n.len, n.at != NULL ? n.at : "", rows[i][0]);
    }
}

static void test_types(void **state)
{
    (void)state;
    assert_true(exhibit_index_is_type(SLICE("99.1"), SLICE("EX-99.1")));
    assert_true(exhibit_index_is_type(SLICE("99.01"), SLICE("EX-99.1")));
    assert_true(exhibit_index_is_type(SLICE("10(a)"), SLICE("EX-10.(A)")));
    assert_false(exhibit_index_is_type(SLICE("99.1"), SLICE("EX-99.11")));
    assert_false(exhibit_index_is_type(SLICE("99"), SLICE("EX-99.1")));
    assert_false(exhibit_index_is_type(SLICE("10"), SLICE("10-K")));
}

static const char FILING[] =
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n\nITEM 5. OTHER EVENTS\n\nA mill was sold.\n\n"
    "                SIGNATURES\n\nThe registrant has duly caused this report to be signed.\n\n"
    "               EXHIBIT INDEX\n\n"
    "Exhibit\n  No.     Description                                       Page\n  ---     "
    "-----------\n\n"
    "  3.1*    Articles of the company\n\n"
    "  10.1    Lease of the mill at Elmbrook dated\n          May 5, 1999 between the\n"
    "          registrant and another                                4\n"
    "  10.2    Guaranty (incorporated by reference to the 10-K)\n"
    "  21      Subsidiaries\n"
    "  99      Letter\n\n"
    "* Incorporated by reference to the registration statement.\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-10.01\n<SEQUENCE>2\n<TEXT>\nLEASE\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>3\n<TEXT>\nLETTER\n</TEXT>\n</DOCUMENT>\n";

static void test_rows(void **state)
{
    static const struct {
        const char *label, *title;
        enum node_target target;
        size_t document;
    } rows[] = {
        {"3.1", "Articles of the company", TARGET_INCORPORATED, (size_t)-1},
        {"10.1",
         "Lease of the mill at Elmbrook dated May 5, 1999 between the registrant and another",
         TARGET_HERE, 1},
        {"10.2", "Guaranty (incorporated by reference to the 10-K)", TARGET_INCORPORATED,
         (size_t)-1},
        {"21", "Subsidiaries", TARGET_NOT_IN_FILE, (size_t)-1},
        {"99", "Letter", TARGET_HERE, 2},
    };
    struct error e;
    const struct node *nodes;
    (void)state;
    struct submission *s = submission_open(input_from_bytes("test", slice_of(FILING)), &e);
    struct outline *o = outline_new(s, submission_document(s, 0));
    while (!outline_step(o, 100))
        continue;
    size_t count = outline_nodes(o, &nodes);
    size_t first = outline_find(o, SLICE("exhibit-index")) + 1;
    assert_int_equal(count, first + 5);
    for (size_t i = 0; i < 5; i++) {
        const struct node *n = &nodes[first + i];
        assert_int_equal(n->kind, NODE_EXHIBIT_ROW);
        assert_int_equal(n->level, 2);
        assert_true(slice_equal(n->label, slice_of(rows[i].label)));
        assert_string_equal(n->title.at, rows[i].title);
        assert_int_equal(n->target, rows[i].target);
        assert_int_equal(n->target_document, rows[i].document);
    }
    assert_true(slice_equal(nodes[first + 1].target_type, SLICE("EX-10.01")));
    outline_free(o);
    submission_free(s);
}

/* Without an index the Item that lists exhibits has the rows. */
static void test_item_rows(void **state)
{
    static const char text[] =
        "FORM 8-K\n\nMarch 3, 2005\n\nItem 9.01 Financial Statements and Exhibits\n\n"
        "(c) Exhibits\n\n    99.1   Press release\n    99.2   Script\n";
    struct error e;
    const struct node *nodes;
    (void)state;
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    struct outline *o = outline_new(s, submission_document(s, 0));
    while (!outline_step(o, 100))
        continue;
    assert_int_equal(outline_nodes(o, &nodes), 4);
    assert_int_equal(nodes[2].kind, NODE_EXHIBIT_ROW);
    assert_true(slice_equal(nodes[3].label, SLICE("99.2")));
    outline_free(o);
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_item_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
