/* SPDX-License-Identifier: MIT */
/* Labels of articles and sections, and what only looks like one. */
#include "outline/articles/article_label.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct row {
    const char *text;
    enum article_word word;
    unsigned depth, first, second;
    const char *rest; /* behind the label */
    const char *id;
    const char *label;
};

static const struct row ROWS[] = {
    {"ARTICLE IV", ARTICLE_WORD, 1, 4, 0, "", "article-iv", "Article IV"},
    {"Article 4.", ARTICLE_WORD, 1, 4, 0, "", "article-4", "Article 4"},
    {"ARTICLE FOUR", ARTICLE_WORD, 1, 4, 0, "", "article-four", "Article Four"},
    {"ARTICLE NINETEENTH", ARTICLE_WORD, 1, 19, 0, "", "article-nineteenth", "Article Nineteenth"},
    {"A R T I C L E XL", ARTICLE_WORD, 1, 40, 0, "", "article-xl", "Article XL"},
    {"ARTICLE I - TERMS", ARTICLE_WORD, 1, 1, 0, "TERMS", "article-i", "Article I"},
    {"FOURTH: The shares", ARTICLE_WORD, 1, 4, 0, "The shares", "article-fourth", "Article Fourth"},
    {"Section 4.2 Closing.", SECTION_WORD, 2, 4, 2, "Closing.", "section-4.2", "Section 4.2"},
    {"SECTION 4.02. CLOSING", SECTION_WORD, 2, 4, 2, "CLOSING", "section-4.02", "Section 4.02"},
    {"Section 12:\xC2\xA0Notices", SECTION_WORD, 1, 12, 0, "Notices", "section-12", "Section 12"},
    {"\xC2\xA7 4.2 Closing", SECTION_WORD, 2, 4, 2, "Closing", "section-4.2", "Section 4.2"},
    {"4.2\tClosing", NUMBER_ONLY, 2, 4, 2, "Closing", "section-4.2", "Section 4.2"},
    {"4.2.1. Rate", NUMBER_ONLY, 3, 4, 2, "Rate", "section-4.2.1", "Section 4.2.1"},
    {"1   Definitions", NUMBER_ONLY, 1, 1, 0, "Definitions", "section-1", "Section 1"},
    {"1.   DEFINITIONS.", NUMBER_ONLY, 1, 1, 0, "DEFINITIONS.", "section-1", "Section 1"},
    {"ANNEX B", ANNEX_WORD, 0, 0, 0, "", "annex-b", "Annex B"},
    {"Schedule 1.1(a)", ANNEX_WORD, 0, 0, 0, "", "schedule-1.1(a)", "Schedule 1.1(a)"},
    {"EXHIBIT A-1: FORM OF NOTE", ANNEX_WORD, 0, 0, 0, "FORM OF NOTE", "exhibit-a-1",
     "Exhibit A-1"},
    {"EXHIBIT B TO CREDIT AGREEMENT", ANNEX_WORD, 0, 0, 0, "", "exhibit-b", "Exhibit B"},
    {"W I T N E S S E T H:", OPENING_WORD, 0, 0, 0, "", NULL, NULL},
    {"RECITALS", OPENING_WORD, 0, 0, 0, "", NULL, NULL},
    {"IN WITNESS WHEREOF, the parties", WITNESS_WORD, 0, 0, 0, ", the parties", NULL, NULL},
};

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        const struct row *row = &ROWS[i];
        struct slice text = slice_of(row->text);
        struct article_label label = {0};
        if (!article_label_may(text.at, text.len) || !article_label(text, 0, &label))
            fail_msg("no label: %s", row->text);
        assert_int_equal(label.word, row->word);
        assert_int_equal(label.depth, row->depth);
        assert_int_equal(label.numbers[0], row->first);
        assert_int_equal(label.numbers[1], row->second);
        assert_string_equal(text.at + label.end, row->rest);
        if (row->id == NULL)
            continue;
        struct buffer out;
        buffer_init(&out);
        article_label_id(&label, &out);
        assert_string_equal(buffer_text(&out), row->id);
        buffer_clear(&out);
        article_label_write(&label, &out);
        assert_string_equal(buffer_text(&out), row->label);
        buffer_deinit(&out);
    }
}

static void test_others(void **state)
{
    static const char *const texts[] = {"ARTICLES OF MERGER",
                                        "ARTICLE 5.06 of the act",
                                        "Section",
                                        "Sections 4 and 5",
                                        "Section 4, above",
                                        "Section five",
                                        "1,204",
                                        "1) one",
                                        "1.5% of sales",
                                        "12 months",
                                        "123 Title",
                                        "12Title",
                                        "1999. A year",
                                        "4.2.1.1.1 Deep",
                                        "EXHIBIT OF",
                                        "Exhibit Index",
                                        "SCHEDULE \"A\"",
                                        "RECITALS of the parties",
                                        "First: a word",
                                        "FIRST QUARTER",
                                        "ARTICLE IXX0",
                                        "",
                                        "A"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct article_label label;
        if (article_label(slice_of(texts[i]), 0, &label))
            fail_msg("a label: %s", texts[i]);
    }
}

/* A number without a stop is a label of its own sort, as it is as often the row of a list. */
static void test_bare(void **state)
{
    struct article_label label;
    (void)state;
    assert_true(article_label(SLICE("12 Title"), 0, &label));
    assert_true(article_label_is_bare(&label));
    assert_true(article_label(SLICE("12. Title"), 0, &label));
    assert_false(article_label_is_bare(&label));
    assert_true(article_label(SLICE("1.2 Title"), 0, &label));
    assert_false(article_label_is_bare(&label));
}

static void test_glued_paragraph(void **state)
{
    struct article_label label;
    (void)state;
    assert_true(article_label(SLICE("Section 2.1(c) and any shares"), 0, &label));
    assert_true(label.paragraph);
    assert_true(article_label(SLICE("Section 2.1 (a) The parties"), 0, &label));
    assert_false(label.paragraph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_glued_paragraph),
        cmocka_unit_test(test_bare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
