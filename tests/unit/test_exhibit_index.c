/* SPDX-License-Identifier: MIT */
/* Exhibit indexes: numbers, types, rows and where they lead. */
#include "outline/exhibits/exhibit_index.h"

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
    static const char text[] =
        "FORM 8-K\n\nItem 5. Other Events\n\nA mill was sold.\n\n<PAGE>\n"
        "                 SIGNATURES\n\nduly caused this to be signed\n\n"
        "<PAGE>\n                 EXHIBIT INDEX\n\n 99  Letter\n Exhibit 100";
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
    assert_int_equal(outline_find(o, SLICE("exhibit-100")), index + 2);
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

/* The rows as one text: "label|target|form exhibit date file|title", a line each. */
static void write_rows(struct outline *o, struct buffer *out)
{
    static const struct node_source nothing;
    const struct node *nodes;
    size_t count = outline_nodes(o, &nodes);
    for (size_t i = 0; i < count; i++) {
        const struct node *n = &nodes[i];
        const struct node_source *s = n->source != NULL ? n->source : &nothing;
        if (n->kind != NODE_EXHIBIT_ROW)
            continue;
        buffer_add(out, n->label);
        buffer_addf(out, "|%s|", node_target_name(n->target));
        buffer_add(out, s->form);
        buffer_add_byte(out, ' ');
        buffer_add(out, s->exhibit);
        buffer_add_byte(out, ' ');
        buffer_add(out, s->date);
        buffer_add_byte(out, ' ');
        buffer_add(out, s->file);
        buffer_add_text(out, s->url.len > 0 ? " url|" : "|");
        buffer_add(out, n->title);
        buffer_add_byte(out, '\n');
    }
}

static void check_rows(const char *type, const char *body, const char *others, const char *rows)
{
    struct error e;
    struct buffer text = {0};
    struct buffer out = {0};
    write_document(&text, type, body);
    buffer_add_text(&text, others);
    struct submission *s = submission_open(input_from_bytes("test", buffer_slice(&text)), &e);
    struct outline *o = whole_outline(s, 0);
    write_rows(o, &out);
    assert_string_equal(buffer_text(&out), rows);
    outline_free(o);
    submission_free(s);
    buffer_deinit(&out);
    buffer_deinit(&text);
}

/* A table with columns for where an exhibit was filed; links to a file of the filing and out of
 * it. */
static void test_columns(void **state)
{
    (void)state;
    check_rows(
        "10-Q",
        "<html><body><p>Item 6. Exhibits</p><table>"
        "<tr><td></td><td></td><td colspan=4>Incorporated by Reference</td><td></td></tr>"
        "<tr><td>Exhibit Number</td><td>Description</td><td>Form</td><td>File No.</td>"
        "<td>Exhibit</td><td>Filing Date</td><td>Filed Herewith</td></tr>"
        "<tr><td>3.1</td><td>Charter</td><td>S-1</td><td>333-12345</td><td>3.2</td>"
        "<td>5/6/2019</td><td></td></tr>"
        "<tr><td>10.1+</td><td><a href='http://www.example.com/lease.htm'>Lease</a></td>"
        "<td>8-K</td><td>001-00123</td><td>10.4</td><td>June 3, 2020</td><td></td></tr>"
        "<tr><td>10.2</td><td><a href='second.htm'>Second lease</a></td><td></td><td></td>"
        "<td></td><td></td><td>X</td></tr>"
        "<tr><td>31.1*</td><td>Certification</td><td></td><td></td><td></td><td></td>"
        "<td>X</td></tr></table><p>* Furnished.</p></body></html>\n",
        "<DOCUMENT>\n<TYPE>EX-10.9\n<FILENAME>second.htm\n<TEXT>\nLEASE\n</TEXT>\n</DOCUMENT>\n",
        "3.1|incorporated|S-1 3.2 2019-05-06 333-12345|Charter\n"
        "10.1|incorporated|8-K 10.4 2020-06-03 001-00123 url|Lease\n"
        "10.2|here|   |Second lease\n"
        "31.1|not-in-file|   |Certification\n");
}

