/* SPDX-License-Identifier: MIT */
/* Reads the words around a term. */
#include "outline/definitions/definition_sentence.h"

#include "outline/items/line.h"

enum {
    LIST_STEPS = 24,     /* words and quotes between a term and its verb */
    BRACKET_BYTES = 160, /* between a bracket and the term in it */
    GROUP_BYTES = 300
};

static struct slice rest_of(struct slice text, size_t at)
{
    return slice_cut(text, at, text.len);
}

size_t definition_sentence_opens(struct slice text, size_t i)
{
    struct slice rest = slice_cut(text, i, i + 3);
    if (line_byte(rest, 0) == '"')
        return 1;
    if (slice_starts(rest, SLICE("\xE2\x80\x9C")))
        return 3;
    return slice_starts(rest, SLICE("``")) || slice_starts(rest, SLICE("''")) ? 2 : 0;
}

size_t definition_sentence_closes(struct slice text, size_t i)
{
    struct slice rest = slice_cut(text, i, i + 3);
    if (slice_starts(rest, SLICE("\"")))
        return 1;
    if (slice_starts(rest, SLICE("\xE2\x80\x9D")) || slice_starts(rest, SLICE("\xE2\x80\x9C")))
        return 3;
    return slice_starts(rest, SLICE("''")) || slice_starts(rest, SLICE("``")) ? 2 : 0;
}

size_t definition_sentence_quoted(struct slice text, size_t from, size_t *begin, size_t *end)
{
    *begin = from + definition_sentence_opens(text, from);
    for (size_t i = *begin; i < text.len && i < *begin + DEFINITION_TERM_BYTES; i++) {
        size_t len = definition_sentence_closes(text, i);
        if (len > 0) {
            *end = i;
            while (*end > *begin && (text.at[*end - 1] == ',' || text.at[*end - 1] == ' '))
                (*end)--;
            return *end > *begin && text.at[*begin] != ' ' ? i + len : 0;
        }
    }
    return 0;
}

/* Behind the word at `i` and the blank that follows; 0 when it is not there. */
static size_t skip_word(struct slice text, size_t i, struct slice word)
{
    if (!slice_starts_nocase(rest_of(text, i), word))
        return 0;
    char c = line_byte(text, i + word.len);
    return line_is_alnum(c) ? 0 : i + word.len + (c == ' ');
}

/* Behind what stands at `i` and may be between a term and its verb: other terms, "and", commas, a
 * remark in brackets; 0 when it is something else. */
static size_t skip_between(struct slice text, size_t i)
{
    static const struct slice words[] = {SLICE_ROW("and"),
                                         SLICE_ROW("or"),
                                         SLICE_ROW("each"),
                                         SLICE_ROW("as used herein"),
                                         SLICE_ROW("when used herein"),
                                         SLICE_ROW("as used in this agreement"),
                                         SLICE_ROW("for any period"),
                                         SLICE_ROW("with respect to any person"),
                                         SLICE_ROW("of any person"),
                                         SLICE_ROW("at any date"),
                                         SLICE_ROW("respectively"),
                                         SLICE_ROW("collectively"),
                                         SLICE_ROW("the term"),
                                         SLICE_ROW("the terms")};
    char c = line_byte(text, i);
    if (c == ' ' || c == ',' || c == ';' || c == '_')
        return i + 1;
    size_t begin;
    size_t end;
    if (definition_sentence_opens(text, i) > 0)
        return definition_sentence_quoted(text, i, &begin, &end);
    if (c == '(') {
        size_t close = slice_find(slice_cut(text, i, i + GROUP_BYTES), SLICE(")"));
        return i + close < text.len && text.at[i + close] == ')' ? i + close + 1 : 0;
    }
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t behind = skip_word(text, i, words[w]);
        if (behind > 0)
            return behind;
    }
    return 0;
}

