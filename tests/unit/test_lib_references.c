/* SPDX-License-Identifier: MIT */
/* References of a document: where they stand and lead, and that they outlive the filing. */
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

static void test_made(void **state)
{
    (void)state;
    static const char text[] = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
                               "FORM 8-K\n\nItem 7.01 Regulation FD Disclosure\n\n"
                               "The words, see Item 8.01, are here, and not in Item 5.02.\n\n"
                               "Item 8.01 Other Events\n\nWords of Exhibit 99.1.\n"
                               "</TEXT>\n</DOCUMENT>\n"
                               "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nWords.\n"
                               "</TEXT>\n</DOCUMENT>\n";
    struct folio *f = open_made(text);
    struct folio_references *r = folio_references(folio_document(f, 0));
    struct folio_references *again = folio_references(folio_document(f, 0));
    assert_int_equal(folio_references_count(again), folio_references_count(r));
    folio_references_free(again);
    folio_close(f);
    assert_int_equal(folio_references_count(r), 3);
    assert_string_equal(folio_reference_text(r, 0), "Item 8.01");
    assert_string_equal(folio_reference_kind(r, 0), "item");
    assert_string_equal(folio_reference_target(r, 0), "8-K/8.01");
    assert_memory_equal(text + folio_reference_offset(r, 0), "Item 8.01",
                        folio_reference_length(r, 0));
    assert_string_equal(folio_reference_target(r, 1), "");
    assert_string_not_equal(folio_reference_reason(r, 1), "");
    assert_string_equal(folio_reference_target(r, 2), "EX-99.1");
    folio_references_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
