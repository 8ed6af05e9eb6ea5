/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "ui/lists/fuzzy.h"

/* The text and the detail with the letters that fit in brackets; "-" when they do not fit. */
static void mark(const char *typed, bool runs, const char *text, const char *detail,
                 struct buffer *out)
{
    struct fuzzy f = {.runs = false};
    fuzzy_marks marks = {0};
    fuzzy_set(&f, slice_of(typed), runs);
    int score = fuzzy_score(&f, slice_of(text), slice_of(detail), &marks);
    uint64_t letters = fuzzy_letters(slice_of(text)) | fuzzy_letters(slice_of(detail));
    if (score >= 0)
        assert_true((letters & f.needs) == f.needs);
    buffer_clear(out);
    for (int part = 0; score >= 0 && part < 2; part++) {
        struct slice from = slice_of(part ? detail : text);
        if (part && from.len)
            buffer_add_text(out, " | ");
        for (size_t at = 0; at <= from.len; at++) {
            for (size_t i = 0; i < marks.count; i++)
                if (marks.at[i].detail == (part == 1) && marks.at[i].to == at)
                    buffer_add_byte(out, ']');
            for (size_t i = 0; i < marks.count; i++)
                if (marks.at[i].detail == (part == 1) && marks.at[i].from == at)
                    buffer_add_byte(out, '[');
            if (at < from.len)
                buffer_add_byte(out, from.at[at]);
        }
    }
    if (score < 0)
        buffer_add_text(out, "-");
    array_deinit(&marks);
    fuzzy_deinit(&f);
}

static void test_letters_that_fit(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *text, *detail, *marked;
        bool runs;
    } table[] = {
        {"", "Item 7A", "", "Item 7A", false},
        {"   ", "Item 7A", "", "Item 7A", false},
        {"7a", "Item 7A", "", "Item [7A]", false},
        {"7A", "item 7a", "", "-", false},
        {"it7", "Item 7A", "", "[It]em [7]A", false},
        {"n12", "Note 12", "", "[N]ote [12]", false},
        {"n12", "Income 1 2", "", "I[n]come [1] [2]", false},
        {"12 note", "Note 12", "", "[Note] [12]", false},
        {"f-3", "Balance Sheet", "p. F-3", "Balance Sheet | p. [F-3]", false},
        {"31", "Item 7", "p. 310", "Item 7 | p. [31]0", false},
        {"10", "Item 7", "p. 310", "-", false},
        {"f-3",
         "Page F\xE2\x80\x93"
         "3",
         "",
         "Page [F\xE2\x80\x93"
         "3]",
         false},
        {"o'b",
         "O\xE2\x80\x99"
         "Brien",
         "",
         "[O\xE2\x80\x99"
         "B]rien",
         false},
        {"\xC3\xA9t", "L'\xC3\x89tat", "", "L'[\xC3\x89t]at", false},
        {"\xD0\xB6", "\xD0\x96", "", "[\xD0\x96]", false},
        {"101", "Exhibit 10.1", "", "Exhibit [10].[1]", false},
        {"10", "EX10", "", "EX[10]", false},
        {"goodwill", "Impairment of Goodwill", "", "Impairment of [Goodwill]", false},
        {"gwl", "Impairment of Goodwill", "", "Impairment of [G]ood[w]i[l]l", false},
        {"ioi", "Impairment of Intangibles", "", "[I]mpairment [o]f [I]ntangibles", false},
        {"aba", "xa b ab a", "", "xa b [ab] [a]", false},
        {"zz", "Item 7A", "", "-", false},
        {"it zz", "Item 7A", "", "-", false},
        /* Whole runs only. */
        {"gwl", "Impairment of Goodwill", "", "-", true},
        {"oodw", "Impairment of Goodwill", "", "Impairment of G[oodw]ill", true},
        {"will imp", "Impairment of Goodwill", "", "[Imp]airment of Good[will]", true},
        {"p", "Item", "p. 3", "Item | [p]. 3", true},
        {"a\xFF", "ba\xFF", "", "b[a\xFF]", true},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        mark(table[i].typed, table[i].runs, table[i].text, table[i].detail, &out);
        assert_string_equal(buffer_text(&out), table[i].marked);
    }
    buffer_deinit(&out);
}

