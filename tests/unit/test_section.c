/* SPDX-License-Identifier: MIT */
/* Sections among the nodes: their levels, and which of two stays. */
#include "outline/sections/section.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct given {
    size_t offset;
    int level, grade; /* a node of that level, or a section of that grade (level 0) */
    const char *title;
};

/* Places the sections; `wanted` is "title:level" of each node. */
static void check(const struct given *given, size_t count, const char *wanted)
{
    struct nodes nodes;
    struct sections sections = {0};
    struct buffer got = {0};
    nodes_init(&nodes);
    for (size_t i = 0; i < count; i++) {
        if (given[i].level > 0) {
            struct node node = {.kind = NODE_ITEM, .offset = given[i].offset};
            node.level = given[i].level;
            node.title = slice_of(given[i].title);
            array_push(&nodes.list, node);
        } else {
            struct head head = {.offset = given[i].offset, .title = slice_of(given[i].title)};
            sections_add(&sections, NODE_HEADING, &head, given[i].grade);
        }
    }
    sections_place(&nodes, &sections);
    for (size_t i = 0; i < nodes.list.count; i++) {
        buffer_add_text(&got, i ? " " : "");
        buffer_add(&got, nodes.list.at[i].title);
        buffer_addf(&got, ":%d", nodes.list.at[i].level);
    }
    assert_string_equal(buffer_text(&got), wanted);
    buffer_deinit(&got);
    sections_deinit(&sections);
    nodes_deinit(&nodes);
}

static void test_levels(void **state)
{
    static const struct given given[] = {
        {10, 1, 0, "I"},
        {20, 2, 0, "8"},
        {30, 0, GRADE_GROUP, "notes"},
        {40, 0, GRADE_PART, "1"},
        {50, 0, GRADE_HEADING, "a"},
        {60, 0, GRADE_PART, "2"},
        {70, 2, 0, "9"},
        {80, 0, GRADE_HEADING, "b"},
        {90, 0, GRADE_TOP, "F"},
        {95, 0, GRADE_PART, "3"},
    };
    (void)state;
    check(given, COUNT(given), "I:1 8:2 notes:3 1:4 a:5 2:4 9:2 b:3 F:1 3:2");
}

static void test_same_place(void **state)
{
    static const struct given given[] = {
        {10, 1, 0, "I"},
        {10, 0, GRADE_PART, "not"},
        {30, 0, GRADE_HEADING, "nor"},
        {30, 0, GRADE_PART, "note"},
        {40, 1, 0, "Market risk and disclosure"},
        {58, 0, GRADE_HEADING, "disclosure"},
        {90, 0, GRADE_HEADING, "disclosure"},
    };
    (void)state;
    check(given, COUNT(given), "I:1 note:2 Market risk and disclosure:1 disclosure:2");
}

/* A heading of the skeleton becomes a statement where a reader found one; an Item stays one. */
static void test_statement_wins(void **state)
{
    static const struct slice title = SLICE_ROW("Balance Sheets");
    struct nodes nodes;
    struct sections sections = {0};
    (void)state;
    nodes_init(&nodes);
    for (size_t i = 1; i <= 2; i++) {
        struct head head = {.offset = i * 10, .title = title};
        struct node node = {.kind = i == 1 ? NODE_HEADING : NODE_ITEM, .offset = i * 10};
        node.level = 2;
        node.title = title;
        array_push(&nodes.list, node);
        sections_add(&sections, NODE_STATEMENT, &head, GRADE_GROUP)->why = WHY_TABLE;
    }
    sections_place(&nodes, &sections);
    assert_int_equal(nodes.list.count, 2);
    assert_int_equal(nodes.list.at[0].kind, NODE_STATEMENT);
    assert_int_equal(nodes.list.at[0].level, 2);
    assert_true(nodes.list.at[0].why & WHY_TABLE);
    assert_int_equal(nodes.list.at[1].kind, NODE_ITEM);
    sections_deinit(&sections);
    nodes_deinit(&nodes);
}

static void test_slug(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    assert_true(slice_equal(section_slug(&arena, SLICE("Table I - Securities (a)")),
                            SLICE("table-i-securities-a")));
    assert_true(slice_equal(section_slug(&arena, SLICE("* *")), SLICE("heading")));
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_same_place),
        cmocka_unit_test(test_statement_wins),
        cmocka_unit_test(test_slug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
