/* SPDX-License-Identifier: MIT */
/* From places in the input to columns of a line; which line of a row shows a place. */
#include "layout/text_line.h"

#include "model/splice.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* A row of two cells in the input, "alpha beta" at 100 and "gamma delta" at 200, and its lines:
 *
 *   ───── ─────
 *   alpha gamma
 *   beta  delta
 */
static const struct block label = {.text = {"alpha beta", 10}, .offset = 100, .end = 110};
static const struct block value = {.text = {"gamma delta", 11}, .offset = 200, .end = 211};
static const struct row row = {.index = 3};
static const unsigned edges[] = {0, 6};
static const struct ruler ruler = {edges, 2};

static void add_line(struct stretch *s, struct splice *splice, unsigned flags)
{
    static const struct block like = {.offset = 100, .end = 211, .row = &row, .ruler = &ruler};
    struct block *b = splice_block(splice, &s->arena, &like);
    b->flags = flags;
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = b,
                                         .text = b->text,
                                         .offset = b->offset,
                                         .order = 100,
                                         .columns = 11}));
}

static void make_row(struct stretch *s)
{
    struct splice splice = {0};
    *s = (struct stretch){0};
    arena_init(&s->arena);
    splice_made(&splice, 0x2500, 5, 100);
    splice_made(&splice, ' ', 1, 100);
    splice_made(&splice, 0x2500, 5, 100);
    add_line(s, &splice, SINK_RULE);
    splice_part(&splice, &label, 0, 5);
    splice_made(&splice, ' ', 1, 200);
    splice_part(&splice, &value, 0, 5);
    add_line(s, &splice, 0);
    splice_part(&splice, &label, 6, 10);
    splice_made(&splice, ' ', 2, 206);
    splice_part(&splice, &value, 6, 11);
    add_line(s, &splice, 0);
    array_push(&s->lines, ((struct line){.kind = LINE_BLANK, .offset = 300, .order = 300}));
    splice_deinit(&splice);
}

static void drop(struct stretch *s)
{
    array_deinit(&s->lines);
    arena_deinit(&s->arena);
}

static void test_columns(void **state)
{
    static const struct {
        size_t line, offset, length;
        bool found;
        size_t from, to;
    } rows[] = {
        {1, 100, 5, true, 0, 5},  {1, 200, 5, true, 6, 11}, {1, 106, 4, false, 0, 0},
        {2, 106, 4, true, 0, 4},  {2, 206, 5, true, 6, 11}, {2, 200, 5, false, 0, 0},
        {2, 100, 5, false, 0, 0}, {1, 104, 4, true, 4, 5},  /* goes on on the next line */
        {2, 104, 4, true, 0, 2},  {0, 100, 5, false, 0, 0}, /* a rule is no text */
        {3, 300, 5, false, 0, 0}, {1, 202, 1, true, 8, 9},  {2, 109, 98, true, 3, 7},
    };
    struct stretch s;
    (void)state;
    make_row(&s);
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t from = 0, to = 0;
        bool found =
            line_columns(&s.lines.at[rows[i].line], rows[i].offset, rows[i].length, &from, &to);
        if (found != rows[i].found || from != rows[i].from || to != rows[i].to)
            fail_msg("row %zu: %d %zu-%zu", i, found, from, to);
    }
    assert_int_equal(line_letter(&s.lines.at[2]), 106);
    drop(&s);
}

static void test_of_row(void **state)
{
    static const struct {
        size_t offset, line;
    } rows[] = {
        {100, 1}, {104, 1}, {105, 1}, {106, 2}, {109, 2}, {110, 2}, {150, 2},
        {200, 1}, {204, 1}, {205, 1}, {206, 2}, {210, 2}, {299, 2}, {99, 1},
    };
    struct stretch s;
    (void)state;
    make_row(&s);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (line_of_row(&s, 0, rows[i].offset) != rows[i].line)
            fail_msg("%zu: line %zu", rows[i].offset, line_of_row(&s, 0, rows[i].offset));
    s.lines.count = 1; /* nothing but a rule */
    assert_int_equal(line_of_row(&s, 0, 100), 0);
    drop(&s);
}

static void test_right(void **state)
{
    static const size_t rows[][2] = {{0, 2}, {1, 1}, {6, 1}, {7, 0}, {11, 0}, {99, 0}};
    struct stretch s;
    (void)state;
    make_row(&s);
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(columns_right(&s.lines.at[1], rows[i][0]), rows[i][1]);
    assert_int_equal(columns_right(&s.lines.at[3], 0), 0);
    struct block plain = {.text = {"x", 1}};
    struct line line = {.kind = LINE_TEXT, .block = &plain, .text = plain.text, .columns = 1};
    assert_int_equal(columns_right(&line, 0), 0); /* no table */
    drop(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_of_row),
        cmocka_unit_test(test_right),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
