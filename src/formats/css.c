/* SPDX-License-Identifier: MIT */
#include "formats/css.h"

#include "formats/css_box.h"
#include "formats/css_property.h"
#include "formats/css_value.h"

#include <string.h>

static bool set_weight(struct css *css, struct slice word)
{
    long long number = slice_number(word);
    bool bold = css_is(word, "bold") || css_is(word, "bolder") || (number >= 600 && number <= 1000);
    if (!bold && !css_is(word, "normal") && !css_is(word, "lighter") && number < 1)
        return false;
    css->bold = bold;
    css->set |= CSS_BOLD;
    return true;
}

static bool set_italic(struct css *css, struct slice word)
{
    if (!css_is(word, "italic") && !css_is(word, "oblique") && !css_is(word, "normal"))
        return false;
    css->italic = !css_is(word, "normal");
    css->set |= CSS_ITALIC;
    return true;
}

static bool set_caps(struct css *css, struct slice word)
{
    if (!css_is(word, "small-caps") && !css_is(word, "normal") && !css_is(word, "all-small-caps"))
        return false;
    css->small_caps = !css_is(word, "normal");
    css->set |= CSS_SMALL_CAPS;
    return true;
}

static void set_size(struct css *css, struct slice word)
{
    static const struct {
        const char *name;
        int32_t points;
    } sizes[] = {{"xx-small", 75}, {"x-small", 75},  {"small", 100},   {"medium", 120},
                 {"large", 135},   {"x-large", 180}, {"xx-large", 240}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (css_is(word, sizes[i].name)) {
            css->size = (struct css_length){sizes[i].points, CSS_POINTS};
            css->set |= CSS_SIZE;
        }
    }
    if (css_is(word, "smaller") || css_is(word, "larger")) {
        css->size = (struct css_length){css_is(word, "smaller") ? 83 : 120, CSS_EM};
        css->set |= CSS_SIZE;
    }
    css_set_length(css, CSS_SIZE, &css->size, word);
}

/* "italic bold 10pt/120% Times, serif": what stands behind the size is the families. */
static void set_font(struct css *css, struct slice value)
{
    struct css_words words;
    css_split(&words, value);
    css->bold = css->italic = css->small_caps = false;
    css->set |= CSS_BOLD | CSS_ITALIC | CSS_SMALL_CAPS;
    for (size_t i = 0; i < words.count; i++) {
        struct slice word = words.at[i];
        uint32_t before = css->set & CSS_SIZE;
        const char *slash = memchr(word.at, '/', word.len);
        if (css_is(word, "normal"))
            continue;
        if ((byte_is_letter(word.at[0]) || word.len == 3) &&
            (set_weight(css, word) || set_italic(css, word) || set_caps(css, word)))
            continue;
        css->set &= ~(uint32_t)CSS_SIZE;
        set_size(css, slash ? slice_cut(word, 0, (size_t)(slash - word.at)) : word);
        if (css->set & CSS_SIZE) {
            size_t behind = (size_t)(word.at + word.len - value.at);
            css->family = (uint8_t)css_family(slice_cut(value, behind, value.len));
            css->set |= CSS_FAMILY;
            return;
        }
        css->set |= before;
    }
}

static void set_display(struct css *css, struct slice value)
{
    css->display = css_is(value, "none")           ? CSS_NONE
                   : css_is(value, "inline")       ? CSS_INLINE
                   : css_is(value, "inline-block") ? CSS_INLINE_BLOCK
                   : css_is(value, "block")        ? CSS_BLOCK
                                                   : CSS_OTHER_DISPLAY;
    css->set |= CSS_DISPLAY;
}

static void set_align(struct css *css, struct slice value)
{
    struct slice name = value;
    if (slice_starts_nocase(name, SLICE("-moz-")))
        name = slice_cut(name, 5, name.len);
    css->align = css_is(name, "center")                         ? CSS_CENTER
                 : css_is(name, "right") || css_is(name, "end") ? CSS_RIGHT
                                                                : CSS_LEFT;
    if (!css_is(name, "inherit"))
        css->set |= CSS_ALIGN;
}

