/* SPDX-License-Identifier: MIT */
/* What is said around a printed number: its sign, percent, thousands and millions. */
#include "base/utf8.h"
#include "search/number.h"
#include "search/translate.h"

enum { FAR = 24 }; /* characters between a number and what belongs to it */

static bool is_blank(uint32_t code, bool lines)
{
    return code == ' ' || code == '\t' || code == 0xA0 || code == TRANSLATE_MADE_BLANK ||
           (code >= 0x2002 && code <= 0x200A) || code == 0x202F || (lines && code == '\n');
}

static bool is_minus(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2013) || code == 0x2212;
}

/* The character before byte *i, which is set to where it begins; 0 at the front. */
static uint32_t before(struct slice s, size_t *i)
{
    size_t from = *i;
    while (from > 0 && *i - from < UTF8_MAX && ((unsigned char)s.at[--from] & 0xC0) == 0x80)
        ;
    struct slice one = slice_cut(s, from, *i);
    *i = from;
    return one.len > 0 ? utf8_next(&one) : 0;
}

/* The character at byte `i`; 0 at the end. */
static uint32_t at(struct slice s, size_t i, size_t *next)
{
    struct slice rest = slice_cut(s, i, s.len);
    uint32_t code = rest.len > 0 ? utf8_next(&rest) : 0;
    *next = s.len - rest.len;
    return code;
}

static size_t skip_blanks(struct slice s, size_t i, bool lines)
{
    size_t next = i;
    for (size_t n = 0; n < FAR && is_blank(at(s, i, &next), lines); n++)
        i = next;
    return i;
}

/* A dash is a minus unless it joins what stands on both sides, as in a range. */
static bool joins(struct slice s, size_t dash)
{
    uint32_t code = before(s, &dash);
    return code == ')' || is_minus(code) ||
           (code < 0x80 && (byte_is_letter((char)code) || byte_is_digit((char)code)));
}

enum opening { OPEN_NOTHING, OPEN_MINUS, OPEN_PARENTHESIS };

/* What opens before byte `i`, a currency sign between aside; *start is where it does when it
 * touches the number. */
static enum opening opening(struct slice s, size_t i, size_t *start)
{
    bool blanks = false, touches = true;
    for (size_t n = 0; n < FAR; n++) {
        size_t place = i;
        uint32_t code = before(s, &place);
        if (is_minus(code) && !blanks && !joins(s, place)) {
            *start = touches ? place : *start;
            return OPEN_MINUS;
        }
        if (code == '(') {
            *start = touches ? place : *start;
            return OPEN_PARENTHESIS;
        }
        if (!is_blank(code, false) && !translate_is_currency(code))
            return OPEN_NOTHING;
        blanks = is_blank(code, false);
        touches = false;
        i = place;
    }
    return OPEN_NOTHING;
}

static size_t behind_word(struct slice s, size_t i)
{
    size_t end = i;
    while (end < s.len && end - i < FAR && byte_is_letter(s.at[end]))
        end++;
    return end;
}

/* The word at byte `i` says a power of ten. */
static int unit_at(struct slice s, size_t i, bool touches)
{
    static const struct {
        const char *word;
        int power;
        bool short_only; /* touches the number */
    } units[] = {{"thousand", 3, false},  {"thousands", 3, false}, {"million", 6, false},
                 {"millions", 6, false},  {"billion", 9, false},   {"billions", 9, false},
                 {"trillion", 12, false}, {"mm", 6, false},        {"mn", 6, false},
                 {"mil", 6, false},       {"mill", 6, false},      {"bn", 9, false},
                 {"bln", 9, false},       {"tn", 12, false},       {"k", 3, true},
                 {"m", 6, true},          {"b", 9, true}};
    struct slice word = slice_cut(s, i, behind_word(s, i));
    for (size_t k = 0; word.len > 0 && k < sizeof units / sizeof *units; k++)
        if ((touches || !units[k].short_only) && slice_equal_nocase(word, slice_of(units[k].word)))
            return units[k].power;
    return 0;
}

/* Behind "percent" at byte `i`, or `i`. */
static size_t behind_percent(struct slice s, size_t i)
{
    struct slice rest = slice_cut(s, i, s.len);
    if (slice_starts(rest, SLICE("%")))
        return i + 1;
    if (slice_starts_nocase(rest, SLICE("per cent")))
        return i + SLICE("per cent").len;
    return slice_starts_nocase(rest, SLICE("percent")) ? behind_word(s, i) : i;
}

struct number_side number_around(struct slice text, const struct number *n)
{
    struct number_side side = {.start = n->start, .end = n->end};
    enum opening open = opening(text, n->start, &side.start);
    size_t i = skip_blanks(text, n->end, false), next;
    side.percent = i < text.len && text.at[i] == '%';
    if (side.percent)
        i = skip_blanks(text, i + 1, false);
    bool closed = open == OPEN_PARENTHESIS && i < text.len && text.at[i] == ')';
    if (closed)
        i++;
    side.beyond = side.percent || closed ? i : n->end;
    size_t word = skip_blanks(text, i, true), behind = behind_percent(text, word);
    if (!side.percent && behind > word) {
        side.percent = true;
        side.beyond = behind;
    }
    if (word < text.len && text.at[word] == '-')
        word++;
    side.unit = unit_at(text, word, word == n->end);
    if (side.unit > 0)
        side.beyond = behind_word(text, word);
    /* Some print the minus behind the number. */
    bool trails = is_minus(at(text, n->end, &next)) && is_blank(at(text, next, &next), true);
    side.negative = open == OPEN_MINUS || closed || (open == OPEN_NOTHING && trails);
    if (open == OPEN_PARENTHESIS && !closed)
        side.start = n->start;
    while (side.end < text.len &&
           ((closed && text.at[side.end] == ')') || text.at[side.end] == '%'))
        side.end++;
    return side;
}
