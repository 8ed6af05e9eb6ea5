/* SPDX-License-Identifier: MIT */
/* What a citation says of a place, and what it leaves out. */
#include "ui/keeping/citation.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/settings.h"

#include <string.h>

#define HEAD(form, period, year_end, filers)                                                       \
    "<SEC-HEADER>0000000000-04-000001.hdr.sgml : 20040312\n"                                       \
    "ACCESSION NUMBER:\t\t0000000000-04-000001\nCONFORMED SUBMISSION TYPE:\t" form "\n"            \
    "CONFORMED PERIOD OF REPORT:\t" period "\nFILED AS OF DATE:\t\t20040312\n\nFILER:\n\n"         \
    "\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tALDER CORP\n"                             \
    "\t\tCENTRAL INDEX KEY:\t\t\t0000000042\n\t\tFISCAL YEAR END:\t\t\t" year_end "\n\n" filers    \
    "</SEC-HEADER>\n"
#define SECOND                                                                                     \
    "FILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tALDER FINANCE INC\n"            \
    "\t\tCENTRAL INDEX KEY:\t\t\t0000000043\n\n"
#define DOCUMENT(type, text)                                                                       \
    "<DOCUMENT>\n<TYPE>" type "\n<SEQUENCE>1\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"
#define COVER                                                                                      \
    "                                   FORM 10-K\n\n           ANNUAL REPORT\n\n"                 \
    "                                  ALDER CORP\n\n<PAGE>\n"
#define ITEMS                                                                                      \
    "                                     PART I\n\n"                                              \
    "Item 1.  Business.\n\n     Alder sells alders in two states, and has done so for years.\n\n"  \
    "                                       2\n<PAGE>\n"                                           \
    "                                     PART II\n\n"                                             \
    "Item 7A.  Quantitative and Qualitative Disclosures About Market Risk.\n\n"                    \
    "     Our market risk is small, as all of our notes have a rate that is fixed.\n\n"            \
    "                                      F-3\n<PAGE>\n"                                          \
    "Item 8.  Financial Statements and Supplementary Data.\n\n     See the pages behind.\n\n"      \
    "                                      F-4\n<PAGE>\n"                                          \
    "     The last words of Alder.\n"
#define EXHIBIT DOCUMENT("EX-99.1", "Alder says that all is well.\n")

static struct shelf *open_text(const char *name, const char *text)
{
    struct error e = {0};
    size_t completed;
    struct submission *s = submission_open(input_from_bytes(name, slice_of(text)), &e);
    assert_non_null(s);
    while (!submission_scan(s, SIZE_MAX))
        ;
    struct shelf *shelf = shelf_new(s);
    for (size_t i = 0; i < submission_documents(s); i++)
        shelf_want(shelf, i);
    while (shelf_work(shelf, 0, 1 << 20, &completed))
        ;
    return shelf;
}

static void close_shelf(struct shelf *shelf)
{
    struct submission *s = shelf_submission(shelf);
    shelf_free(shelf);
    submission_free(s);
}

/* The citation of the words by the format, NULL for the default. */
static void expect(const char *name, const char *text, const char *words, const char *format,
                   const char *citation)
{
    struct settings settings;
    struct buffer out = {0};
    settings_init(&settings);
    struct shelf *shelf = open_text(name, text);
    const char *at = strstr(text, words);
    assert_non_null(at);
    struct citation_of of = {.from = (size_t)(at - text),
                             .to = (size_t)(at - text) + strlen(words)};
    struct submission *s = shelf_submission(shelf);
    for (size_t i = 1; i < submission_documents(s); i++)
        of.document = submission_document(s, i)->start <= of.from ? i : of.document;
    citation_add(format ? slice_of(format) : settings_text(&settings, OPTION_CITATION), shelf, &of,
                 &out);
    if (strcmp(buffer_text(&out), citation) != 0)
        fail_msg("'%s': '%s'", words, buffer_text(&out));
    buffer_deinit(&out);
    close_shelf(shelf);
}

static const char annual[] =
    HEAD("10-K", "20031231", "1231", "") DOCUMENT("10-K", COVER ITEMS) EXHIBIT;