/* "the meaning given (to it) in Section 1.1". */
static bool is_referral(struct slice rest)
{
    static const struct slice words[] = {
        SLICE_ROW("meaning given"),      SLICE_ROW("meaning set forth"),
        SLICE_ROW("meaning specified"),  SLICE_ROW("meaning assigned"),
        SLICE_ROW("meaning ascribed"),   SLICE_ROW("meaning provided"),
        SLICE_ROW("meanings given"),     SLICE_ROW("meanings set forth"),
        SLICE_ROW("meanings assigned"),  SLICE_ROW("meanings ascribed"),
        SLICE_ROW("meanings specified"), SLICE_ROW("same meaning"),
        SLICE_ROW("is defined in"),      SLICE_ROW("are defined in"),
        SLICE_ROW("meaning therefor"),   SLICE_ROW("meaning as set forth"),
        SLICE_ROW("shall be as defined")};
    rest = slice_cut(rest, 0, 80);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(rest, words[i]) < rest.len)
            return true;
    return false;
}

static bool starts_with_any(struct slice rest, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (skip_word(rest, 0, words[i]) > 0)
            return true;
    return false;
}

/* The verb that says what a term means begins the text. */
static enum definition_manner verb_of(struct slice rest)
{
    static const struct slice verbs[] = {
        SLICE_ROW("means"),           SLICE_ROW("mean"),
        SLICE_ROW("shall mean"),      SLICE_ROW("will mean"),
        SLICE_ROW("shall also mean"), SLICE_ROW("is defined"),
        SLICE_ROW("are defined"),     SLICE_ROW("shall be defined"),
        SLICE_ROW("refers to"),       SLICE_ROW("refer to"),
        SLICE_ROW("shall refer to"),  SLICE_ROW("includes"),
        SLICE_ROW("include"),         SLICE_ROW("shall include"),
        SLICE_ROW("shall be deemed"), SLICE_ROW("shall be as defined"),
        SLICE_ROW("is used to mean"), SLICE_ROW("shall initially mean")};
    /* These do only where a meaning is said to be what one has. */
    static const struct slice having[] = {SLICE_ROW("shall have"), SLICE_ROW("has"),
                                          SLICE_ROW("have"),       SLICE_ROW("will have"),
                                          SLICE_ROW("as used"),    SLICE_ROW("when used")};
    struct slice near = slice_cut(rest, 0, 80);
    bool means = starts_with_any(rest, verbs, sizeof verbs / sizeof *verbs) ||
                 (starts_with_any(rest, having, sizeof having / sizeof *having) &&
                  slice_find_nocase(near, SLICE("mean")) < near.len);
    return !means ? DEFINITION_NONE : is_referral(rest) ? DEFINITION_REFERRED : DEFINITION_MEANS;
}

/* The term begins its paragraph, or the cell of a row, but for marks and a number. */
static bool is_head(struct slice text, size_t from)
{
    size_t i = from;
    while (i > 0 && text.at[i - 1] != '\t' && from - i < 8)
        i--;
    if (i > 0 && text.at[i - 1] != '\t')
        return false;
    return line_letters(slice_cut(text, i, from)) <= 2;
}

/* A bracket that is open at `from` and closes behind `to`. */
static bool is_in_brackets(struct slice text, size_t from, size_t to)
{
    size_t i = from;
    while (i > 0 && from - i < BRACKET_BYTES && text.at[i - 1] != '(') {
        if (text.at[i - 1] == ')')
            return false;
        i--;
    }
    if (i == 0 || text.at[i - 1] != '(')
        return false;
    /* "(the word "shall" is not used)" names it: behind the name the bracket ends, or the list goes
     * on. */
    struct slice inside = slice_cut(text, i, from);
    size_t close = to;
    while (close < text.len && close < to + BRACKET_BYTES && text.at[close] != ')')
        close++;
    bool closed = close < text.len && text.at[close] == ')';
    return closed && slice_find_nocase(inside, SLICE("see ")) == inside.len;
}

