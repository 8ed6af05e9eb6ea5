/* SPDX-License-Identifier: MIT */
/* From document to document; the files that are not for reading, in the tree and by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOCUMENT(type, number, name, text)                                                         \
    "<DOCUMENT>\n<TYPE>" type "\n<SEQUENCE>" number "\n<FILENAME>" name "\n<TEXT>\n" text          \
    "\n</TEXT>\n</DOCUMENT>\n"
#define ENVELOPE                                                                                   \
    "<SEC-DOCUMENT>0000999999-24-000004.txt : 20240514\n"                                          \
    "<SEC-HEADER>0000999999-24-000004.hdr.sgml : 20240514\n"                                       \
    "CONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n"
#define SCRIPT DOCUMENT("XML", "5", "Show.js", "function show() {}")
#define STYLE DOCUMENT("XML", "6", "report.css", "body { color: black }")

/* Two documents to read, three files; one of them stands between. */
static const char filing[] = ENVELOPE DOCUMENT("8-K", "1", "main.txt", "A report on glaze.")
    DOCUMENT("GRAPHIC", "2", "kiln.gif", "begin 644 kiln.gif\n#0V%T\n`\nend")
        DOCUMENT("EX-99.1", "3", "release.txt", "A press release.") SCRIPT STYLE;

static void open_filing(struct stage *s, struct slice bytes)
{
    assert_true(stage_open_text(s, "made.txt", bytes, 14, 100, NULL));
    stage_settle(s);
}

static void expect(struct stage *s, const char *what, const char *shown)
{
    char *text = stage_text(s);
    if (!strstr(text, shown))
        fail_msg("%s does not show '%s':\n%s", what, shown, text);
    free(text);
}

struct step {
    const char *keys;
    const char *command; /* typed behind ":", instead of keys */
    const char *shows;
};

static void walk(struct stage *s, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        stage_keys(s, steps[i].keys ? steps[i].keys : ":");
        if (steps[i].command) {
            stage_type(s, steps[i].command);
            stage_keys(s, "Enter");
        }
        stage_settle(s);
        expect(s, steps[i].command ? steps[i].command : steps[i].keys, steps[i].shows);
    }
}

#define WALK(s, steps) walk(s, steps, sizeof(steps) / sizeof *(steps))

/* Exhibits, and what is read on, are the documents to read; among the files it is the next file. */
static void test_passed_over(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"]e", NULL, "A press release"},    {"]e", NULL, "this is the end of the filing"},
        {"[e", NULL, "A report on glaze"},  {"[e", NULL, "this is the beginning of the filing"},
        {"Space", NULL, "A press release"}, {"Space", NULL, "this is the end of the filing"},
        {"b", NULL, "A report on glaze"},   {NULL, "file Show.js", "function show"},
        {"Space", NULL, "body { color"},    {"b", NULL, "function show"},
        {"[e", NULL, "A press release"},    {NULL, "file kiln.gif", "kiln.gif"},
        {"]e", NULL, "A press release"},
    };
    struct stage s;
    open_filing(&s, SLICE(filing));
    WALK(&s, steps);
    stage_close(&s);
}

/* The tree holds them behind the documents, folded until one is read or somebody unfolds them. */
static void test_tree(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"Ctrl-L", NULL, "▸ Other files (3)  "},        {"F6 G l", NULL, "▾ Other files (3)  "},
        {"j", NULL, "  · kiln.gif  GIF image, 3 byt"},  {"j Enter", NULL, "│function show"},
        {"F6 h", NULL, "▾ Other files (3)  "},          {"Enter", NULL, "▸ Other files (3)  "},
        {"zR", NULL, "  · report.css  style sheet, 2"}, {"zM", NULL, "▸ Other files (3)  "},
    };
    struct stage s;
    open_filing(&s, SLICE(filing));
    WALK(&s, steps);
    stage_close(&s);
    /* One that is gone to by name is shown in its place. */
    open_filing(&s, SLICE(filing));
    static const struct step named[] = {{NULL, "file report.css", "›  · report.css"}};
    WALK(&s, named);
    stage_close(&s);
}

/* Without a document to read there is nothing that the files could stand apart from. */
static void test_files_alone(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s, SLICE(ENVELOPE SCRIPT STYLE));
    assert_false(stage_shows(&s, "Other files"));
    expect(&s, "the tree", "report.css");
    stage_keys(&s, "]e");
    expect(&s, "]e", "body { color");
    stage_close(&s);
}

static void test_names(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {NULL, "file RELEASE.TXT", "A press release"},
        {NULL, "file kiln", "there is no file kiln in this filing"},
        {NULL, "file", "which file? main.txt, kiln.gif, release.txt, Show.js, report.css"},
        {": f i l e Tab r Tab", NULL, ":file release.txt"},
        {"Tab", NULL, ":file report.css"},
        {"Enter", NULL, "body { color"},
    };
    struct stage s;
    open_filing(&s, SLICE(filing));
    WALK(&s, steps);
    stage_close(&s);
}

/* Many names are not listed all; a long one or a strange one cannot do harm. */
static void test_many_names(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    struct stage s;
    buffer_add_text(&bytes, ENVELOPE);
    for (int i = 0; i < 12; i++) /* the second has a control character, the third is long */
        buffer_addf(
            &bytes,
            "<DOCUMENT>\n<TYPE>EX-%d\n<FILENAME>%s%d.txt\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n", i,
            i == 1   ? "a\x1B[2J"
            : i == 2 ? "a-name-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on"
                     : "f",
            i);
    open_filing(&s, buffer_slice(&bytes));
    static const struct step steps[] = {
        {NULL, "file", "which file? f0.txt, a�[2J1.txt, f3.txt, f4.txt, f5.txt, f6.txt"},
        {NULL, "file", " and 5 more; Tab completes"}};
    WALK(&s, steps);
    char *text = stage_text(&s);
    assert_null(strchr(text, 0x1B));
    free(text);
    stage_close(&s);
    static const char nameless[] = "A text without an envelope.\n";
    open_filing(&s, SLICE(nameless));
    static const struct step none[] = {{NULL, "file", "no file of this filing has a name"}};
    WALK(&s, none);
    stage_close(&s);
    buffer_deinit(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_passed_over), cmocka_unit_test(test_tree),
        cmocka_unit_test(test_files_alone), cmocka_unit_test(test_names),
        cmocka_unit_test(test_many_names),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