static void test_default(void **state)
{
    (void)state;
    expect("x", annual, "Our market risk", NULL,
           "ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 7A, p. F-3, "
           "acc. no. 0000000000-04-000001");
    expect("x", annual, "See the pages behind.", NULL,
           "ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 8, p. F-4, "
           "acc. no. 0000000000-04-000001");
    expect("x", annual, "The last words", NULL,
           "ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 8, p. 5 of the file, "
           "acc. no. 0000000000-04-000001");
    expect("x", annual, "Alder says", NULL,
           "ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Exhibit 99.1, "
           "acc. no. 0000000000-04-000001");
    expect("x", annual,
           "that is fixed.\n\n                                      F-3\n<PAGE>\nItem 8", "{page}",
           "F-3–F-4");
}

static void test_names(void **state)
{
    static const struct {
        const char *format, *filled;
    } rows[] = {
        {"{company} {cik}", "ALDER CORP 0000000042"},
        {"{document}: {item} {title}",
         "10-K: Item 7A Quantitative and Qualitative Disclosures About Market Risk"},
        {"{file}", "a.txt"},
        {"[{note}][{heading}][{exhibit}]", ""},
        {"a\\[\\]\x1B", "a[]\xEF\xBF\xBD"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect("dir/a.txt", annual, "Our market risk", rows[i].format, rows[i].filled);
}

static void test_periods(void **state)
{
    static const struct {
        const char *text, *period;
    } rows[] = {
        {HEAD("10-K405/A", "20030629", "0630", "") DOCUMENT("10-K405/A", "Words.\n"), "FY 2003"},
        /* Called fiscal 2003 by one, 2004 by another. */
        {HEAD("10-K", "20040131", "0131", "") DOCUMENT("10-K", "Words.\n"),
         "the year ended 2004-01-31"},
        {HEAD("10-K", "20031228", "0103", "") DOCUMENT("10-K", "Words.\n"), "FY 2003"},
        /* The header has another end of the year: a transition. */
        {HEAD("10-K", "20030930", "1231", "") DOCUMENT("10-K", "Words.\n"),
         "the period ended 2003-09-30"},
        {HEAD("10-KT", "20030930", "0930", "") DOCUMENT("10-KT", "Words.\n"),
         "the period ended 2003-09-30"},
        {HEAD("10-Q", "20030630", "1231", "") DOCUMENT("10-Q", "Words.\n"),
         "the quarter ended 2003-06-30"},
        {HEAD("8-K", "20030630", "1231", "") DOCUMENT("8-K", "Words.\n"), ""},
        {HEAD("10-K", "", "1231", "") DOCUMENT("10-K", "Words.\n"), ""},
        {HEAD("10-K", "20031231", "", "") DOCUMENT("10-K", "Words.\n"), "FY 2003"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect("x", rows[i].text, "Words", "[{period}]", rows[i].period);
}

static void test_filers(void **state)
{
    static const char several[] =
        HEAD("8-K", "20031231", "1231", SECOND) DOCUMENT("8-K", "Words.\n");
    static const char owned[] =
        "<SEC-HEADER>x\nCONFORMED SUBMISSION TYPE:\t4\n\nREPORTING-OWNER:\n\n\tOWNER DATA:\t\n"
        "\t\tCOMPANY CONFORMED NAME:\t\t\tBIRCH ANN\n\nISSUER:\n\n\tCOMPANY DATA:\t\n"
        "\t\tCOMPANY CONFORMED NAME:\t\t\tALDER CORP\n\t\tCENTRAL INDEX KEY:\t\t\t0000000042\n"
        "</SEC-HEADER>\n" DOCUMENT("4", "Words.\n");
    static const char bare[] = "Words and nothing else.\n";
    static const char quarterly[] = HEAD("10-Q", "20030630", "1231", "") DOCUMENT(
        "10-Q", "                         PART I. FINANCIAL INFORMATION\n\n"
                "Item 1.  Financial Statements.\n\n     They are here.\n\n"
                "Item 2.  Management's Discussion and Analysis of Financial Condition and Results "
                "of\nOperations.\n\n     All is well.\n\n"
                "                         PART II. OTHER INFORMATION\n\n"
                "Item 1.  Legal Proceedings.\n\n     Nobody sues us.\n");
    (void)state;
    expect("x", several, "Words", NULL,
           "ALDER CORP et al., Form 8-K (filed 2004-03-12), acc. no. 0000000000-04-000001");
    expect("x", owned, "Words", "{company} {cik}", "ALDER CORP 0000000042");
    expect("/home/reader/old report.txt", bare, "Words", NULL, "old report.txt");
    expect("x", quarterly, "Nobody sues", "{item}", "Part II, Item 1");
    expect("x", quarterly, "They are here", "{item}", "Part I, Item 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_default),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_filers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
