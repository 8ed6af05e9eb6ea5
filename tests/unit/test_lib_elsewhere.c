/* SPDX-License-Identifier: MIT */
/* What a node says of other places. */
#include "lib/lib_filing.h"

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

static const char bytes[] = "FORM 10-K\n\nWords.\n<PAGE>\nMore words.\n";

static void test_ranges(void **state)
{
    (void)state;
    struct folio *f = open_made(bytes);
    const char *second = strstr(bytes, "More");
    struct node_range ranges[] = {
        {SLICE_ROW("4"), SLICE_ROW("22"), (size_t)(second - bytes)},
        {SLICE_ROW("3\0330"), {NULL, 0}, (size_t)-1},
    };
    struct node node = {.kind = NODE_ITEM, .ranges = ranges, .range_count = 2};
    struct folio_node n;
    lib_node_init(&n, folio_document(f, 0), &node);
    assert_int_equal(folio_node_ranges(&n), 2);
    assert_string_equal(folio_node_range_from(&n, 0), "4");
    assert_string_equal(folio_node_range_to(&n, 0), "22");
    assert_int_equal(folio_node_range_page(&n, 0), 2);
    assert_int_equal(folio_node_range_offset(&n, 0), second - bytes);
    assert_string_equal(folio_node_range_from(&n, 1), "3\357\277\2750");
    assert_string_equal(folio_node_range_to(&n, 1), "3\357\277\2750");
    assert_int_equal(folio_node_range_page(&n, 1), 0);
    assert_int_equal(folio_node_range_offset(&n, 1), FOLIO_NOWHERE);
    assert_string_equal(folio_node_range_words(&n), "pp. 4-22, 3\357\277\2750");
    assert_string_equal(folio_node_range_from(&n, 2), "");
    assert_int_equal(folio_node_range_offset(&n, 2), FOLIO_NOWHERE);
    folio_close(f);
}

/* Of very many ranges the words name some. */
static void test_many(void **state)
{
    (void)state;
    struct folio *f = open_made(bytes);
    struct node_range ranges[21];
    for (size_t i = 0; i < 21; i++)
        ranges[i] = (struct node_range){SLICE("5"), SLICE("5"), (size_t)-1};
    struct node node = {.kind = NODE_ITEM, .ranges = ranges, .range_count = 20};
    struct folio_node n;
    lib_node_init(&n, folio_document(f, 0), &node);
    assert_null(strstr(folio_node_range_words(&n), "..."));
    node.range_count = 21;
    lib_node_init(&n, folio_document(f, 0), &node);
    assert_non_null(strstr(folio_node_range_words(&n), "5, ..."));
    folio_close(f);
}

static void test_source(void **state)
{
    (void)state;
    struct folio *f = open_made(bytes);
    struct node_source source = {.form = SLICE("10-K"),
                                 .date = SLICE("2001-03-04"),
                                 .exhibit = SLICE("10.3"),
                                 .file = SLICE("001-00123"),
                                 .url = SLICE("x\ny")};
    struct node node = {.kind = NODE_EXHIBIT_ROW, .target_type = SLICE("EX-10.1")};
    struct folio_node n;
    lib_node_init(&n, folio_document(f, 0), &node);
    assert_int_equal(folio_node_has_source(&n), 0);
    assert_string_equal(folio_node_source_words(&n), "");
    assert_string_equal(folio_node_target(&n), "EX-10.1");
    node.source = &source;
    assert_int_equal(folio_node_has_source(&n), 1);
    assert_string_equal(folio_node_source_form(&n), "10-K");
    assert_string_equal(folio_node_source_date(&n), "2001-03-04");
    assert_string_equal(folio_node_source_exhibit(&n), "10.3");
    assert_string_equal(folio_node_source_file(&n), "001-00123");
    assert_string_equal(folio_node_source_url(&n), "x\357\277\275y");
    assert_string_equal(folio_node_source_words(&n), "10-K 2001, Ex. 10.3");
    folio_close(f);
}

static void test_none(void **state)
{
    (void)state;
    assert_int_equal(folio_node_ranges(NULL), 0);
    assert_string_equal(folio_node_range_from(NULL, 0), "");
    assert_string_equal(folio_node_range_words(NULL), "");
    assert_string_equal(folio_node_target(NULL), "");
    assert_int_equal(folio_node_has_source(NULL), 0);
    assert_string_equal(folio_node_source_url(NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_source),
        cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
