/* SPDX-License-Identifier: MIT */
/* Tests of finding the documents of a file by their exhibit numbers. */
#include "outline/exhibits/exhibit_directory.h"

#include "base/buffer.h"
#include "input/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A filing with documents of these types; `text` is for the caller to end when it is closed. */
static struct submission *open_types(const char *const *types, size_t count, struct buffer *text)
{
    struct error e;
    for (size_t i = 0; i < count; i++)
        buffer_addf(text, "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>%zu\n<TEXT>\nA.\n</TEXT>\n</DOCUMENT>\n",
                    types[i], i + 1);
    struct submission *s = submission_open(input_from_bytes("made.txt", buffer_slice(text)), &e);
    assert_non_null(s);
    submission_scan(s, (size_t)-1);
    assert_int_equal(submission_documents(s), count);
    return s;
}

enum { NONE = 100 };

static void test_find(void **state)
{
    static const char *const types[] = {"10-K",    "EX-10.2",      "EX-10.1",    "EX-10.01",
                                        "EX-21",   "EX-99.(B)(1)", "EX-101.SCH", "EX-101.INS",
                                        "ex-3(I)", "EX-"};
    static const struct {
        const char *number;
        size_t exact, only; /* indices */
    } rows[] = {
        {"10.1", 2, NONE},    {"10.01", 2, NONE},  {"10(1)", 2, NONE}, {"10.3", NONE, NONE},
        {"10", NONE, NONE},   {"21", 4, 4},        {"21.1", NONE, 4},  {"99", NONE, 5},
        {"99.b.1", 5, NONE},  {"(b)(1)", 5, NONE}, {"b", NONE, 5},     {"101", NONE, 7},
        {"101.sch", 6, NONE}, {"3.i", 8, NONE},    {"3", NONE, 8},     {"3.2", NONE, NONE},
        {"4", NONE, NONE},    {"", 9, 9},
    };
    struct buffer text = {0};
    (void)state;
    struct submission *s = open_types(types, sizeof types / sizeof *types, &text);
    struct exhibit_directory *e = exhibit_directory_new(s);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t exact = NONE, only = NONE;
        struct slice number = slice_of(rows[i].number);
        assert_int_equal(exhibit_directory_find(e, number, &exact), rows[i].exact != NONE);
        assert_int_equal(exhibit_directory_only(e, number, &only), rows[i].only != NONE);
        if (exact != rows[i].exact || (rows[i].only != NONE && only != rows[i].only))
            fail_msg("%s: %zu, %zu", rows[i].number, exact, only);
    }
    exhibit_directory_free(e);
    exhibit_directory_free(NULL);
    submission_free(s);
    buffer_deinit(&text);
}

/* A thousand exhibits, all found; the first of a number that comes again. */
static void test_many(void **state)
{
    enum { MANY = 1000 };
    static char names[2 * MANY][16];
    static const char *types[2 * MANY];
    struct buffer text = {0};
    (void)state;
    for (size_t i = 0; i < 2 * MANY; i++) {
        struct buffer name = {0};
        buffer_addf(&name, "EX-%zu.%zu", i % MANY / 10, i % 10);
        memcpy(names[i], buffer_text(&name), name.len + 1);
        types[i] = names[i];
        buffer_deinit(&name);
    }
    struct submission *s = open_types(types, 2 * MANY, &text);
    struct exhibit_directory *e = exhibit_directory_new(s);
    for (size_t i = 0; i < 2 * MANY; i++) {
        size_t at = NONE;
        assert_true(exhibit_directory_find(e, slice_of(names[i] + 3), &at));
        assert_int_equal(at, i % MANY);
        assert_false(exhibit_directory_only(e, slice_of(names[i] + 3), &at));
    }
    exhibit_directory_free(e);
    submission_free(s);
    buffer_deinit(&text);
}

/* What the scan finds later is taken in. */
static void test_grows(void **state)
{
    struct error e;
    struct buffer text = {0};
    size_t at = NONE;
    (void)state;
    buffer_add_text(&text, "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n");
    buffer_add_fill(&text, '\n', 1 << 20);
    buffer_add_text(&text, "</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-5\n<TEXT>\nA.\n</TEXT>\n"
                           "</DOCUMENT>\n");
    struct submission *s = submission_open(input_from_bytes("made.txt", buffer_slice(&text)), &e);
    struct exhibit_directory *d = exhibit_directory_new(s);
    assert_int_equal(submission_documents(s), 1);
    assert_false(exhibit_directory_find(d, SLICE("5"), &at));
    submission_scan(s, (size_t)-1);
    assert_true(exhibit_directory_find(d, SLICE("5"), &at));
    assert_int_equal(at, 1);
    exhibit_directory_free(d);
    submission_free(s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_find), cmocka_unit_test(test_many),
                                       cmocka_unit_test(test_grows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
