/* SPDX-License-Identifier: MIT */
/* Candidates of made-up lines: which there are, and what speaks for and against them. */
#include "outline/items/candidate.h"

#include "outline/items/roman.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { MOST = 64 };

struct lines {
    struct block blocks[MOST];
    size_t count;
};

/* Blocks of a text: empty lines count as blanks, "<PAGE>" begins a page. */
static void split(struct lines *lines, const char *text)
{
    struct slice rest = slice_of(text);
    struct slice line;
    uint32_t blank = 0;
    uint32_t page = 0;
    memset(lines, 0, sizeof *lines);
    while (slice_next_line(&rest, &line)) {
        if (slice_equal(line, SLICE("<PAGE>"))) {
            page++;
            blank = 0;
        } else if (slice_trim(line).len == 0) {
            blank++;
        } else {
            struct block *b = &lines->blocks[lines->count++];
            b->text = line;
            b->offset = (size_t)(line.at - text);
            b->end = b->offset + line.len;
            b->blank = blank;
            b->page = page;
            blank = 0;
        }
    }
}

/* The candidates of the text as the form's, its blocks given `step` at a time. */
static void scan(struct candidates *c, struct form *form, const char *type, const char *text,
                 size_t step)
{
    static struct lines lines;
    split(&lines, text);
    form_init(form, slice_of(type), SLICE("1999-05-01"));
    candidates_init(c, form);
    for (size_t i = 0; i < lines.count; i += step) {
        size_t count = lines.count - i < step ? lines.count - i : step;
        candidates_add(c, lines.blocks + i, count, lines.blocks + i + count,
                       lines.count - i - count);
    }
}

static void end(struct candidates *c, struct form *form)
{
    candidates_deinit(c);
    form_deinit(form);
}

static void test_heading(void **state)
{
    static const char text[] =
        "Sentence before it ends.\n\n  ITEM 5.  MARKET FOR REGISTRANT'S COMMON\n"
        "           EQUITY AND RELATED STOCKHOLDER MATTERS\n\n"
        "  The stock is listed.\n";
    (void)state;
    for (size_t step = 1; step < 4; step++) {
        struct candidates c;
        struct form form;
        scan(&c, &form, "10-K", text, step);
        assert_int_equal(c.list.count, 1);
        const struct candidate *x = &c.list.at[0];
        assert_int_equal(x->kind, CANDIDATE_ITEM);
        assert_int_equal(x->offset, strstr(text, "ITEM") - text);
        assert_string_equal(x->numbers[0].at, "5");
        assert_string_equal(
            x->title.at, "MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED STOCKHOLDER MATTERS");
        assert_int_equal(x->features, FEATURE_CAPS | FEATURE_BLANK_ABOVE | FEATURE_SEPARATOR |
                                          FEATURE_HEADING_CASE);
        end(&c, &form);
    }
}

