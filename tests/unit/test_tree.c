/* SPDX-License-Identifier: MIT */
/* The tree of a filing with much below its Items: what is folded, what follows the reading, what
 * the keys say of a node. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Exhibits that are printed inside are folded below the document, as notes are below an Item. */
static const char filing[] =
    "<SEC-DOCUMENT>0000999999-98-000007.txt : 19980327\n"
    "<SEC-HEADER>0000999999-98-000007.hdr.sgml : 19980327\n"
    "ACCESSION NUMBER:\t\t0000999999-98-000007\n"
    "CONFORMED SUBMISSION TYPE:\t10-K\n"
    "PUBLIC DOCUMENT COUNT:\t\t1\n"
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
    "ITEM 2.  PROPERTIES\n\n"
    "     A plant with six kilns.\n\n"
    "ITEM 3.  LEGAL PROCEEDINGS\n\n     None.\n\n"
    "<PAGE>\n"
    "                                  PART II\n\n"
    "ITEM 8.  FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA\n\n"
    "     The statements follow.\n\n"
    "<PAGE>\n"
    "                            QUILLON KILNS INC\n"
    "                       NOTES TO FINANCIAL STATEMENTS\n\n"
    "NOTE 1 - SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES\n\n"
    "     Inventories are stated at the lower of cost or market. Cost is determined by the\n"
    "first-in, first-out method for clay, and by the last-in, first-out method for glaze.\n\n"
    "NOTE 2 - INVENTORIES\n\n"
    "     Inventories consist of clay, glaze and kilns that are not sold yet. No reserve was\n"
    "needed at the end of either year.\n\n"
    "NOTE 3 - INCOME TAXES\n\n"
    "     The company files its returns in Ohio and pays what it owes there, which is little, as\n"
    "its kilns are old.\n\n"
    "<PAGE>\n"
    "ITEM 9.  CHANGES IN AND DISAGREEMENTS WITH ACCOUNTANTS ON ACCOUNTING AND FINANCIAL\n"
    "         DISCLOSURE\n\n     None.\n\n"
    "<PAGE>\n"
    "                                SIGNATURES\n\n"
    "     Pursuant to the requirements of Section 13 or 15(d) of the Securities\n"
    "Exchange Act of 1934, the registrant has duly caused this report to be signed.\n\n"
    "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

static void open_filing(struct stage *s)
{
    assert_true(stage_open_text(s, "made.txt", SLICE(filing), 24, 80, NULL));
    stage_settle(s);
}

static void command(struct stage *s, const char *line)
{
    stage_keys(s, ":");
    stage_type(s, line);
    stage_keys(s, "Enter");
    stage_settle(s);
}

/* What is read is unfolded; what is not, is not; what somebody folded or unfolded stays so. */
static void test_follows(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s);
    assert_true(stage_shows(&s, "▸ Item 8"));
    assert_true(stage_shows(&s, "▾ Part II"));
    assert_false(stage_shows(&s, "· Note 2"));
    command(&s, "node note-2");
    assert_true(stage_shows(&s, "▾ Item 8"));
    assert_true(stage_shows(&s, "· Note 2"));
    assert_true(stage_shows(&s, "› "));
    command(&s, "item 9");
    assert_true(stage_shows(&s, "▸ Item 8"));
    assert_false(stage_shows(&s, "· Note 2"));
    stage_close(&s);
}

static void test_stays(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s);
    command(&s, "unfold-all");
    command(&s, "item 1");
    assert_true(stage_shows(&s, "▾ Item 8"));
    assert_true(stage_shows(&s, "· Note 2"));
    command(&s, "fold-all");
    command(&s, "node note-2");
    assert_true(stage_shows(&s, "▸ 10-K"));
    assert_false(stage_shows(&s, "· Note 2"));
    stage_close(&s);
}

/* Why: of the node that is read, and of that which the cursor is on in the tree. */
static void test_why(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s);
    command(&s, "item 8");
    command(&s, "explain-node");
    assert_true(stage_shows(&s, "Item 8 · "));
    assert_true(stage_shows(&s, " % sure: its label is printed"));
    stage_keys(&s, "F6 gg g ?");
    assert_true(stage_shows(&s, "this is a document, not a part of one"));
    stage_keys(&s, "j Alt-?");
    assert_true(stage_shows(&s, "Cover · "));
    stage_close(&s);
}

/* The sheet of the header names the Items that are missing. */
static void test_missing(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s);
    stage_keys(&s, "gh G");
    assert_true(stage_shows(&s, " Missing\n"));
    assert_true(stage_shows(&s, "Item 7 "));
    assert_false(stage_shows(&s, "Item 8 "));
    stage_close(&s);
}

/* A path that is too long keeps the document and its innermost part. */
static void test_path(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s);
    command(&s, "node note-2");
    viewer_resize(s.viewer, 24, 70);
    assert_true(stage_shows(&s, "10-K › … › Note 2  "));
    viewer_resize(s.viewer, 24, 90);
    assert_true(stage_shows(&s, "10-K › Part II › Item 8 › … › Note 2  "));
    viewer_resize(s.viewer, 24, 160);
    assert_true(stage_shows(&s, "10-K › Part II › Item 8 › "));
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_follows), cmocka_unit_test(test_stays), cmocka_unit_test(test_why),
        cmocka_unit_test(test_missing), cmocka_unit_test(test_path),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
