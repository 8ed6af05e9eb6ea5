/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/input.h"
#include "model/submission.h"
#include "ui/tree_filter.h"
#include "ui/tree_rows.h"

#include <locale.h>
#include <string.h>

static const char filing[] =
    "<SEC-DOCUMENT>0000999999-98-000007.txt : 19980327\n"
    "<SEC-HEADER>0000999999-98-000007.hdr.sgml : 19980327\n"
    "ACCESSION NUMBER:\t\t0000999999-98-000007\n"
    "CONFORMED SUBMISSION TYPE:\t10-K\n"
    "CONFORMED PERIOD OF REPORT:\t19971231\n"
    "FILED AS OF DATE:\t\t19980327\n"
    "</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"
    "                                 FORM 10-K\n\n"
    "                            QUILLON KILNS INC\n\n"
    "<PAGE>\n"
    "                                  PART I\n\n"
    "ITEM 1.  BUSINESS\n\n"
    "     The company makes kilns for potteries.\n\n"
    "<PAGE>\n"
    "     Kilns are sold in all states, by dealers in the east, and by travellers of the company\n"
    "in the west. A kiln is made to order within six weeks. No customer buys more than a tenth of\n"
    "what is made. The company knows of three others that make such kilns.\n\n"
    "ITEM 2.  PROPERTIES\n\n"
    "     A plant with six kilns.\n\n"
    "ITEM 3.  LEGAL PROCEEDINGS\n\n     None.\n\n"
    "<PAGE>\n"
    "                                  PART II\n\n"
    "ITEM 6.  SELECTED FINANCIAL DATA\n\n"
    "<TABLE>\n<CAPTION>\n                          1997       1996\n<S>                      "
    "<C>        <C>\n"
    "Sales                   $1,204     $1,110\n"
    "Income                      96         80\n"
    "</TABLE>\n\n"
    "ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS\n\n     Sales rose.\n\n"
    "<PAGE>\n"
    "                                SIGNATURES\n\n"
    "     Pursuant to the requirements of Section 13 or 15(d) of the Securities\n"
    "Exchange Act of 1934, the registrant has duly caused this report to be signed.\n\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-21\n<SEQUENCE>2\n<DESCRIPTION>SUBSIDIARIES\n<TEXT>\n"
    "Kiln Finance Company\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>3\n<FILENAME>kiln.jpg\n<TEXT>\n"
    "begin 644 kiln.jpg\n#0V%T\n`\nend\n"
    "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

struct fixture {
    struct input *input;
    struct submission *submission;
    struct shelf *shelf;
    struct tree_rows rows;
};

static void set_up(struct fixture *f)
{
    struct error e;
    f->input = input_from_bytes("a.txt", slice_of(filing));
    f->submission = submission_open(f->input, &e);
    assert_non_null(f->submission);
    submission_scan(f->submission, SIZE_MAX);
    f->shelf = shelf_new(f->submission);
    tree_rows_init(&f->rows, f->shelf);
}

static void tear_down(struct fixture *f)
{
    tree_rows_deinit(&f->rows);
    shelf_free(f->shelf);
    submission_free(f->submission);
}

/* Reads all that the filter asks for. */
static void learn(struct fixture *f)
{
    size_t completed;
    for (bool more = true; more;) {
        while (shelf_work(f->shelf, 0, SIZE_MAX, &completed))
            f->rows.changed = true;
        more = tree_filter_work(&f->rows.filter, f->shelf);
        f->rows.changed = f->rows.changed || more;
    }
    assert_true(tree_filter_knows(&f->rows.filter, f->shelf) ||
                f->rows.filter.kind == TREE_FILTER_NONE);
}

/* "10-K(1 2)*6": documents with the ids of their nodes; "*" before what is wanted. */
static void list(struct fixture *f, struct buffer *out)
{
    tree_rows_update(&f->rows);
    buffer_clear(out);
    for (size_t i = 0; i < f->rows.list.count; i++) {
        const struct tree_row *row = &f->rows.list.at[i];
        const struct node *node = tree_rows_node(&f->rows, row);
        if (i > 0)
            buffer_add_byte(out, ' ');
        if (row->wanted)
            buffer_add_byte(out, '*');
        if (row->document == TREE_OTHERS)
            buffer_add_text(out, "others");
        else if (node)
            buffer_add(out, node->id);
        else
            buffer_add(out, submission_document(f->submission, row->document)->type);
        assert_false(row->folded);
    }
}

static bool item_2_is_read(const void *self, size_t document, size_t node)
{
    const struct node *nodes;
    size_t count = shelf_nodes(self, document, &nodes);
    return document == 0 && node < count && slice_equal(nodes[node].id, SLICE("2"));
}

static void test_what_is_shown(void **state)
{
    (void)state;
    static const struct {
        const char *filter, *rows;
        size_t fitting;
    } table[] = {
        {"propert", "10-K I *2", 1},
        {"Propert", "", 0},
        {"item an", "10-K II *6 *7", 2},
        {"subsid", "*EX-21", 1},
        {"kiln.jpg", "others *GRAPHIC", 1},
        {"zzqq", "", 0},
        {"tables", "10-K *II *6", 2},
        {"pages>1", "10-K *I *1", 2},
        {"pages = 3", "", 0},
        {"pages<2", "10-K *cover I *2 *3 *II *6 *7 *signatures", 7},
        {"hits", "", 0},
        {"unread", "10-K *cover *I *1 *3 *II *6 *7 *signatures *EX-21", 9},
    };
    struct fixture f;
    struct buffer rows = {0};
    set_up(&f);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        f.rows.facts = (struct tree_facts){NULL, item_2_is_read, f.shelf};
        tree_rows_filter(&f.rows, slice_of(table[i].filter));
        learn(&f);
        list(&f, &rows);
        if (strcmp(buffer_text(&rows), table[i].rows) != 0)
            print_message("%s\n", table[i].filter);
        assert_string_equal(buffer_text(&rows), table[i].rows);
        assert_int_equal(f.rows.fitting, table[i].fitting);
    }
    tree_rows_filter(&f.rows, (struct slice){NULL, 0});
    assert_false(tree_rows_filtered(&f.rows));
    tree_rows_update(&f.rows);
    assert_int_equal(f.rows.list.count, 3);
    buffer_deinit(&rows);
    tear_down(&f);
}

static void test_what_is_written(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum tree_filter_kind kind;
    } table[] = {
        {"", TREE_FILTER_NONE},
        {"  ", TREE_FILTER_NONE},
        {"hits", TREE_FILTER_HITS},
        {"Unread ", TREE_FILTER_UNREAD},
        {"unsure", TREE_FILTER_UNSURE},
        {"tables", TREE_FILTER_TABLES},
        {"table", TREE_FILTER_TEXT},
        {"pages>5", TREE_FILTER_PAGES},
        {"pages < 12", TREE_FILTER_PAGES},
        {"pages", TREE_FILTER_TEXT},
        {"pages>", TREE_FILTER_TEXT},
        {"pages>x", TREE_FILTER_TEXT},
        {"pages>-1", TREE_FILTER_TEXT},
        {"pages!5", TREE_FILTER_TEXT},
    };
    struct tree_filter f = {.kind = TREE_FILTER_NONE};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        tree_filter_set(&f, slice_of(table[i].text));
        assert_int_equal(f.kind, table[i].kind);
    }
    tree_filter_deinit(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_shown),
        cmocka_unit_test(test_what_is_written),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
