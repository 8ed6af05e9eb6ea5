/* SPDX-License-Identifier: MIT */
/* Roles, and styles written in words. */
#include "config/theme.h"

#include "config/suggest.h"

static const struct {
    const char *name, *help;
} roles[ROLE_COUNT] = {
#define ROLE(id, name, help) [ROLE_##id] = {name, help},
    THEME_ROLES(ROLE)
#undef ROLE
};

static const char *const color_names[] = {
    "black",        "red",           "green",       "yellow",         "blue",
    "magenta",      "cyan",          "white",       "bright-black",   "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
};

static const struct {
    const char *name;
    unsigned attribute;
} attributes[] = {
    {"bold", ATTRIBUTE_BOLD},       {"dim", ATTRIBUTE_DIM},
    {"italic", ATTRIBUTE_ITALIC},   {"underline", ATTRIBUTE_UNDERLINE},
    {"reverse", ATTRIBUTE_REVERSE},
};

enum {
    COLOR_NAMES = sizeof color_names / sizeof *color_names,
    ATTRIBUTES = sizeof attributes / sizeof *attributes,
    RGB_DIGITS = 6
};

void theme_init(struct theme *theme)
{
    theme->follows = false;
    for (size_t i = 0; i < ROLE_COUNT; i++)
        theme->styles[i] = (struct style){COLOR_TERMINAL, COLOR_TERMINAL, 0};
}

struct style theme_find(const struct theme *theme, enum role role)
{
    return theme->styles[role];
}

const char *theme_role_name(enum role role)
{
    return (unsigned)role < ROLE_COUNT ? roles[role].name : "";
}

const char *theme_role_help(enum role role)
{
    return (unsigned)role < ROLE_COUNT ? roles[role].help : "";
}

bool theme_role_find(struct slice name, enum role *role)
{
    for (unsigned i = 0; i < ROLE_COUNT; i++)
        if (slice_equal(slice_of(roles[i].name), name)) {
            *role = (enum role)i;
            return true;
        }
    return false;
}

/* "#rrggbb". */
static bool parse_rgb(struct slice word, color *result)
{
    color value = 0;
    if (word.len != RGB_DIGITS + 1 || word.at[0] != '#')
        return false;
    for (size_t i = 1; i <= RGB_DIGITS; i++) {
        char c = byte_lower(word.at[i]);
        if (!byte_is_digit(c) && !(c >= 'a' && c <= 'f'))
            return false;
        value = value * 16 + (byte_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    *result = COLOR_RGB | value;
    return true;
}

static bool parse_color(struct slice word, color *result)
{
    if (slice_equal_nocase(word, SLICE("default"))) {
        *result = COLOR_TERMINAL;
        return true;
    }
    for (int i = 0; i < COLOR_NAMES; i++)
        if (slice_equal_nocase(word, slice_of(color_names[i]))) {
            *result = i;
            return true;
        }
    long long number = slice_number(word);
    if (number >= 0 && number <= 255) {
        *result = (color)number;
        return true;
    }
    return parse_rgb(word, result);
}

static unsigned find_attribute(struct slice word)
{
    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (slice_equal_nocase(word, slice_of(attributes[i].name)))
            return attributes[i].attribute;
    return 0;
}

static bool fail_unknown(struct slice word, struct error *e)
{
    struct suggest s;
    if (slice_number(word) > 255)
        return error_set(e, ERROR_CONFIG, "a colour's number is 0 to 255, not %.*s", (int)word.len,
                         word.at);
    if (word.len > 0 && word.at[0] == '#')
        return error_set(e, ERROR_CONFIG, "'%.*s' is not written #rrggbb", (int)word.len, word.at);
    suggest_init(&s, word);
    suggest_offer(&s, "default");
    suggest_offer(&s, "on");
    for (size_t i = 0; i < COLOR_NAMES; i++)
        suggest_offer(&s, color_names[i]);
    for (size_t i = 0; i < ATTRIBUTES; i++)
        suggest_offer(&s, attributes[i].name);
    return error_set(e, ERROR_CONFIG, "unknown colour or attribute '%.*s'%s%s", (int)word.len,
                     word.at, suggest_words(&s), suggest_name(&s));
}

static bool next_word(struct slice *rest, struct slice *word)
{
    size_t end = 0;
    *rest = slice_trim(*rest);
    while (end < rest->len && !byte_is_blank(rest->at[end]))
        end++;
    *word = slice_cut(*rest, 0, end);
    *rest = slice_cut(*rest, end, rest->len);
    return end > 0;
}

bool theme_parse_style(struct slice text, struct style *style, struct error *e)
{
    struct style result = {COLOR_TERMINAL, COLOR_TERMINAL, 0};
    bool given[2] = {false, false};
    struct slice word;
    while (next_word(&text, &word)) {
        bool behind = slice_equal_nocase(word, SLICE("on"));
        unsigned attribute = find_attribute(word);
        color *place = behind ? &result.background : &result.foreground;
        if (attribute) {
            result.attributes |= attribute;
            continue;
        }
        if (behind && !next_word(&text, &word))
            return error_set(e, ERROR_CONFIG, "a colour is missing after 'on'");
        if (!parse_color(word, place))
            return fail_unknown(word, e);
        if (given[behind])
            return error_set(e, ERROR_CONFIG,
                             "two colours for one thing; the colour behind is written after 'on'");
        given[behind] = true;
    }
    *style = result;
    return true;
}

bool theme_set(struct theme *theme, struct slice role, struct slice style, struct error *e)
{
    enum role found;
    if (theme_role_find(role, &found))
        return theme_parse_style(style, &theme->styles[found], e);
    struct suggest s;
    suggest_init(&s, role);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        suggest_offer(&s, roles[i].name);
    return error_set(e, ERROR_CONFIG, "unknown role '%.*s'%s%s", (int)role.len, role.at,
                     suggest_words(&s), suggest_name(&s));
}

static void write_color(color value, struct buffer *out)
{
    if (value == COLOR_TERMINAL)
        buffer_add_text(out, "default");
    else if (value & COLOR_RGB)
        buffer_addf(out, "#%06x", (unsigned)(value & ~COLOR_RGB));
    else if (value < COLOR_NAMES)
        buffer_add_text(out, color_names[value]);
    else
        buffer_addf(out, "%d", (int)value);
}

void theme_write_style(struct style style, struct buffer *out)
{
    bool plain = style.attributes == 0 && style.background == COLOR_TERMINAL;
    const char *between = "";
    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (style.attributes & attributes[i].attribute) {
            buffer_addf(out, "%s%s", between, attributes[i].name);
            between = " ";
        }
    if (plain || style.foreground != COLOR_TERMINAL) {
        buffer_add_text(out, between);
        write_color(style.foreground, out);
        between = " ";
    }
    if (style.background != COLOR_TERMINAL) {
        buffer_addf(out, "%son ", between);
        write_color(style.background, out);
    }
}
