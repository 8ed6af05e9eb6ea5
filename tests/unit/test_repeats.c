/* SPDX-License-Identifier: MIT */
/* Headings that come again as running heads. */
#include "outline/items/repeats.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Marks prints of "Item 1. Business" with these features, and compares what became of them. */
static void check(const unsigned *features, const unsigned *wanted, size_t count)
{
    struct candidates c;
    candidates_init(&c, NULL);
    struct slice number = SLICE("1");
    for (size_t i = 0; i < count; i++) {
        struct candidate x = {.kind = CANDIDATE_ITEM, .features = features[i]};
        x.numbers = &number;
        x.count = 1;
        x.title = SLICE("Business");
        array_push(&c.list, x);
    }
    repeats_mark(&c);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(c.list.at[i].features, wanted[i]);
    candidates_deinit(&c);
}

static void test_prints(void **state)
{
    const unsigned head = FEATURE_FURNITURE, again = FEATURE_FURNITURE | FEATURE_CONTINUED;
    const unsigned all[] = {head, head, head}, first[] = {0, again, again};
    const unsigned two[] = {0, 0}, headed[] = {head, 0}, listed[] = {FEATURE_IN_CONTENTS, head};
    const unsigned free[] = {FEATURE_IN_CONTENTS, 0};
    (void)state;
    check(all, first, COUNT(all));
    check(two, two, COUNT(two));
    check(headed, headed, COUNT(headed));
    check(listed, free, COUNT(listed));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
