/* SPDX-License-Identifier: MIT */
/* Page cells: pages, ranges, marks and words. */
#include "outline/crossindex/page_ranges.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* "4..6 7 (a) !none" */
static void write_ranges(const struct page_ranges *r, struct buffer *out)
{
    static const char *const said[] = {"!none ", "!omitted ", "!reserved ", "!incorporated "};
    for (size_t i = 0; i < r->list.count; i++) {
        buffer_add(out, r->list.at[i].from);
        if (!slice_equal(r->list.at[i].from, r->list.at[i].to)) {
            buffer_add_text(out, "..");
            buffer_add(out, r->list.at[i].to);
        }
        buffer_add_byte(out, ' ');
    }
    for (size_t i = 0; i < r->marks.count; i++) {
        buffer_add(out, r->marks.at[i]);
        buffer_add_byte(out, ' ');
    }
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (r->said & (1u << i))
            buffer_add_text(out, said[i]);
}

static void test_cells(void **state)
{
    static const char *const rows[][2] = {
        {"4", "4 "},
        {"4-6, 7-13, 78-80", "4..6 7..13 78..80 "},
        {"4–6; 133 and 319—320", "4..6 133 319..320 "},
        {"Pages 4 - 22", "4..22 "},
        {"Page 40", "40 "},
        {"Pages 3, 23 - 34", "3 23..34 "},
        {"Page(s) 12", "12 "},
        {"p. 12", "12 "},
        {"pp. 12 to 14", "12..14 "},
        {"319-321*", "319..321 * "},
        {"82, (a)", "82 (a) "},
        {"82^(a)(b)", "82 (a) (b) "},
        {"83^a", "83 a "},
        {"(c)", "(c) "},
        {"**", "** "},
        {"7†", "7 † "},
        {"F-1 – F-30", "F-1..F-30 "},
        {"F-1 through F-30", "F-1..F-30 "},
        {"FS-3", "FS-3 "},
        {"A1", "A1 "},
        {"iv-vi", "iv..vi "},
        {"12 14-16", "12 14..16 "},
        {"12.", "12 "},
        {"Not applicable", "!none "},
        {"Not Applicable.", "!none "},
        {"N/A", "!none "},
        {"NA", "!none "},
        {"None", "!none "},
        {"—", "!none "},
        {"-", "!none "},
        {"[Reserved]", "!reserved "},
        {"(Reserved)", "!reserved "},
        {"Omitted", "!omitted "},
        {"Incorporated by reference to the proxy statement", "!incorporated "},
        {"12, incorporated herein", "12 !incorporated "},
        {"2024 Proxy Statement", "!incorporated "},
        {"See the Proxy Statement under \"Pay\"", "!incorporated "},
        /* what is none */
        {"", ""},
        {"   ", ""},
        {",", ""},
        {"10-K", ""},
        {"10-", ""},
        {"4-6-8", ""},
        {"1.5", ""},
        {"12%", ""},
        {"$12", ""},
        {"5/22/2006", ""},
        {"2023", ""},
        {"12345", ""},
        {"12 employees", ""},
        {"Business", ""},
        {"nonesuch", ""},
        {"Pagesetter", ""},
        {"ABC-1", ""},
        {"(abcd)", ""},
        {"12 (", ""},
    };
    struct page_ranges r = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer got = {0};
        bool good = page_ranges_read(&r, slice_of(rows[i][0]));
        write_ranges(&r, &got);
        if (strcmp(buffer_text(&got), rows[i][1]) != 0 || good != (rows[i][1][0] != 0))
            fail_msg("'%s' is '%s', not '%s'", rows[i][0], buffer_text(&got), rows[i][1]);
        buffer_deinit(&got);
    }
    page_ranges_deinit(&r);
}

static void test_places(void **state)
{
    struct page_ranges r = {0};
    (void)state;
    assert_true(page_ranges_read(&r, SLICE("Pages 3, 23 - 34")));
    assert_int_equal(r.list.at[0].at, 6);
    assert_int_equal(r.list.at[1].at, 9);
    assert_false(page_ranges_read(&r, SLICE("3, 4 sold")));
    assert_int_equal(r.list.count, 0);
    page_ranges_deinit(&r);
}

static void test_tails(void **state)
{
    static const struct {
        const char *line;
        bool loose;
        const char *front, *ranges;
    } rows[] = {
        {"Business  4-6, 8", false, "Business", "4..6 8 "},
        {"Business\t4-6\t(a)", false, "Business", "4..6 (a) "},
        {"Business ........ 4", false, "Business", "4 "},
        {"Business . . . . 4", false, "Business", "4 "},
        {"Business   Pages 4 - 22", false, "Business", "4..22 "},
        {"Mine Safety   Not applicable", false, "Mine Safety", "!none "},
        {"Business 4-6", true, "Business", "4..6 "},
        {"Business 4-6", false, "Business 4-6", ""},
        {"Exhibits, Form 10-K", true, "Exhibits, Form 10-K", ""},
        {"Business", true, "Business", ""},
        {"Sales  12  of 13 mills", false, "Sales  12  of 13 mills", ""},
        {"", true, "", ""},
        {"4", true, "4", ""},
    };
    struct page_ranges r = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer got = {0};
        struct slice line = slice_of(rows[i].line);
        size_t at = page_ranges_tail(&r, line, rows[i].loose);
        write_ranges(&r, &got);
        if (strcmp(buffer_text(&got), rows[i].ranges) != 0 ||
            !slice_equal(slice_cut(line, 0, at), slice_of(rows[i].front)))
            fail_msg("'%s': '%s' behind byte %zu", rows[i].line, buffer_text(&got), at);
        buffer_deinit(&got);
    }
    page_ranges_deinit(&r);
}

static void test_marks(void **state)
{
    static const struct {
        const char *text;
        size_t len;
    } rows[] = {{"(a) Of", 3}, {"* Of", 1}, {"**", 2}, {"†Of", 3},    {"[1] Of", 3}, {"^a Of", 2},
                {"^(1)", 4},   {"Of", 0},   {"", 0},   {"(also)", 0}, {"()", 0},     {"^", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(page_ranges_mark(slice_of(rows[i].text)), rows[i].len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_tails),
        cmocka_unit_test(test_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
