/* SPDX-License-Identifier: MIT */
/* The builder: what it makes of what a sink hears. */
#include "model/builder.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const char input[] = "Cash  1,204\tand more";

struct bench {
    struct segment segment;
    struct builder builder;
    struct sink *sink;
};

/* Pages are ten bytes here. */
static size_t page_at(void *pages, size_t offset)
{
    (void)pages;
    return offset / 10;
}

static void begin(struct bench *b)
{
    b->segment = (struct segment){0};
    arena_init(&b->segment.arena);
    builder_init(&b->builder, &b->segment, 4, false, page_at, NULL);
    b->sink = &b->builder.sink;
}

static void text(struct bench *b, size_t from, size_t to)
{
    b->sink->text(b->sink->self, slice_cut(slice_of(input), from, to), from);
}

static void finish(struct bench *b, size_t blocks)
{
    builder_finish(&b->builder);
    assert_int_equal(b->segment.count, blocks);
}

static void check_text(const struct block *block, const char *want)
{
    assert_true(slice_equal(block->text, slice_of(want)));
}

/* Text that stands in the input as it is is not copied, in however many pieces it comes. */
static void test_slices(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->blank(b.sink->self, 2);
    b.sink->begin(b.sink->self, SINK_COLUMNS, 0);
    text(&b, 0, 4);
    text(&b, 4, 11);
    b.sink->end(b.sink->self, 11);
    finish(&b, 1);
    const struct block *block = b.segment.blocks;
    assert_ptr_equal(block->text.at, input);
    check_text(block, "Cash  1,204");
    assert_null(block->pieces);
    assert_int_equal(block->offset, 0);
    assert_int_equal(block->end, 11);
    assert_int_equal(block->blank, 2);
    assert_int_equal(block->page, 4);
    assert_int_equal(block->flags, SINK_COLUMNS);
    assert_false(b.segment.opens_page);
    segment_deinit(&b.segment);
}

/* What had to be changed is copied, with the place of each piece. */
static void test_copies(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->begin(b.sink->self, 0, 0);
    text(&b, 0, 11);
    b.sink->code(b.sink->self, ' ', 5, 11, 1);
    text(&b, 12, 15);
    b.sink->code(b.sink->self, 0x2014, 1, 15, 1);
    b.sink->end(b.sink->self, 16);
    finish(&b, 1);
    const struct block *block = b.segment.blocks;
    check_text(block, "Cash  1,204     and\xE2\x80\x94");
    static const struct piece want[] = {
        {0, false, 0}, {11, true, 11}, {16, false, 12}, {19, true, 15}};
    assert_int_equal(block->piece_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(block->pieces[i].text, want[i].text);
        assert_int_equal(block->pieces[i].made, want[i].made);
        assert_int_equal(block_is_made(block, want[i].text), want[i].made);
        assert_int_equal(block->pieces[i].source, want[i].source);
    }
    assert_int_equal(block_source(block, 4), 4);
    assert_int_equal(block_source(block, 13), 11);
    assert_int_equal(block_source(block, 17), 13);
    assert_int_equal(block_source(block, 22), 16);
    assert_int_equal(block_text_at(block, 12), 16);
    segment_deinit(&b.segment);
}

/* Text left out in the middle, or at the front, is not made up for. */
static void test_gaps(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->begin(b.sink->self, 0, 0);
    text(&b, 6, 11); /* begins behind the block's first byte */
    b.sink->end(b.sink->self, 11);
    b.sink->begin(b.sink->self, 0, 0);
    text(&b, 0, 4);
    text(&b, 12, 15);
    b.sink->end(b.sink->self, 15);
    finish(&b, 2);
    check_text(&b.segment.blocks[0], "1,204");
    assert_int_equal(block_source(&b.segment.blocks[0], 0), 6);
    check_text(&b.segment.blocks[1], "Cashand");
    assert_int_equal(block_source(&b.segment.blocks[1], 4), 12);
    assert_int_equal(block_text_at(&b.segment.blocks[1], 8), 4);
    segment_deinit(&b.segment);
}