static void set_decoration(struct css *css, struct slice value)
{
    struct css_words words;
    css_split(&words, value);
    css->decoration = 0;
    for (size_t i = 0; i < words.count; i++)
        css->decoration |= (uint8_t)(css_is(words.at[i], "underline")      ? CSS_UNDERLINE
                                     : css_is(words.at[i], "line-through") ? CSS_LINE_THROUGH
                                                                           : 0);
    css->set |= CSS_DECORATION;
}

static void set_list(struct css *css, struct slice value)
{
    static const struct {
        const char *name;
        enum css_list list;
    } lists[] = {{"none", CSS_NO_MARKER},
                 {"disc", CSS_DISC},
                 {"circle", CSS_DISC},
                 {"square", CSS_DISC},
                 {"decimal", CSS_DECIMAL},
                 {"lower-alpha", CSS_ALPHA},
                 {"lower-latin", CSS_ALPHA},
                 {"upper-alpha", CSS_UPPER_ALPHA},
                 {"upper-latin", CSS_UPPER_ALPHA},
                 {"lower-roman", CSS_ROMAN},
                 {"upper-roman", CSS_UPPER_ROMAN}};
    struct css_words words;
    css_split(&words, value);
    for (size_t w = 0; w < words.count; w++) {
        for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
            if (css_is(words.at[w], lists[i].name)) {
                css->list = (uint8_t)lists[i].list;
                css->set |= CSS_LIST;
            }
        }
    }
}

/* Text is set higher or lower: vertical-align, or a place relative to where it would be. */
static void set_raised(struct css *css, struct slice value, int sign)
{
    struct css_length length;
    if (css_is(value, "super") || css_is(value, "sub") || css_is(value, "baseline")) {
        css->raised = css_is(value, "super") ? 1 : css_is(value, "sub") ? -1 : css->raised;
        css->set |= CSS_RAISED;
    } else if (css_length(value, &length) && length.value != 0) {
        css->raised = (int8_t)(length.value > 0 ? sign : -sign);
        css->set |= CSS_RAISED;
    }
}

static void set_space(struct css *css, struct slice value)
{
    css->space = css_is(value, "pre")                                     ? CSS_PRE
                 : css_is(value, "pre-wrap") || css_is(value, "pre-line") ? CSS_LINES
                                                                          : CSS_FOLD;
    css->set |= CSS_SPACE;
}

/* The properties of letters. */
static bool declare_letters(struct css *css, enum css_property property, struct slice value)
{
    switch (property) {
    case P_FONT:
        set_font(css, value);
        return true;
    case P_FONT_WEIGHT:
        set_weight(css, value);
        return true;
    case P_FONT_STYLE:
        set_italic(css, value);
        return true;
    case P_FONT_VARIANT:
        set_caps(css, value);
        return true;
    case P_FONT_SIZE:
        set_size(css, value);
        return true;
    case P_FONT_FAMILY:
        if (!css_is(value, "inherit")) {
            css->family = (uint8_t)css_family(value);
            css->set |= CSS_FAMILY;
        }
        return true;
    case P_TEXT_TRANSFORM:
        css->upper = css_is(value, "uppercase");
        css->set |= CSS_TRANSFORM;
        return true;
    case P_TEXT_DECORATION:
        set_decoration(css, value);
        return true;
    default:
        return false;
    }
}

