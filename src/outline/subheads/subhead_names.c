/* SPDX-License-Identifier: MIT */
/* Knows names by how they end. */
#include "outline/subheads/subhead_names.h"

#include "outline/items/line.h"

enum {
    NAME_BYTES = 70, /* a company's name is not longer */
    TOWN_BYTES = 30
};

#define ROWS(table) (table), sizeof(table) / sizeof *(table)

static bool is_one_of(struct slice s, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(s, words[i]))
            return true;
    return false;
}

static bool has_word(struct slice s, struct slice word)
{
    return slice_find_nocase(s, word) < s.len;
}

/* The name of a company, or of a man of law or letters. */
static bool is_name(struct slice s)
{
    static const struct slice ends[] = {SLICE_ROW(" inc."),
                                        SLICE_ROW(" inc"),
                                        SLICE_ROW(" corp."),
                                        SLICE_ROW(" corp"),
                                        SLICE_ROW(" corporation"),
                                        SLICE_ROW(" and subsidiaries"),
                                        SLICE_ROW(" & subsidiaries"),
                                        SLICE_ROW(" and subsidiary"),
                                        SLICE_ROW(" ltd."),
                                        SLICE_ROW(" ltd"),
                                        SLICE_ROW(" limited"),
                                        SLICE_ROW(" llc"),
                                        SLICE_ROW(" l.l.c."),
                                        SLICE_ROW(" llp"),
                                        SLICE_ROW(" l.p."),
                                        SLICE_ROW(" lp"),
                                        SLICE_ROW(" n.a."),
                                        SLICE_ROW(" plc"),
                                        SLICE_ROW(" n.v."),
                                        SLICE_ROW(" s.a."),
                                        SLICE_ROW(" and subsidiaries)"),
                                        SLICE_ROW(" incorporated"),
                                        SLICE_ROW(" & co."),
                                        SLICE_ROW(" and company"),
                                        SLICE_ROW(" & company"),
                                        SLICE_ROW(" cpa"),
                                        SLICE_ROW(" c.p.a."),
                                        SLICE_ROW(" p.c."),
                                        SLICE_ROW(" companies, inc.")};
    return s.len <= NAME_BYTES && line_ends_with_any(s, ROWS(ends));
}

/* "(212) 555-0100", "Springfield, IL 62701", "ir@example.com". */
static bool is_address(struct slice s)
{
    if (has_word(s, SLICE("@")) || has_word(s, SLICE(".com")) || has_word(s, SLICE("(zip")))
        return true;
    size_t digits = 0;
    while (digits < s.len && byte_is_digit(s.at[s.len - 1 - digits]))
        digits++;
    if (digits == 4 && s.len > 5 && s.at[s.len - 5] == '-' && byte_is_digit(s.at[s.len - 6]))
        return true; /* a telephone or the long code of a place */
    return digits == 5 && s.len > 8 && byte_is_blank(s.at[s.len - 6]) &&
           byte_is_letter(s.at[s.len - 7]);
}

/* "Springfield, Illinois": where a report was signed. */
static bool is_place(struct slice s)
{
    static const struct slice states[] = {
        SLICE_ROW("Alabama"),        SLICE_ROW("Alaska"),        SLICE_ROW("Arizona"),
        SLICE_ROW("Arkansas"),       SLICE_ROW("California"),    SLICE_ROW("Colorado"),
        SLICE_ROW("Connecticut"),    SLICE_ROW("Delaware"),      SLICE_ROW("Florida"),
        SLICE_ROW("Georgia"),        SLICE_ROW("Hawaii"),        SLICE_ROW("Idaho"),
        SLICE_ROW("Illinois"),       SLICE_ROW("Indiana"),       SLICE_ROW("Iowa"),
        SLICE_ROW("Kansas"),         SLICE_ROW("Kentucky"),      SLICE_ROW("Louisiana"),
        SLICE_ROW("Maine"),          SLICE_ROW("Maryland"),      SLICE_ROW("Massachusetts"),
        SLICE_ROW("Michigan"),       SLICE_ROW("Minnesota"),     SLICE_ROW("Mississippi"),
        SLICE_ROW("Missouri"),       SLICE_ROW("Montana"),       SLICE_ROW("Nebraska"),
        SLICE_ROW("Nevada"),         SLICE_ROW("New Hampshire"), SLICE_ROW("New Jersey"),
        SLICE_ROW("New Mexico"),     SLICE_ROW("New York"),      SLICE_ROW("North Carolina"),
        SLICE_ROW("North Dakota"),   SLICE_ROW("Ohio"),          SLICE_ROW("Oklahoma"),
        SLICE_ROW("Oregon"),         SLICE_ROW("Pennsylvania"),  SLICE_ROW("Rhode Island"),
        SLICE_ROW("South Carolina"), SLICE_ROW("South Dakota"),  SLICE_ROW("Tennessee"),
        SLICE_ROW("Texas"),          SLICE_ROW("Utah"),          SLICE_ROW("Vermont"),
        SLICE_ROW("Virginia"),       SLICE_ROW("Washington"),    SLICE_ROW("West Virginia"),
        SLICE_ROW("Wisconsin"),      SLICE_ROW("Wyoming"),       SLICE_ROW("D.C."),
        SLICE_ROW("Canada"),         SLICE_ROW("USA"),           SLICE_ROW("England"),
        SLICE_ROW("Puerto Rico")};
    size_t comma = slice_find(s, SLICE(", "));
    return comma < TOWN_BYTES && comma < s.len &&
           is_one_of(slice_trim(slice_cut(s, comma + 1, s.len)), ROWS(states));
}

/* "Jane Q. Sample, 56": an officer and her age. */
static bool is_person(struct slice s)
{
    return s.len > 8 && byte_is_digit(s.at[s.len - 1]) && byte_is_digit(s.at[s.len - 2]) &&
           s.at[s.len - 3] == ' ' && s.at[s.len - 4] == ',';
}

bool subhead_names_is_one(struct slice line, struct slice bare)
{
    return is_name(line) || is_address(line) || is_place(bare) || is_person(bare);
}
