/* SPDX-License-Identifier: MIT */
/* Reads labels of notes. */
#include "outline/sections/note_label.h"

#include "base/phrases.h"
#include "outline/items/line.h"

#include <string.h>

enum { LONGEST_TITLE = 110 };

/* The bytes of a blank or a dash at `at` (ASCII or typographic), 0 when it is none. */
static size_t blank_at(struct slice s, size_t at)
{
    if (at < s.len && byte_is_blank(s.at[at]))
        return 1;
    return slice_starts(slice_cut(s, at, s.len), SLICE("\xC2\xA0")) ? 2 : 0;
}

static size_t dash_at(struct slice s, size_t at)
{
    struct slice rest = slice_cut(s, at, s.len);
    if (line_byte(s, at) == '-')
        return 1;
    if (slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94")) ||
        slice_starts(rest, SLICE("\xE2\x80\x92")) || slice_starts(rest, SLICE("\xE2\x80\x95")) ||
        slice_starts(rest, SLICE("\xE2\x88\x92")))
        return 3;
    return 0;
}

static size_t skip_blanks(struct slice s, size_t at)
{
    for (size_t n; (n = blank_at(s, at)) > 0;)
        at += n;
    return at;
}

/* Separators and blanks behind a number. `*dash`: one of them is a dash or a colon. */
static size_t skip_separators(struct slice s, size_t at, bool *any, bool *dash)
{
    *any = *dash = false;
    for (;;) {
        size_t n = blank_at(s, at);
        if (n == 0 && (n = dash_at(s, at)) > 0)
            *any = *dash = true;
        char c = line_byte(s, at);
        if (n == 0 && c != 0 && strchr(".:),;|/", c)) {
            n = 1;
            *any = true;
            *dash = *dash || c == ':';
        }
        if (n == 0)
            return at;
        at += n;
    }
}

/* A number of one or two digits, or a letter, at `at`; where it ends, or 0. */
static size_t read_number(struct slice s, size_t at, unsigned *number, bool *letter)
{
    size_t i = at;
    *number = 0;
    for (; i < s.len && byte_is_digit(s.at[i]); i++)
        *number = *number < NOTE_NUMBERS ? *number * 10 + (unsigned)(s.at[i] - '0') : NOTE_NUMBERS;
    *letter = i == at;
    if (*letter && byte_is_upper(line_byte(s, i))) {
        *number = (unsigned)(s.at[i] - 'A') + 1;
        i++;
    }
    bool ends = i > at && !line_is_alnum(line_byte(s, i));
    return ends && *number > 0 && *number < NOTE_NUMBERS ? i : 0;
}

/* "Note 7", "NOTE (7)", "Note No. 7". */
static bool read_word(struct slice s, struct note_label *label)
{
    bool letter, any, dash;
    size_t at = 4;
    if (!slice_starts_nocase(s, SLICE("note")) || s.at[0] != 'N')
        return false;
    size_t from = skip_blanks(s, at);
    if (slice_starts_nocase(slice_cut(s, from, s.len), SLICE("no.")))
        from = skip_blanks(s, from + 3);
    if (line_byte(s, from) == '(' || line_byte(s, from) == '#')
        from++;
    if (from == at)
        return false;
    size_t end = read_number(s, from, &label->number, &letter);
    if (end == 0 || (line_byte(s, end) == '.' && byte_is_digit(line_byte(s, end + 1))) ||
        line_byte(s, end) == '(')
        return false;
    size_t rest = skip_separators(s, end, &any, &dash);
    label->style = letter ? NOTE_WORD_LETTER : NOTE_WORD;
    label->rest = slice_cut(s, rest, s.len);
    bool names = label->rest.len == 0 || !byte_is_lower(label->rest.at[0]);
    return names && (any || blank_at(s, end) > 0 || rest == s.len) &&
           !line_is_prose_rest(label->rest, any);
}

