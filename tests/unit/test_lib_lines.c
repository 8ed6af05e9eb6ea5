/* SPDX-License-Identifier: MIT */
/* The lines that nodes begin on. */
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

/* The first line of each document is the mark above it; the text of both is four lines. */
static const char two[] = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
                          "FORM 8-K\n\nItem 8.01 Other Events\n\nWords.\n"
                          "</TEXT>\n</DOCUMENT>\n"
                          "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
                          "FORM 8-K\n\nItem 8.01 Other Events\n\nWords.\n"
                          "</TEXT>\n</DOCUMENT>\n";

static size_t line_of(struct folio *f, size_t document)
{
    struct folio_document *d = folio_document(f, document);
    return folio_node_line(folio_node(d, folio_node_find(d, "8.01")));
}

static void test_made(void **state)
{
    (void)state;
    struct folio *f = open_made(two);
    assert_int_equal(line_of(f, 0), 4);
    assert_int_equal(line_of(f, 1), 10);
    assert_int_equal(line_of(f, 0), 4);
    folio_document_close(folio_document(f, 0)); /* the walk has passed it */
    assert_int_equal(line_of(f, 0), 4);
    folio_close(f);
    f = open_made(two);
    assert_int_equal(line_of(f, 1), 10);
    assert_int_equal(line_of(f, 0), 4);
    folio_close(f);
    assert_int_equal(folio_node_line(NULL), 0);
}

/* In whatever order documents are asked, lines are the same, and go up. */
static void test_sample(void **state)
{
    (void)state;
    struct folio *f = open_sample("8-K_2014_full.txt"), *g = open_sample("8-K_2014_full.txt");
    size_t count = folio_documents(f), before = 0, looked = 0;
    for (size_t i = count; i-- > 0;)
        (void)folio_node_line(folio_node(folio_document(g, i), 0));
    for (size_t i = 0; i < count; i++) {
        struct folio_document *d = folio_document(f, i);
        for (size_t n = 0; n < folio_nodes(d); n++, looked++) {
            size_t line = folio_node_line(folio_node(d, n));
            assert_true(line > 0 && line >= before);
            assert_int_equal(line, folio_node_line(folio_node(folio_document(g, i), n)));
            before = line;
        }
    }
    assert_true(looked > 5);
    folio_close(f);
    folio_close(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made),
        cmocka_unit_test(test_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
