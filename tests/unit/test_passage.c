/* SPDX-License-Identifier: MIT */
/* The text that is searched, of blocks made by hand, and where each byte of it stands. */
#include "search/passage.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct block block_of(const char *text, size_t offset)
{
    struct slice s = slice_of(text);
    return (struct block){.text = s, .offset = offset, .end = offset + s.len};
}

static void expect_text(const struct passage *p, const char *text)
{
    assert_string_equal(buffer_text(&p->text), text);
}

/* The byte of the passage where `word` begins. */
static size_t find(const struct passage *p, const char *word)
{
    size_t at = slice_find(buffer_slice(&p->text), slice_of(word));
    if (at == p->text.len)
        fail_msg("no %s in the passage", word);
    return at;
}

static void expect_place(const struct passage *p, const char *word, size_t from, size_t to)
{
    size_t at = find(p, word);
    assert_int_equal(passage_source(p, at), from);
    assert_int_equal(passage_source_end(p, at + strlen(word) - 1), to);
}

/* What is not printed in the filing is not there, at the front, inside and at the end. */
static void test_added(void **state)
{
    (void)state;
    static const struct run runs[] = {{0, STYLE_ADDED},  {1, STYLE_BOLD},   {7, 0},
                                      {13, STYLE_ADDED}, {14, STYLE_SUPER}, {17, STYLE_ADDED}};
    struct block b = block_of("^Total assets^(1) [image: a.gif]", 500);
    struct block all = block_of("[image: b.gif]", 600);
    static const struct run whole[] = {{0, STYLE_ADDED}};
    struct passage p = {0};
    b.runs = runs;
    b.run_count = sizeof runs / sizeof *runs;
    all.runs = whole;
    all.run_count = 1;
    passage_add(&p, &all);
    passage_add(&p, &b);
    expect_text(&p, "\nTotal assets(1)\n");
    expect_place(&p, "Total", 501, 506);
    expect_place(&p, "assets", 507, 513);
    expect_place(&p, "(1)", 514, 517);
    expect_place(&p, "assets(1)", 507, 517);
    passage_deinit(&p);
}

/* A row of a table: cells joined by tabs that stand for the markup between them. */
static void test_row(void **state)
{
    (void)state;
    static const struct piece pieces[] = {{0, false, 100},  {5, true, 105},  {6, false, 130},
                                          {7, true, 131},   {8, false, 150}, {13, true, 155},
                                          {14, false, 180}, {17, false, 190}};
    struct block b = block_of("Sales\t$ 1,234\tn/a\xC2\xA0x", 100);
    struct passage p = {0};
    b.pieces = pieces;
    b.piece_count = sizeof pieces / sizeof *pieces;
    b.end = 193;
    passage_add(&p, &b);
    expect_text(&p, "Sales\t$ 1,234\tn/a\xC2\xA0x\n");
    expect_place(&p, "Sales", 100, 105);
    expect_place(&p, "$ 1,234", 130, 155);
    expect_place(&p, "n/a", 180, 183);
    expect_place(&p, "x", 192, 193);
    passage_deinit(&p);
}

/* The blank that a table has between a sign and its number is one that a pattern need not have; one
 * of the filing's own is a blank. */
static void test_made_blank(void **state)
{
    (void)state;
    static const struct piece pieces[] = {{0, false, 100},  {1, true, 101},  {2, false, 130},
                                          {7, true, 135},   {8, false, 150}, {15, true, 157},
                                          {16, false, 170}, {19, true, 173}, {20, false, 190}};
    static const struct row row = {0};
    struct block b = block_of("$ 1,234\t$ 5,678\t\xE2\x82\xAC 9", 100);
    struct passage p = {0};
    b.pieces = pieces;
    b.piece_count = sizeof pieces / sizeof *pieces;
    b.end = 191;
    b.row = &row;
    passage_add(&p, &b);
    expect_text(&p, "$\xE2\x81\x9F"
                    "1,234\t$ 5,678\t\xE2\x82\xAC\xE2\x81\x9F"
                    "9\n");
    expect_place(&p, "$\xE2\x81\x9F", 100, 130);
    expect_place(&p,
                 "$\xE2\x81\x9F"
                 "1,234",
                 100, 135);
    expect_place(&p, "$ 5,678", 150, 157);
    expect_place(&p, "9", 190, 191);
    passage_clear(&p);
    /* Outside tables a made blank is that of a tab. */
    b.row = NULL;
    passage_add(&p, &b);
    expect_text(&p, "$ 1,234\t$ 5,678\t\xE2\x82\xAC 9\n");
    passage_deinit(&p);
}

/* Soft hyphens and joiners are left out, also beside runs; bytes that are none are replaced. */
static void test_odd(void **state)
{
    (void)state;
    static const struct run runs[] = {{0, 0}, {4, STYLE_ITALIC}, {10, STYLE_ADDED}, {11, 0}};
    struct block b = block_of("co\xC2\xADpy \xFFof^ it", 40);
    struct passage p = {0};
    b.runs = runs;
    b.run_count = sizeof runs / sizeof *runs;
    passage_add(&p, &b);
    expect_text(&p, "copy \xEF\xBF\xBDof it\n");
    expect_place(&p, "copy", 40, 46);
    expect_place(&p, "of", 48, 50);
    expect_place(&p, "it", 52, 54);
    passage_clear(&p);
    b.flags = SINK_FURNITURE;
    passage_add(&p, &b);
    b.flags = SINK_RULE;
    passage_add(&p, &b);
    expect_text(&p, "");
    passage_deinit(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_added),
        cmocka_unit_test(test_row),
        cmocka_unit_test(test_made_blank),
        cmocka_unit_test(test_odd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
