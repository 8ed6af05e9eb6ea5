/* SPDX-License-Identifier: MIT */
/* The way back over jumps, and forth again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/journey.h"

static struct place at(size_t offset)
{
    return (struct place){0, offset};
}

/* Looks at the places in turn: a jump to each but the first. */
static void jump(struct journey *j, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        journey_look(j, at(offsets[i]), false);
}

static void test_back_and_forward(void **state)
{
    (void)state;
    struct journey j = {0};
    struct place to;
    jump(&j, (const size_t[]){10, 20, 30}, 3);
    assert_true(journey_back(&j, at(30), 1, &to));
    assert_int_equal(to.offset, 20);
    assert_true(journey_back(&j, at(20), 1, &to));
    assert_int_equal(to.offset, 10);
    assert_false(journey_back(&j, at(10), 1, &to));
    assert_true(journey_forward(&j, 1, &to));
    assert_int_equal(to.offset, 20);
    assert_true(journey_forward(&j, 5, &to)); /* as far as it goes */
    assert_int_equal(to.offset, 30);
    assert_false(journey_forward(&j, 1, &to));
    journey_deinit(&j);
}

static void test_scrolling_is_no_jump(void **state)
{
    (void)state;
    struct journey j = {0};
    struct place to;
    journey_look(&j, at(10), false);
    journey_look(&j, at(20), true);
    assert_false(journey_back(&j, at(20), 1, &to));
    journey_look(&j, at(500), false);
    assert_true(journey_back(&j, at(500), 1, &to));
    assert_int_equal(to.offset, 20); /* where it was scrolled to, not where it began */
    journey_deinit(&j);
}

static void test_a_place_is_kept_once(void **state)
{
    (void)state;
    struct journey j = {0};
    jump(&j, (const size_t[]){10, 20, 10, 20, 10}, 5);
    assert_int_equal(j.places.count, 2);
    journey_deinit(&j);
}

static void test_a_jump_ends_what_is_ahead(void **state)
{
    (void)state;
    struct journey j = {0};
    struct place to;
    jump(&j, (const size_t[]){10, 20, 30}, 3);
    assert_true(journey_back(&j, at(30), 2, &to));
    assert_int_equal(to.offset, 10);
    journey_look(&j, at(10), true);
    journey_look(&j, at(99), false);
    assert_false(journey_forward(&j, 1, &to));
    assert_true(journey_before(&j, &to));
    assert_int_equal(to.offset, 10);
    journey_deinit(&j);
}

static void test_many(void **state)
{
    (void)state;
    struct journey j = {0};
    struct place to;
    for (size_t i = 0; i < 3 * JOURNEY_MOST; i++)
        journey_look(&j, at(i), false);
    assert_int_equal(j.places.count, JOURNEY_MOST);
    assert_true(journey_back(&j, at(3 * JOURNEY_MOST - 1), SIZE_MAX, &to));
    assert_false(journey_before(&(struct journey){0}, &to));
    journey_deinit(&j);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_back_and_forward),
        cmocka_unit_test(test_scrolling_is_no_jump),
        cmocka_unit_test(test_a_place_is_kept_once),
        cmocka_unit_test(test_a_jump_ends_what_is_ahead),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
