/* SPDX-License-Identifier: MIT */
/* Options: their table, and a value for each. */
#include "config/settings.h"

#include "config/suggest.h"
#include "config/template.h"

static const struct option options[OPTION_COUNT] = {
#define OPTION(id, name, type, value, minimum, maximum, choices, help)                             \
    {OPTION_##id, name, OPTION_IS_##type, value, minimum, maximum, choices, help},
#include "config/options.def"
};

enum { PERCENT_MINIMUM = 5, PERCENT_MAXIMUM = 95 };

static const struct {
    const char *word;
    int value;
} truths[] = {{"yes", 1}, {"no", 0}, {"on", 1}, {"off", 0}, {"true", 1}, {"false", 0}};

enum { TRUTHS = sizeof truths / sizeof *truths };

const struct option *option_get(enum option_id id)
{
    return (unsigned)id < OPTION_COUNT ? &options[id] : NULL;
}

const struct option *option_find(struct slice name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (slice_equal(slice_of(options[i].name), name))
            return &options[i];
    return NULL;
}

struct slice option_choice(const struct option *option, size_t index)
{
    struct slice rest = slice_of(option->type == OPTION_IS_BOOL     ? "yes no"
                                 : option->type == OPTION_IS_CHOICE ? option->choices
                                                                    : "");
    for (;;) {
        size_t end = slice_find(rest, SLICE(" "));
        if (index == 0)
            return slice_cut(rest, 0, end);
        if (end == rest.len)
            return (struct slice){NULL, 0};
        rest = slice_cut(rest, end + 1, rest.len);
        index--;
    }
}

static bool parse_bool(const struct option *option, struct slice text, int *value, struct error *e)
{
    for (size_t i = 0; i < TRUTHS; i++)
        if (slice_equal_nocase(text, slice_of(truths[i].word))) {
            *value = truths[i].value;
            return true;
        }
    return error_set(e, ERROR_CONFIG, "%s is yes or no, not '%.*s'", option->name, (int)text.len,
                     text.at);
}

static bool parse_choice(const struct option *option, struct slice text, int *value,
                         struct error *e)
{
    struct slice choice;
    for (size_t i = 0; (choice = option_choice(option, i)).len > 0; i++)
        if (slice_equal_nocase(choice, text)) {
            *value = (int)i;
            return true;
        }
    return error_set(e, ERROR_CONFIG, "%s is one of: %s; not '%.*s'", option->name, option->choices,
                     (int)text.len, text.at);
}

static bool parse_number(const struct option *option, struct slice text, int *value,
                         struct error *e)
{
    bool percent = option->type == OPTION_IS_WIDTH && text.len > 0 && text.at[text.len - 1] == '%';
    int minimum = percent ? PERCENT_MINIMUM : option->minimum;
    int maximum = percent ? PERCENT_MAXIMUM : option->maximum;
    const char *unit = percent ? "%" : "";
    long long number = slice_number(slice_cut(text, 0, text.len - (percent ? 1 : 0)));
    if (number < 0)
        return error_set(e, ERROR_CONFIG, "%s is a number%s, not '%.*s'", option->name,
                         option->type == OPTION_IS_WIDTH ? " of columns, or of per cent with a %"
                                                         : "",
                         (int)text.len, text.at);
    if (number < minimum || number > maximum)
        return error_set(e, ERROR_CONFIG, "%s is %d%s to %d%s, not '%.*s'", option->name, minimum,
                         unit, maximum, unit, (int)text.len, text.at);
    *value = percent ? -(int)number : (int)number;
    return true;
}

/* Which of the texts the option's is. */
static size_t text_index(const struct option *option)
{
    size_t index = 0;
    for (const struct option *o = options; o < option; o++)
        index += o->type == OPTION_IS_TEXT;
    return index;
}

static bool parse_text(struct settings *settings, const struct option *option, struct slice text,
                       struct error *e)
{
    if (text.len < (size_t)option->minimum || text.len > (size_t)option->maximum)
        return error_set(e, ERROR_CONFIG, "%s is %d to %d bytes, not %zu", option->name,
                         option->minimum, option->maximum, text.len);
    if (*option->choices && !template_check(text, option->name, option->choices, e))
        return false;
    char *at = settings->texts[text_index(option)];
    memmove(at, text.at, text.len);
    memset(at + text.len, 0, SETTINGS_TEXT_LONGEST - text.len);
    settings->values[option->id] = (int)text.len;
    return true;
}

static bool parse_value(struct settings *settings, const struct option *option, struct slice text,
                        struct error *e)
{
    int *value = &settings->values[option->id];
    text = slice_trim(text);
    switch (option->type) {
    case OPTION_IS_BOOL:
        return parse_bool(option, text, value, e);
    case OPTION_IS_CHOICE:
        return parse_choice(option, text, value, e);
    case OPTION_IS_NUMBER:
    case OPTION_IS_WIDTH:
        return parse_number(option, text, value, e);
    case OPTION_IS_TEXT:
        return parse_text(settings, option, text, e);
    }
    return false;
}

void settings_init(struct settings *settings)
{
    *settings = (struct settings){0};
    for (size_t i = 0; i < OPTION_COUNT; i++)
        parse_value(settings, &options[i], slice_of(options[i].value), NULL);
}

int settings_get(const struct settings *settings, enum option_id option)
{
    return settings->values[option];
}

bool settings_is(const struct settings *settings, enum option_id option)
{
    return settings->values[option] != 0;
}

int settings_columns(const struct settings *settings, enum option_id option, int total)
{
    int value = settings->values[option];
    if (value >= 0)
        return value;
    return (int)(-(long long)value * (total > 0 ? total : 0) / 100);
}

struct slice settings_text(const struct settings *settings, enum option_id option)
{
    return (struct slice){settings->texts[text_index(&options[option])],
                          (size_t)settings->values[option]};
}

void settings_put(struct settings *settings, enum option_id option, int value)
{
    const struct option *o = &options[option];
    settings->values[option] = value < o->minimum   ? o->minimum
                               : value > o->maximum ? o->maximum
                                                    : value;
}

static bool fail_unknown(struct slice name, struct error *e)
{
    struct suggest s;
    suggest_init(&s, name);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        suggest_offer(&s, options[i].name);
    return error_set(e, ERROR_CONFIG, "unknown option '%.*s'%s%s", (int)name.len, name.at,
                     suggest_words(&s), suggest_name(&s));
}

bool settings_set(struct settings *settings, struct slice name, struct slice value, struct error *e)
{
    const struct option *option = option_find(name);
    if (!option)
        return fail_unknown(name, e);
    return parse_value(settings, option, value, e);
}

/* "name!": the other value; of a choice, the next. */
static bool turn(struct settings *settings, const struct option *option, struct error *e)
{
    int *value = &settings->values[option->id];
    if (option->type != OPTION_IS_BOOL && option->type != OPTION_IS_CHOICE)
        return error_set(e, ERROR_CONFIG, "%s needs a value: %s=%s", option->name, option->name,
                         option->value);
    *value = *value < option->maximum ? *value + 1 : 0;
    return true;
}

/* "name", "noname", "name!": a word without a value. */
static bool set_word(struct settings *settings, struct slice word, enum option_id *changed,
                     struct error *e)
{
    bool other = word.len > 0 && word.at[word.len - 1] == '!';
    struct slice name = slice_cut(word, 0, word.len - (other ? 1 : 0));
    const struct option *option = option_find(name);
    bool no = false;
    if (!option && slice_starts(name, SLICE("no"))) {
        option = option_find(slice_cut(name, 2, name.len));
        no = true;
    }
    if (!option || (no && (other || option->type != OPTION_IS_BOOL)))
        return fail_unknown(name, e);
    *changed = option->id;
    if (other)
        return turn(settings, option, e);
    if (option->type != OPTION_IS_BOOL)
        return error_set(e, ERROR_CONFIG, "%s needs a value: %s=%s", option->name, option->name,
                         option->value);
    settings->values[option->id] = !no;
    return true;
}

bool settings_command(struct settings *settings, struct slice text, enum option_id *changed,
                      struct error *e)
{
    enum option_id option;
    size_t end = 0;
    text = slice_trim(text);
    if (!changed)
        changed = &option;
    if (text.len == 0)
        return error_set(e, ERROR_CONFIG, "set needs an option");
    while (end < text.len && text.at[end] != '=' && !byte_is_blank(text.at[end]))
        end++;
    struct slice name = slice_cut(text, 0, end);
    struct slice value = slice_trim(slice_cut(text, end, text.len));
    if (value.len == 0)
        return set_word(settings, name, changed, e);
    if (value.at[0] == '=')
        value = slice_trim(slice_cut(value, 1, value.len));
    if (option_find(name))
        *changed = option_find(name)->id;
    return settings_set(settings, name, value, e);
}

void settings_write(const struct settings *settings, enum option_id option, struct buffer *out)
{
    const struct option *o = &options[option];
    int value = settings->values[option];
    if (o->type == OPTION_IS_BOOL)
        buffer_add_text(out, value ? "yes" : "no");
    else if (o->type == OPTION_IS_CHOICE)
        buffer_add(out, option_choice(o, (size_t)value));
    else if (o->type == OPTION_IS_TEXT)
        buffer_add(out, settings_text(settings, option));
    else
        buffer_addf(out, "%d%s", value < 0 ? -value : value, value < 0 ? "%" : "");
}
