/* SPDX-License-Identifier: MIT */
/* Notes and highlights of a filing as a paper in Markdown. */
#include "ui/keeping/note_paper.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/settings.h"

#include <string.h>

#define HEADER                                                                                     \
    "<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000000000-04-000001\n"                                   \
    "CONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD OF REPORT:\t20031231\n"                    \
    "FILED AS OF DATE:\t\t20040312\n\nFILER:\n\n\tCOMPANY DATA:\t\n"                               \
    "\t\tCOMPANY CONFORMED NAME:\t\t\tALDER CORP\n</SEC-HEADER>\n"
#define BODY(risk)                                                                                 \
    "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"                                                \
    "                                     PART I\n\n"                                              \
    "Item 1.  Business.\n\n     Alder sells <alders> in 2 states, *and* has done so.\n\n"          \
    "                                     PART II\n\n"                                             \
    "Item 7A.  Quantitative and Qualitative Disclosures About Market Risk.\n\n" risk               \
    "Item 8.  Financial Statements and Supplementary Data.\n\n"                                    \
    "<TABLE>\n<S>                <C>\n  Alders          $  10\n  Birches            3\n</TABLE>\n" \
    "\n     The end.\n</TEXT>\n</DOCUMENT>\n"
#define RISK                                                                                       \
    "     Our market risk is small.\n\n     It was smaller than in\n\n        4\n<PAGE>\n"         \
    "other years.\n\n     So it was\n\n"

static const char first_copy[] = HEADER BODY(RISK);
/* One without the passage. */
static const char second_copy[] = HEADER BODY("     None.\n\n");

static struct filing *open_filing(const char *text)
{
    struct error e = {0};
    size_t completed;
    struct submission *s = submission_open(input_from_bytes("alder.txt", slice_of(text)), &e);
    assert_non_null(s);
    while (!submission_scan(s, SIZE_MAX))
        ;
    struct filing *f = filing_new(s);
    shelf_want(f->shelf, 0);
    while (shelf_work(f->shelf, 0, 1 << 20, &completed))
        ;
    return f;
}

static void close_filing(struct filing *f)
{
    struct submission *s = f->submission;
    filing_free(f);
    submission_free(s);
}

/* Keeps the words; a mark when it has a name. */
static void keep(struct kept *k, const struct filing *f, const char *text, const char *words,
                 const char *name, const char *note)
{
    struct settings settings;
    struct error e = {0};
    settings_init(&settings);
    size_t from = (size_t)(strstr(text, words) - text);
    struct kept_place place = {KEPT_FOUND, 0, from, name ? from : from + strlen(words)};
    assert_true(kept_add(k, f, name ? KEEPSAKE_MARK : KEEPSAKE_PASSAGE, slice_of(name), &place,
                         slice_of(note), settings_text(&settings, OPTION_CITATION), &e));
}

static void keep_all(struct kept *k, const struct filing *f)
{
    keep(k, f, first_copy, "Alder sells <alders> in 2 states, *and* has done so.", NULL,
         "Which *two*?\nAsk them.");
    keep(k, f, first_copy,
         "Our market risk is small.\n\n     It was smaller than in\n\n        4\n<PAGE>\n"
         "other years.\n\n     So it was",
         NULL, "");
    keep(k, f, first_copy, "Alders          $  10\n  Birches            3", NULL, "");
    keep(k, f, first_copy, "The end.", "a", "");
}

static void test_paper(void **state)
{
    static const char expected[] =
        "# ALDER CORP · 10-K · period 2003-12-31 · filed 2004-03-12\n\n"
        "## 10-K\n\n"
        "### Item 1\n\n"
        "> Alder sells \\<alders> in 2 states, \\*and\\* has done so.\n\n"
        "Which *two*?\nAsk them.\n\n"
        "— ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 1, p. 4, "
        "acc. no. 0000000000-04-000001\n\n"
        "### Item 7A\n\n"
        "> Our market risk is small.\n>\n> It was smaller than in other years.\n>\n> So it was\n\n"
        "— ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 7A, p. 1–2 of the file, "
        "acc. no. 0000000000-04-000001\n\n"
        "### Item 8\n\n"
        "> ~~~~\n>   Alders          $  10\n>   Birches            3\n> ~~~~\n\n"
        "— ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 8, p. 2 of the file, "
        "acc. no. 0000000000-04-000001\n\n";
    struct settings settings;
    struct buffer out = {0};
    struct filing *f = open_filing(first_copy);
    struct kept *k = kept_new(NULL, f);
    (void)state;
    settings_init(&settings);
    keep_all(k, f);
    assert_int_equal(note_paper_compose(k, f, settings_text(&settings, OPTION_CITATION), &out), 3);
    assert_string_equal(buffer_text(&out), expected);
    buffer_deinit(&out);
    kept_free(k);
    close_filing(f);
}

