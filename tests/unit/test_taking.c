/* SPDX-License-Identifier: MIT */
/* What is handed to the caller for the clipboard, a command, the editor: text and cleaning. */
#include "ui/taking/taking.h"

#include "screens/stage.h"
#include "ui/modes.h"
#include "ui/taking/gathering.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char text[] = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
                           "One line of words,\nand one more.\n\n"
                           "     The second paragraph.\n</TEXT>\n</DOCUMENT>\n";

static void test_clean(void **state)
{
    static const struct {
        const char *text, *clean, *count;
    } cases[] = {
        {"a\tb\r\nc\rd\n", "a\tb\nc\nd\n", "3 lines (8 bytes)"},
        {"a\033[31mb\a", "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD", "1 line (12 bytes)"},
        {"\xE2\x80\xAE", "\xEF\xBF\xBD", "1 line (3 bytes)"},
        {"x", "x", "1 line (1 byte)"},
        {"", "", "0 lines (0 bytes)"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer clean = {0}, count = {0};
        taking_clean(slice_of(cases[i].text), &clean);
        taking_count(buffer_slice(&clean), &count);
        assert_string_equal(buffer_text(&clean), cases[i].clean);
        assert_string_equal(buffer_text(&count), cases[i].count);
        buffer_deinit(&clean);
        buffer_deinit(&count);
    }
}

/* Keys, and what the caller is asked for then. */
static void test_wishes(void **state)
{
    static const struct {
        const char *keys, *type;
        enum viewer_wish wish;
        const char *text, *command;
    } cases[] = {
        {"y", NULL, VIEWER_COPY, "One line of words,\nand one more.", NULL},
        {"v e y", NULL, VIEWER_COPY, "One", NULL},
        {"V Enter", NULL, VIEWER_COPY, "One line of words,", NULL},
        {"V j y", NULL, VIEWER_COPY, "One line of words,\nand one more.", NULL},
        {"V } } y", NULL, VIEWER_COPY,
         "One line of words,\nand one more.\n\n     The second paragraph.", NULL},
        {"E", NULL, VIEWER_RUN, "One line of words,\nand one more.\n\n     The second paragraph.\n",
         NULL},
        {"|", "wc -l", VIEWER_RUN,
         "One line of words,\nand one more.\n\n     The second paragraph.\n", "wc -l"},
        {"V |", "cat", VIEWER_RUN, "One line of words,\n", "cat"},
        {":", "pipe sort", VIEWER_RUN,
         "One line of words,\nand one more.\n\n     The second paragraph.\n", "sort"},
        {"v Esc s Esc", NULL, VIEWER_NONE, "", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct stage s;
        assert_true(stage_open_text(&s, "made.txt", SLICE(text), 24, 80, NULL));
        stage_settle(&s);
        stage_keys(&s, cases[i].keys);
        if (cases[i].type) {
            stage_type(&s, cases[i].type);
            stage_keys(&s, "Enter");
        }
        stage_settle(&s);
        char *got = slice_copy(viewer_wish_text(s.viewer));
        const char *command = gathering_command(s.viewer);
        if (strcmp(got, cases[i].text) != 0)
            print_error("case %zu: %s\n", i, cases[i].keys);
        assert_string_equal(got, cases[i].text);
        assert_int_equal(viewer_wish(s.viewer), cases[i].wish);
        assert_string_equal(command ? command : "", cases[i].command ? cases[i].command : "");
        free(got);
        stage_close(&s);
    }
}

static void test_cited(void **state)
{
    struct stage s;
    (void)state;
    assert_true(stage_open_text(&s, "made.txt", SLICE(text), 24, 80, NULL));
    stage_settle(&s);
    stage_keys(&s, "v e Y");
    struct slice got = viewer_wish_text(s.viewer);
    assert_true(slice_starts(got, SLICE("One\n\nmade.txt")));
    assert_true(slice_find(got, SLICE("Form 8-K")) < got.len);
    stage_close(&s);
}

static void test_restricted(void **state)
{
    static const char *const keys[] = {"s", "|", "E"};
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .restricted = true};
    struct stage s;
    (void)state;
    assert_true(stage_open_text(&s, "made.txt", SLICE(text), 24, 80, &setup));
    for (size_t i = 0; i < COUNT(keys); i++) {
        stage_keys(&s, keys[i]);
        assert_int_equal(viewer_wish(s.viewer), VIEWER_NONE);
        assert_true(stage_shows(&s, "is off: folio was started with --restrict"));
    }
    stage_keys(&s, "y");
    assert_int_equal(viewer_wish(s.viewer), VIEWER_COPY);
    stage_close(&s);
}

/* A long part is gathered in slices, and can be given up; the keys go on meanwhile. */
static void test_slices(void **state)
{
    struct buffer big = {0};
    struct stage s;
    (void)state;
    buffer_add_text(&big, "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n");
    for (unsigned i = 0; i < 60000; i++)
        buffer_addf(&big, "Line %u of a very long text\n\n", i);
    buffer_add_text(&big, "</TEXT>\n</DOCUMENT>\n");
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&big), 24, 80, NULL));
    stage_settle(&s);
    stage_keys(&s, "E");
    assert_int_equal(viewer_wish(s.viewer), VIEWER_NONE);
    viewer_draw(s.viewer, &s.canvas);
    assert_true(gathering_mode()->on(s.viewer));
    stage_keys(&s, "Esc");
    assert_false(gathering_mode()->on(s.viewer));
    assert_true(stage_shows(&s, "stopped opening"));
    assert_int_equal(viewer_wish(s.viewer), VIEWER_NONE);
    stage_keys(&s, "E j");
    stage_settle(&s);
    assert_int_equal(viewer_wish(s.viewer), VIEWER_RUN);
    struct slice got = viewer_wish_text(s.viewer);
    assert_true(slice_ends_nocase(got, SLICE("Line 59999 of a very long text\n")));
    /* More than the terminal takes is given up early. */
    stage_keys(&s, "V G y");
    assert_true(stage_shows(&s, "too much for the terminal"));
    assert_int_equal(viewer_wish(s.viewer), VIEWER_NONE);
    stage_close(&s);
    buffer_deinit(&big);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean),  cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_cited),  cmocka_unit_test(test_restricted),
        cmocka_unit_test(test_slices),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
