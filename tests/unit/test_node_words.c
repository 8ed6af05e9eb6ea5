/* SPDX-License-Identifier: MIT */
/* The words for pages of an index, another filing, and doubt. */
#include "outline/node_words.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
#define RANGE(a, b)                                                                                \
    {                                                                                              \
        SLICE_ROW(a), SLICE_ROW(b), (size_t)-1                                                     \
    }

static void test_pages(void **state)
{
    static const struct {
        struct node_range ranges[3];
        size_t count, most;
        const char *words;
    } rows[] = {
        {{RANGE("", "")}, 0, 9, ""},
        {{RANGE("4", "4")}, 1, 9, "p. 4"},
        {{RANGE("4", "")}, 1, 9, "p. 4"},
        {{RANGE("4", "22")}, 1, 9, "pp. 4-22"},
        {{RANGE("4", "4"), RANGE("9", "9")}, 2, 9, "pp. 4, 9"},
        {{RANGE("4", "22"), RANGE("30", "30"), RANGE("40", "41")}, 3, 9, "pp. 4-22, 30, 40-41"},
        {{RANGE("4", "22"), RANGE("30", "30"), RANGE("40", "41")}, 3, 1, "pp. 4-22, ..."},
        {{RANGE("F-1", "F-30")}, 1, 9, "pp. F-1 to F-30"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct node node = {.ranges = rows[i].ranges, .range_count = rows[i].count};
        struct buffer out = {0};
        node_words_pages(&node, rows[i].most, ", ...", &out);
        assert_string_equal(buffer_text(&out), rows[i].words);
        buffer_deinit(&out);
    }
}

static void test_source(void **state)
{
    static const struct {
        struct node_source source;
        const char *words;
    } rows[] = {
        {{.form = {NULL, 0}}, ""},
        {{.form = SLICE_ROW("10-K")}, "10-K"},
        {{.form = SLICE_ROW("10-K"), .date = SLICE_ROW("2001-12-31"), .exhibit = SLICE_ROW("10.3")},
         "10-K 2001, Ex. 10.3"},
        {{.form = SLICE_ROW("S-1"), .file = SLICE_ROW("333-00123")}, "S-1"},
        {{.file = SLICE_ROW("333-00123"), .exhibit = SLICE_ROW("3(i)")},
         "file 333-00123, Ex. 3(i)"},
        {{.date = SLICE_ROW("1998-03-02")}, "1998"},
        {{.date = SLICE_ROW("98"), .exhibit = SLICE_ROW("4")}, "Ex. 4"},
        {{.url = SLICE_ROW("https://example.org/x")}, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        buffer_add_text(&out, ": ");
        node_words_source(&rows[i].source, &out);
        assert_string_equal(buffer_text(&out) + 2, rows[i].words);
        buffer_deinit(&out);
    }
}

static void test_elsewhere(void **state)
{
    static const struct {
        struct node_source source;
        const char *words;
    } rows[] = {
        {{.form = {NULL, 0}}, ""},
        {{.form = SLICE_ROW("10-K")}, ": 10-K"},
        {{.url = SLICE_ROW("https://example.org/x")}, ": https://example.org/x"},
        {{.form = SLICE_ROW("10-K"), .url = SLICE_ROW("https://example.org/x")},
         ": 10-K, https://example.org/x"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct node node = {.source = &rows[i].source};
        struct buffer out = {0};
        node_words_elsewhere(&node, &out);
        assert_string_equal(buffer_text(&out), rows[i].words);
        buffer_deinit(&out);
    }
    struct node none = {.source = NULL};
    struct buffer out = {0};
    node_words_elsewhere(&none, &out);
    assert_int_equal(out.len, 0);
    buffer_deinit(&out);
}

static void test_sure(void **state)
{
    (void)state;
    assert_true(node_words_sure(&(struct node){.confidence = 1}));
    assert_true(node_words_sure(&(struct node){.confidence = 0.8}));
    assert_false(node_words_sure(&(struct node){.confidence = 0.79}));
    assert_false(node_words_sure(&(struct node){.confidence = 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_source),
        cmocka_unit_test(test_elsewhere),
        cmocka_unit_test(test_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
