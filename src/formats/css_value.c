/* SPDX-License-Identifier: MIT */
#include "formats/css_value.h"

#include <string.h>

enum { LENGTH_MOST = 100000, NUMBER_MOST = 7 };

void css_split(struct css_words *words, struct slice value)
{
    int depth = 0;
    size_t begin = 0;
    words->count = 0;
    for (size_t i = 0; i <= value.len && words->count < CSS_WORDS_MOST; i++) {
        char c = i < value.len ? value.at[i] : ' ';
        depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        bool ends = i == value.len || (depth == 0 && byte_is_blank(c));
        if (ends && i > begin)
            words->at[words->count++] = slice_cut(value, begin, i);
        if (ends)
            begin = i + 1;
    }
}

/* A decimal number in thousandths, taken off the front of `text`; false when there is none. */
static bool take_number(struct slice *text, int64_t *number)
{
    size_t i = 0, digits = 0, whole = 0;
    bool minus = i < text->len && text->at[i] == '-';
    int64_t value = 0, unit = 1000;
    i += i < text->len && (text->at[i] == '-' || text->at[i] == '+');
    for (; i < text->len && byte_is_digit(text->at[i]); i++, digits++) {
        whole += whole > 0 || text->at[i] != '0';
        value =
            whole > NUMBER_MOST ? LENGTH_MOST * 1000LL : value * 10 + (text->at[i] - '0') * 1000LL;
    }
    if (i < text->len && text->at[i] == '.') {
        for (i++; i < text->len && byte_is_digit(text->at[i]); i++, digits++) {
            unit /= 10;
            value += (text->at[i] - '0') * unit;
        }
    }
    *number = minus ? -value : value;
    *text = slice_cut(*text, i, text->len);
    return digits > 0;
}

bool css_length(struct slice text, struct css_length *length)
{
    /* How many thousandths of a unit of struct css_length the thousand of a unit is. */
    static const struct {
        const char *name;
        enum css_unit unit;
        int64_t thousandths;
    } units[] = {
        {"pt", CSS_POINTS, 10000},  {"px", CSS_POINTS, 7500},   {"", CSS_POINTS, 7500},
        {"in", CSS_POINTS, 720000}, {"em", CSS_EM, 100000},     {"%", CSS_PERCENT, 10000},
        {"rem", CSS_EM, 100000},    {"ex", CSS_EM, 50000},      {"cm", CSS_POINTS, 283465},
        {"mm", CSS_POINTS, 28347},  {"pc", CSS_POINTS, 120000}, {"ch", CSS_EM, 50000},
    };
    int64_t number;
    text = slice_trim(text);
    if (!take_number(&text, &number))
        return false;
    text = slice_trim(text);
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (!css_is(text, units[i].name))
            continue;
        int64_t value = number * units[i].thousandths / 1000000;
        value = value > LENGTH_MOST ? LENGTH_MOST : value < -LENGTH_MOST ? -LENGTH_MOST : value;
        *length = (struct css_length){(int32_t)value, units[i].unit};
        return true;
    }
    return false;
}

int32_t css_points(struct css_length length, int32_t size, int32_t whole)
{
    if (length.unit == CSS_EM)
        return (int32_t)((int64_t)length.value * size / 100);
    if (length.unit == CSS_PERCENT)
        return (int32_t)((int64_t)length.value * whole / 1000);
    return length.value;
}

enum css_family css_family(struct slice text)
{
    static const struct {
        const char *name;
        enum css_family family;
    } families[] = {
        {"wingdings", CSS_WINGDINGS},
        {"wingdings 2", CSS_WINGDINGS2},
        {"wingdings2", CSS_WINGDINGS2},
        {"wingdings-2", CSS_WINGDINGS2},
        {"wingdings 3", CSS_WINGDINGS3},
        {"wingdings3", CSS_WINGDINGS3},
        {"webdings", CSS_WEBDINGS},
        {"symbol", CSS_SYMBOL},
        {"zapfdingbats", CSS_DINGBATS},
        {"zapf dingbats", CSS_DINGBATS},
        {"itc zapf dingbats", CSS_DINGBATS},
        {"dingbats", CSS_DINGBATS},
        {"wp typographicsymbols", CSS_TYPOGRAPHIC},
    };
    const char *comma = text.len ? memchr(text.at, ',', text.len) : NULL;
    struct slice name = slice_trim(comma ? slice_cut(text, 0, (size_t)(comma - text.at)) : text);
    while (name.len && (name.at[0] == '"' || name.at[0] == '\''))
        name = slice_cut(name, 1, name.len);
    while (name.len && (name.at[name.len - 1] == '"' || name.at[name.len - 1] == '\''))
        name.len--;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        if (css_is(name, families[i].name))
            return families[i].family;
    return CSS_TEXT_FONT;
}

bool css_rule_style(struct slice word, enum css_rule *rule)
{
    static const struct {
        const char *name;
        enum css_rule rule;
    } styles[] = {{"none", CSS_NO_RULE},  {"hidden", CSS_NO_RULE}, {"solid", CSS_SINGLE},
                  {"double", CSS_DOUBLE}, {"dotted", CSS_SINGLE},  {"dashed", CSS_SINGLE},
                  {"groove", CSS_SINGLE}, {"ridge", CSS_SINGLE},   {"inset", CSS_SINGLE},
                  {"outset", CSS_SINGLE}};
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (css_is(word, styles[i].name)) {
            *rule = styles[i].rule;
            return true;
        }
    }
    return false;
}

enum css_rule css_rule_of(struct slice value)
{
    enum css_rule rule = CSS_NO_RULE;
    struct css_words words;
    css_split(&words, value);
    for (size_t i = 0; i < words.count; i++) {
        struct css_length width;
        struct slice word = words.at[i];
        if (css_rule_style(word, &rule))
            continue;
        if ((css_length(word, &width) && width.value == 0) || css_is(word, "white") ||
            css_is(word, "#ffffff") || css_is(word, "#fff") || css_is(word, "transparent"))
            return CSS_NO_RULE;
    }
    return rule;
}
