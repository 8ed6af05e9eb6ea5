/* SPDX-License-Identifier: MIT */
/* Filling: which printed lines are one paragraph, and where its bytes stand. */
#include "layout/fill.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MOST = 16 };

/* The blocks of a text whose lines are its paragraphs' printed lines. */
static size_t blocks_of(const char *text, struct block *blocks)
{
    struct slice line, rest = slice_of(text);
    size_t count = 0;
    uint32_t blank = 0;
    while (slice_next_line(&rest, &line)) {
        size_t offset = (size_t)(line.at - text);
        if (line.len == 0) {
            blank++;
            continue;
        }
        assert_true(count < MOST);
        blocks[count++] = (struct block){
            .text = line, .offset = offset, .end = offset + line.len, .blank = blank};
        blank = 0;
    }
    return count;
}

#define FULL1 "The Company makes pumps and meters that move and measure water and\n"
#define FULL2 "other liquids, and repairs such equipment whoever it was that made\n"
#define REST "it in the first place.\n"

static void test_count(void **state)
{
    static const struct {
        const char *text;
        size_t width, count;
    } rows[] = {
        {FULL1 FULL2 REST, 40, 3},
        {FULL1 FULL2 REST, 66, 1},            /* all of it fits */
        {FULL1 FULL2 "\n" REST, 40, 2},       /* an empty line ends it */
        {"     " FULL1 FULL2 REST, 40, 3},    /* the first line's indent */
        {FULL1 "     " FULL2, 40, 1},         /* an indent begins another */
        {FULL1 "(b) " FULL2, 40, 1},          /* a point of a list */
        {"1.   " FULL1 "     " FULL2, 40, 2}, /* which hangs */
        {REST FULL1 FULL2, 40, 1},            /* the first is not full: its break was meant */
        {"                              " REST FULL1, 40, 1},
    };
    struct block blocks[MOST];
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t count = blocks_of(rows[i].text, blocks);
        size_t found = fill_count(blocks, count, rows[i].width);
        if (found != rows[i].count)
            fail_msg("row %zu: %zu", i, found);
    }
    size_t count = blocks_of(FULL1 FULL2 REST, blocks);
    blocks[1].flags = SINK_COLUMNS;
    assert_int_equal(fill_count(blocks, count, 40), 1);
    blocks[1].flags = 0;
    blocks[1].page = 1;
    assert_int_equal(fill_count(blocks, count, 40), 1);
}

static void test_next_wide(void **state)
{
    struct block blocks[MOST];
    size_t count = blocks_of(REST FULL1 REST FULL2, blocks);
    (void)state;
    assert_int_equal(count, 4);
    assert_int_equal(fill_next_wide(blocks, 0, count, 40), 1);
    assert_int_equal(fill_next_wide(blocks, 1, count, 40), 1);
    assert_int_equal(fill_next_wide(blocks, 2, count, 40), 3);
    assert_int_equal(fill_next_wide(blocks, 0, count, 200), 4);
    assert_int_equal(fill_next_wide(blocks, 4, count, 40), 4);
    assert_int_equal(fill_next_wide(blocks, 0, 0, 40), 0);
}

static void test_join(void **state)
{
    static const char *const rows[][2] = {
        {FULL1 REST, "The Company makes pumps and meters that move and measure water and "
                     "it in the first place."},
        {"  one   two\n three", "  one two three"},
        {"ends.  Two\nstay", "ends.  Two stay"},
        {"non-\nrecurring", "non-recurring"},
        {"one", "one"},
    };
    struct block blocks[MOST];
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = rows[i][0];
        size_t count = blocks_of(text, blocks);
        const struct block *b = fill_join(&arena, blocks, count);
        assert_true(slice_equal(b->text, slice_of(rows[i][1])));
        assert_int_equal(b->offset, blocks[0].offset);
        assert_int_equal(b->end, blocks[count - 1].end);
        for (size_t k = 0; k < b->text.len; k++) {
            size_t source = block_source(b, k);
            if (b->text.at[k] == ' ') /* a blank, or the line's end that it stands for */
                assert_true(text[source] == ' ' || text[source] == '\n');
            else
                assert_int_equal(text[source], b->text.at[k]);
            if (b->text.at[k] != ' ')
                assert_int_equal(block_text_at(b, source), k);
        }
        arena_deinit(&arena);
    }
}

/* A tab stands at one byte for all its blanks, in the joined text too. */
static void test_join_pieces(void **state)
{
    static const struct piece pieces[] = {{0, false, 10}, {1, true, 11}, {8, false, 12}};
    struct block blocks[] = {
        {.text = {"a       b", 9}, .offset = 10, .end = 13, .pieces = pieces, .piece_count = 3},
        {.text = {"c", 1}, .offset = 14, .end = 15},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena);
    const struct block *b = fill_join(&arena, blocks, 2);
    assert_true(slice_equal(b->text, SLICE("a b c")));
    static const size_t places[] = {10, 11, 12, 13, 14};
    for (size_t i = 0; i < COUNT(places); i++) {
        assert_int_equal(block_source(b, i), places[i]);
        assert_int_equal(block_text_at(b, places[i]), i);
    }
    arena_deinit(&arena);
}

static void test_indent(void **state)
{
    struct block blocks[MOST];
    (void)state;
    assert_int_equal(fill_indent_of(SLICE("   x ")), 3);
    assert_int_equal(fill_indent_of(SLICE("")), 0);
    size_t count = blocks_of("     " FULL1 FULL2, blocks);
    assert_int_equal(fill_indent(blocks, count, 40), 0); /* a paragraph's first line only */
    assert_int_equal(fill_indent(blocks, 1, 40), 5);
    assert_int_equal(fill_indent(blocks, 1, 12), 4); /* no more than a third of the pane */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_count),  cmocka_unit_test(test_next_wide),
        cmocka_unit_test(test_join),   cmocka_unit_test(test_join_pieces),
        cmocka_unit_test(test_indent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
