/* SPDX-License-Identifier: MIT */
/* Pages counted and labelled in slices: what is known meanwhile, and that it comes to an end. */
#include "ui/page_work.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct opened {
    struct submission *submission;
    struct content *content;
};

static struct opened open_text(struct slice bytes)
{
    struct opened o;
    struct error e;
    o.submission = submission_open(input_from_bytes("test", bytes), &e);
    assert_non_null(o.submission);
    o.content = content_of(o.submission, submission_document(o.submission, 0));
    content_hold(o.content);
    return o;
}

static void close_text(struct opened *o)
{
    content_release(o->content);
    submission_free(o->submission);
}

/* More labels than a slice reads. */
static void test_slices(void **state)
{
    enum { PAGES = 3 * PAGE_WORK_LABELS + 10 };
    struct buffer text = {0};
    struct page_place found;
    size_t slices = 0;
    (void)state;
    for (int i = 1; i <= PAGES; i++)
        buffer_addf(&text, "Some words.\n\n                 -%d-\n<PAGE>\n", i);
    struct opened o = open_text(buffer_slice(&text));
    assert_false(page_work_counted(o.content));
    assert_false(page_work_labelled(o.content));
    while (page_work_count(o.content))
        assert_true(++slices < 100);
    assert_true(page_work_counted(o.content));
    assert_false(page_work_labelled(o.content));
    assert_true(page_work_label(o.content));
    assert_true(content_find_label(o.content, SLICE("1000"), &found));
    assert_int_equal(found.page, PAGE_WORK_LABELS - 1);
    assert_int_equal(found.offset, content_page_offset(o.content, found.page));
    assert_false(content_find_label(o.content, SLICE("1001"), &found));
    for (slices = 1; page_work_label(o.content); slices++)
        ;
    assert_int_equal(slices, 4);
    assert_true(page_work_labelled(o.content));
    assert_true(content_find_label(o.content, SLICE("3010"), &found));
    assert_false(content_find_label(o.content, SLICE("3011"), &found));
    assert_int_equal(content_page_labelled(o.content, SLICE("3010")), PAGES - 1);
    assert_int_equal(content_page_labelled(o.content, SLICE("3011")), (size_t)-1);
    close_text(&o);
    buffer_deinit(&text);
}

/* Labels ask for counted pages; a document without pages has none, and is soon done. */
static void test_kinds(void **state)
{
    static const struct {
        const char *text, *label;
        size_t page; /* (size_t)-1: none */
    } rows[] = {
        {"Words without a page.\n", "1", (size_t)-1},
        {"First.\n\n        -7-\n<PAGE>\nSecond.\n\n        -8-\n", "8", 1},
        {"<html><body><p>One.</p><p>3</p><hr style=\"page-break-after:always\"><p>Two.</p>"
         "<p>4</p></body></html>\n",
         "4", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct opened o = open_text(slice_of(rows[i].text));
        struct page_place found;
        for (size_t slices = 0; page_work_label(o.content); slices++)
            assert_true(slices < 10);
        assert_true(page_work_counted(o.content));
        assert_false(page_work_count(o.content));
        bool is = content_find_label(o.content, slice_of(rows[i].label), &found);
        assert_int_equal(is ? found.page : (size_t)-1, rows[i].page);
        close_text(&o);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
