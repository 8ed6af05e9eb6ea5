/* SPDX-License-Identifier: MIT */
/* What is told of a node. */
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

static void test_texts(void **state)
{
    (void)state;
    static const struct slice items[] = {SLICE_ROW("7"), SLICE_ROW("7\033A")};
    struct folio *f = open_made(bytes);
    struct node node = {.kind = NODE_ITEM,
                        .id = SLICE("7"),
                        .part = SLICE("II"),
                        .items = items,
                        .item_count = 2,
                        .label = SLICE("Item 7"),
                        .title = SLICE("Caf\351"),
                        .level = 2,
                        .offset = sizeof bytes - 3,
                        .length = 2,
                        .confidence = 0.79};
    struct folio_node n;
    lib_node_init(&n, folio_document(f, 0), &node);
    assert_string_equal(folio_node_id(&n), "7");
    assert_string_equal(folio_node_kind(&n), "item");
    assert_string_equal(folio_node_part(&n), "II");
    assert_int_equal(folio_node_items(&n), 2);
    assert_string_equal(folio_node_item(&n, 1), "7\357\277\275A");
    assert_string_equal(folio_node_item(&n, 0), "7");
    assert_string_equal(folio_node_item(&n, 2), "");
    assert_string_equal(folio_node_label(&n), "Item 7");
    assert_string_equal(folio_node_title(&n), "Caf\303\251");
    assert_ptr_equal(folio_node_title(&n), folio_node_title(&n)); /* and stays */
    assert_int_equal(folio_node_level(&n), 2);
    assert_int_equal(folio_node_page(&n), 2);
    assert_string_equal(folio_node_status(&n), "present");
    assert_string_equal(folio_node_found_by(&n), "heading");
    assert_int_equal(folio_node_sure(&n), 0);
    node.confidence = 0.8;
    assert_int_equal(folio_node_sure(&n), 1);
    node.kind = NODE_EXHIBIT_ROW;
    node.target = TARGET_NOT_IN_FILE;
    assert_string_equal(folio_node_status(&n), "not-in-file");
    node.kind = NODE_NOTE;
    assert_string_equal(folio_node_status(&n), "");
    folio_close(f);
}

/* Every bit has its word, and no two of a list the same. */
static void test_all_reasons(void **state)
{
    (void)state;
    struct folio *f = open_made(bytes);
    struct node node = {.why = ~0U, .confidence = 1};
    struct folio_node n;
    lib_node_init(&n, folio_document(f, 0), &node);
    size_t reasons = folio_node_reasons(&n), doubts = folio_node_doubts(&n);
    for (size_t i = 0; i < reasons; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(folio_node_reason(&n, i), folio_node_reason(&n, j));
    for (size_t i = 0; i < doubts; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(folio_node_doubt(&n, i), folio_node_doubt(&n, j));
    struct buffer words = {0};
    for (unsigned bit = 0; bit < 32; bit++) {
        node.why = 1U << bit;
        buffer_clear(&words);
        node_why(&node, &words);
        assert_int_equal(folio_node_reasons(&n), words.len > 0 && bit < 16);
        assert_int_equal(folio_node_doubts(&n), words.len > 0 && bit >= 16);
        reasons -= words.len > 0 && bit < 16;
        doubts -= words.len > 0 && bit >= 16;
    }
    assert_int_equal(reasons, 0);
    assert_int_equal(doubts, 0);
    assert_string_equal(folio_node_reason(&n, 0), "");
    buffer_deinit(&words);
    folio_close(f);
}

static void test_kinds(void **state)
{
    (void)state;
    assert_int_equal(folio_node_kinds(), 11);
    assert_string_equal(folio_node_kind_name(3), "item");
    assert_string_equal(folio_node_kind_name(11), "");
    for (size_t i = 0; i < folio_node_kinds(); i++)
        assert_string_not_equal(folio_node_kind_name(i), "");
}

static void test_none(void **state)
{
    (void)state;
    assert_string_equal(folio_node_label(NULL), "");
    assert_string_equal(folio_node_item(NULL, 0), "");
    assert_string_equal(folio_node_found_by(NULL), "");
    assert_int_equal(folio_node_sure(NULL), 0);
    assert_int_equal(folio_node_reasons(NULL), 0);
    assert_string_equal(folio_node_reason(NULL, 0), "");
    assert_int_equal(folio_node_doubts(NULL), 0);
    assert_string_equal(folio_node_doubt(NULL, 0), "");
    assert_string_equal(folio_node_page_label(NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_all_reasons),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