static int score_of(const char *typed, const char *text, const char *detail)
{
    struct fuzzy f = {.runs = false};
    fuzzy_set(&f, slice_of(typed), false);
    int score = fuzzy_score(&f, slice_of(text), slice_of(detail), NULL);
    fuzzy_deinit(&f);
    return score;
}

static void test_better_and_worse(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *better, *worse;
    } table[] = {
        {"7a", "Item 7A", "Item 17, as amended"},
        {"7a", "Item 7A", "Seventy 7 apples"},
        {"7", "Item 7", "Item 7A"},
        {"7", "Item 7A", "Item 17"},
        {"n12", "Note 12", "Net income 1 of 2"},
        {"12", "Note 12", "Note 120"},
        {"rf", "Risk Factors", "Transfer"},
        {"risk", "Risk Factors", "Market Risk"},
        {"risk", "Market Risk", "Asterisk"},
        {"goodwill", "Goodwill", "Accounting policies for goodwill"},
        {"abc", "x abc", "a b c"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int better = score_of(table[i].typed, table[i].better, "");
        int worse = score_of(table[i].typed, table[i].worse, "");
        if (better <= worse)
            print_message("%s: %s %d, %s %d\n", table[i].typed, table[i].better, better,
                          table[i].worse, worse);
        assert_true(better > worse);
        assert_true(worse >= 0);
    }
    /* Whole words, though shorter ones have the letters; their plural; then the shorter text. */
    assert_true(score_of("balance sheet", "10-K › CONSOLIDATED BALANCE SHEETS", "") >
                score_of("balance sheet", "10-K › Balances; worksheets", ""));
    assert_true(score_of("balance sheet", "Balance Sheets", "") >
                score_of("balance sheet", "Balance Sheeting", ""));
    assert_true(score_of("balance", "10-K › Note 1 › Balances", "") >= FUZZY_SOLID);
    assert_true(score_of("balance", "Basis of alliances and leases in commerce", "") < FUZZY_SOLID);
    assert_true(score_of("31", "Item 31", "") > score_of("31", "Item 7", "p. 31"));
    assert_true(score_of("31", "Item 7", "p. 31") > score_of("31", "Item 7", "p. 310"));
}

/* More letters never fit more: what a narrowed list stands on. */
static void test_narrowing(void **state)
{
    (void)state;
    static const char *const texts[] = {"Item 7A. Quantitative",  "Note 12 - Debt",
                                        "EX-10.1 Agreement",      "Cover",
                                        "aaaa bbbb aaaa baba",    "Consolidated Balance Sheets",
                                        "Item 17 as amended 7 a", ""};
    static const char *const typed[] = {"aba", "7A am", "10.1 ag", "n12", "cbs", "it 7 q", "f-3"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof typed / sizeof *typed; k++)
            for (int runs = 0; runs < 2; runs++) {
                struct fuzzy f = {.runs = false};
                bool fits = true;
                for (size_t len = 1; len <= strlen(typed[k]); len++) {
                    fuzzy_set(&f, (struct slice){typed[k], len}, runs);
                    fuzzy_marks marks = {0};
                    int score = fuzzy_score(&f, slice_of(texts[i]), SLICE("p. F-3"), NULL);
                    assert_true(fits || score < 0);
                    fits = score >= 0;
                    /* Whether letters are to be marked makes no difference. */
                    assert_int_equal(fuzzy_score(&f, slice_of(texts[i]), SLICE("p. F-3"), &marks),
                                     score);
                    array_deinit(&marks);
                }
                fuzzy_deinit(&f);
            }
}

/* Only the beginning of a long text is looked at, and that in one go. */
static void test_long_texts(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct fuzzy f = {.runs = false};
    buffer_add_fill(&text, 'a', 3000000);
    buffer_add_byte(&text, 'b');
    fuzzy_set(&f, SLICE("aaaaaaaaaaaaaaaaaaaaaab"), false);
    assert_int_equal(fuzzy_score(&f, buffer_slice(&text), (struct slice){NULL, 0}, NULL), -1);
    fuzzy_set(&f, SLICE("aaaaaaaaaaaaaaaaaaaaaa"), false);
    assert_true(fuzzy_score(&f, buffer_slice(&text), (struct slice){NULL, 0}, NULL) > 0);
    assert_true(fuzzy_letters(buffer_slice(&text)) == 1);
    fuzzy_deinit(&f);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_that_fit),
        cmocka_unit_test(test_better_and_worse),
        cmocka_unit_test(test_narrowing),
        cmocka_unit_test(test_long_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