static void test_features(void **state)
{
    static const struct {
        const char *text;
        unsigned with, without;
    } rows[] = {
        {"x.\n\nItem 7 of the Annual Report is meant", FEATURE_PROSE, 0},
        {"as is said in Part II, the words under\nItem 7. Discussion", FEATURE_MID_SENTENCE,
         FEATURE_BLANK_ABOVE},
        {"x\n\nPart I, Item 1 of the report", FEATURE_PROSE, 0},
        {"x\n\nPart I, Item 1. Financial Statements", FEATURE_HEADING_CASE, FEATURE_PROSE},
        {"x\n\nItem 2.   Properties.......... 14", FEATURE_PAGE_NUMBER, FEATURE_PROSE},
        {"x\n\nItem 2.   Properties          14", FEATURE_PAGE_NUMBER, 0},
        {"x\n\nItem 2.   Properties          F-2", FEATURE_PAGE_NUMBER, 0},
        {"x\n\nItem 1. Business (Continued)", FEATURE_CONTINUED, 0},
        {"x\n\nItem 17 [ ]  Item 18 [X]", FEATURE_BOXES, 0},
        {"x\n\nItem 1A. \"Risk Factors\" says", FEATURE_QUOTED, 0},
        {"x\n\nItem 14(a). Statements", FEATURE_PARAGRAPH, 0},
        {"x\n\nITEM X. OFFICERS", FEATURE_ROMAN | FEATURE_CAPS, 0},
        {"x\n\nItem 3", FEATURE_NO_TITLE, FEATURE_SEPARATOR},
        {"x\n\nITEM 4. RESERVED", FEATURE_RESERVED, 0},
        {"x\n-----\nITEM 4. VOTES", FEATURE_BLANK_ABOVE, FEATURE_MID_SENTENCE},
        {"x\n<PAGE>\nITEM 4. VOTES", FEATURE_BLANK_ABOVE, 0},
        {"x\n\nItem 11. Executive Compensation\n\nIncorporated herein by reference to the proxy.",
         FEATURE_INCORPORATED, FEATURE_OMITTED},
        {"x\n\nItem 11. Executive Compensation\n\nOmitted.", FEATURE_OMITTED, FEATURE_INCORPORATED},
        {"x\n\nSIGNATURES\n\nPursuant to the requirements of the Act", FEATURE_SIGNED, 0},
        {"x\n\nSIGNATURES\n\nOf whom?", FEATURE_BLANK_ABOVE, FEATURE_SIGNED},
        {"x\n\nPursuant to the requirements of the Act, the\nregistrant has duly caused this",
         FEATURE_SIGNED | FEATURE_BOILERPLATE, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct candidates c;
        struct form form;
        scan(&c, &form, "10-K", rows[i].text, MOST);
        if (c.list.count == 0)
            fail_msg("nothing in: %s", rows[i].text);
        if ((c.list.at[0].features & rows[i].with) != rows[i].with ||
            (c.list.at[0].features & rows[i].without) != 0)
            fail_msg("features %x of: %s", c.list.at[0].features, rows[i].text);
        end(&c, &form);
    }
}

static void test_kinds(void **state)
{
    static const struct {
        const char *text;
        enum candidate_kind kind;
        size_t count;
    } rows[] = {
        {"PART II - OTHER INFORMATION", CANDIDATE_PART, 1},
        {"PART I. ITEM 1. BUSINESS", CANDIDATE_PART, 2},
        {"S I G N A T U R E", CANDIDATE_SIGNATURES, 1},
        {"SIGNATURE(S)", CANDIDATE_SIGNATURES, 1},
        {"INDEX TO EXHIBITS", CANDIDATE_EXHIBIT_INDEX, 1},
        {"Exhibit Index", CANDIDATE_EXHIBIT_INDEX, 1},
        {"TABLE OF CONTENTS", CANDIDATE_CONTENTS, 1},
        {"INDEX", CANDIDATE_CONTENTS, 1},
        {"x\n<PAGE>\n      EXHIBIT 10.1", CANDIDATE_EXHIBIT, 1},
        {"EXHIBIT 10.1 is the agreement", CANDIDATE_EXHIBIT, 0},
        {"Exhibit Index is on page 4 of this report", CANDIDATE_EXHIBIT_INDEX, 0},
        {"Signatures were forged", CANDIDATE_SIGNATURES, 0},
        {"Its indices and partners", CANDIDATE_ITEM, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct candidates c;
        struct form form;
        scan(&c, &form, "10-K", rows[i].text, MOST);
        if (c.list.count != rows[i].count ||
            (c.list.count > 0 && c.list.at[0].kind != rows[i].kind))
            fail_msg("%zu candidates in: %s", c.list.count, rows[i].text);
        end(&c, &form);
    }
}

static void test_titles(void **state)
{
    static const struct {
        const char *text, *title;
    } rows[] = {
        {"ITEM 7.\n\n   MANAGEMENT'S DISCUSSION\n\nWe sold mills.", "MANAGEMENT'S DISCUSSION"},
        {"Item 2.      Properties     \nWe own a mill.", "Properties"},
        {"Item 3. Legal Proceedings. There are none of any weight, as the company's counsel says.",
         "Legal Proceedings."},
        {"Item 9. Changes in and Disagreements with Accountants on\n        -----------\n"
         "        Accounting and Financial Disclosure",
         "Changes in and Disagreements with Accountants on Accounting and Financial Disclosure"},
        {"ITEM 1.\nITEM 2. PROPERTIES", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct candidates c;
        struct form form;
        scan(&c, &form, "10-K", rows[i].text, MOST);
        assert_true(c.list.count > 0);
        assert_string_equal(c.list.at[0].title.at, rows[i].title);
        end(&c, &form);
    }
}

static void test_roman(void **state)
{
    struct candidates c;
    struct form form;
    (void)state;
    scan(&c, &form, "10-K", "ITEM I. BUSINESS\n\nITEM IX. CHANGES\n\nITEM XIV. EXHIBITS", MOST);
    roman_read(&c);
    assert_string_equal(c.list.at[0].numbers[0].at, "1");
    assert_string_equal(c.list.at[1].numbers[0].at, "9");
    assert_string_equal(c.list.at[2].numbers[0].at, "14");
    end(&c, &form);
    scan(&c, &form, "10-K", "ITEM 4. VOTES\n\nITEM X. OFFICERS", MOST);
    roman_read(&c);
    assert_string_equal(c.list.at[1].numbers[0].at, "X");
    end(&c, &form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heading), cmocka_unit_test(test_features),
        cmocka_unit_test(test_kinds),   cmocka_unit_test(test_titles),
        cmocka_unit_test(test_roman),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
