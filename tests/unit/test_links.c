/* SPDX-License-Identifier: MIT */
/* Lines that lead to other places of their document. */
#include "outline/heads/links.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_targets(void **state)
{
    struct link first[] = {{0, 6, SLICE_ROW("#a")}, {7, 15, SLICE_ROW("#a")}};
    struct link second[] = {{0, 4, SLICE_ROW("#none")}, {5, 9, SLICE_ROW("http://x/")}};
    struct anchor places[] = {{SLICE_ROW("b"), 900}, {SLICE_ROW("a"), 700}, {SLICE_ROW("A"), 800}};
    struct block blocks[] = {{.text = SLICE("Item 1 Business   4"), .offset = 100},
                             {.text = SLICE("Item none"), .offset = 200}};
    struct segment seg = {.blocks = blocks, .count = 2, .anchors = places, .anchor_count = 3};
    struct links links;
    (void)state;
    blocks[0].links = first;
    blocks[0].link_count = 2;
    blocks[1].links = second;
    blocks[1].link_count = 2;
    links_init(&links);
    links_add(&links, &seg);
    links_finish(&links);
    assert_int_equal(links.list.count, 2);
    assert_true(slice_equal(links.list.at[0].title, SLICE("Item 1 Business")));
    assert_true(slice_equal(links.list.at[0].linked, SLICE("Item 1")));
    assert_int_equal(links_from(&links, 100), 700);
    assert_true(links_from(&links, 200) == LINKS_NONE);
    assert_true(links_from(&links, 150) == LINKS_NONE);
    assert_int_equal(links_place(&links, SLICE("A")), 800);
    assert_true(links_place(&links, SLICE("c")) == LINKS_NONE);
    assert_int_equal(links_to(&links, 650, 701), 0);
    assert_true(links_to(&links, 701, 999) == LINKS_NONE);
    links_deinit(&links);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
