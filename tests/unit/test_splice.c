/* SPDX-License-Identifier: MIT */
/* Blocks made of parts: every byte keeps its place, its style and its link. */
#include "layout/splice.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct piece pieces[] = {{0, false, 100}, {4, true, 110}, {7, false, 120}};
static const struct run runs[] = {{2, STYLE_BOLD}, {8, 0}};
static const struct link links[] = {{1, 5, {"one", 3}}, {7, 9, {"two", 3}}};

/* "abcd" at 100, a dash of three bytes that stands for 110, "efg" at 120. */
static const struct block source = {.text = {"abcd\xE2\x80\x94"
                                             "efg",
                                             10},
                                    .offset = 100,
                                    .end = 123,
                                    .blank = 2,
                                    .page = 3,
                                    .pieces = pieces,
                                    .piece_count = COUNT(pieces),
                                    .runs = runs,
                                    .run_count = COUNT(runs),
                                    .links = links,
                                    .link_count = COUNT(links)};

static void test_parts(void **state)
{
    static const size_t places[] = {120, 120, 120, 121, 122, 122, 101, 102, 103, 110, 110, 110};
    static const unsigned styles[] = {
        0, 0, STYLE_BOLD, 0, 0, 0, 0, STYLE_BOLD, STYLE_BOLD, STYLE_BOLD, STYLE_BOLD, STYLE_BOLD};
    struct splice splice = {0};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    splice_made(&splice, ' ', 2, 120);
    splice_part(&splice, &source, 7, 10);
    splice_made(&splice, 'x', 1, 122);
    splice_part(&splice, &source, 1, 7);
    splice_part(&splice, &source, 3, 3); /* nothing */
    splice_made(&splice, ' ', 0, 9);     /* nothing either */
    assert_int_equal(splice.columns, 10);
    const struct block *b = splice_block(&splice, &arena, &source);
    assert_true(slice_equal(b->text, SLICE("  efgxbcd\xE2\x80\x94")));
    for (size_t i = 0; i < COUNT(places); i++) {
        size_t until;
        assert_int_equal(block_source(b, i), places[i]);
        assert_int_equal(block_style(b, i, &until), styles[i]);
        assert_true(until > i);
    }
    assert_true(block_is_made(b, 0));
    assert_false(block_is_made(b, 2));
    assert_true(block_is_made(b, 5));
    assert_int_equal(b->offset, 120);
    assert_int_equal(b->end, 123); /* of the part that stands last in the input */
    assert_int_equal(b->page, 3);
    assert_int_equal(b->link_count, 2);
    assert_int_equal(b->links[0].from, 2);
    assert_int_equal(b->links[0].to, 4);
    assert_int_equal(b->links[1].from, 6);
    assert_int_equal(b->links[1].to, 10);
    assert_true(slice_equal(b->links[1].href, SLICE("one")));
    splice_deinit(&splice);
    arena_deinit(&arena);
}

/* What is cut apart and put together again is what it was, in one piece; and a splice begins anew
 * behind each block. */
static void test_again(void **state)
{
    struct splice splice = {0};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    for (size_t cut = 0; cut <= 10; cut++) {
        if (cut == 5 || cut == 6)
            continue; /* within the dash */
        splice_part(&splice, &source, 0, cut);
        splice_part(&splice, &source, cut, 10);
        const struct block *b = splice_block(&splice, &arena, &source);
        assert_true(slice_equal(b->text, source.text));
        assert_int_equal(b->piece_count, 3);
        assert_int_equal(b->run_count, 2);
        assert_int_equal(b->link_count, 2);
        for (size_t i = 0; i < b->text.len; i++)
            assert_int_equal(block_source(b, i), block_source(&source, i));
        assert_int_equal(b->end, 123);
    }
    static const struct block plain = {.text = {"plain", 5}, .offset = 7, .end = 12};
    splice_part(&splice, &plain, 1, 3);
    splice_part(&splice, &plain, 3, 5);
    const struct block *b = splice_block(&splice, &arena, &plain);
    assert_int_equal(b->piece_count, 1);
    assert_int_equal(b->offset, 8);
    assert_int_equal(b->end, 12);
    assert_null(b->runs);
    assert_null(b->links);
    b = splice_block(&splice, &arena, &plain);
    assert_int_equal(b->text.len, 0);
    assert_int_equal(b->offset, 7);
    splice_deinit(&splice);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_again),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
