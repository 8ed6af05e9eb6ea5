/* SPDX-License-Identifier: MIT */
/* Which line of a long row shows a place: always the one that line_of_row finds. */
#include "layout/row_lines.h"

#include "model/splice.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { WORD = 4, WORDS = 100 };

static const struct row row = {.index = 3}, next_row = {.index = 4};

static void add_line(struct stretch *s, struct splice *splice, const struct row *of, unsigned flags)
{
    struct block like = {.offset = 1000, .end = 3000, .row = of};
    struct block *b = splice_block(splice, &s->arena, &like);
    b->flags = flags;
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = b,
                                         .text = b->text,
                                         .offset = b->offset,
                                         .order = of == &row ? 1000 : 3000}));
}

/* A row of `lines` lines: a rule, then words of a cell beside those of another, which begins some
 * lines further down and is longer; behind it another row. */
static void make_row(struct stretch *s, size_t lines)
{
    char words[WORD * WORDS];
    struct splice splice = {0};
    memset(words, 'w', sizeof words);
    struct block left = {.text = {words, sizeof words}, .offset = 1000, .end = 1400};
    struct block right = {.text = {words, sizeof words}, .offset = 2000, .end = 2400};
    *s = (struct stretch){0};
    arena_init(&s->arena);
    splice_made(&splice, 0x2500, 5, 1000);
    add_line(s, &splice, &row, SINK_RULE);
    for (size_t i = 0; i + 1 < lines; i++) {
        if (i + 5 < lines)
            splice_part(&splice, &left, i * WORD, i * WORD + WORD - 1);
        if (i >= 3) {
            splice_made(&splice, ' ', 2, 2000 + i * WORD);
            splice_part(&splice, &right, i * WORD, i * WORD + WORD - 1);
        }
        add_line(s, &splice, &row, 0);
    }
    splice_part(&splice, &right, 0, 3);
    add_line(s, &splice, &next_row, 0);
    splice_deinit(&splice);
}

static void drop(struct stretch *s)
{
    array_deinit(&s->lines);
    arena_deinit(&s->arena);
}

static void test_alike(void **state)
{
    static const size_t lines[] = {2, 10, 63, 64, 65, 66, WORDS};
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct row_lines r = {0};
        struct stretch s;
        make_row(&s, lines[i]);
        for (size_t offset = 990; offset < 2420; offset++)
            assert_int_equal(row_lines_find(&r, &s, 0, offset), line_of_row(&s, 0, offset));
        row_lines_forget(&r, &s);
        assert_null(r.stretch);
        drop(&s);
        row_lines_deinit(&r);
    }
}

/* What is known of one row is not taken for another's. */
static void test_two(void **state)
{
    struct row_lines r = {0};
    struct stretch s, other;
    (void)state;
    make_row(&s, WORDS);
    make_row(&other, WORDS - 20);
    for (size_t offset = 1000; offset < 2420; offset += 7) {
        assert_int_equal(row_lines_find(&r, &s, 0, offset), line_of_row(&s, 0, offset));
        assert_int_equal(row_lines_find(&r, &s, 2, offset), line_of_row(&s, 2, offset));
        assert_int_equal(row_lines_find(&r, &other, 0, offset), line_of_row(&other, 0, offset));
        row_lines_forget(&r, &s); /* another's is kept */
        assert_ptr_equal(r.stretch, &other);
    }
    row_lines_deinit(&r);
    drop(&s);
    drop(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_alike), cmocka_unit_test(test_two)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
