/* SPDX-License-Identifier: MIT */
/* Counting pages, by and by or at once, and the numbers that they print. */
#include "model/pages.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char *const texts[] = {
    "a\n<PAGE>\nb\n<PAGE>\n\n<PAGE>\nc\n",
    "<PAGE>\n<PAGE>\na\n<PAGE>\n",
    "a<PAGE>b<PAGE>c<PAGE> \n ",
    "no mark at all\n",
    "<PAGE>",
    "",
    "a\n<PAGE>\n<TABLE>\n</TABLE>\n<PAGE>\nb\n", /* tags print nothing: no page */
};
static const size_t counts[COUNT(texts)] = {3, 1, 3, 1, 1, 1, 2};

static void check_steps(const char *text, size_t step, size_t count)
{
    struct plain known = {.text = slice_of(text), .ends = true};
    struct pages *p = pages_new();
    assert_int_equal(pages_count(p), 1);
    for (size_t upto = step; !pages_all(p); upto += step) {
        size_t before = pages_counted(p);
        pages_go_on(p, &known, upto);
        assert_true(pages_counted(p) >= before);
        if (known.text.len == 0)
            break;
    }
    assert_int_equal(pages_count(p), count);
    assert_int_equal(pages_offset(p, 0), 0);
    for (size_t page = 1; page < count; page++) {
        size_t begins = pages_offset(p, page);
        assert_true(begins > pages_offset(p, page - 1));
        assert_int_equal(plain_page_mark(&known, begins, begins + 1), begins);
        assert_int_equal(pages_at(p, begins), page);
        assert_int_equal(pages_at(p, begins - 1), page - 1);
    }
    assert_int_equal(pages_offset(p, count), 0);
    pages_free(p);
}

static void test_steps(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t step = 1; step < 50; step++)
            check_steps(texts[i], step, counts[i]);
}

/* The end of the text may become known only behind the last mark. */
static void test_late_end(void **state)
{
    struct plain known = {.text = SLICE("a\n<PAGE>\nb\n<PAGE>\n")};
    (void)state;
    struct pages *p = pages_new();
    pages_go_on(p, &known, known.text.len);
    assert_false(pages_all(p));
    known.ends = true;
    pages_know(p, &known);
    assert_true(pages_all(p));
    assert_int_equal(pages_count(p), 2); /* a mark behind the last text makes none */
    pages_free(p);
}

static void test_any(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    assert_false(pages_any(p));
    pages_expect(p);
    assert_true(pages_any(p));
    pages_free(p);
    p = pages_new();
    struct plain known = {.text = SLICE("a<PAGE>b"), .ends = true};
    pages_go_on(p, &known, 999);
    assert_true(pages_any(p));
    assert_true(pages_all(p));
    pages_free(p);
    pages_free(NULL);
}

static void test_label(void **state)
{
    static const char *const rows[][2] = {
        {"text\n  4\n", "4"},
        {"text\n  4\n\n\n", "4"},
        {"text\n  4\n------\n", "4"},     /* a rule below it */
        {"text\n  4\n</TABLE>\n", "4"},   /* and an end tag */
        {"text\n  4\n(see notes)\n", ""}, /* text below it */
        {"<PAGE>   5\ntext\n", "5"},
        {"<PAGE>\n\n  F-5\ntext\n", "F-5"},
        {"<PAGE>   5\ntext\n  4\n", "4"},
        {"<PAGE>\ntext\n5\ntext\n", ""},
        {"", ""},
        {"<PAGE>", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plain known = {.text = slice_of(rows[i][0]), .ends = true};
        struct slice label = pages_label(&known, 0, known.text.len);
        if (!slice_equal(label, slice_of(rows[i][1])))
            fail_msg("row %zu: \"%.*s\"", i, (int)label.len, label.at);
    }
}

/* A number in a running head or foot that has other words. */
static void test_label_in_words(void **state)
{
    static const char text[] = "a\nBirch Mills  F-1\n<PAGE>\nb\nBirch Mills  F-2\n<PAGE>\nc\n"
                               "Birch Mills  F-3\n";
    struct plain known = {.text = slice_of(text), .ends = true};
    struct furniture *f = furniture_new();
    (void)state;
    size_t from[3], end[3], at = 0;
    for (size_t i = 0; i < 3; i++) {
        from[i] = at;
        end[i] = plain_page_mark(&known, i ? at + 1 : 0, known.text.len);
        furniture_add_page(f, slice_cut(known.text, i ? at + 6 : at, end[i]));
        at = end[i];
    }
    furniture_finish(f);
    known.furniture = f;
    static const char *const labels[] = {"F-1", "F-2", "F-3"};
    for (size_t i = 0; i < 3; i++)
        assert_true(slice_equal(pages_label(&known, from[i], end[i]), slice_of(labels[i])));
    furniture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_late_end),
        cmocka_unit_test(test_any),
        cmocka_unit_test(test_label),
        cmocka_unit_test(test_label_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
