/* SPDX-License-Identifier: MIT */
/* Exhibit indexes: numbers, types, rows and where they lead. */
#include "outline/exhibit_index.h"
#include "outline/exhibit_target.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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
        {"10.1†\tPlan", "10.1"},
        {"†‡10.1 Plan", "10.1"},
        {"10.1§ Plan", "10.1"},
        {"10.1–Plan", ""},
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

static void test_order(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {
        {"99.1", "99.1", 0}, {"99.01", "99.1", 0},  {"10(a)", "10.(A)", 0},
        {"", "", 0},         {"99.1", "99.11", -1}, {"99", "99.1", -1},
        {"10.2", "10.1", 1}, {"3-B", "3(a)", 1},    {"", "1", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice a = slice_of(rows[i].a);
        struct slice b = slice_of(rows[i].b);
        assert_int_equal(exhibit_target_compare(a, b), rows[i].order);
        assert_int_equal(exhibit_target_compare(b, a), -rows[i].order);
    }
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

static struct outline *whole_outline(struct submission *s, size_t document)
{
    struct outline *o = outline_new(s, submission_document(s, document));
    while (!outline_step(o, 1 << 20))
        continue;
    return o;
}

/* A number that ends the input: nothing behind the last byte is read. */
static void test_end_of_input(void **state)
{
    static const char text[] = "FORM 8-K\n\nItem 5. Other Events\n\nA mill was sold.\n\n<PAGE>\n"
                               "                 SIGNATURES\n\nduly caused this to be signed\n\n"
                               "<PAGE>\n                 EXHIBIT INDEX\n\n 99  Letter\n Exhibit 99";
    struct error e;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t len = sizeof text - 1; /* without the NUL: that is what is tried */
    (void)state;
    char *room = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(room, MAP_FAILED);
    assert_int_equal(mprotect(room + page, page, PROT_NONE), 0);
    for (size_t i = 0; i < len; i++)
        room[page - len + i] = text[i];
    struct submission *s =
        submission_open(input_from_bytes("test", (struct slice){room + page - len, len}), &e);
    struct outline *o = whole_outline(s, 0);
    size_t index = outline_find(o, SLICE("exhibit-index"));
    assert_int_equal(outline_find(o, SLICE("exhibit-99")), index + 1);
    assert_int_equal(outline_find(o, SLICE("exhibit-99-2")), index + 2);
    outline_free(o);
    submission_free(s);
    munmap(room, 2 * page);
}

/* In a large file that is not scanned yet what is not found is not known; later it is. */
static void test_large_file(void **state)
{
    static const char head[] =
        "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\nItem 5. Other Events\n\nA mill.\n\n"
        "               EXHIBIT INDEX\n\n"
        "  10.1  Lease\n  10.2  Guaranty (incorporated by reference)\n  21    Subsidiaries\n"
        "  99    Letter\n\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\n";
    static const char tail[] = "`\nend\n</TEXT>\n</DOCUMENT>\n"
                               "<DOCUMENT>\n<TYPE>EX-10.1\n<TEXT>\nLEASE\n</TEXT>\n</DOCUMENT>\n"
                               "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nLETTER\n</TEXT>\n</DOCUMENT>\n";
    static const enum node_target before[] = {TARGET_UNKNOWN, TARGET_INCORPORATED, TARGET_UNKNOWN,
                                              TARGET_UNKNOWN};
    static const enum node_target after[] = {TARGET_HERE, TARGET_INCORPORATED, TARGET_NOT_IN_FILE,
                                             TARGET_HERE};
    const struct node *nodes;
    struct error e;
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, head);
    while (text.len < 18 << 20) {
        buffer_add_fill(&text, 'M', 61);
        buffer_add_byte(&text, '\n');
    }
    buffer_add_text(&text, tail);
    struct submission *s = submission_open(input_from_bytes("test", buffer_slice(&text)), &e);
    struct outline *o = whole_outline(s, 0);
    size_t first = outline_find(o, SLICE("exhibit-10.1"));
    assert_int_equal(outline_nodes(o, &nodes), first + 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(nodes[first + i].target, before[i]);
    submission_scan(s, (size_t)-1);
    outline_nodes(o, &nodes);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(nodes[first + i].target, after[i]);
    assert_int_equal(nodes[first].target_document, 2);
    assert_int_equal(nodes[first + 3].target_document, 3);
    outline_free(o);
    submission_free(s);
    buffer_deinit(&text);
}

static void write_document(struct buffer *text, const char *type, const char *body)
{
    buffer_addf(text, "<DOCUMENT>\n<TYPE>%s\n<TEXT>\n%s</TEXT>\n</DOCUMENT>\n", type, body);
}

/* What a row leads to hangs on the other documents, and on what is printed behind the signatures.
 */
static void test_targets(void **state)
{
    static const struct {
        const char *row, *types[3];
        enum node_target target;
        size_t document;
    } rows[] = {
        {"99 Letter", {"EX-99.1", "EX-99.2"}, TARGET_NOT_IN_FILE, (size_t)-1}, /* which? */
        {"99 Letter", {"EX-98", "EX-99.1", "EX-100"}, TARGET_HERE, 2},
        {"99.2 Letter", {"EX-99.1"}, TARGET_NOT_IN_FILE, (size_t)-1},
        {"99.2 Letter", {"EX-99"}, TARGET_HERE, 1},
        {"99.2 Letter", {"EX-99.2", "EX-99.2"}, TARGET_HERE, 1},
        {"10(b) Lease", {"EX-10.A", "ex-10.b", "EX-10.C"}, TARGET_HERE, 2},
        {"7 Map", {"EX-99"}, TARGET_HERE, 0}, /* printed in the document */
        {"7 Map", {"EX-7.1"}, TARGET_HERE, 1},
        {"3 Filed as Exhibit 3 to Form 8-K", {NULL}, TARGET_INCORPORATED, (size_t)-1},
        {"3 Filed as Exhibit 3 to Form S-1", {NULL}, TARGET_INCORPORATED, (size_t)-1},
        {"4 Exhibit 4 form of note", {NULL}, TARGET_NOT_IN_FILE, (size_t)-1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct error e;
        const struct node *nodes;
        struct buffer body = {0};
        struct buffer text = {0};
        buffer_addf(&body,
                    "Item 5. Other Events\n\nA mill.\n\n      SIGNATURES\n\n"
                    "duly caused this report to be signed\n\n      EXHIBIT INDEX\n\n  %s\n"
                    "<PAGE>\n             EXHIBIT 7\n\nA map.\n",
                    rows[i].row);
        write_document(&text, "8-K", buffer_text(&body));
        for (size_t t = 0; t < 3 && rows[i].types[t] != NULL; t++)
            write_document(&text, rows[i].types[t], "words\n");
        struct submission *s = submission_open(input_from_bytes("test", buffer_slice(&text)), &e);
        struct outline *o = whole_outline(s, 0);
        size_t row = outline_find(o, SLICE("exhibit-index")) + 1;
        assert_true(row < outline_nodes(o, &nodes));
        if (nodes[row].target != rows[i].target || nodes[row].target_document != rows[i].document)
            fail_msg("row %zu: %s, %zu", i, node_target_name(nodes[row].target),
                     nodes[row].target_document);
        outline_free(o);
        submission_free(s);
        buffer_deinit(&text);
        buffer_deinit(&body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),      cmocka_unit_test(test_order),
        cmocka_unit_test(test_rows),         cmocka_unit_test(test_item_rows),
        cmocka_unit_test(test_end_of_input), cmocka_unit_test(test_large_file),
        cmocka_unit_test(test_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
