/* SPDX-License-Identifier: MIT */
/* Lines that stand out, of paragraphs and of plain text. */
#include "outline/heads/heads.h"

#include "outline/heads/links.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct line {
    const char *text;
    unsigned style; /* of its first `styled` bytes; 0: of all */
    uint32_t styled;
    unsigned align, blank;
    const char *title; /* the head wanted, or NULL */
    unsigned set;      /* SET_... wanted of it */
};

static void check(const struct line *lines, size_t count, bool printed)
{
    struct block blocks[16] = {0};
    struct run runs[16][2];
    struct heads heads;
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        blocks[i].text = slice_of(lines[i].text);
        blocks[i].offset = i * 1000;
        blocks[i].end = i * 1000 + blocks[i].text.len;
        blocks[i].blank = lines[i].blank;
        blocks[i].shape.align = (uint8_t)lines[i].align;
        runs[i][0] = (struct run){0, lines[i].style};
        runs[i][1] = (struct run){lines[i].styled, 0};
        blocks[i].runs = runs[i];
        blocks[i].run_count = lines[i].styled > 0 ? 2 : 1;
    }
    heads_init(&heads, printed);
    heads_add(&heads, blocks, count, NULL, 0);
    heads_finish(&heads, &(struct links){0});
    for (size_t i = 0; i < count; i++) {
        bool is = next < heads.list.count && heads.list.at[next].offset / 1000 == i;
        if (is != (lines[i].title != NULL))
            fail_msg("'%s' is %s head", lines[i].text, is ? "a" : "no");
        if (!is)
            continue;
        const struct head *h = &heads.list.at[next++];
        if (!slice_equal(h->title, slice_of(lines[i].title)))
            fail_msg("'%.*s', not '%s'", (int)h->title.len, h->title.at, lines[i].title);
        if ((h->set & ~(unsigned)SET_TITLE_CASE) != lines[i].set)
            fail_msg("'%s' is set as %x", lines[i].title, h->set);
    }
    assert_int_equal(next, heads.list.count);
    heads_deinit(&heads);
}

#define TEXT                                                                                       \
    "The company makes wool blankets and sells them to shops, hotels and the navy, most of them "  \
    "in winter, when they are wanted."

static void test_markup(void **state)
{
    static const struct line lines[] = {
        {"Results of Operations", STYLE_BOLD, 0, 0, 1, "Results of Operations", SET_BOLD},
        {TEXT, 0, 0, 0, 0, NULL, 0},
        {"Revenue. We recognize revenue when the goods are delivered to the customer.",
         STYLE_ITALIC, 8, 0, 0, "Revenue", SET_ITALIC | SET_RUN_IN},
        {"LIQUIDITY", 0, 0, ALIGN_CENTER, 0, "LIQUIDITY", SET_CENTER | SET_CAPS},
        {"a few words that nothing sets apart", 0, 0, 0, 0, NULL, 0},
        {"Note 4", 0, 0, 0, 0, "Note 4", 0},
    };
    (void)state;
    check(lines, COUNT(lines), false);
}

static void test_printed(void **state)
{
    static const struct line lines[] = {
        {"MANAGEMENT'S DISCUSSION AND ANALYSIS", 0, 0, 0, 2,
         "MANAGEMENT'S DISCUSSION AND ANALYSIS OF RESULTS", SET_CAPS},
        {"OF RESULTS", 0, 0, 0, 0, NULL, 0},
        {"The company makes wool blankets and sells them to shops,", 0, 0, 0, 1, NULL, 0},
        {"hotels and the navy.", 0, 0, 0, 0, NULL, 0},
        {"Liquidity", 0, 0, 0, 1, "Liquidity", SET_UNDERLINE},
        {"---------", 0, 0, 0, 0, NULL, 0},
        {"                                 EXPERTS", 0, 0, 0, 1, "EXPERTS", SET_CAPS | SET_CENTER},
        {"The statements were audited.", 0, 0, 0, 1, NULL, 0},
    };
    (void)state;
    check(lines, COUNT(lines), true);
}

/* Figures below a title count for it, and for the one above it. */
static void test_figures(void **state)
{
    static const char *const lines[] = {"ASPEN MILLS, INC.",
                                        "BALANCE SHEETS",
                                        "(In thousands)",
                                        "Cash            1,204    1,377",
                                        "Total assets    9,310    8,040",
                                        "The notes are part of it."};
    struct block blocks[COUNT(lines)] = {0};
    struct heads heads;
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        blocks[i].text = slice_of(lines[i]);
        blocks[i].offset = i * 100;
        blocks[i].blank = 1;
    }
    heads_init(&heads, true);
    heads_add(&heads, blocks, 3, blocks + 3, 3);
    heads_add(&heads, blocks + 3, 3, NULL, 0);
    heads_finish(&heads, &(struct links){0});
    assert_true(heads.list.count >= 2);
    assert_int_equal(heads.list.at[0].figures, 2);
    assert_int_equal(heads.list.at[1].figures, 2);
    assert_true(heads.list.at[1].features & HEAD_UNITS);
    assert_int_equal(heads_at(&heads, 101), 2 < heads.list.count ? 2 : heads.list.count);
    heads_deinit(&heads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup),
        cmocka_unit_test(test_printed),
        cmocka_unit_test(test_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
