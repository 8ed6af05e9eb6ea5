/* SPDX-License-Identifier: MIT */
/* Labels of pages: the first page with a label is found, whatever its case and the blanks around.
 */
#include "model/page_labels.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { NOWHERE = -1 };

static void check(const struct page_labels *l, const char *label, int page)
{
    struct page_place found = {77, 77};
    bool is = page_labels_find(l, slice_of(label), &found);
    if (is != (page != NOWHERE))
        fail_msg("\"%s\": found %d", label, is);
    assert_int_equal(found.page, page == NOWHERE ? 77 : page);
    assert_int_equal(found.offset, page == NOWHERE ? 77 : page * 100);
}

static void test_find(void **state)
{
    static const char *const labels[] = {"i", "", "1", "F-1", " 2\t", "1", "f-1", "II", "", "3"};
    static const struct {
        const char *label;
        int page;
    } rows[] = {
        {"1", 2},   {"i", 0},   {"I", 0},   {"ii", 7},     {"f-1", 3},     {"F-1", 3},
        {"2", 4},   {" 3", 9},  {"2\n", 4}, {"", NOWHERE}, {"4", NOWHERE}, {"F", -1},
        {"F-", -1}, {"11", -1}, {"-1", -1}, {" ", -1},
    };
    struct page_labels *l = page_labels_new();
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(l, rows[i].label, NOWHERE);
    for (size_t i = 0; i < COUNT(labels); i++) {
        assert_int_equal(page_labels_count(l), i);
        page_labels_add(l, slice_of(labels[i]), i * 100);
    }
    assert_int_equal(page_labels_count(l), COUNT(labels));
    for (size_t i = 0; i < COUNT(rows); i++)
        check(l, rows[i].label, rows[i].page);
    page_labels_free(l);
    page_labels_free(NULL);
}

static void number(struct buffer *text, int n)
{
    buffer_clear(text);
    buffer_addf(text, "F-%d", n);
}

/* The table grows; what was in it stays where it is, and each label is the first page's. */
static void test_many(void **state)
{
    enum { PAGES = 5000, LABELS = 3000 };
    struct page_labels *l = page_labels_new();
    struct buffer text = {0};
    (void)state;
    for (int i = 0; i < PAGES; i++) {
        number(&text, i % LABELS);
        page_labels_add(l, buffer_slice(&text), (size_t)i * 100);
        check(l, buffer_text(&text), i % LABELS);
    }
    for (int i = 0; i < PAGES; i++) {
        number(&text, i);
        check(l, buffer_text(&text), i < LABELS ? i : NOWHERE);
    }
    buffer_deinit(&text);
    page_labels_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