/* Two columns of plain text, the second of which tells of filings; the list of statements in front
 * and the reports behind are no exhibits. */
static void test_two_columns(void **state)
{
    (void)state;
    check_rows("10-K",
               "Item 8. Financial Statements and Supplementary Data\n\nSales.\n\n"
               "Item 14. Exhibits, Financial Statement Schedules, and Reports on Form 8-K\n\n"
               "(a)  1.   Financial Statements\n\n          See page 12.\n\n"
               "     2.   Schedules\n\n          None.\n\n     3.   Exhibits\n\n"
               "     3.1       Articles of the mill              Filed as Exhibit 3 to\n"
               "               company                           Form 10-\n"
               "                                                 K for 1990.\n\n"
               "     21        Subsidiaries                      Filed herewith.\n\n"
               "(b)  Reports on Form 8-K\n\n     22   None was filed.\n\n"
               "                      SIGNATURES\n\n has duly caused this report to be signed\n\n"
               "                      EXHIBIT INDEX\n\n     21   Subsidiaries\n",
               "",
               "3.1|incorporated|10-K 3 1990 |Articles of the mill company\n"
               "21|not-in-file|   |Subsidiaries\n");
}

/* Marks and their legends, numbers told in part, rows that hold another, and ranges. */
static void test_legends(void **state)
{
    (void)state;
    check_rows("10-K",
               "Item 8. Financial Statements and Supplementary Data\n\nSales.\n\n"
               "                      EXHIBIT INDEX\n\n"
               "  (3)   Articles and By-laws\n"
               "        (a)  Articles (1)\n"
               "        (b)  By-laws (2)\n"
               "  4.1(2)  Indenture\n"
               "  4.2-4.4 Forms of notes (included in Exhibit 4.1)\n"
               "  9     None\n"
               "  23    Consent\n\n"
               "(1) Incorporated by reference to the corresponding exhibit to Form S-1.\n"
               "(2) Incorporated by reference to Exhibit 7 to Form 10-Q for the quarter ended\n"
               "    June 30, 1997.\n",
               "<DOCUMENT>\n<TYPE>EX-23\n<TEXT>\nCONSENT\n</TEXT>\n</DOCUMENT>\n",
               "3(a)|incorporated|S-1 3(a)  |Articles\n"
               "3(b)|incorporated|10-Q 7 1997-06-30 |By-laws\n"
               "4.1|incorporated|10-Q 7 1997-06-30 |Indenture\n"
               "4.2-4.4|incorporated|10-Q 7 1997-06-30 |Forms of notes (included in Exhibit 4.1)\n"
               "9|none|   |None\n"
               "23|here|   |Consent\n");
}

/* A row of a table goes on in rows without a number, also in one that says "Filed herewith". */
static void test_continued(void **state)
{
    (void)state;
    check_rows(
        "10-Q",
        "<html><body><p>Item 6. Exhibits</p><table>"
        "<tr><td>Exhibit Number</td><td>Description</td><td>Location</td></tr>"
        "<tr><td>3(a)</td><td>Charter</td>"
        "<td>Incorporated by reference to Exhibit A to the Proxy Statement of March 10, 1995.</td>"
        "</tr><tr><td></td><td>Amendment No. 1 to the charter</td><td>Filed herewith.</td></tr>"
        "<tr><td>3(b)</td><td>By-laws</td>"
        "<td>Incorporated by reference to Exhibit 3 to Form 10-K for 2003</td></tr>"
        "<tr><td></td><td>Amendment</td><td>Filed herewith</td></tr>"
        "<tr><td></td><td></td><td>Filed herewith</td></tr>"
        "<tr><td>4</td><td>See Exhibits 3(a) and 3(b)</td><td></td></tr>"
        "<tr><td>10</td><td>Lease</td>"
        "<td>Incorporated by reference to Exhibit 4 to Form S-1</td></tr>"
        "</table></body></html>",
        "",
        "3(a)|incorporated|proxy statement A 1995-03-10 |Charter Amendment No. 1 to the charter\n"
        "3(b)|incorporated|10-K 3 2003 |By-laws Amendment\n"
        "4|incorporated|   |See Exhibits 3(a) and 3(b)\n"
        "10|incorporated|S-1 4  |Lease\n");
}

