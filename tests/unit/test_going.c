/* SPDX-License-Identifier: MIT */
/* Going to Items, pages and exhibits by the numbers that a person types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Five pages, the first without a number, so that what is printed is one less than the count. */
static const char filing[] =
    "<SEC-DOCUMENT>0000999999-02-000004.txt : 20020514\n"
    "<SEC-HEADER>0000999999-02-000004.hdr.sgml : 20020514\n"
    "ACCESSION NUMBER:\t\t0000999999-02-000004\n"
    "CONFORMED SUBMISSION TYPE:\t8-K\n"
    "PUBLIC DOCUMENT COUNT:\t\t4\n"
    "FILED AS OF DATE:\t\t20020514\n"
    "</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n"
    "     The first page of a report on glaze.\n"
    "<PAGE>\n     Words of the page that says one.\n\n                      -1-\n"
    "<PAGE>\n     Words of the page that says two.\n\n                      -2-\n"
    "<PAGE>\n     Words of the page that says three.\n\n                      -3-\n"
    "<PAGE>\n     Words of the page that says four.\n\n                      -4-\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-10.20\n<SEQUENCE>2\n<TEXT>\nThe lease of a kiln.\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.01\n<SEQUENCE>3\n<TEXT>\nA press release.\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>4\n<FILENAME>kiln.gif\n<TEXT>\n"
    "begin 644 kiln.gif\n#0V%T\n`\nend\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

static void open_filing(struct stage *s, int columns)
{
    assert_true(stage_open_text(s, "made.txt", SLICE(filing), 14, columns, NULL));
    stage_settle(s);
}

static void open_sample(struct stage *s, const char *name)
{
    const char *source = getenv("srcdir");
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/samples/%s", source ? source : ".", name);
    assert_true(stage_open_file(s, buffer_text(&path), 24, 110, NULL));
    buffer_deinit(&path);
    stage_settle(s);
}

static void command(struct stage *s, const char *line)
{
    stage_keys(s, ":");
    stage_type(s, line);
    stage_keys(s, "Enter");
    stage_settle(s);
}

static void expect(struct stage *s, const char *line, const char *shown)
{
    char *text = stage_text(s);
    if (!strstr(text, shown))
        fail_msg("%s does not show '%s':\n%s", line, shown, text);
    free(text);
}

struct step {
    const char *line;  /* of the prompt */
    const char *shows; /* then */
    const char *hides; /* or NULL */
};

static void walk(struct stage *s, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        command(s, steps[i].line);
        expect(s, steps[i].line, steps[i].shows);
        if (steps[i].hides && stage_shows(s, steps[i].hides))
            fail_msg("%s shows '%s'", steps[i].line, steps[i].hides);
    }
}

#define WALK(s, steps) walk(s, steps, sizeof(steps) / sizeof *(steps))

/* A 10-Q numbers its Items anew in each Part. */
static void test_items_of_parts(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"item 6", "Part II › Item 6", "other"},
        {"item 1", "Item 1 of Part II; I.1 is the other", NULL},
        {"item 1", "Item 1 of Part II; I.1 is the other", NULL},
        {"item I.1", "Part I › Item 1", "other"},
        {"item 1", "Item 1 of Part I; II.1 is the other", NULL},
        {"item item 4", "Part II › Item 4", "other"},
        {"1", "Cover", NULL},
        {"item 1", "Item 1 of Part I; II.1 is the other", NULL},
        {"item 2", "Part I › Item 2", "other"},
        {"item 3", "there is no Item 3 here", NULL},
        {"exhibit 27", "EX-27", NULL},
        {"item 1", "Item 1 of Part I; II.1 is the other", NULL},
    };
    struct stage s;
    open_sample(&s, "10-Q_1995_ims.txt");
    WALK(&s, steps);
    stage_close(&s);
}

/* Where the numbers are those of the form, nothing is said. */
static void test_items_of_form(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"item 7", "Part II › Item 7 ", "is the other"},
        {"item 1", "Part I › Item 1 ", "is the other"},
        {"note 7", "INCOME TAXES", NULL},
        {"note note 5", "DEBT", NULL},
        {"note 99", "there is no Note 99 here", NULL},
    };
    struct stage s;
    open_sample(&s, "10-K_1997_full.txt");
    WALK(&s, steps);
    stage_close(&s);
}

static void test_pages(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"page 3", "page 3 of 5, printed 2; printed 3 is page 4", "says three"},
        {"page 1", "page 1 of 5; printed 1 is page 2", "says one"},
        {"page 5", "says four", "is page"},
        {"page -3-", "says three", "is page"},
        {"page - 1 -", "says one", "is page"},
        {"page -5-", "there is no page 5 in this document", NULL},
        {"page -", "there is no page - in this document", NULL},
    };
    struct stage s;
    open_filing(&s, 110);
    WALK(&s, steps);
    stage_close(&s);
    /* Before the pages are counted, the label of another is not looked for. */
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 110, NULL));
    command(&s, "page -4-");
    expect(&s, "page -4-", "says four");
    stage_close(&s);
}

/* More pages than a key may read the labels of: the rest is waited for. */
static void test_many_pages(void **state)
{
    enum { PAGES = 9000 };
    static const struct step steps[] = {
        {"page 3", "Page number 3,", "is page"}, /* its "3" may still be found behind */
        {"page -8000-", "Page number 8001,", "there is no"},
        {"page 8500", "page 8500 of 9000, printed 8499; printed 8500 is page 8501", NULL},
        {"page -9000-", "there is no page 9000 in this document of 9000 pages", NULL},
    };
    struct buffer text = {0};
    struct stage s;
    (void)state;
    for (int i = 1; i <= PAGES; i++) {
        buffer_addf(&text, "Page number %d, which says little.\n\n", i);
        if (i > 1 && i != 4)
            buffer_addf(&text, "                 -%d-\n", i - 1);
        buffer_add_text(&text, "<PAGE>\n");
    }
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&text), 14, 110, NULL));
    WALK(&s, steps);
    stage_close(&s);
    buffer_deinit(&text);
}

static void test_exhibits(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {"exhibit 99.1", "A press release", NULL},    {"exhibit 10.20", "The lease", NULL},
        {"exhibit 99.01", "A press release", NULL},   {"exhibit 010.020", "The lease", NULL},
        {"exhibit 99", "A press release", NULL},      {"exhibit 10", "The lease", NULL},
        {"exhibit EX-99.1", "A press release", NULL}, {"exhibit 10.2", "no exhibit 10.2 in", NULL},
        {"exhibit 9", "no exhibit 9 in", NULL},
    };
    struct stage s;
    open_filing(&s, 110);
    WALK(&s, steps);
    stage_close(&s);
    static const struct step rows[] = {
        {"exhibit 10.01", "exhibit 10.01 is incorporated by reference", NULL},
        {"exhibit 0.1", "no exhibit 0.1 in", NULL},
    };
    open_sample(&s, "10-K_1997_full.txt");
    WALK(&s, rows);
    stage_close(&s);
    /* One that is printed behind a divider page is itself gone to, not its row. */
    static const struct step printed[] = {{"exhibit 99", "THISTLEDOWN TO BUY", NULL}};
    open_sample(&s, "bad/nul-cp1252.txt");
    WALK(&s, printed);
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items_of_parts), cmocka_unit_test(test_items_of_form),
        cmocka_unit_test(test_pages),          cmocka_unit_test(test_many_pages),
        cmocka_unit_test(test_exhibits),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
