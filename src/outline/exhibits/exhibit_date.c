/* SPDX-License-Identifier: MIT */
/* Reads dates. */
#include "outline/exhibits/exhibit_date.h"

#include "outline/items/line.h"

#include <stdio.h>

enum { NEAR = 48 }; /* bytes before a date that say what it is */

/* True unless a letter or digit is in front. */
static bool is_word_start(struct slice text, size_t at)
{
    return at == 0 || !line_is_alnum(text.at[at - 1]);
}

/* 1 to 12 for the month whose name begins at `at`; *end is behind it. */
static unsigned month_at(struct slice text, size_t at, size_t *end)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    size_t to = at;
    while (byte_is_letter(line_byte(text, to)))
        to++;
    struct slice word = slice_cut(text, at, to);
    *end = to + (line_byte(text, to) == '.');
    for (unsigned m = 0; word.len >= 3 && m < 12; m++)
        if (slice_starts_nocase(slice_of(names[m]), word) ||
            (m == 8 && slice_equal_nocase(word, SLICE("sept"))))
            return m + 1;
    return 0;
}

static unsigned digits_at(struct slice text, size_t at, size_t *end)
{
    unsigned value = 0;
    while (byte_is_digit(line_byte(text, at)) && value < 10000)
        value = value * 10 + (unsigned)(text.at[at++] - '0');
    *end = at;
    return value;
}

static size_t skip_to_digit(struct slice text, size_t at)
{
    while (byte_is_blank(line_byte(text, at)) || line_byte(text, at) == ',')
        at++;
    return at;
}

static bool set_date(unsigned year, unsigned month, unsigned day, char date[11])
{
    if (year < 100)
        year += year < 50 ? 2000 : 1900;
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2099)
        return false;
    (void)snprintf(date, 11, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    return true;
}

/* The date at `at`: "March 3, 1999", "3/3/99", "1999-03-03"; *end is behind it. */
static bool date_at(struct slice text, size_t at, char date[11], size_t *end)
{
    size_t to;
    unsigned month = byte_is_letter(text.at[at]) ? month_at(text, at, &to) : 0;
    if (month > 0) {
        unsigned day = digits_at(text, skip_to_digit(text, to), &to);
        size_t from = skip_to_digit(text, to);
        unsigned year = digits_at(text, from, end);
        return *end == from + 4 && set_date(year, month, day, date);
    }
    if (!byte_is_digit(text.at[at]))
        return false;
    unsigned first = digits_at(text, at, &to);
    char sign = line_byte(text, to);
    if (sign != '/' && sign != '-' && sign != '.')
        return false;
    unsigned second = digits_at(text, to + 1, &to);
    if (line_byte(text, to) != sign || !byte_is_digit(line_byte(text, to + 1)))
        return false;
    size_t from = to + 1;
    unsigned third = digits_at(text, from, end);
    if (first > 1900 && sign == '-')
        return set_date(first, second, third, date);
    return sign != '.' && (*end - from == 2 || *end - from == 4) &&
           set_date(third, first, second, date);
}

/* What the words before a date make of it: 3 filed, 2 the end of a period, 1 nothing said. */
static int date_rank(struct slice text, size_t from, size_t at)
{
    size_t near = at > from + NEAR ? at - NEAR : from;
    struct slice before = slice_cut(text, near, at);
    static const char *const period[] = {"ended", "ending", "period", NULL};
    static const char *const filed[] = {"filed", "filing date", "submitted", NULL};
    size_t is_filed = before.len;
    size_t is_period = before.len;
    /* The nearer of the two decides. */
    for (size_t i = 0; i < before.len; i++) {
        struct slice rest = slice_cut(before, i, before.len);
        for (const char *const *w = filed; *w != NULL; w++)
            is_filed = slice_starts_nocase(rest, slice_of(*w)) ? i : is_filed;
        for (const char *const *w = period; *w != NULL; w++)
            is_period = slice_starts_nocase(rest, slice_of(*w)) ? i : is_period;
    }
    if (is_filed < before.len && (is_period == before.len || is_filed > is_period))
        return 3;
    return is_period < before.len ? 2 : 1;
}

bool exhibit_date_read(struct slice text, char date[11])
{
    int best = 0;
    size_t from = 0; /* what was said before the last date says nothing of the next */
    for (size_t at = 0; at < text.len; at++) {
        char found[11];
        size_t end;
        if (!line_is_alnum(text.at[at]) || !is_word_start(text, at) ||
            !date_at(text, at, found, &end))
            continue;
        int rank = date_rank(text, from, at);
        if (rank > best) {
            best = rank;
            memcpy(date, found, sizeof found);
        }
        from = end;
        at = end - 1;
    }
    return best > 0;
}

/* True when the words in front of a year make it a filing's: "for 1993", "fiscal year 1994". */
static bool leads_year(struct slice before)
{
    static const struct slice words[] = {SLICE_ROW("for"),     SLICE_ROW("fiscal"),
                                         SLICE_ROW("year"),    SLICE_ROW("ended"),
                                         SLICE_ROW("quarter"), SLICE_ROW("for the")};
    before = slice_trim(before);
    if (slice_ends_nocase(before, SLICE("quarter of")))
        return true;
    size_t word = before.len;
    while (word > 0 && byte_is_letter(before.at[word - 1]))
        word--;
    size_t end;
    if (word < before.len && month_at(before, word, &end) > 0 && end == before.len)
        before = slice_trim(slice_cut(before, 0, word)); /* "ended March 1993" */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_nocase(before, words[i]) && is_word_start(before, before.len - words[i].len))
            return true;
    return false;
}

/* The same for the words behind it: "1988 Form 10-K", "1995 Annual Report". */
static bool follows_year(struct slice behind)
{
    static const struct slice words[] = {SLICE_ROW("form "),          SLICE_ROW("10-K"),
                                         SLICE_ROW("10-Q"),           SLICE_ROW("annual re"),
                                         SLICE_ROW("annual meeting"), SLICE_ROW("quarterly report"),
                                         SLICE_ROW("proxy"),          SLICE_ROW("definitive proxy"),
                                         SLICE_ROW("registration")};
    behind = slice_trim(behind);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(behind, words[i]))
            return true;
    return false;
}

bool exhibit_date_year(struct slice text, char date[11])
{
    for (size_t at = 0; at + 4 <= text.len; at++) {
        size_t end;
        if (!byte_is_digit(text.at[at]) || !is_word_start(text, at))
            continue;
        unsigned year = digits_at(text, at, &end);
        bool apart = !line_is_alnum(line_byte(text, end)) && line_byte(text, end) != '-' &&
                     (at == 0 || text.at[at - 1] != '-');
        if (end == at + 4 && apart && year >= 1900 && year <= 2099 &&
            (leads_year(slice_cut(text, at > NEAR ? at - NEAR : 0, at)) ||
             follows_year(slice_cut(text, end, end + NEAR)))) {
            (void)snprintf(date, 11, "%04u", year);
            return true;
        }
        at = end > at ? end - 1 : at;
    }
    return false;
}
