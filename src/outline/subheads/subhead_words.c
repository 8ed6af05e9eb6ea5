/* SPDX-License-Identifier: MIT */
/* Knows by their words the lines that are no headings. */
#include "outline/subheads/subhead_words.h"

#include "base/phrases.h"
#include "outline/items/line.h"
#include "outline/subheads/subhead_names.h"
#include "outline/subheads/subhead_stock.h"

#include <string.h>

enum {
    CUT_BYTES = 40,      /* a head that is cut is shorter than it may be by one word, */
    SENTENCE_WORDS = 14, /* a title of more words is a sentence when few of them begin large */
    LEGEND_WORDS = 18    /* and one of more words in capitals is a legend */
};

static bool begins_with_one_of(struct slice s, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_starts_nocase(s, words[i]))
            return true;
    return false;
}

#define ROWS(table) (table), sizeof(table) / sizeof *(table)

static bool has_word(struct slice s, struct slice word)
{
    return slice_find_nocase(s, word) < s.len;
}

static bool begins_with_month(struct slice s)
{
    static const struct slice months[] = {
        SLICE_ROW("January"), SLICE_ROW("February"), SLICE_ROW("March"),
        SLICE_ROW("April"),   SLICE_ROW("May"),      SLICE_ROW("June"),
        SLICE_ROW("July"),    SLICE_ROW("August"),   SLICE_ROW("September"),
        SLICE_ROW("October"), SLICE_ROW("November"), SLICE_ROW("December")};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (slice_starts_nocase(s, months[i])) {
            char c = line_byte(s, months[i].len);
            char d = line_byte(s, months[i].len + 1);
            return c == 0 || ((c == ' ' || c == ',') && byte_is_digit(d));
        }
    return false;
}

/* "2023 Compared to 2022", "Three months ended June 30, 2023 versus 2022": a heading after all. */
static bool compares(struct slice s)
{
    static const struct slice words[] = {SLICE_ROW("compar"), SLICE_ROW("versus"),
                                         SLICE_ROW(" vs")};
    return phrases_in(s, ROWS(words));
}

/* A date or a period, as stand above columns. */
static bool is_period(struct slice s)
{
    static const struct slice fronts[] = {
        SLICE_ROW("Three months"),    SLICE_ROW("Six months"),       SLICE_ROW("Nine months"),
        SLICE_ROW("Twelve months"),   SLICE_ROW("For the "),         SLICE_ROW("Years ended"),
        SLICE_ROW("Year ended"),      SLICE_ROW("Quarter ended"),    SLICE_ROW("Quarters ended"),
        SLICE_ROW("Fiscal year end"), SLICE_ROW("Fiscal years end"), SLICE_ROW("As of "),
        SLICE_ROW("At December"),     SLICE_ROW("Period end"),       SLICE_ROW("Thirteen weeks"),
        SLICE_ROW("Years Ending"),    SLICE_ROW("Year Ending"),      SLICE_ROW("Quarterly period")};
    if (compares(s))
        return false;
    return begins_with_month(s) || (begins_with_one_of(s, ROWS(fronts)) &&
                                    (has_word(s, SLICE("ended")) || has_word(s, SLICE("ending")) ||
                                     begins_with_one_of(s, fronts + 11, 2)));
}

/* Bytes of a bullet, or of a quotation mark, at the front. */
static bool is_bullet(struct slice s)
{
    static const struct slice marks[] = {SLICE_ROW("\xE2\x80\xA2"),
                                         SLICE_ROW("\xC2\xB7"),
                                         SLICE_ROW("\xE2\x97\x8F"),
                                         SLICE_ROW("\xE2\x96\xAA"),
                                         SLICE_ROW("\xE2\x97\xA6"),
                                         SLICE_ROW("-"),
                                         SLICE_ROW("+"),
                                         SLICE_ROW("\xE2\x80\x93"),
                                         SLICE_ROW("\xE2\x80\x94"),
                                         SLICE_ROW("\xE2\x98"),
                                         SLICE_ROW("\xEF\x82\xB7"),
                                         SLICE_ROW("\xE2\x9E"),
                                         SLICE_ROW("\xE2\x80\xA0"),
                                         SLICE_ROW("o "),
                                         SLICE_ROW("#"),
                                         SLICE_ROW("\xC2\xA7"),
                                         SLICE_ROW("\xEF\x82"),
                                         SLICE_ROW("\xE2\x96\xA0"),
                                         SLICE_ROW("\xC2\xA9"),
                                         SLICE_ROW("\xE2\x80\xBB")};
    return begins_with_one_of(s, ROWS(marks));
}

static bool is_open_end(struct slice s)
{
    static const struct slice ends[] = {
        SLICE_ROW(","),     SLICE_ROW(";"),     SLICE_ROW(" and"),
        SLICE_ROW(" or"),   SLICE_ROW(" of"),   SLICE_ROW(" the"),
        SLICE_ROW(" a"),    SLICE_ROW(" for"),  SLICE_ROW(" to"),
        SLICE_ROW(" by"),   SLICE_ROW(" with"), SLICE_ROW(" \xE2\x80\x94 continued"),
        SLICE_ROW(" cont.")};
    return line_ends_with_any(s, ROWS(ends));
}

/* More signs than letters, or hardly a letter. */
static bool is_figures(struct slice s)
{
    size_t letters = line_letters(s), digits = 0;
    for (size_t i = 0; i < s.len; i++)
        digits += byte_is_digit(s.at[i]);
    if (compares(s) || (letters == 2 && has_word(s, SLICE(" vs"))))
        return false;
    return letters < 3 || digits > letters || (digits * 2 > letters && digits > 5);
}

