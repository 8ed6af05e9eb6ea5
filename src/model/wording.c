/* SPDX-License-Identifier: MIT */
/* Knowing periods and notes by their words. */
#include "model/wording.h"

#include "base/phrases.h"

enum { LONGEST_PERIOD = 90 };

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static bool is_month(struct slice word)
{
    static const struct slice months[] = {
        SLICE_ROW("january"), SLICE_ROW("february"), SLICE_ROW("march"),
        SLICE_ROW("april"),   SLICE_ROW("may"),      SLICE_ROW("june"),
        SLICE_ROW("july"),    SLICE_ROW("august"),   SLICE_ROW("september"),
        SLICE_ROW("october"), SLICE_ROW("november"), SLICE_ROW("december")};
    for (size_t i = 0; i < COUNT(months); i++) {
        struct slice month = months[i];
        if (slice_equal_nocase(word, month) || slice_equal_nocase(word, slice_cut(month, 0, 3)) ||
            (i == 8 && slice_equal_nocase(word, SLICE("sept"))))
            return true;
    }
    return false;
}

static bool is_period_word(struct slice word)
{
    static const struct slice words[] = {
        SLICE_ROW("ended"),   SLICE_ROW("ending"), SLICE_ROW("months"),   SLICE_ROW("weeks"),
        SLICE_ROW("quarter"), SLICE_ROW("fiscal"), SLICE_ROW("quarters"), SLICE_ROW("year"),
        SLICE_ROW("years"),   SLICE_ROW("fy"),     SLICE_ROW("q1"),       SLICE_ROW("q2"),
        SLICE_ROW("q3"),      SLICE_ROW("q4"),     SLICE_ROW("ytd"),      SLICE_ROW("month"),
        SLICE_ROW("week"),    SLICE_ROW("period"), SLICE_ROW("periods")};
    for (size_t i = 0; i < COUNT(words); i++)
        if (slice_equal_nocase(word, words[i]))
            return true;
    return is_month(word);
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
