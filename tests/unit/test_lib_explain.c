/* SPDX-License-Identifier: MIT */
/* What is said of how an outline came to be. */
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

static char said[100000];

static int take(void *self, const char *text, size_t length)
{
    assert_true(length < sizeof said);
    assert_int_equal(strlen(text), length);
    memcpy(said, text, length + 1);
    return *(int *)self;
}

static void test_said(void **state)
{
    (void)state;
    struct folio *f = open_made("FORM 8-K\n\nItem 8.01 Other\033 Events\n\nWords.\n");
    struct folio_document *d = folio_document(f, 0);
    char nodes[40];
    int result = 0;
    assert_int_equal(folio_explain(d, take, &result), 0);
    (void)snprintf(nodes, sizeof nodes, "  nodes: %zu\n", folio_nodes(d));
    assert_int_equal(strncmp(said, "document 1", 10), 0);
    assert_non_null(strstr(said, nodes));
    assert_non_null(strstr(said, "8.01  item"));
    assert_null(strchr(said, '\033'));
    result = 9;
    assert_int_equal(folio_explain(d, take, &result), 9);
    assert_int_equal(folio_explain(d, NULL, NULL), 0);
    assert_int_equal(folio_explain(NULL, take, &result), 0);
    folio_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