/* "hereinafter referred to as the" stands before it. */
static bool is_called(struct slice text, size_t from)
{
    static const struct slice phrases[] = {
        SLICE_ROW("referred to as"),   SLICE_ROW("called"),       SLICE_ROW("known as"),
        SLICE_ROW("designated as"),    SLICE_ROW("defined as"),   SLICE_ROW("refer to as"),
        SLICE_ROW("individually"),     SLICE_ROW("collectively"), SLICE_ROW("hereinafter"),
        SLICE_ROW("doing business as")};
    struct slice before = slice_trim(slice_cut(text, from > 60 ? from - 60 : 0, from));
    static const struct slice articles[] = {SLICE_ROW(" the"),  SLICE_ROW(" a"),   SLICE_ROW(" an"),
                                            SLICE_ROW(" its"),  SLICE_ROW(" our"), SLICE_ROW(" as"),
                                            SLICE_ROW(" such"), SLICE_ROW(",")};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (slice_ends_nocase(before, articles[i]) && !slice_equal(articles[i], SLICE(" as")))
            before = slice_trim(slice_cut(before, 0, before.len - articles[i].len));
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (slice_ends_nocase(before, phrases[i]))
            return true;
    return false;
}

enum definition_manner definition_sentence_manner(struct slice text, size_t from, size_t to)
{
    size_t at = to;
    for (size_t n = 0; n < LIST_STEPS && at < text.len; n++) {
        enum definition_manner manner = verb_of(rest_of(text, at));
        if (manner != DEFINITION_NONE)
            return manner;
        size_t next = skip_between(text, at);
        if (next == 0)
            break;
        at = next;
    }
    if (is_in_brackets(text, from, to) || is_called(text, from))
        return DEFINITION_CALLED;
    size_t behind = to + (line_byte(text, to) == ' ');
    struct slice rest = rest_of(text, behind);
    bool set_off = line_byte(rest, 0) == ':' || line_byte(rest, 0) == '\t' ||
                   slice_starts(rest, SLICE("-")) || slice_starts(rest, SLICE("\xE2\x80\x93")) ||
                   slice_starts(rest, SLICE("\xE2\x80\x94")) || line_byte(rest, 0) == '=';
    return set_off && is_head(text, from) && line_letters(rest) > 8 ? DEFINITION_HEADED
                                                                    : DEFINITION_NONE;
}

/* A full stop at `i` ends a sentence: a blank and a capital, a quote or a bracket follow, and no
 * abbreviation stands before it. */
static bool is_stop(struct slice text, size_t i)
{
    static const struct slice shorts[] = {
        SLICE_ROW("inc"), SLICE_ROW("corp"), SLICE_ROW("co"),  SLICE_ROW("no"),  SLICE_ROW("ltd"),
        SLICE_ROW("mr"),  SLICE_ROW("ms"),   SLICE_ROW("dr"),  SLICE_ROW("sec"), SLICE_ROW("st"),
        SLICE_ROW("vs"),  SLICE_ROW("mrs"),  SLICE_ROW("nos"), SLICE_ROW("art"), SLICE_ROW("llc")};
    if (text.at[i] != '.' && text.at[i] != '?' && text.at[i] != '!')
        return false;
    size_t next = i + 1 + definition_sentence_closes(text, i + 1);
    if (line_byte(text, next) != ' ' && next < text.len)
        return false;
    char c = line_byte(text, next + 1);
    if (c != 0 && !byte_is_upper(c) && c != '"' && c != '(' && (unsigned char)c < 0x80)
        return false;
    size_t word = i;
    while (word > 0 && line_is_alnum(text.at[word - 1]))
        word--;
    struct slice before = slice_cut(text, word, i);
    for (size_t w = 0; w < sizeof shorts / sizeof *shorts; w++)
        if (slice_equal_nocase(before, shorts[w]))
            return false;
    return !(before.len == 1 && byte_is_upper(before.at[0]));
}

void definition_sentence_bounds(struct slice text, enum definition_manner manner, size_t from,
                                size_t to, size_t *begin, size_t *end)
{
    *begin = from;
    while (*begin > 0 && !(text.at[*begin - 1] == ' ' && *begin > 1 && is_stop(text, *begin - 2)))
        (*begin)--;
    *end = to;
    if (manner != DEFINITION_CALLED) {
        *end = text.len; /* what a term means may take several sentences */
        return;
    }
    while (*end < text.len && !is_stop(text, *end))
        (*end)++;
    *end = *end < text.len ? *end + 1 : text.len;
}
