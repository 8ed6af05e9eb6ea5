/* SPDX-License-Identifier: MIT */
/* Tests of folding and comparing titles. */
#include "outline/items/title.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_fold(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {" -- ", ""},
        {"Legal Proceedings", "legal proceedings"},
        {"  LEGAL - PROCEEDINGS. ", "legal proceedings"},
        {"Management's Discussion", "managements discussion"},
        {"Management\xE2\x80\x99s \xE2\x80\x98own\xE2\x80\x99", "managements own"},
        {"& & &", "and and and"},
        {"&&&&", "and and and and"},
        {"R&D & Co", "rand d and co"},
        {"1.01(a)", "1 01 a"},
        {"\xE2\x80", ""},
        {"caf\xC3\xA9 x", "caf x"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer folded = {0};
        title_fold(&folded, slice_of(rows[i][0]));
        assert_string_equal(buffer_text(&folded), rows[i][1]);
        size_t len = folded.len;
        title_fold(&folded, SLICE("B")); /* behind a blank, when there was something */
        assert_int_equal(folded.len, len + (len > 0) + 1);
        buffer_deinit(&folded);
    }
}

/* Where most bytes become four. */
static void test_fold_signs(void **state)
{
    enum { SIGNS = 1000 };
    char text[2 * SIGNS];
    struct buffer folded = {0};
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? 'x' : '&';
    title_fold(&folded, (struct slice){text, sizeof text});
    assert_int_equal(folded.len, 3 + 2 + (SIGNS - 1) * (3 + 2));
    assert_memory_equal(folded.at, "and xand xand x", 15);
    buffer_deinit(&folded);
}

static void test_match(void **state)
{
    static const struct {
        const char *printed, *known;
        double score;
    } rows[] = {
        {"", "legal proceedings", 0},
        {"legal proceedings", "legal proceedings", 1},
        {"legal proceedings none", "legal proceedings", 0.95},
        {"legal", "legal proceedings", 0},
        {"legal p", "legal proceedings", 0},
        {"unresolved", "unresolved staff comments", 0.9},
        {"legal procedings", "legal proceedings", 0.85},
        {"lgeal proceedings", "legal proceedings", 0.85},
        {"leagl procedins", "legal proceedings", 0},
        {"executive compensation paid", "compensation of executive officers", 0.7},
        {"market risk", "risk factors", 0},
        {"xx changes in and disagreements with accountants on accounting and financial disc",
         "changes in and disagreements with accountants on accounting and financial disclosure",
         0.85},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        double score = title_match_folded(slice_of(rows[i].printed), slice_of(rows[i].known));
        if (score < rows[i].score - 0.001 || score > rows[i].score + 0.001)
            fail_msg("'%s': %g", rows[i].printed, score);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fold),
                                       cmocka_unit_test(test_fold_signs),
                                       cmocka_unit_test(test_match)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