/* Of what is gone, the words that were kept, and that is said. */
static void test_gone(void **state)
{
    struct buffer out = {0};
    struct filing *one = open_filing(first_copy), *two = open_filing(second_copy);
    struct kept *k = kept_new(NULL, one);
    (void)state;
    keep_all(k, one);
    for (size_t i = 0; i < 4; i++)
        if (kept_look(k, two, i).state == KEPT_UNSURE)
            while (kept_trace(k, two, i))
                ;
    assert_int_equal(note_paper_compose(k, two, SLICE("{item}"), &out), 3);
    assert_non_null(
        strstr(buffer_text(&out),
               "> Our market risk is small. It was smaller than in other years. So it "
               "was\n\n— ALDER CORP, Form 10-K for FY 2003 (filed 2004-03-12), Item 7A, "
               "p. 1–2 of the file, acc. no. 0000000000-04-000001\n\n"
               "(these words are not in this copy of the filing)\n"));
    assert_non_null(
        strstr(buffer_text(&out), "has done so.\n\nWhich *two*?\nAsk them.\n\n— Item 1\n"));
    buffer_deinit(&out);
    kept_free(k);
    close_filing(one);
    close_filing(two);
}

/* A heading that is set in the cells of a table is no table; a table with one in it is. */
static void test_heading(void **state)
{
    static const char text[] = HEADER
        "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n<html><body>"
        "<table><tr><td><b>Item 7.</b></td><td><b>Discussion and Analysis</b></td></tr></table>"
        "<p>All is well.</p>"
        "<table><tr><td><b>Item&#160;7A.</b></td><td><b>Quantitative and Qualitative Disclosures "
        "About Market Risk</b></td></tr></table><p>Our market risk is small.</p>"
        "<table><tr><td><b>Item 8.</b></td><td><b>Financial Statements and Supplementary Data</b>"
        "</td></tr></table><table><tr><td>Alders</td><td>$</td><td>10</td></tr>"
        "<tr><td>Birches</td><td></td><td>3</td></tr></table>"
        "</body></html>\n</TEXT>\n</DOCUMENT>\n";
    struct settings settings;
    struct buffer out = {0};
    struct filing *f = open_filing(text);
    struct kept *k = kept_new(NULL, f);
    (void)state;
    settings_init(&settings);
    keep(k, f, text,
         "Item&#160;7A.</b></td><td><b>Quantitative and Qualitative Disclosures About Market Risk",
         NULL, "");
    keep(k, f, text, "Alders</td><td>$</td><td>10", NULL, "");
    keep(k, f, text,
         "Item 8.</b></td><td><b>Financial Statements and Supplementary Data</b>"
         "</td></tr></table><table><tr><td>Alders</td><td>$</td><td>10",
         NULL, "");
    assert_int_equal(note_paper_compose(k, f, SLICE("{item}"), &out), 3);
    assert_non_null(strstr(buffer_text(&out),
                           "### Item 7A\n\n> Item 7A. Quantitative and Qualitative "
                           "Disclosures About Market Risk\n\n"));
    assert_non_null(strstr(buffer_text(&out), "> ~~~~\n> Item 8."));
    assert_non_null(strstr(buffer_text(&out), "> ~~~~\n> Alders"));
    buffer_deinit(&out);
    kept_free(k);
    close_filing(f);
}

static void test_plain(void **state)
{
    static const struct {
        const char *text, *plain;
    } rows[] = {
        {"", ""},
        {"words", "words"},
        {"# a heading", "\\# a heading"},
        {"- 12", "\\- 12"},
        {"12. Taxes", "12\\. Taxes"},
        {"12 taxes (3) #", "12 taxes (3) #"},
        {"*a* _b_ `c` [d](e) <f> &amp; g|h \\i", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\&amp; "
                                                 "g|h \\\\i"},
        {"A & B < 3, > 2", "A & B < 3, > 2"},
        {"> quoted", "\\> quoted"},
        {"a\x1B[31mb", "a\xEF\xBF\xBD\\[31mb"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        note_paper_plain(slice_of(rows[i].text), &out);
        assert_string_equal(buffer_text(&out), rows[i].plain);
        buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paper),
        cmocka_unit_test(test_gone),
        cmocka_unit_test(test_heading),
        cmocka_unit_test(test_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