/* "Section 9 - ...": how reports of events are divided, above their Items. */
static bool is_section_label(struct slice s)
{
    size_t at = 8;
    if (!slice_starts_nocase(s, SLICE("Section ")))
        return false;
    while (at < s.len && byte_is_digit(s.at[at]))
        at++;
    return at > 8 && (line_byte(s, at) == ' ' || line_byte(s, at) == ':') && at + 1 < s.len &&
           !byte_is_lower(s.at[at + 1]);
}

static bool begins_small(struct slice s)
{
    size_t i = 0;
    while (i < s.len && !line_is_alnum(s.at[i]) && (unsigned char)s.at[i] < 0x80)
        i++;
    return i < s.len && byte_is_lower(s.at[i]) && !byte_is_upper(line_byte(s, i + 1)) &&
           line_byte(s, i + 1) != ')' && line_byte(s, i + 1) != '.';
}

bool subhead_words_fit(struct slice s)
{
    static const struct slice others[] = {SLICE_ROW("$"), SLICE_ROW("---"),
                                          SLICE_ROW("table of contents")};
    struct slice bare = s;
    while (bare.len > 0 && (bare.at[bare.len - 1] == '.' || bare.at[bare.len - 1] == ':'))
        bare.len--;
    while (bare.len > 1 && (bare.at[0] == '[' || bare.at[0] == '(') &&
           !line_is_alnum(bare.at[bare.len - 1]))
        bare = slice_cut(bare, 1, bare.len - 1);
    return !subhead_stock_has(s, bare) && !is_figures(s) && !is_bullet(s) && !begins_small(s) &&
           !is_section_label(s) && !is_open_end(bare) && !is_period(s) &&
           !subhead_names_is_one(s, bare) && !phrases_in(s, ROWS(others));
}

bool subhead_words_sentence(struct slice s)
{
    size_t words = 0, large = 0;
    bool open = false;
    for (size_t i = 0; i < s.len; i++) {
        bool letter = line_is_alnum(s.at[i]) || (unsigned char)s.at[i] >= 0x80 || s.at[i] == '\'';
        if (letter && !open) {
            words++;
            large += !byte_is_lower(s.at[i]);
        }
        open = letter;
    }
    bool caps = line_letters_lower(s) == 0;
    return words > (caps ? LEGEND_WORDS : SENTENCE_WORDS) && (caps || large * 3 < words);
}

bool subhead_words_small(struct slice s)
{
    size_t words = 0, small = 0;
    for (size_t i = 0; i < s.len; i++)
        if ((i == 0 || s.at[i - 1] == ' ') && byte_is_letter(s.at[i])) {
            words++;
            small += byte_is_lower(s.at[i]);
        }
    return small >= 3 && small * 2 > words;
}

/* The title without the rule below it, which stands behind it in a joined title. */
static struct slice without_rule(struct slice s)
{
    while (s.len > 0 && strchr("-=_~ ", s.at[s.len - 1]))
        s.len--;
    return s;
}

/* "On January 30, 2002, we": the line breaks off in a sentence. */
static bool opens_sentence(struct slice s)
{
    static const struct slice fronts[] = {SLICE_ROW("On "),          SLICE_ROW("We "),
                                          SLICE_ROW("During "),      SLICE_ROW("In "),
                                          SLICE_ROW("The Company "), SLICE_ROW("Effective ")};
    static const struct slice ends[] = {SLICE_ROW(" we"),   SLICE_ROW(" is"),  SLICE_ROW(" are"),
                                        SLICE_ROW(" was"),  SLICE_ROW(" in"),  SLICE_ROW(" were"),
                                        SLICE_ROW(" has"),  SLICE_ROW(" had"), SLICE_ROW(" on"),
                                        SLICE_ROW(" have"), SLICE_ROW(" our"), SLICE_ROW(" that")};
    return begins_with_one_of(s, ROWS(fronts)) || line_ends_with_any(s, ROWS(ends)) ||
           is_open_end(s);
}

struct slice subhead_words_front(const struct head *head)
{
    struct slice title = without_rule(head->title);
    size_t dash = slice_find(title, SLICE(" -"));
    size_t stop = head->set & SET_UNDERLINE ? slice_find(title, SLICE(". ")) : title.len;
    size_t cut = stop < dash ? stop : dash;
    size_t next = cut + 2;
    while (next < title.len && (title.at[next] == '-' || title.at[next] == ' '))
        next++;
    struct slice rest = slice_cut(title, next, title.len);
    bool goes_on = cut > 3 && next < title.len && line_letters_lower(title) > 0 &&
                   (subhead_words_small(rest) || opens_sentence(rest));
    return goes_on ? slice_cut(title, 0, cut) : title;
}

struct slice subhead_words_title(const struct head *head, bool printed, struct arena *arena)
{
    struct slice title = printed ? subhead_words_front(head) : head->title;
    if (title.len > 0 && title.at[title.len - 1] == ':')
        title = slice_trim(slice_cut(title, 0, title.len - 1));
    if (title.len + CUT_BYTES < HEAD_BYTES || title.len < head->title.len ||
        head->set & SET_RUN_IN || strchr(".?!;)\"", title.at[title.len - 1]))
        return title;
    struct buffer open = {0};
    buffer_add(&open, title);
    buffer_add_text(&open, "...");
    struct slice copy = arena_copy(arena, buffer_slice(&open));
    buffer_deinit(&open);
    return copy;
}
