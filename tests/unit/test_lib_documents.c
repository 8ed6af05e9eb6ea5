/* SPDX-License-Identifier: MIT */
/* The documents of a filing: found, told of, forgotten. */
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

#define DOCUMENT(type, name, text)                                                                 \
    "<DOCUMENT>\n<TYPE>" type "\n<FILENAME>" name "\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"

static const char three[] =
    DOCUMENT("8-K", "a.txt", "FORM 8-K\n\nItem 8.01 Other Events\n\nWords.\n")
        DOCUMENT("EX-99.1", "b.txt", "Words of it.\n")
            DOCUMENT("GRAPHIC", "c.jpg", "begin 644 c\n");

/* One by one as all at once. */
static void test_next(void **state)
{
    (void)state;
    struct folio *f = open_made(three), *g = open_made(three);
    struct folio_document *d = NULL;
    for (size_t i = 0; i < 3; i++) {
        struct folio_document *same = folio_document(g, i);
        d = folio_next(f, d);
        assert_non_null(d);
        assert_int_equal(folio_document_sequence(d), i + 1);
        assert_string_equal(folio_document_type(d), folio_document_type(same));
        assert_int_equal(folio_document_offset(d), folio_document_offset(same));
        assert_int_equal(folio_document_length(d), folio_document_length(same));
    }
    assert_null(folio_next(f, d));
    assert_null(folio_next(NULL, NULL));
    assert_int_equal(folio_documents(f), 3);
    assert_ptr_equal(folio_document(f, 2), d);
    folio_close(f);
    folio_close(g);
}

static void test_find(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        size_t document;  /* FOLIO_NOWHERE: there is none */
        const char *node; /* "": all of it */
    } rows[] = {
        {"8.01", 0, "8.01"},     {"8-K", 0, ""},
        {"8-k/8.01", 0, "8.01"}, {"ex-99.1", 1, ""},
        {" EX-99.1 ", 1, ""},    {"2", 1, ""},
        {"3/", 2, ""},           {"9", FOLIO_NOWHERE, ""},
        {"", FOLIO_NOWHERE, ""}, {"EX-99.1/8.01", FOLIO_NOWHERE, ""},
    };
    struct folio *f = open_made(three);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct folio_document *d = NULL;
        size_t node = 0;
        int found = folio_find(f, rows[i].address, &d, &node);
        assert_int_equal(found, rows[i].document != FOLIO_NOWHERE);
        assert_ptr_equal(d, found ? folio_document(f, rows[i].document) : NULL);
        if (found && *rows[i].node)
            assert_string_equal(folio_node_id(folio_node(d, node)), rows[i].node);
        else
            assert_int_equal(node, found ? FOLIO_WHOLE : 0);
    }
    assert_int_equal(folio_find(f, "8.01", NULL, NULL), 1);
    assert_int_equal(folio_find(f, NULL, NULL, NULL), 0);
    assert_int_equal(folio_find(NULL, "8.01", NULL, NULL), 0);
    assert_ptr_equal(folio_document_find(f, "ex-99.1"), folio_document(f, 1));
    assert_ptr_equal(folio_document_find(f, "3"), folio_document(f, 2));
    assert_null(folio_document_find(f, "8.01"));
    assert_null(folio_document_find(f, NULL));
    folio_close(f);
}

static void test_told(void **state)
{
    (void)state;
    struct folio *f = open_made(three);
    assert_string_equal(folio_name(f), "made.txt");
    assert_int_equal(folio_size(f), sizeof three - 1);
    assert_int_equal(folio_is_cut(f), 0);
    assert_int_equal(folio_lacks(f), 0);
    assert_string_equal(folio_document_form(folio_document(f, 1)), "EX-99.1");
    assert_string_equal(folio_document_other(folio_document(f, 0)), "");
    assert_string_equal(folio_document_other(folio_document(f, 1)), "");
    assert_memory_equal(folio_document_other(folio_document(f, 2)), "JPEG image", 10);
    assert_int_equal(folio_pages(folio_document(f, 0)), 0);
    size_t warnings = folio_warnings(f);
    folio_warn(f, "one of\033 mine");
    folio_warn(f, "one of\033 mine");
    assert_int_equal(folio_warnings(f), warnings + 1);
    assert_string_equal(folio_warning(f, warnings), "one of\357\277\275 mine");
    folio_close(f);
    f = open_made("FORM 10-K\n\nAnnual Report\n\nItem 1. Business\n\nWords.\n");
    assert_string_equal(folio_document_type(folio_document(f, 0)), "");
    assert_string_equal(folio_document_form(folio_document(f, 0)), "10-K");
    folio_close(f);
}

/* A header that no document follows is there to be read, and is none. */
static void test_header(void **state)
{
    (void)state;
    struct folio *f = open_made("<SEC-HEADER>\nACCESSION NUMBER:\t\t0009900210-05-000018\n"
                                "CONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n");
    assert_int_equal(folio_documents(f), 1);
    assert_int_equal(folio_document_is_header(folio_document(f, 0)), 1);
    folio_close(f);
    f = open_made(three);
    assert_int_equal(folio_document_is_header(folio_document(f, 0)), 0);
    folio_close(f);
}

/* What is forgotten is the same when it is asked for again. */
static void test_close(void **state)
{
    (void)state;
    for (int references = 0; references < 2; references++) {
        struct folio *f = open_made(three);
        struct folio_document *d = folio_document(f, 0);
        if (references)
            folio_references_free(folio_references(d));
        size_t count = folio_nodes(d), missing = folio_missing(d);
        size_t at = folio_node_find(d, "8.01");
        size_t line = folio_node_line(folio_node(d, at));
        assert_true(count > 0);
        folio_document_close(d);
        folio_document_close(d);
        assert_int_equal(folio_nodes(d), count);
        assert_int_equal(folio_missing(d), missing);
        assert_int_equal(folio_node_find(d, "8.01"), at);
        assert_int_equal(folio_node_line(folio_node(d, at)), line);
        folio_document_close(d);
        folio_close(f);
    }
    folio_document_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),   cmocka_unit_test(test_find),  cmocka_unit_test(test_told),
        cmocka_unit_test(test_header), cmocka_unit_test(test_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
