/* SPDX-License-Identifier: MIT */
/* Page numbers, running heads and feet. */
#include "formats/furniture.h"

#include "base/array.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_page_number(void **state)
{
    static const struct {
        const char *line, *label; /* NULL: no page number */
    } rows[] = {
        {"12", "12"},          {"        3", "3"},
        {"-3-", "3"},          {"- 3 -", "3"},
        {"-- 14 --", "14"},    {"(iv)", "iv"},
        {"iv", "iv"},          {"xviii", "xviii"},
        {"F-12", "F-12"},      {"- F-12 -", "F-12"},
        {"II-3", "II-3"},      {"A-1", "A-1"},
        {"A1", "A1"},          {"12a", "12a"},
        {"Page 4", "4"},       {"PAGE 4 OF 9", "4"},
        {"Page 4 of 9", "4"},  {"page F-4 of 21 ", "F-4"},
        {"Page - 5 -", "5"},   {"3 of 7", "3"},
        {"[12]", "12"},        {"~ 12 ~", "12"},
        {"1997", NULL},        {"1997.", NULL},
        {"(1997)", NULL},      {"- 2004 -", NULL},
        {"Page 1997", "1997"}, {"- 1204 -", "1204"},
        {"1204", NULL},        {"", NULL},
        {"   ", NULL},         {"-----", NULL},
        {"Page", NULL},        {"Page of 9", NULL},
        {"I", NULL},           {"Item 7", NULL},
        {"10-K", NULL},        {"8-K", NULL},
        {"99.1", NULL},        {"1,204", NULL},
        {"$ 12", NULL},        {"12%", NULL},
        {"12 13", NULL},       {"Page 4 and 5", NULL},
        {"Part of 9", NULL},   {"EXHIB-12", NULL},
        {"12345", NULL},       {"one", NULL},
        {"mix", NULL},         {"EX-99", NULL},
        {"- EX-27 -", NULL},   {"EX-10a", NULL},
        {"E-10", "E-10"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice label = {NULL, 0};
        bool found = furniture_page_number(slice_of(rows[i].line), &label);
        if (found != (rows[i].label != NULL) ||
            (found && !slice_equal(label, slice_of(rows[i].label))))
            fail_msg("\"%s\": %s \"%.*s\"", rows[i].line, found ? "found" : "not found",
                     (int)label.len, label.at);
    }
}

static void test_number_in(void **state)
{
    static const char *const rows[][2] = {
        {"BIRCH MILLS, INC.            F-3", "F-3"},
        {"12     Annual Report", "12"},
        {"Birch Mills  -4-", "4"},
        {"Annual Report 1997", ""},
        {"1997 Annual Report", ""},
        {"Birch Mills, Inc.", ""},
        {"10-K", ""},
        {"", ""},
        {"Plan B", ""},
        {"x Birch", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice label = furniture_number_in(slice_of(rows[i][0]));
        if (!slice_equal(label, slice_of(rows[i][1])))
            fail_msg("\"%s\": \"%.*s\"", rows[i][0], (int)label.len, label.at);
    }
}

static void test_continued(void **state)
{
    static const struct {
        const char *line;
        bool continued;
    } rows[] = {
        {"NOTES TO FINANCIAL STATEMENTS (Continued)", true},
        {"NOTES (CONTINUED)", true},
        {"NOTES (continued): ", true},
        {"Notes (cont'd)", true},
        {"Notes (Cont'd.)", true},
        {"Notes (cont.)", true},
        {"Notes - Continued", true},
        {"Notes--Continued", true},
        {"ITEM 7, CONTINUED", true},
        {"operations were continued", false},
        {"(Continued on next page)", false},
        {"discontinued", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (furniture_continued(slice_of(rows[i].line)) != rows[i].continued)
            fail_msg("\"%s\"", rows[i].line);
}

static void test_ruling(void **state)
{
    (void)state;
    assert_true(furniture_is_ruling(SLICE("------  ======")));
    assert_true(furniture_is_ruling(SLICE("* * *")));
    assert_true(furniture_is_ruling(SLICE("")));
    assert_false(furniture_is_ruling(SLICE("-- a --")));
    assert_false(furniture_is_ruling(SLICE("- 1 -")));
}

/* Pages of one document, as they lie behind each other. */
#define FIRST                                                                                      \
    "\n  BIRCH MILLS, INC.\nNOTES TO STATEMENTS\n\nFirst page's text.\n\nSee notes.\n      1\n"
#define SECOND "\n  BIRCH MILLS,   INC.\n\nOther text.\n\nSee notes.\n  2\n"
#define THIRD "\nBirch Mills, Inc.\nNOTES TO STATEMENTS (Continued)\nThird.\n\nSee notes.\n 3\n"

static struct furniture *learn(const char *const *pages, size_t count)
{
    struct furniture *f = furniture_new();
    for (size_t i = 0; i < count; i++)
        furniture_add_page(f, slice_of(pages[i]));
    furniture_finish(f);
    return f;
}

/* The line of the page that has `words` in it. */
static struct slice line_with(const char *page, const char *words)
{
    struct slice rest = slice_of(page), line;
    while (slice_next_line(&rest, &line))
        if (slice_find(line, slice_of(words)) < line.len)
            return line;
    fail_msg("no line with \"%s\"", words);
    return line;
}

static void test_repetition(void **state)
{
    static const char *const pages[] = {FIRST, SECOND, THIRD};
    (void)state;
    struct furniture *f = learn(pages, 3);
    /* Blanks and letters' case aside they are one; the first of them is text. */
    assert_false(furniture_has(f, FURNITURE_HEAD, line_with(pages[0], "BIRCH")));
    assert_true(furniture_has(f, FURNITURE_HEAD, line_with(pages[1], "BIRCH")));
    assert_true(furniture_has(f, FURNITURE_HEAD, line_with(pages[2], "Birch")));
    assert_false(furniture_has(f, FURNITURE_FOOT, line_with(pages[1], "BIRCH")));
    /* Feet are not told from a first one: nothing is announced at a foot. */
    for (size_t i = 0; i < 3; i++)
        assert_true(furniture_has(f, FURNITURE_FOOT, line_with(pages[i], "See notes.")));
    assert_false(furniture_has(f, FURNITURE_HEAD, line_with(pages[1], "Other")));
    assert_false(furniture_has(f, FURNITURE_FOOT, line_with(pages[1], "Other")));
    /* Says itself that it goes on, at the head only. */
    assert_true(furniture_has(f, FURNITURE_HEAD, line_with(pages[2], "(Continued)")));
    assert_false(furniture_has(f, FURNITURE_FOOT, line_with(pages[2], "(Continued)")));
    assert_false(furniture_has(f, FURNITURE_HEAD, line_with(pages[0], "NOTES")));
    assert_false(furniture_has(f, FURNITURE_HEAD, SLICE("-----")));
    assert_false(furniture_has(f, FURNITURE_HEAD, SLICE("")));
    furniture_free(f);
}

/* The lines of a page from its foot up, whatever ends them. */
static void test_last_line(void **state)
{
    static const char *const pages[] = {"a\n\n  b \nc", "a\r\r  b \rc"};
    static const char *const want[] = {"c", "b", "", "a"};
    (void)state;
    for (size_t i = 0; i < COUNT(pages); i++) {
        struct slice page = slice_of(pages[i]), line;
        for (size_t k = 0; k < COUNT(want); k++) {
            assert_true(furniture_last_line(&page, &line));
            assert_true(slice_equal(line, slice_of(want[k])));
        }
        assert_false(furniture_last_line(&page, &line));
    }
}

static void test_two_are_too_few(void **state)
{
    static const char *const pages[] = {FIRST, SECOND};
    (void)state;
    struct furniture *f = learn(pages, 2);
    assert_false(furniture_has(f, FURNITURE_HEAD, line_with(pages[1], "BIRCH")));
    assert_false(furniture_has(f, FURNITURE_FOOT, line_with(pages[1], "See notes.")));
    assert_true(furniture_has(f, FURNITURE_FOOT, SLICE("   2"))); /* a bare number needs none */
    furniture_free(f);
    assert_true(furniture_has(NULL, FURNITURE_FOOT, SLICE("   2")));
    assert_false(furniture_has(NULL, FURNITURE_FOOT, SLICE("See notes.")));
}

/* Numbers aside, a line is the same: "Page 3 of 20" beside other words. */
static void test_numbers_fold(void **state)
{
    static const char *const pages[] = {"Birch 10-K page 1 of 12\ntext a\n",
                                        "Birch 10-K page 2 of 12\ntext b\n",
                                        "Birch 10-K page 10 of 12\ntext c\n"};
    (void)state;
    struct furniture *f = learn(pages, 3);
    assert_true(furniture_has(f, FURNITURE_HEAD, slice_of("Birch 10-K page 11 of 12")));
    assert_false(furniture_has(f, FURNITURE_HEAD, slice_of("Birch 10-Q page 11 of 12")));
    furniture_free(f);
}

/* The same words twice on a page count once; table heads and long lines are no furniture. */
static void test_not_counted(void **state)
{
    static const char *const twice[] = {"Total\nTotal\nTotal\n", "a\n", "b\n"};
    static const char *const tables[] = {"<TABLE>\nAssets\n1\n", "<TABLE>\nAssets\n2\n",
                                         "<TABLE>\nAssets\n3\n"};
    (void)state;
    struct furniture *f = learn(twice, 3);
    assert_false(furniture_has(f, FURNITURE_HEAD, SLICE("Total")));
    furniture_free(f);
    f = learn(tables, 3);
    assert_false(furniture_has(f, FURNITURE_HEAD, SLICE("Assets")));
    furniture_free(f);
    struct buffer page = {0};
    for (int i = 0; i < 40; i++)
        buffer_add_text(&page, "words ");
    f = furniture_new();
    for (int i = 0; i < 5; i++)
        furniture_add_page(f, buffer_slice(&page));
    furniture_finish(f);
    assert_false(furniture_has(f, FURNITURE_HEAD, buffer_slice(&page)));
    furniture_free(f);
    buffer_deinit(&page);
}

/* Pages of a long document: a head that all have, one that no other has, and what says where each
 * ends. */
struct pages {
    struct buffer text;
    ARRAY(size_t) ends;
};

static struct pages make_pages(unsigned count)
{
    struct pages p = {0};
    for (unsigned i = 0; i < count; i++) {
        buffer_add_text(&p.text, "Birch Mills\n");
        for (unsigned n = i, k = 0; k < 4; k++, n /= 10)
            buffer_addf(&p.text, "%c%c", 'a' + n % 10, 'q');
        buffer_addf(&p.text, " head\nx\ny\nz\nmiddle\n");
        array_push(&p.ends, p.text.len);
    }
    return p;
}

static struct furniture *learn_pages(const struct pages *p)
{
    struct furniture *f = furniture_new();
    for (size_t i = 0, from = 0; i < p->ends.count; from = p->ends.at[i++])
        furniture_add_page(f, slice_cut(buffer_slice(&p->text), from, p->ends.at[i]));
    furniture_add_page(f, SLICE(""));
    furniture_add_page(f, SLICE("\n \r\n"));
    furniture_finish(f);
    return f;
}

static void free_pages(struct pages *p)
{
    buffer_deinit(&p->text);
    array_deinit(&p->ends);
}

/* More different lines than are kept: nothing breaks, what came first is still known. */
static void test_many(void **state)
{
    (void)state;
    struct pages p = make_pages(3000);
    struct furniture *f = learn_pages(&p);
    assert_true(furniture_has(f, FURNITURE_HEAD, SLICE("Birch Mills")));
    assert_true(furniture_has(f, FURNITURE_HEAD, SLICE("x")));
    furniture_free(f);
    furniture_free(NULL);
    free_pages(&p);
}

/* The first questions are answered from the sample, those after them from a table: the same. */
static void test_asked_often(void **state)
{
    static const unsigned counts[] = {3, 40, 500};
    (void)state;
    for (size_t i = 0; i < COUNT(counts); i++) {
        struct pages p = make_pages(counts[i]);
        struct furniture *f = learn_pages(&p);
        struct slice first = slice_cut(buffer_slice(&p.text), 0, 11);
        struct slice second = slice_cut(buffer_slice(&p.text), p.ends.at[0], p.ends.at[0] + 11);
        for (int times = 0; times < 40; times++) {
            assert_false(furniture_has(f, FURNITURE_HEAD, first));
            assert_true(furniture_has(f, FURNITURE_HEAD, second));
            assert_true(furniture_has(f, FURNITURE_HEAD, SLICE("  BIRCH\tmills ")));
            assert_false(furniture_has(f, FURNITURE_HEAD, SLICE("aqaqaqaq head")));
            assert_false(furniture_has(f, FURNITURE_FOOT, SLICE("Birch Mills")));
            assert_true(furniture_has(f, FURNITURE_FOOT, SLICE("Middle")));
            assert_false(furniture_has(f, FURNITURE_FOOT, SLICE("middles")));
            assert_false(furniture_has(f, FURNITURE_FOOT, SLICE("m")));
        }
        furniture_free(f);
        free_pages(&p);
    }
}

/* Long lines, and lines without an end, from the foot up. */
static void test_last_of_long(void **state)
{
    static const size_t lengths[] = {1, 255, 256, 257, 511, 512, 513, 5000};
    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
        for (size_t k = 0; k < 3; k++) {
            struct buffer text = {0};
            buffer_add_text(&text, k == 0 ? "" : k == 1 ? "first\n" : "first\r");
            for (size_t n = 0; n < lengths[i]; n++)
                buffer_add_byte(&text, 'x');
            struct slice page = buffer_slice(&text), line;
            assert_true(furniture_last_line(&page, &line));
            assert_int_equal(line.len, lengths[i]);
            assert_int_equal(furniture_last_line(&page, &line), k > 0);
            if (k > 0)
                assert_true(slice_equal(line, SLICE("first")));
            buffer_deinit(&text);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_number),     cmocka_unit_test(test_number_in),
        cmocka_unit_test(test_continued),       cmocka_unit_test(test_ruling),
        cmocka_unit_test(test_repetition),      cmocka_unit_test(test_last_line),
        cmocka_unit_test(test_two_are_too_few), cmocka_unit_test(test_numbers_fold),
        cmocka_unit_test(test_not_counted),     cmocka_unit_test(test_many),
        cmocka_unit_test(test_asked_often),     cmocka_unit_test(test_last_of_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
