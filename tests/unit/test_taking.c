/* SPDX-License-Identifier: MIT */
/* What is handed to the caller for the clipboard, a command, the editor: text and cleaning. */
#include "ui/taking/taking.h"

#include "screens/stage.h"
#include "ui/modes.h"
#include "ui/taking/gathering.h"
#include "ui/taking/selecting.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* ---- what takes longer than a key */

/* A folder for a test; the caller removes it. */
static void make_folder(char *path, size_t size)
{
    const char *folder = getenv("TMPDIR");
    (void)snprintf(path, size, "%s/folio-taking-XXXXXX", folder && *folder ? folder : "/tmp");
    assert_non_null(mkdtemp(path));
}

/* How many files are in the folder. */
static size_t files_in(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (const struct dirent *d; (d = readdir(folder));)
        count += strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static void add_long(struct buffer *out, const char *word)
{
    buffer_addf(out, "<DOCUMENT>\n<TYPE>%s\n<TEXT>\n", word);
    for (unsigned i = 0; i < 60000; i++)
        buffer_addf(out, "Line %u of a very long text\n\n", i);
    buffer_add_text(out, "<TABLE>\n<S>        <C>      <C>\nCash      $ 1,204  $ 77\n"
                         "Debt          7      12\n</TABLE>\n</TEXT>\n</DOCUMENT>\n");
}

static void command(struct stage *s, const char *what, const char *folder, const char *name)
{
    struct buffer line = {0};
    buffer_addf(&line, "%s %s/%s", what, folder, name);
    stage_keys(s, ":");
    stage_type(s, buffer_text(&line));
    stage_keys(s, "Enter");
    buffer_deinit(&line);
}

static void test_saved_in_slices(void **state)
{
    static const char *const names[] = {"a.md", "a.csv", "a.htm", "a.txt"};
    struct buffer big = {0}, path = {0};
    struct stage s;
    char folder[200];
    (void)state;
    make_folder(folder, sizeof folder);
    add_long(&big, "8-K");
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&big), 24, 80, NULL));
    stage_settle(&s);
    for (size_t i = 0; i < COUNT(names); i++) {
        command(&s, "save document", folder, names[i]);
        assert_true(gathering_mode()->on(s.viewer));
        stage_settle(&s);
        assert_false(gathering_mode()->on(s.viewer));
        assert_true(stage_shows(&s, "saved "));
        assert_int_equal(files_in(folder), 1);
        buffer_clear(&path);
        buffer_addf(&path, "%s/%s", folder, names[i]);
        assert_int_equal(unlink(buffer_text(&path)), 0);
    }
    /* Where no table is, none is written. */
    command(&s, "save node", folder, "b.csv");
    stage_settle(&s);
    stage_keys(&s, "g g V");
    command(&s, "save selection", folder, "c.csv");
    stage_settle(&s);
    assert_true(stage_shows(&s, "there is no table in the selection: not saved"));
    stage_close(&s);
    buffer_clear(&path);
    buffer_addf(&path, "%s/b.csv", folder);
    assert_int_equal(unlink(buffer_text(&path)), 0);
    assert_int_equal(rmdir(folder), 0);
    buffer_deinit(&big);
    buffer_deinit(&path);
}

/* What is gathered ends with the filing that it is of; nothing half-written stays. */
static void test_other_filing(void **state)
{
    struct buffer big = {0}, other = {0};
    char folder[200];
    struct stage s;
    (void)state;
    make_folder(folder, sizeof folder);
    buffer_addf(&other, "%s/other.txt", folder);
    FILE *file = fopen(buffer_text(&other), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
    const char *const files[] = {buffer_text(&other)};
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .files = files, .file_count = 1};
    add_long(&big, "8-K");
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&big), 24, 80, &setup));
    stage_settle(&s);
    stage_keys(&s, "g g V G");
    command(&s, "save selection", folder, "out");
    assert_true(gathering_mode()->on(s.viewer));
    assert_int_equal(files_in(folder), 2);
    stage_keys(&s, "] f");
    assert_false(gathering_mode()->on(s.viewer));
    assert_int_equal(files_in(folder), 1);
    stage_keys(&s, ":");
    stage_type(&s, "files");
    stage_keys(&s, "Enter k x");
    stage_settle(&s);
    stage_keys(&s, "q");
    stage_settle(&s);
    assert_true(stage_shows(&s, "One line of words"));
    stage_close(&s);
    assert_int_equal(files_in(folder), 1);
    assert_int_equal(unlink(buffer_text(&other)), 0);
    assert_int_equal(rmdir(folder), 0);
    buffer_deinit(&other);
    buffer_deinit(&big);
}

/* The citation is of where the copy was begun, wherever the reader is at its end; and what was
 * selected meanwhile stays. */
static void test_cited_from_begin(void **state)
{
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}};
    struct buffer big = {0};
    struct stage s;
    (void)state;
    add_long(&big, "8-K");
    buffer_add_text(&big, "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nA release.\n</TEXT>\n</DOCUMENT>\n");
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&big), 24, 80, &setup));
    stage_settle(&s);
    stage_keys(&s, ":");
    stage_type(&s, "set clipboard-limit=9000000");
    stage_keys(&s, "Enter g g V G Y");
    assert_true(gathering_mode()->on(s.viewer));
    stage_keys(&s, "] d v l");
    stage_settle(&s);
    assert_int_equal(viewer_wish(s.viewer), VIEWER_COPY);
    struct slice got = viewer_wish_text(s.viewer);
    got = slice_cut(got, slice_find(got, SLICE("\n\nmade.txt")), got.len);
    assert_true(slice_find(got, SLICE("8-K")) < got.len);
    assert_int_equal(slice_find(got, SLICE("EX-99")), got.len);
    assert_true(selecting_on(s.viewer));
    stage_close(&s);
    buffer_deinit(&big);
}

/* Where a row of a table of data is at hand, that table is copied. */
static void test_table_at_hand(void **state)
{
    static const char html[] =
        "<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<html><body><p>Before it.</p><p>The shares:</p>"
        "<table><tr><td></td><td>2023</td><td>2022</td></tr>"
        "<tr><td>Cash</td><td>1,204</td><td>1,377</td></tr>"
        "<tr><td>Debt</td><td>77</td><td>12</td></tr></table><p>Behind it.</p>"
        "</body></html></TEXT>\n</DOCUMENT>\n";
    struct stage s;
    (void)state;
    assert_true(stage_open_text(&s, "made.txt", SLICE(html), 24, 80, NULL));
    stage_settle(&s);
    stage_keys(&s, "y");
    assert_true(slice_equal(viewer_wish_text(s.viewer), SLICE("Before it.")));
    stage_keys(&s, "/");
    stage_type(&s, "Debt");
    stage_keys(&s, "Enter");
    stage_settle(&s);
    stage_keys(&s, "y");
    struct slice got = viewer_wish_text(s.viewer);
    assert_true(slice_find(got, SLICE("Cash")) < got.len);
    assert_true(slice_find(got, SLICE("2022")) < got.len);
    assert_true(slice_find(got, SLICE("77")) < got.len);
    assert_int_equal(slice_find(got, SLICE("Behind")), got.len);
    assert_true(stage_shows(&s, "copied the table"));
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean),         cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_cited),         cmocka_unit_test(test_restricted),
        cmocka_unit_test(test_slices),        cmocka_unit_test(test_saved_in_slices),
        cmocka_unit_test(test_other_filing),  cmocka_unit_test(test_cited_from_begin),
        cmocka_unit_test(test_table_at_hand),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
