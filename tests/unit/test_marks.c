/* SPDX-License-Identifier: MIT */
/* The marks that folio adds to a printed text. */
#include "lib/marks.h"

#include "base/clean.h"
#include "base/width.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_clean(void **state)
{
    static const char *const rows[][2] = {
        {"PRESS RELEASE", "PRESS RELEASE"},
        {"caf\xE9 \x97", "caf\xC3\xA9 \xE2\x80\x94"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {"a\033[1m\tb\x7F", "a\xEF\xBF\xBD[1m\xEF\xBF\xBD"
                            "b\xEF\xBF\xBD"},
        {"\xC2\x9B"
         "1m",
         "\xEF\xBF\xBD"
         "1m"},
        {"\xE2\x80\xAEtxt", "\xEF\xBF\xBDtxt"},
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"\x81", "\xEF\xBF\xBD"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        clean_text(&out, slice_of(rows[i][0]));
        assert_string_equal(buffer_text(&out), rows[i][1]);
        buffer_deinit(&out);
    }
}

static void test_page(void **state)
{
    static const char text[] = "a\n F-3\n<PAGE>\nb\n  2\n<PAGE>\nc\n";
    static const char *const marks[][2] = {
        {" page 1 (F-3) of 3 --", " page 1 (F-3) of 3 ──"},
        {" page 2 of 3 --", " page 2 of 3 ──"}, /* prints what is counted: said once */
        {" page 3 of 3 --", " page 3 of 3 ──"},
    };
    struct error e = {0};
    (void)state;
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    struct content *c = content_of(s, submission_document(s, 0));
    for (size_t page = 0; page < 3; page++) {
        for (int ascii = 0; ascii < 2; ascii++) {
            struct buffer out = {0};
            marks_page(&out, c, page, 0, ascii);
            const char *end = marks[page][ascii ? 0 : 1];
            assert_true(out.len > strlen(end));
            assert_string_equal(buffer_text(&out) + out.len - strlen(end), end);
            assert_int_equal(width_of_text(buffer_slice(&out)), 80);
            assert_int_equal(slice_starts(buffer_slice(&out), SLICE("-----")), ascii);
            buffer_deinit(&out);
        }
    }
    submission_free(s);
}

static void test_document(void **state)
{
    static const struct {
        struct document document;
        const char *words; /* in ASCII */
    } rows[] = {
        {{.type = {"EX-21", 5}, .description = {"LIST", 4}, .filename = {"a.txt", 5}},
         " EX-21 - LIST "},
        {{.type = {"EX-21", 5}, .filename = {"a.txt", 5}}, " EX-21 - a.txt "},
        {{.type = {"8-K", 3}}, " 8-K "},
        {{.sequence = 4}, " document 4 "},
        {{.type = {"A\033B", 3}},
         " A\xEF\xBF\xBD"
         "B "},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        marks_document(&out, &rows[i].document, 0, true);
        assert_memory_equal(buffer_text(&out), "==", 2);
        assert_memory_equal(buffer_text(&out) + 2, rows[i].words, strlen(rows[i].words));
        assert_int_equal(width_of_text(buffer_slice(&out)), 80);
        buffer_clear(&out);
        marks_document(&out, &rows[i].document, 0, false);
        assert_int_equal(width_of_text(buffer_slice(&out)), 80);
        assert_true(slice_find(buffer_slice(&out), SLICE("=")) == out.len);
        buffer_deinit(&out);
    }
    char name[300];
    memset(name, 'x', sizeof name);
    struct document wide = {.type = {"8-K", 3}, .description = {name, sizeof name}};
    struct buffer out = {0};
    marks_document(&out, &wide, 0, true); /* wider than the mark: all of it, no rule behind */
    assert_true(slice_find(buffer_slice(&out), (struct slice){name, sizeof name}) < out.len);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_document),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
