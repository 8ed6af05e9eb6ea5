/* SPDX-License-Identifier: MIT */
#include "formats/css_box.h"

#include "formats/css_value.h"

#include <stddef.h>

void css_set_length(struct css *css, uint32_t bit, struct css_length *to, struct slice value)
{
    struct css_length length;
    if (!css_length(value, &length))
        return;
    *to = length;
    css->set |= bit;
}

static void set_border(struct css *css, uint32_t bits, enum css_rule rule)
{
    if (bits & CSS_ABOVE)
        css->above = (uint8_t)rule;
    if (bits & CSS_BELOW)
        css->below = (uint8_t)rule;
    css->set |= bits;
}

/* border-style and the like: one to four styles, top, right, bottom, left. */
static void set_border_style(struct css *css, uint32_t bits, struct slice value)
{
    struct css_words words;
    enum css_rule rule = CSS_NO_RULE;
    css_split(&words, value);
    if (bits & CSS_ABOVE && words.count > 0 && css_rule_style(words.at[0], &rule))
        set_border(css, CSS_ABOVE, rule);
    size_t bottom = words.count > 2 ? 2 : 0;
    if (bits & CSS_BELOW && words.count > 0 && css_rule_style(words.at[bottom], &rule))
        set_border(css, CSS_BELOW, rule);
}

/* A width of 0 takes the rule away. */
static void set_border_width(struct css *css, uint32_t bits, struct slice value)
{
    struct css_words words;
    struct css_length width;
    css_split(&words, value);
    size_t bottom = words.count > 2 ? 2 : 0;
    if (bits & CSS_ABOVE && words.count > 0 && css_length(words.at[0], &width) && width.value == 0)
        set_border(css, CSS_ABOVE, CSS_NO_RULE);
    if (bits & CSS_BELOW && words.count > 0 && css_length(words.at[bottom], &width) &&
        width.value == 0)
        set_border(css, CSS_BELOW, CSS_NO_RULE);
}

/* margin and padding: one to four lengths, top, right, bottom, left. */
static void set_box(struct css *css, struct slice value, bool padding)
{
    struct css_words words;
    css_split(&words, value);
    if (words.count == 0)
        return;
    struct slice top = words.at[0];
    struct slice bottom = words.at[words.count > 2 ? 2 : 0];
    struct slice right = words.at[words.count > 1 ? 1 : 0];
    struct slice left = words.at[words.count > 3 ? 3 : words.count > 1 ? 1 : 0];
    if (padding) {
        css_set_length(css, CSS_PADDING_TOP, &css->padding_top, top);
        css_set_length(css, CSS_PADDING_BOTTOM, &css->padding_bottom, bottom);
        css_set_length(css, CSS_PADDING_LEFT, &css->padding_left, left);
        css_set_length(css, CSS_PADDING_RIGHT, &css->padding_right, right);
    } else {
        css_set_length(css, CSS_MARGIN_TOP, &css->margin_top, top);
        css_set_length(css, CSS_MARGIN_BOTTOM, &css->margin_bottom, bottom);
        css_set_length(css, CSS_MARGIN_LEFT, &css->margin_left, left);
        css_set_length(css, CSS_MARGIN_RIGHT, &css->margin_right, right);
    }
}

static bool is_page(struct slice value)
{
    static const char *const names[] = {"always", "page", "left", "right", "recto", "verso"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (css_is(value, names[i]))
            return true;
    return false;
}

static void set_break(struct css *css, uint32_t bit, struct slice value)
{
    if (bit == CSS_BREAK_BEFORE)
        css->break_before = is_page(value);
    else
        css->break_after = is_page(value);
    css->set |= bit;
}

/* The properties that are one length. */
static const struct {
    enum css_property property;
    uint32_t bit;
    size_t member;
} lengths[] = {
    {P_MARGIN_TOP, CSS_MARGIN_TOP, offsetof(struct css, margin_top)},
    {P_MARGIN_BOTTOM, CSS_MARGIN_BOTTOM, offsetof(struct css, margin_bottom)},
    {P_MARGIN_LEFT, CSS_MARGIN_LEFT, offsetof(struct css, margin_left)},
    {P_MARGIN_RIGHT, CSS_MARGIN_RIGHT, offsetof(struct css, margin_right)},
    {P_PADDING_TOP, CSS_PADDING_TOP, offsetof(struct css, padding_top)},
    {P_PADDING_BOTTOM, CSS_PADDING_BOTTOM, offsetof(struct css, padding_bottom)},
    {P_PADDING_LEFT, CSS_PADDING_LEFT, offsetof(struct css, padding_left)},
    {P_PADDING_RIGHT, CSS_PADDING_RIGHT, offsetof(struct css, padding_right)},
    {P_WIDTH, CSS_WIDTH, offsetof(struct css, width)},
    {P_HEIGHT, CSS_HEIGHT, offsetof(struct css, height)},
};

static bool declare_length(struct css *css, enum css_property property, struct slice value)
{
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        if (lengths[i].property != property)
            continue;
        struct css_length *to = (struct css_length *)((char *)css + lengths[i].member);
        css_set_length(css, lengths[i].bit, to, value);
        return true;
    }
    return false;
}

static bool declare_border(struct css *css, enum css_property property, struct slice value)
{
    switch (property) {
    case P_BORDER:
        set_border(css, CSS_ABOVE | CSS_BELOW, css_rule_of(value));
        return true;
    case P_BORDER_TOP:
        set_border(css, CSS_ABOVE, css_rule_of(value));
        return true;
    case P_BORDER_BOTTOM:
        set_border(css, CSS_BELOW, css_rule_of(value));
        return true;
    case P_BORDER_STYLE:
        set_border_style(css, CSS_ABOVE | CSS_BELOW, value);
        return true;
    case P_BORDER_TOP_STYLE:
        set_border_style(css, CSS_ABOVE, value);
        return true;
    case P_BORDER_BOTTOM_STYLE:
        set_border_style(css, CSS_BELOW, value);
        return true;
    case P_BORDER_WIDTH:
        set_border_width(css, CSS_ABOVE | CSS_BELOW, value);
        return true;
    case P_BORDER_TOP_WIDTH:
        set_border_width(css, CSS_ABOVE, value);
        return true;
    case P_BORDER_BOTTOM_WIDTH:
        set_border_width(css, CSS_BELOW, value);
        return true;
    default:
        return false;
    }
}

bool css_declare_box(struct css *css, enum css_property property, struct slice value)
{
    switch (property) {
    case P_MARGIN:
        set_box(css, value, false);
        return true;
    case P_PADDING:
        set_box(css, value, true);
        return true;
    case P_BREAK_BEFORE:
        set_break(css, CSS_BREAK_BEFORE, value);
        return true;
    case P_BREAK_AFTER:
        set_break(css, CSS_BREAK_AFTER, value);
        return true;
    case P_FLOAT:
        css->floats = css_is(value, "left");
        css->set |= CSS_FLOAT;
        return true;
    default:
        return declare_length(css, property, value) || declare_border(css, property, value);
    }
}
