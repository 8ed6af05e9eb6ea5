/* SPDX-License-Identifier: MIT */
/* Growing arrays. */
#include "base/array.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct pair {
    size_t number;
    char letter;
};

static void test_grow(void **state)
{
    ARRAY(struct pair) pairs = {0};
    (void)state;
    for (size_t i = 0; i < 5000; i++) {
        array_push(&pairs, ((struct pair){i, (char)('a' + i % 26)}));
        assert_int_equal(pairs.count, i + 1);
        assert_true(pairs.room >= pairs.count);
    }
    for (size_t i = 0; i < 5000; i++) {
        assert_int_equal(pairs.at[i].number, i);
        assert_int_equal(pairs.at[i].letter, 'a' + i % 26);
    }
    array_deinit(&pairs);
    assert_null(pairs.at);
    assert_int_equal(pairs.count + pairs.room, 0);
    *array_add(&pairs) = (struct pair){7, 'x'}; /* and it can be used again */
    assert_int_equal(pairs.at[0].number, 7);
    array_deinit(&pairs);
}

static void test_room(void **state)
{
    ARRAY(int) numbers = {0};
    (void)state;
    array_reserve((void **)&numbers.at, &numbers.room, 1000, sizeof *numbers.at);
    assert_true(numbers.room >= 1000);
    int *before = numbers.at;
    for (int i = 0; i < 1000; i++)
        array_push(&numbers, i);
    assert_ptr_equal(numbers.at, before);
    array_reserve((void **)&numbers.at, &numbers.room, 10, sizeof *numbers.at);
    assert_ptr_equal(numbers.at, before);
    assert_int_equal(numbers.at[999], 999);
    array_deinit(&numbers);
    array_deinit(&numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grow),
        cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
