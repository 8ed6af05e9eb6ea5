/* SPDX-License-Identifier: MIT */
/* Passages found again in copies with other bytes. */
#include "ui/keeping/retrace.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/submission.h"

#include <string.h>

static struct submission *open_text(const char *text)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    return s;
}

static struct content *content_in(struct submission *s)
{
    return content_of(s, submission_document(s, 0));
}

#define WORDS "Our market risk is small, as all of our notes have a rate that is fixed."

/* Many lines, the words at line `at` and at line `again` (0: not), lines ended by `end`. */
static void make(struct buffer *out, size_t lines, size_t at, size_t again, const char *end)
{
    for (size_t i = 1; i <= lines; i++) {
        if (i == at || i == again)
            buffer_addf(out,
                        "     Our market risk is small,  as all of%sour notes have a rate%s"
                        "that is fixed.%s%s",
                        end, end, end, end);
        buffer_addf(out, "Line %zu says nothing that would be of use to anybody.%s%s", i, end, end);
    }
}

static enum retrace_outcome find(struct submission *s, size_t offset, const char *words,
                                 size_t step, size_t *from, size_t *to, size_t *steps)
{
    struct retrace a;
    enum retrace_outcome outcome;
    *steps = 0;
    retrace_init(&a, content_in(s), offset, slice_of(words));
    while ((outcome = retrace_step(&a, content_in(s), step)) == RETRACE_MORE)
        ++*steps;
    *from = a.from;
    *to = a.to;
    retrace_deinit(&a);
    return outcome;
}

static void test_holds(void **state)
{
    struct buffer text = {0};
    (void)state;
    make(&text, 20, 3, 0, "\r\n");
    struct submission *s = open_text(buffer_text(&text));
    struct content *c = content_in(s);
    size_t from = slice_find(buffer_slice(&text), SLICE("Our market"));
    size_t to = slice_find(buffer_slice(&text), SLICE("fixed.")) + 6;
    assert_true(retrace_holds(c, from, to, SLICE(WORDS)));
    assert_true(retrace_holds(c, from, from, SLICE(WORDS)));
    /* Words that were cut. */
    assert_true(retrace_holds(c, from, to, SLICE("Our market risk")));
    assert_true(retrace_holds(c, from, to, SLICE("")));
    assert_false(retrace_holds(c, from, to - 20, SLICE(WORDS)));
    assert_false(retrace_holds(c, from + 1, to, SLICE(WORDS)));
    assert_false(retrace_holds(c, text.len + 5, text.len + 9, SLICE(WORDS)));
    submission_free(s);
    buffer_deinit(&text);
}

/* Found wherever it has moved to, and the nearest of two. */
static void test_moved(void **state)
{
    static const struct {
        size_t lines, at, again;
        const char *end;
        size_t offset; /* line near which it stood */
        size_t which;  /* line at which it is to be found; 0: gone */
    } rows[] = {
        {50, 7, 0, "\n", 9, 7},           {50, 7, 0, "\r\n", 7, 7},
        {9000, 8000, 0, "\n", 2, 8000},   {9000, 3, 0, "\r\n", 8990, 3},
        {9000, 100, 140, "\n", 139, 140}, {9000, 100, 5000, "\n", 8900, 5000},
        {9000, 0, 0, "\n", 50, 0},        {50, 50, 0, "\n", 10000, 50},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer text = {0};
        size_t from, to, steps;
        make(&text, rows[i].lines, rows[i].at, rows[i].again, rows[i].end);
        struct submission *s = open_text(buffer_text(&text));
        size_t offset = rows[i].offset * (text.len / rows[i].lines);
        enum retrace_outcome outcome = find(s, offset, WORDS, 10000, &from, &to, &steps);
        assert_int_equal(outcome, rows[i].which ? RETRACE_FOUND : RETRACE_GONE);
        assert_true(text.len < 100000 || rows[i].lines == 9000);
        if (rows[i].which) {
            struct buffer behind = {0};
            buffer_addf(&behind, "Line %zu ", rows[i].which);
            assert_true(
                slice_starts(slice_cut(buffer_slice(&text), from, text.len), SLICE("Our market")));
            assert_int_equal(text.at[to - 1], '.');
            struct slice rest = slice_trim(slice_cut(buffer_slice(&text), to, text.len));
            assert_true(slice_starts(rest, buffer_slice(&behind)));
            buffer_deinit(&behind);
        }
        /* What is far is looked for in slices. */
        if (rows[i].which == 0)
            assert_true(steps > 10);
        submission_free(s);
        buffer_deinit(&text);
    }
}

/* Words across a page, and words that have none. */
static void test_pages(void **state)
{
    static const char text[] = "First words.\n\n     A sentence that goes\n\n      2\n<PAGE>\n"
                               "over to another page.\n\nLast words.\n";
    size_t from, to, steps;
    (void)state;
    struct submission *s = open_text(text);
    assert_int_equal(
        find(s, 0, "A sentence that goes over to another page.", 100, &from, &to, &steps),
        RETRACE_FOUND);
    assert_int_equal(from, strstr(text, "A sentence") - text);
    assert_int_equal(to, strstr(text, "page.") + 5 - text);
    assert_int_equal(find(s, 0, "", 100, &from, &to, &steps), RETRACE_GONE);
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holds),
        cmocka_unit_test(test_moved),
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
