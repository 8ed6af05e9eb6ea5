/* SPDX-License-Identifier: MIT */
/* A block that is copied stays when the first one goes. */
#include "model/block.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_copy(void **state)
{
    char text[] = "Net sales";
    struct piece pieces[] = {{0, false, 40}, {4, true, 49}};
    struct run runs[] = {{0, STYLE_BOLD}, {4, 0}};
    struct link links[] = {{0, 3, SLICE_ROW("#a")}};
    unsigned edges[] = {8, 30};
    struct ruler ruler = {edges, 2};
    struct block block = {.text = slice_of(text), .offset = 40, .end = 54, .pieces = pieces};
    struct arena arena;
    (void)state;
    block.piece_count = block.run_count = 2;
    block.runs = runs;
    block.links = links;
    block.link_count = 1;
    block.ruler = &ruler;
    arena_init(&arena);
    struct block copy = block_copy(&arena, &block);
    memset(text, '?', strlen(text));
    memset(pieces, 0xFF, sizeof pieces);
    memset(runs, 0xFF, sizeof runs);
    links[0].to = 9;
    edges[1] = 0;
    ruler.count = 0;
    assert_true(slice_equal(copy.text, SLICE("Net sales")));
    assert_int_equal(block_source(&copy, 2), 42);
    assert_int_equal(block_source(&copy, 5), 49);
    assert_int_equal(copy.runs[1].text, 4);
    assert_int_equal(copy.links[0].to, 3);
    assert_int_equal(copy.ruler->count, 2);
    assert_int_equal(copy.ruler->edges[1], 30);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