/* "1.", "(1)", "1)", "1 -", "1", "A.", "(A)". */
static bool read_plain(struct slice s, struct note_label *label)
{
    bool letter, any, dash;
    bool open = line_byte(s, 0) == '(';
    size_t end = read_number(s, open, &label->number, &letter);
    char behind = line_byte(s, end);
    if (end == 0 || (open && behind != ')') ||
        (behind == '.' && byte_is_digit(line_byte(s, end + 1))))
        return false;
    size_t rest = skip_separators(s, end, &any, &dash);
    if (!any && (letter || blank_at(s, end) == 0))
        return false;
    label->rest = slice_cut(s, rest, s.len);
    if (open)
        label->style = letter ? NOTE_LETTERS : NOTE_BRACKETS;
    else if (behind == ')')
        label->style = letter ? NOTE_LETTERS : NOTE_BRACKET;
    else if (behind == '.')
        label->style = letter ? NOTE_LETTER : NOTE_STOP;
    else if (letter || (dash_at(s, end) > 0 && blank_at(s, end + dash_at(s, end)) == 0))
        return false; /* "10-K" */
    else
        label->style = dash ? NOTE_DASH : NOTE_BARE;
    return label->rest.len == 0 || byte_is_upper(label->rest.at[0]) || label->rest.at[0] == '"';
}

bool note_label_read(struct slice text, struct note_label *label)
{
    if (text.len == 0)
        return false;
    char c = text.at[0];
    if (c == 'N' && read_word(text, label))
        return true;
    return (c == '(' || byte_is_digit(c) ||
            (byte_is_upper(c) && !line_is_alnum(line_byte(text, 1)))) &&
           read_plain(text, label);
}

struct slice note_label_title(struct slice rest, bool runs_on)
{
    rest = slice_trim(rest);
    size_t end = rest.len;
    for (size_t i = 3; runs_on && i + 2 < rest.len && end == rest.len; i++) {
        char c = rest.at[i];
        bool blank = byte_is_blank(rest.at[i + 1]);
        if (((c == '.' || c == ':') && blank && byte_is_letter(rest.at[i - 1])) ||
            (dash_at(rest, i) > 0 && byte_is_blank(rest.at[i - 1])))
            end = i;
    }
    rest = slice_trim(slice_cut(rest, 0, end));
    while (rest.len > 0 && strchr(".:-", rest.at[rest.len - 1]))
        rest = slice_trim(slice_cut(rest, 0, rest.len - 1));
    return rest;
}

/* Words of titles of notes. */
static const struct slice KNOWN[] = {SLICE_ROW("accounting"),
                                     SLICE_ROW("presentation"),
                                     SLICE_ROW("organization"),
                                     SLICE_ROW("nature of"),
                                     SLICE_ROW("business"),
                                     SLICE_ROW("revenue"),
                                     SLICE_ROW("tax"),
                                     SLICE_ROW("debt"),
                                     SLICE_ROW("commitment"),
                                     SLICE_ROW("contingenc"),
                                     SLICE_ROW("segment"),
                                     SLICE_ROW("per share"),
                                     SLICE_ROW("stock"),
                                     SLICE_ROW("equity"),
                                     SLICE_ROW("lease"),
                                     SLICE_ROW("fair value"),
                                     SLICE_ROW("inventor"),
                                     SLICE_ROW("goodwill"),
                                     SLICE_ROW("intangible"),
                                     SLICE_ROW("acquisition"),
                                     SLICE_ROW("related part"),
                                     SLICE_ROW("subsequent"),
                                     SLICE_ROW("benefit"),
                                     SLICE_ROW("pension"),
                                     SLICE_ROW("retirement"),
                                     SLICE_ROW("derivative"),
                                     SLICE_ROW("restructuring"),
                                     SLICE_ROW("investment"),
                                     SLICE_ROW("property"),
                                     SLICE_ROW("comprehensive"),
                                     SLICE_ROW("concentration"),
                                     SLICE_ROW("going concern"),
                                     SLICE_ROW("receivable"),
                                     SLICE_ROW("borrowing"),
                                     SLICE_ROW("payable"),
                                     SLICE_ROW("quarterly"),
                                     SLICE_ROW("compensation"),
                                     SLICE_ROW("litigation"),
                                     SLICE_ROW("legal proceedings"),
                                     SLICE_ROW("financial instruments"),
                                     SLICE_ROW("securities"),
                                     SLICE_ROW("summary of"),
                                     SLICE_ROW("discontinued"),
                                     SLICE_ROW("earnings"),
                                     SLICE_ROW("loans"),
                                     SLICE_ROW("supplemental"),
                                     SLICE_ROW("liabilities"),
                                     SLICE_ROW("assets")};

bool note_label_is_known(struct slice title)
{
    return title.len <= LONGEST_TITLE && phrases_in(title, KNOWN, sizeof KNOWN / sizeof *KNOWN);
}
