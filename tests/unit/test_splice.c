/* SPDX-License-Identifier: MIT */
/* Blocks made of parts: every byte keeps its place, its style and its link. */
#include "model/splice.h"

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
    assert_int_equal(splice_columns(&splice), 10);
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
    assert_null(b->pieces); /* it stands in the input as it is */
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

static void test_places(void **state)
{
    static const struct piece marks[] = {{0, false, 200}, {3, true, 203}, {4, false, 209}};
    struct block plain = {.text = SLICE("one two"), .offset = 100, .end = 107, .page = 3};
    struct block pieced = {
        .text = SLICE("abc&def"), .offset = 200, .end = 212, .pieces = marks, .piece_count = 3};
    struct splice c = {0};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    splice_part(&c, &plain, 4, 7);
    splice_made(&c, '\t', 1, c.end);
    splice_part(&c, &pieced, 1, 7);
    assert_int_equal(c.text.len, 10);
    struct block b = splice_kept(&c, &arena);
    assert_true(slice_equal(b.text, SLICE("two\tbc&def")));
    assert_int_equal(b.offset, 104);
    assert_int_equal(b.end, 212);
    assert_int_equal(b.page, 3);
    static const size_t places[] = {104, 105, 106, 107, 201, 202, 203, 209, 210, 211, 212};
    for (size_t i = 0; i <= b.text.len; i++)
        assert_int_equal(block_source(&b, i), places[i]);
    assert_true(block_is_made(&b, 3) && block_is_made(&b, 6) && !block_is_made(&b, 4));

    /* The same splice again: nothing of the first is left. */
    splice_part(&c, &plain, 0, 3);
    b = splice_kept(&c, &arena);
    assert_true(slice_equal(b.text, SLICE("one")));
    assert_null(b.pieces);
    assert_int_equal(b.offset, 100);
    assert_int_equal(b.end, 103);
    splice_deinit(&c);
    arena_deinit(&arena);
}

static void test_kept_styles(void **state)
{
    static const struct run bold[] = {{0, STYLE_BOLD}, {4, 0}, {8, STYLE_ITALIC}};
    static const struct link two[] = {{2, 6, {"#a", 2}}, {8, 11, {"#b", 2}}};
    struct block styled = {.text = SLICE("bold    ital"),
                           .end = 12,
                           .runs = bold,
                           .run_count = 3,
                           .links = two,
                           .link_count = 2};
    struct block plain = {.text = SLICE("plain"), .offset = 50, .end = 55};
    struct splice c = {0};
    struct arena arena;
    size_t until;
    (void)state;
    arena_init(&arena);
    splice_part(&c, &plain, 0, 5);
    splice_made(&c, ' ', 1, c.end);
    splice_part(&c, &styled, 0, 4);
    splice_made(&c, ' ', 1, c.end);
    splice_part(&c, &styled, 9, 12);
    struct block b = splice_kept(&c, &arena);
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
    splice_deinit(&c);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_again),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_kept_styles),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
