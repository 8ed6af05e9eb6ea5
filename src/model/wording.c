/* SPDX-License-Identifier: MIT */
/* Knowing periods and notes by their words. */
#include "model/wording.h"

#include "base/phrases.h"

#include <string.h>

enum { LONGEST_PERIOD = 90 };

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The words of periods, and the months, by their first letter. */
static const char *const PERIOD_WORDS['z' - 'a' + 1] = {
    ['a' - 'a'] = " april apr august aug ",
    ['d' - 'a'] = " december dec ",
    ['e' - 'a'] = " ended ending ",
    ['f' - 'a'] = " fiscal fy february feb ",
    ['j' - 'a'] = " january jan june jun july jul ",
    ['m' - 'a'] = " months month march mar may ",
    ['n' - 'a'] = " november nov ",
    ['o' - 'a'] = " october oct ",
    ['p' - 'a'] = " period periods ",
    ['q' - 'a'] = " quarter quarters q1 q2 q3 q4 ",
    ['s' - 'a'] = " september sept sep ",
    ['w' - 'a'] = " weeks week ",
    ['y' - 'a'] = " year years ytd ",
};

static bool is_period_word(struct slice word)
{
    char first = byte_lower(word.at[0]);
    const char *at = byte_is_lower(first) ? PERIOD_WORDS[first - 'a'] : NULL;
    while (at && *++at) { /* at a blank */
        size_t len = (size_t)(strchr(at, ' ') - at);
        if (slice_equal_nocase(word, (struct slice){at, len}))
            return true;
        at += len;
    }
    return false;
}

static bool is_year_word(struct slice word)
{
    if (word.len == 6 && slice_starts_nocase(word, SLICE("fy")))
        word = slice_cut(word, 2, word.len);
    long long n = word.len == 4 ? slice_number(word) : -1;
    return n >= 1900 && n < 2100 && byte_is_digit(word.at[0]);
}

bool wording_names_time(struct slice text)
{
    size_t strokes = 0, dashes = 0, digits = 0, others = 0;
    if (text.len > LONGEST_PERIOD)
        return false;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && (byte_is_letter(text.at[end]) || byte_is_digit(text.at[end])))
            end++;
        struct slice word = slice_cut(text, at, end);
        if (word.len > 0 && (is_period_word(word) || is_year_word(word)))
            return true;
        if (word.len > 0 && word.len <= 4 && byte_is_digit(word.at[0]))
            digits++;
        else if (word.len > 0)
            others++;
        strokes += text.at[at] == '/';
        dashes += text.at[at] == '-';
        at = end > at ? end : at + 1;
    }
    return strokes + dashes == 2 && strokes != 1 && digits == 3 && others == 0;
}

bool wording_is_unit_note(struct slice text)
{
    static const struct slice phrases[] = {
        SLICE_ROW("in thousands"),     SLICE_ROW("in millions"), SLICE_ROW("in billions"),
        SLICE_ROW("except per share"), SLICE_ROW("dollars in"),  SLICE_ROW("unaudited"),
        SLICE_ROW("amounts in"),       SLICE_ROW("$ in"),        SLICE_ROW("shares in"),
        SLICE_ROW("as of "),           SLICE_ROW("for the "),    SLICE_ROW("in u.s."),
        SLICE_ROW("years ended"),      SLICE_ROW("year ended"),  SLICE_ROW("months ended"),
        SLICE_ROW("weeks ended"),      SLICE_ROW("thousands"),   SLICE_ROW("millions"),
        SLICE_ROW("at december"),      SLICE_ROW("december 31"), SLICE_ROW("fiscal year"),
        SLICE_ROW("stated in")};
    if (text.len == 0 || text.len > 160)
        return false;
    if (text.at[0] == '(' && text.at[text.len - 1] == ')')
        return true;
    return (text.len <= 80 || text.at[0] == '(') && phrases_in(text, phrases, COUNT(phrases));
}
