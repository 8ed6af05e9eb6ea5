/* SPDX-License-Identifier: MIT */
/* How sure choices are, and why. */
#include "outline/items/confidence.h"

#include "outline/items/explain.h"
#include "outline/outline.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { LOOKS = FEATURE_BLANK_ABOVE | FEATURE_BOLD };

/* Three Items of a 10-K; the one in the middle has the features and the title. */
static struct confidence middle(unsigned features, const char *number, const char *title)
{
    static const char *const others[] = {"1", "3"};
    struct form form;
    struct candidates c;
    struct chain chain = {0};
    struct buffer told = {0};
    form_init(&form, SLICE("10-K"), SLICE("2012-03-01"));
    candidates_init(&c, &form);
    for (size_t i = 0; i < 3; i++) {
        struct candidate x = {.kind = CANDIDATE_ITEM, .offset = i * 5000, .text = i * 5000};
        struct slice *numbers = arena_array(&c.arena, 1, sizeof *numbers);
        *numbers = slice_of(i == 1 ? number : others[i / 2]);
        x.features = i == 1 ? features : LOOKS;
        x.title = slice_of(i == 1 ? title : i == 0 ? "Business" : "Legal Proceedings");
        x.numbers = numbers;
        x.count = 1;
        array_push(&c.list, x);
        struct choice choice = {i, 0, 5, false};
        array_push(&chain.items, choice);
    }
    struct confidence sure = confidence_item(&chain, 1, &c, &form);
    explain_write(&told, &c, &form, &chain);
    assert_non_null(strstr(buffer_text(&told), "*       5000"));
    assert_non_null(strstr(buffer_text(&told), title));
    buffer_deinit(&told);
    chain_deinit(&chain);
    candidates_deinit(&c);
    form_deinit(&form);
    return sure;
}

static void test_items(void **state)
{
    (void)state;
    struct confidence good = middle(LOOKS, "2", "Properties");
    assert_true(good.value >= 0.95);
    assert_int_equal(good.why, WHY_LABEL | WHY_TITLE | WHY_LOOKS | WHY_ORDER);
    struct confidence bare = middle(LOOKS | FEATURE_UNLABELLED, "2", "Properties");
    assert_true(bare.value < 0.8);
    assert_false(bare.why & WHY_LABEL);
    assert_true((bare.why & DOUBT_LABEL) && !(good.why & DOUBT_LABEL));
    struct confidence led =
        middle(LOOKS | FEATURE_UNLABELLED | FEATURE_LINKED | FEATURE_LISTED, "2", "Properties");
    assert_true(led.value >= 0.9);
    struct confidence other = middle(LOOKS, "2", "Legal Proceedings");
    assert_true(other.value < 0.8 && (other.why & DOUBT_TITLE));
    struct confidence text = middle(FEATURE_PROSE, "2", "of the report");
    assert_true(text.value < 0.8 && (text.why & DOUBT_LOOKS));
    struct confidence disordered = middle(LOOKS, "9", "");
    assert_false(disordered.why & WHY_ORDER);
}

static void test_words(void **state)
{
    struct node node = {.why = WHY_LABEL | WHY_ORDER | DOUBT_RIVAL};
    struct buffer out = {0};
    (void)state;
    node_why(&node, &out);
    assert_non_null(strstr(buffer_text(&out), "label"));
    assert_non_null(strstr(buffer_text(&out), "; but another place"));
    buffer_clear(&out);
    node.why = DOUBT_ALONE;
    node_why(&node, &out);
    assert_null(strstr(buffer_text(&out), "but"));
    buffer_clear(&out);
    node = (struct node){.why = WHY_LOOKS, .confidence = 0.7}; /* doubtful: there is a reason */
    assert_int_equal(node_doubts(&node), DOUBT_FEW);
    node_why(&node, &out);
    assert_non_null(strstr(buffer_text(&out), "; but little speaks for it"));
    node.confidence = 0.9;
    assert_int_equal(node_doubts(&node), 0);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
