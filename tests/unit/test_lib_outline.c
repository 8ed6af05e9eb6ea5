/* SPDX-License-Identifier: MIT */
/* The outline of a document, what is missing, and what the header says. */
#include "lib/folio.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct folio *open_made(const char *text)
{
    struct folio *f = folio_open_memory("made.txt", text, strlen(text), NULL);
    assert_non_null(f);
    return f;
}

static struct folio *open_sample(const char *name)
{
    char path[4096];
    const char *source = getenv("abs_srcdir");
    (void)snprintf(path, sizeof path, "%s/samples/%s", source ? source : ".", name);
    struct folio *f = folio_open(path, NULL);
    assert_non_null(f);
    return f;
}

static void test_missing(void **state)
{
    (void)state;
    struct folio *f = open_sample("10-K_1997_full.txt");
    struct folio_document *d = folio_document(f, 0);
    size_t count = folio_missing(d);
    for (size_t i = 0; i < count; i++) {
        assert_string_not_equal(folio_missing_id(d, i), "");
        assert_string_not_equal(folio_missing_why(d, i), "");
        assert_int_equal(folio_node_find(d, folio_missing_id(d, i)), FOLIO_NOWHERE);
    }
    assert_string_equal(folio_missing_id(d, count), "");
    assert_int_equal(folio_missing(NULL), 0);
    assert_string_equal(folio_missing_why(NULL, 0), "");
    folio_close(f);
    f = open_made("FORM 10-K\n\nAnnual Report\n\nItem 1. Business\n\nWords.\n\n"
                  "Item 3. Legal Proceedings\n\nWords.\n");
    d = folio_document(f, 0);
    assert_true(folio_missing(d) > 0);
    assert_string_equal(folio_missing_why(d, 0), "not found");
    folio_close(f);
}

static void test_declared(void **state)
{
    (void)state;
    struct folio *f = open_made("<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t8-K\n"
                                "ITEM INFORMATION:\t\tOther Events\n"
                                "FILED AS OF DATE:\t\t20140304\n</SEC-HEADER>\n"
                                "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nFORM 8-K\n\n"
                                "Item 7.01 Regulation FD Disclosure\n\nWords.\n"
                                "</TEXT>\n</DOCUMENT>\n");
    assert_int_equal(folio_declared(f), 1);
    assert_string_equal(folio_declared_item(f, 0), "8.01");
    assert_string_equal(folio_declared_item(f, 1), "");
    assert_int_equal(folio_mismatches(f), 2);
    assert_non_null(strstr(folio_mismatch(f, 0), "8.01"));
    assert_non_null(strstr(folio_mismatch(f, 1), "7.01"));
    assert_string_equal(folio_mismatch(f, 2), "");
    folio_close(f);
    assert_int_equal(folio_declared(NULL), 0);
    assert_int_equal(folio_mismatches(NULL), 0);
    assert_string_equal(folio_mismatch(NULL, 0), "");
}

/* Pages, and the labels that nodes of one page share. */
static void test_pages(void **state)
{
    (void)state;
    struct folio *f = open_sample("10-K_1997_full.txt");
    struct folio_document *d = folio_document(f, 0);
    size_t before = 1, labels = 0;
    for (size_t i = 0; i < folio_nodes(d); i++) {
        const struct folio_node *n = folio_node(d, i);
        assert_true(folio_node_page(n) >= before && folio_node_page(n) <= folio_pages(d));
        before = folio_node_page(n);
        labels += *folio_node_page_label(n) != '\0';
    }
    assert_int_equal(folio_pages(d), 28);
    assert_true(labels > 5);
    folio_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