/* Blocks without text are dropped; rulers hold until the next, and for table lines only. */
static void test_blocks(void **state)
{
    static const unsigned edges[] = {0, 12};
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->begin(b.sink->self, 0, 0);
    b.sink->end(b.sink->self, 0);
    b.sink->columns(b.sink->self, edges, 2);
    for (int i = 0; i < 3; i++) {
        b.sink->begin(b.sink->self, i == 1 ? 0 : SINK_TABLE, 0);
        text(&b, 0, 4);
        b.sink->end(b.sink->self, 4);
    }
    b.sink->columns(b.sink->self, NULL, 0);
    b.sink->begin(b.sink->self, SINK_TABLE, 0);
    text(&b, 0, 4);
    b.sink->end(b.sink->self, 4);
    finish(&b, 4);
    const struct block *blocks = b.segment.blocks;
    assert_int_equal(blocks[0].ruler->count, 2);
    assert_int_equal(blocks[0].ruler->edges[1], 12);
    assert_null(blocks[1].ruler);
    assert_ptr_equal(blocks[2].ruler, blocks[0].ruler);
    assert_null(blocks[3].ruler);
    segment_deinit(&b.segment);
}

/* Very long text is several blocks, none with half a character, and no byte is lost. */
static void test_very_long(void **state)
{
    size_t len = BUILDER_TEXT + 10;
    char *line = malloc(len);
    struct bench b;
    (void)state;
    assert_non_null(line);
    memset(line, 'x', len);
    static const char euro[] = {'\xE2', '\x82', '\xAC'};
    memcpy(line + BUILDER_TEXT - 2, euro, sizeof euro); /* across the place of the cut */
    for (int changed = 0; changed < 2; changed++) {
        begin(&b);
        b.sink->blank(b.sink->self, 1);
        b.sink->begin(b.sink->self, SINK_TABLE, 0);
        if (changed) { /* a tab: the text is copied from here on */
            b.sink->code(b.sink->self, ' ', 8, 0, 1);
            b.sink->text(b.sink->self, (struct slice){line + 1, len - 1}, 1);
        } else {
            b.sink->text(b.sink->self, (struct slice){line, len}, 0);
        }
        b.sink->end(b.sink->self, len);
        finish(&b, 2);
        const struct block *blocks = b.segment.blocks;
        assert_true(blocks[0].text.len <= BUILDER_TEXT);
        assert_int_equal(blocks[0].text.len + blocks[1].text.len, len + (changed ? 7 : 0));
        assert_int_equal(blocks[0].end, blocks[1].offset);
        assert_int_equal(blocks[1].end, len);
        assert_int_equal(block_source(&blocks[1], 0), blocks[1].offset);
        assert_true(((unsigned char)*blocks[1].text.at & 0xC0) != 0x80);
        assert_int_equal(blocks[1].flags, SINK_TABLE);
        assert_int_equal(blocks[0].blank, 1);
        assert_int_equal(blocks[1].blank, 0);
        segment_deinit(&b.segment);
    }
    free(line);
}

static void test_many_empty_lines(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    for (size_t lines = BUILDER_BLANK - 1; lines < BUILDER_BLANK + 2; lines++) {
        b.sink->blank(b.sink->self, 1);
        b.sink->blank(b.sink->self, lines - 1);
        b.sink->begin(b.sink->self, 0, 0);
        text(&b, 0, 4);
        b.sink->end(b.sink->self, 4);
    }
    finish(&b, 3);
    assert_int_equal(b.segment.blocks[0].blank, BUILDER_BLANK - 1);
    assert_int_equal(b.segment.blocks[1].blank, BUILDER_BLANK);
    assert_int_equal(b.segment.blocks[2].blank, BUILDER_BLANK);
    segment_deinit(&b.segment);
}

static void test_nothing(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->blank(b.sink->self, 7);
    finish(&b, 0);
    segment_deinit(&b.segment);
}

/* A page mark gives the page to what follows, and no empty line stands above its first block. */
static void test_page(void **state)
{
    struct bench b;
    (void)state;
    begin(&b);
    b.sink->begin(b.sink->self, 0, 0);
    text(&b, 0, 4);
    b.sink->end(b.sink->self, 4);
    b.sink->blank(b.sink->self, 3);
    b.sink->page(b.sink->self, 72);
    b.sink->blank(b.sink->self, 2);
    b.sink->begin(b.sink->self, 0, 12);
    text(&b, 12, 20);
    b.sink->end(b.sink->self, 20);
    finish(&b, 2);
    assert_int_equal(b.segment.blocks[0].page, 4);
    assert_int_equal(b.segment.blocks[1].page, 7);
    assert_int_equal(b.segment.blocks[1].blank, 0);
    segment_deinit(&b.segment);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_very_long),
        cmocka_unit_test(test_many_empty_lines),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