/* Where text stands, and whether it does. */
static void declare_text(struct css *css, enum css_property property, struct slice value)
{
    switch (property) {
    case P_DISPLAY:
        set_display(css, value);
        break;
    case P_VISIBILITY:
        css->invisible = css_is(value, "hidden") || css_is(value, "collapse");
        css->set |= CSS_VISIBILITY;
        break;
    case P_TEXT_ALIGN:
        set_align(css, value);
        break;
    case P_TEXT_INDENT:
        css_set_length(css, CSS_INDENT, &css->indent, value);
        break;
    case P_WHITE_SPACE:
        set_space(css, value);
        break;
    case P_LIST_STYLE:
        set_list(css, value);
        break;
    case P_VERTICAL_ALIGN:
        set_raised(css, value, 1);
        break;
    case P_POSITION:
        css->positioned = css_is(value, "relative");
        break;
    case P_TOP:
    case P_BOTTOM:
        if (css->positioned)
            set_raised(css, value, property == P_TOP ? -1 : 1);
        break;
    default:
        break;
    }
}

static void declare(struct css *css, struct slice name, struct slice value)
{
    const char *mark = value.len ? memrchr(value.at, '!', value.len) : NULL;
    if (mark)
        value = slice_trim(slice_cut(value, 0, (size_t)(mark - value.at)));
    if (value.len == 0)
        return;
    enum css_property property = css_property_of(name);
    if (!css_declare_box(css, property, value) && !declare_letters(css, property, value))
        declare_text(css, property, value);
}

/* Where the declaration that begins at `from` ends: at a ";" that is not quoted. */
static size_t declaration_end(struct slice text, size_t from)
{
    char quote = 0;
    for (size_t i = from; i < text.len; i++) {
        char c = text.at[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == ';')
            return i;
    }
    /* A quote that nothing closes quotes nothing. */
    const char *end = quote ? memchr(text.at + from, ';', text.len - from) : NULL;
    return end ? (size_t)(end - text.at) : text.len;
}

void css_parse(struct css *css, struct slice text)
{
    *css = (struct css){0};
    for (size_t at = 0; at < text.len;) {
        size_t end = declaration_end(text, at);
        struct slice part = slice_cut(text, at, end);
        const char *colon = part.len ? memchr(part.at, ':', part.len) : NULL;
        if (colon) {
            size_t name = (size_t)(colon - part.at);
            declare(css, slice_trim(slice_cut(part, 0, name)),
                    slice_trim(slice_cut(part, name + 1, part.len)));
        }
        at = end + 1;
    }
}

#define TAKE(bit, member)                                                                          \
    do {                                                                                           \
        if (over->set & (bit))                                                                     \
            css->member = over->member;                                                            \
    } while (0)

void css_merge(struct css *css, const struct css *over)
{
    TAKE(CSS_DISPLAY, display);
    TAKE(CSS_VISIBILITY, invisible);
    TAKE(CSS_BOLD, bold);
    TAKE(CSS_ITALIC, italic);
    TAKE(CSS_DECORATION, decoration);
    TAKE(CSS_SMALL_CAPS, small_caps);
    TAKE(CSS_TRANSFORM, upper);
    TAKE(CSS_SPACE, space);
    TAKE(CSS_ALIGN, align);
    TAKE(CSS_RAISED, raised);
    TAKE(CSS_FAMILY, family);
    TAKE(CSS_LIST, list);
    TAKE(CSS_ABOVE, above);
    TAKE(CSS_BELOW, below);
    TAKE(CSS_BREAK_BEFORE, break_before);
    TAKE(CSS_BREAK_AFTER, break_after);
    TAKE(CSS_SIZE, size);
    TAKE(CSS_INDENT, indent);
    TAKE(CSS_WIDTH, width);
    TAKE(CSS_HEIGHT, height);
    TAKE(CSS_MARGIN_TOP, margin_top);
    TAKE(CSS_MARGIN_BOTTOM, margin_bottom);
    TAKE(CSS_MARGIN_LEFT, margin_left);
    TAKE(CSS_PADDING_TOP, padding_top);
    TAKE(CSS_PADDING_BOTTOM, padding_bottom);
    TAKE(CSS_PADDING_LEFT, padding_left);
    TAKE(CSS_MARGIN_RIGHT, margin_right);
    TAKE(CSS_PADDING_RIGHT, padding_right);
    TAKE(CSS_FLOAT, floats);
    css->set |= over->set;
}
