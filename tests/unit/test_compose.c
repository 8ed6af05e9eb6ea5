/* SPDX-License-Identifier: MIT */
/* Blocks put together of parts: places, styles and links go with the text. */
#include "model/compose.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_places(void **state)
{
    static const struct piece pieces[] = {{0, false, 200}, {3, true, 203}, {4, false, 209}};
    struct block plain = {.text = SLICE("one two"), .offset = 100, .end = 107, .page = 3};
    struct block pieced = {
        .text = SLICE("abc&def"), .offset = 200, .end = 212, .pieces = pieces, .piece_count = 3};
    struct compose c = {0};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    compose_add(&c, &plain, 4, 7);
    compose_made(&c, SLICE("\t"));
    compose_add(&c, &pieced, 1, 7);
    assert_int_equal(compose_length(&c), 10);
    struct block b = compose_finish(&c, &arena);
    assert_true(slice_equal(b.text, SLICE("two\tbc&def")));
    assert_int_equal(b.offset, 104);
    assert_int_equal(b.end, 212);
    assert_int_equal(b.page, 3);
    static const size_t places[] = {104, 105, 106, 107, 201, 202, 203, 209, 210, 211, 212};
    for (size_t i = 0; i <= b.text.len; i++)
        assert_int_equal(block_source(&b, i), places[i]);
    assert_true(block_is_made(&b, 3) && block_is_made(&b, 6) && !block_is_made(&b, 4));

    /* The same composer again: nothing of the first is left. */
    compose_add(&c, &plain, 0, 3);
    b = compose_finish(&c, &arena);
    assert_true(slice_equal(b.text, SLICE("one")));
    assert_null(b.pieces);
    assert_int_equal(b.offset, 100);
    assert_int_equal(b.end, 103);
    compose_deinit(&c);
    arena_deinit(&arena);
}

static void test_styles(void **state)
{
    static const struct run runs[] = {{0, STYLE_BOLD}, {4, 0}, {8, STYLE_ITALIC}};
    static const struct link links[] = {{2, 6, {"#a", 2}}, {8, 11, {"#b", 2}}};
    struct block styled = {.text = SLICE("bold    ital"),
                           .end = 12,
                           .runs = runs,
                           .run_count = 3,
                           .links = links,
                           .link_count = 2};
    struct block plain = {.text = SLICE("plain"), .offset = 50, .end = 55};
    struct compose c = {0};
    struct arena arena;
    size_t until;
    (void)state;
    arena_init(&arena);
    compose_add(&c, &plain, 0, 5);
    compose_made(&c, SLICE(" "));
    compose_add(&c, &styled, 0, 4);
    compose_made(&c, SLICE(" "));
    compose_add(&c, &styled, 9, 12);
    struct block b = compose_finish(&c, &arena);
    assert_true(slice_equal(b.text, SLICE("plain bold tal")));
    assert_int_equal(block_style(&b, 0, &until), 0);
    assert_int_equal(until, 6);
    assert_int_equal(block_style(&b, 6, &until), STYLE_BOLD);
    assert_int_equal(until, 10);
    assert_int_equal(block_style(&b, 10, &until), 0);
    assert_int_equal(block_style(&b, 11, &until), STYLE_ITALIC);
    assert_int_equal(until, 14);
    assert_int_equal(b.link_count, 2);
    assert_int_equal(b.links[0].from, 8);
    assert_int_equal(b.links[0].to, 10);
    assert_int_equal(b.links[1].from, 11);
    assert_int_equal(b.links[1].to, 13);
    assert_true(slice_equal(b.links[1].href, SLICE("#b")));
    compose_deinit(&c);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
