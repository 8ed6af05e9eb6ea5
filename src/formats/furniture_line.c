/* SPDX-License-Identifier: MIT */
/* What a line of furniture says by itself: that it is a page number, that it rules, that it goes on
 * from the page before. */
#include "formats/furniture.h"

#include <string.h>

enum { LONGEST_NUMBER = 24 /* bytes of a page number with what belongs to it */ };

bool furniture_is_ruling(struct slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (byte_is_letter(line.at[i]) || byte_is_digit(line.at[i]))
            return false;
    return true;
}

bool furniture_continued(struct slice line)
{
    static const struct slice words[] = {
        {"(continued)", 11}, {"(cont'd)", 8},     {"(cont'd.)", 9},   {"(cont.)", 7},
        {"- continued", 11}, {"--continued", 11}, {", continued", 11}};
    line = slice_trim(line);
    while (line.len > 0 && (line.at[line.len - 1] == '.' || line.at[line.len - 1] == ':'))
        line.len--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_nocase(line, words[i]))
            return true;
    return false;
}

static bool is_roman(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != 'i' && s.at[i] != 'v' && s.at[i] != 'x')
            return false;
    return s.len > 0 && s.len <= 6;
}

/* "- 1997 -" or "1997." on a line is what is left of a sentence or a table's head. */
static bool is_year(struct slice s)
{
    long long number = slice_number(s);
    return s.len == 4 && number >= 1900 && number < 2100;
}

/* "12", "F-12", "II-3", "A1", "12a"; but "EX-99" is the name of an exhibit. */
static bool is_number(struct slice s, bool ornament)
{
    size_t i = 0;
    while (i < s.len && byte_is_upper(s.at[i]))
        i++;
    size_t letters = i;
    if (letters > 4 || slice_starts(s, SLICE("EX-")))
        return false;
    if (letters > 0 && i < s.len && s.at[i] == '-')
        i++;
    size_t digits = i;
    while (i < s.len && byte_is_digit(s.at[i]))
        i++;
    digits = i - digits;
    if (i + 1 == s.len && byte_is_lower(s.at[i]) && digits > 0)
        i++;
    return i == s.len && digits > 0 && digits <= (ornament ? 4U : 3U);
}

static bool is_ornament(char c)
{
    return byte_is_blank(c) || (c != '\0' && strchr("-_~*.()[]", c));
}

/* Takes hyphens, blanks, brackets and the like off both ends. */
static struct slice without_ornament(struct slice s)
{
    while (s.len > 0 && is_ornament(*s.at))
        s = slice_cut(s, 1, s.len);
    while (s.len > 0 && is_ornament(s.at[s.len - 1]))
        s.len--;
    return s;
}

bool furniture_page_number(struct slice line, struct slice *label)
{
    struct slice trimmed = slice_trim(line);
    struct slice s = without_ornament(trimmed);
    bool ornament = s.len < trimmed.len, said = false;
    if (s.len > LONGEST_NUMBER)
        return false;
    if (slice_starts_nocase(s, SLICE("page"))) {
        s = without_ornament(slice_cut(s, 4, s.len));
        said = true;
    }
    for (size_t i = 1; i + 4 < s.len; i++) {
        if (slice_starts_nocase(slice_cut(s, i, s.len), SLICE(" of ")) &&
            slice_number(slice_cut(s, i + 4, s.len)) >= 0) {
            s = slice_trim(slice_cut(s, 0, i));
            said = true;
            break;
        }
    }
    if (s.len == 0 || s.len > 12 || !(is_number(s, ornament || said) || is_roman(s)))
        return false;
    if (!said && is_year(s))
        return false;
    *label = s;
    return true;
}

/* A number that stands beside words: a year is none. */
static bool is_page_token(struct slice token, struct slice *label)
{
    return furniture_page_number(token, label) && slice_number(*label) < 1000 && label->len > 0 &&
           !(label->len == 1 && byte_is_letter(*label->at));
}

struct slice furniture_number_in(struct slice line)
{
    line = slice_trim(line);
    size_t at = line.len;
    while (at > 0 && !byte_is_blank(line.at[at - 1]))
        at--;
    struct slice label;
    if (is_page_token(slice_cut(line, at, line.len), &label))
        return label;
    for (at = 0; at < line.len && !byte_is_blank(line.at[at]); at++)
        ;
    if (is_page_token(slice_cut(line, 0, at), &label))
        return label;
    return (struct slice){NULL, 0};
}
