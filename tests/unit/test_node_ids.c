/* SPDX-License-Identifier: MIT */
/* No two nodes of a document have one id, in either case. */
#include "outline/node_ids.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { MOST = 8 };

static void test_set_apart(void **state)
{
    static const struct {
        const char *ids[MOST], *wanted[MOST];
    } rows[] = {
        {{0}, {0}},
        {{"1"}, {"1"}},
        {{"1", "2", "1A"}, {"1", "2", "1A"}},
        {{"a", "b", "a", "A", "b", "a"}, {"a", "b", "a-2", "A-3", "b-2", "a-4"}},
        /* no number makes an id that another has of itself, before or behind */
        {{"a", "a", "a-2", "a", "a"}, {"a", "a-3", "a-2", "a-4", "a-5"}},
        {{"A-2", "a", "A", "a"}, {"A-2", "a", "A-3", "a-4"}},
        {{"a-2", "a-2", "a", "a"}, {"a-2", "a-2-2", "a", "a-3"}},
        {{"a-3", "a", "a", "a", "a-3"}, {"a-3", "a", "a-2", "a-4", "a-3-2"}},
        {{"", "", ""}, {"", "-2", "-3"}},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct nodes n;
        nodes_init(&n);
        for (size_t i = 0; i < MOST && rows[r].ids[i]; i++)
            *array_add(&n.list) = (struct node){.id = slice_of(rows[r].ids[i])};
        node_ids_set_apart(&n);
        for (size_t i = 0; i < n.list.count; i++)
            if (!slice_equal(n.list.at[i].id, slice_of(rows[r].wanted[i])))
                fail_msg("row %zu: %.*s for %s", r, (int)n.list.at[i].id.len, n.list.at[i].id.at,
                         rows[r].wanted[i]);
        nodes_deinit(&n);
    }
}

/* Many with one id, and many others: each other. */
static void test_many(void **state)
{
    enum { MANY = 3000 };
    struct nodes n;
    struct buffer text = {0};
    (void)state;
    nodes_init(&n);
    for (int i = 0; i < MANY; i++) {
        buffer_clear(&text);
        buffer_addf(&text, "note-%d", i % 3 ? i : 0);
        *array_add(&n.list) = (struct node){.id = arena_copy(&n.arena, buffer_slice(&text))};
    }
    node_ids_set_apart(&n);
    for (int i = 0, again = 2; i < MANY; i++) {
        buffer_clear(&text);
        buffer_addf(&text, "note-%d", i % 3 ? i : 0);
        if (i % 3 == 0 && i > 0)
            buffer_addf(&text, "-%d", again++);
        assert_true(slice_equal(n.list.at[i].id, buffer_slice(&text)));
    }
    buffer_deinit(&text);
    nodes_deinit(&n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set_apart),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