/* A gap between sentences begins no column, and what a row announces is not its title. */
static void test_text(void **state)
{
    (void)state;
    check_rows("10-K",
               "Item 8. Financial Statements and Supplementary Data\n\nSales.\n\n"
               "                      EXHIBIT INDEX\n\n"
               "  10(a)  Restated stock plan.   Incorporated by reference to Exhibit\n"
               "         10(y) to Form 10-K for the year ended May 31, 1995.\n\n"
               "  10(b)  Option plan of the mill.   Incorporated by reference to Exhibit 4.1 to\n"
               "         Registration Statement No. 33-12345 on Form S-8\n\n"
               "  22     The following are subsidiaries:\n\n"
               "              Name            State\n"
               "              Mill Inc.       Ohio\n\n"
               "  23     Consent (12)\n",
               "",
               "10(a)|incorporated|10-K 10(y) 1995-05-31 |Restated stock plan. Incorporated by "
               "reference to Exhibit 10(y) to Form 10-K for the year ended May 31, 1995.\n"
               "10(b)|incorporated|S-8 4.1  33-12345|Option plan of the mill. Incorporated by "
               "reference to Exhibit 4.1 to Registration Statement No. 33-12345 on Form S-8\n"
               "22|not-in-file|   |The following are subsidiaries:\n"
               "23|not-in-file|   |Consent\n");
}

/* A row begins at its number, not at the signs in front of it. */
static void test_offsets(void **state)
{
    static const char text[] = "FORM 8-K\n\nItem 9.01 Financial Statements and Exhibits\n\n"
                               "(c) Exhibits\n\n +99.1   Release\n * 99.2  Script\n  99.3  Map\n";
    static const char *const numbers[] = {"99.1", "99.2", "99.3"};
    const struct node *nodes;
    struct error e;
    (void)state;
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    struct outline *o = whole_outline(s, 0);
    size_t first = outline_find(o, SLICE("exhibit-99.1"));
    assert_int_equal(outline_nodes(o, &nodes), first + 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(nodes[first + i].offset, slice_find(slice_of(text), slice_of(numbers[i])));
    outline_free(o);
    submission_free(s);
}

/* The exhibits of a tender offer are lettered. */
static void test_letters(void **state)
{
    (void)state;
    check_rows("SC TO-T",
               "Item 11. Additional Information\n\nNone.\n\nItem 12. Exhibits\n\n"
               "  (a)(1)(A)   Offer to Purchase\n"
               "  (a)(1)(B)*  Letter\n"
               "  (b)         Not applicable\n"
               "  107         Fees\n\n"
               "* Filed previously\n\n"
               "Item 13. Information Required by Schedule 13E-3\n\nNot applicable.\n",
               "<DOCUMENT>\n<TYPE>EX-99.(A)(1)(A)\n<TEXT>\nOFFER\n</TEXT>\n</DOCUMENT>\n",
               "(a)(1)(A)|here|   |Offer to Purchase\n"
               "(a)(1)(B)|incorporated|   |Letter\n"
               "(b)|none|   |Not applicable\n"
               "107|not-in-file|   |Fees\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),    cmocka_unit_test(test_rows),
        cmocka_unit_test(test_item_rows),  cmocka_unit_test(test_end_of_input),
        cmocka_unit_test(test_large_file), cmocka_unit_test(test_targets),
        cmocka_unit_test(test_columns),    cmocka_unit_test(test_two_columns),
        cmocka_unit_test(test_legends),    cmocka_unit_test(test_letters),
        cmocka_unit_test(test_continued),  cmocka_unit_test(test_text),
        cmocka_unit_test(test_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
