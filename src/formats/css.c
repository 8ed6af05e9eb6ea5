/* SPDX-License-Identifier: MIT */
#include "formats/css.h"

#include <string.h>

enum { LENGTH_MOST = 100000, WORDS_MOST = 16, NUMBER_MOST = 7 };

enum property {
    P_BORDER,
    P_BORDER_BOTTOM,
    P_BORDER_BOTTOM_STYLE,
    P_BORDER_BOTTOM_WIDTH,
    P_BORDER_STYLE,
    P_BORDER_TOP,
    P_BORDER_TOP_STYLE,
    P_BORDER_TOP_WIDTH,
    P_BORDER_WIDTH,
    P_BOTTOM,
    P_BREAK_AFTER,
    P_BREAK_BEFORE,
    P_DISPLAY,
    P_FONT,
    P_FONT_FAMILY,
    P_FONT_SIZE,
    P_FONT_STYLE,
    P_FONT_VARIANT,
    P_FONT_WEIGHT,
    P_HEIGHT,
    P_LIST_STYLE,
    P_MARGIN,
    P_MARGIN_BOTTOM,
    P_MARGIN_LEFT,
    P_MARGIN_TOP,
    P_PADDING,
    P_PADDING_BOTTOM,
    P_PADDING_LEFT,
    P_PADDING_TOP,
    P_POSITION,
    P_TEXT_ALIGN,
    P_TEXT_DECORATION,
    P_TEXT_INDENT,
    P_TEXT_TRANSFORM,
    P_TOP,
    P_VERTICAL_ALIGN,
    P_VISIBILITY,
    P_WHITE_SPACE,
    P_WIDTH,
    P_NONE
};

/* By name. */
static const struct {
    const char *name;
    enum property property;
} properties[] = {
    {"border", P_BORDER},
    {"border-bottom", P_BORDER_BOTTOM},
    {"border-bottom-style", P_BORDER_BOTTOM_STYLE},
    {"border-bottom-width", P_BORDER_BOTTOM_WIDTH},
    {"border-style", P_BORDER_STYLE},
    {"border-top", P_BORDER_TOP},
    {"border-top-style", P_BORDER_TOP_STYLE},
    {"border-top-width", P_BORDER_TOP_WIDTH},
    {"border-width", P_BORDER_WIDTH},
    {"bottom", P_BOTTOM},
    {"break-after", P_BREAK_AFTER},
    {"break-before", P_BREAK_BEFORE},
    {"display", P_DISPLAY},
    {"font", P_FONT},
    {"font-family", P_FONT_FAMILY},
    {"font-size", P_FONT_SIZE},
    {"font-style", P_FONT_STYLE},
    {"font-variant", P_FONT_VARIANT},
    {"font-weight", P_FONT_WEIGHT},
    {"height", P_HEIGHT},
    {"list-style", P_LIST_STYLE},
    {"list-style-type", P_LIST_STYLE},
    {"margin", P_MARGIN},
    {"margin-bottom", P_MARGIN_BOTTOM},
    {"margin-left", P_MARGIN_LEFT},
    {"margin-top", P_MARGIN_TOP},
    {"padding", P_PADDING},
    {"padding-bottom", P_PADDING_BOTTOM},
    {"padding-left", P_PADDING_LEFT},
    {"padding-top", P_PADDING_TOP},
    {"page-break-after", P_BREAK_AFTER},
    {"page-break-before", P_BREAK_BEFORE},
    {"position", P_POSITION},
    {"text-align", P_TEXT_ALIGN},
    {"text-decoration", P_TEXT_DECORATION},
    {"text-decoration-line", P_TEXT_DECORATION},
    {"text-indent", P_TEXT_INDENT},
    {"text-transform", P_TEXT_TRANSFORM},
    {"top", P_TOP},
    {"vertical-align", P_VERTICAL_ALIGN},
    {"visibility", P_VISIBILITY},
    {"white-space", P_WHITE_SPACE},
    {"width", P_WIDTH},
};

static enum property property_of(struct slice name)
{
    size_t from = 0, to = sizeof properties / sizeof properties[0];
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = slice_compare_nocase(name, slice_of(properties[middle].name));
        if (order == 0)
            return properties[middle].property;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return P_NONE;
}

static bool is(struct slice word, const char *text)
{
    return slice_equal_nocase(word, slice_of(text));
}

/* The words of a value; those in brackets are one. */
struct words {
    struct slice at[WORDS_MOST];
    size_t count;
};

static void split(struct words *words, struct slice value)
{
    int depth = 0;
    size_t begin = 0;
    words->count = 0;
    for (size_t i = 0; i <= value.len && words->count < WORDS_MOST; i++) {
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
        if (!is(text, units[i].name))
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
        {"wingdings", CSS_WINGDINGS},        {"wingdings 2", CSS_WINGDINGS2},
        {"wingdings2", CSS_WINGDINGS2},      {"wingdings-2", CSS_WINGDINGS2},
        {"wingdings 3", CSS_WINGDINGS3},     {"wingdings3", CSS_WINGDINGS3},
        {"webdings", CSS_WEBDINGS},          {"symbol", CSS_SYMBOL},
        {"zapfdingbats", CSS_DINGBATS},      {"zapf dingbats", CSS_DINGBATS},
        {"itc zapf dingbats", CSS_DINGBATS}, {"dingbats", CSS_DINGBATS},
    };
    const char *comma = text.len ? memchr(text.at, ',', text.len) : NULL;
    struct slice name = slice_trim(comma ? slice_cut(text, 0, (size_t)(comma - text.at)) : text);
    while (name.len && (name.at[0] == '"' || name.at[0] == '\''))
        name = slice_cut(name, 1, name.len);
    while (name.len && (name.at[name.len - 1] == '"' || name.at[name.len - 1] == '\''))
        name.len--;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        if (is(name, families[i].name))
            return families[i].family;
    return CSS_TEXT_FONT;
}

static void set_length(struct css *css, uint32_t bit, struct css_length *to, struct slice value)
{
    struct css_length length;
    if (!css_length(value, &length))
        return;
    *to = length;
    css->set |= bit;
}

static bool set_weight(struct css *css, struct slice word)
{
    long long number = slice_number(word);
    bool bold = is(word, "bold") || is(word, "bolder") || (number >= 600 && number <= 1000);
    if (!bold && !is(word, "normal") && !is(word, "lighter") && number < 1)
        return false;
    css->bold = bold;
    css->set |= CSS_BOLD;
    return true;
}

static bool set_italic(struct css *css, struct slice word)
{
    if (!is(word, "italic") && !is(word, "oblique") && !is(word, "normal"))
        return false;
    css->italic = !is(word, "normal");
    css->set |= CSS_ITALIC;
    return true;
}

static bool set_caps(struct css *css, struct slice word)
{
    if (!is(word, "small-caps") && !is(word, "normal") && !is(word, "all-small-caps"))
        return false;
    css->small_caps = !is(word, "normal");
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
        if (is(word, sizes[i].name)) {
            css->size = (struct css_length){sizes[i].points, CSS_POINTS};
            css->set |= CSS_SIZE;
        }
    }
    if (is(word, "smaller") || is(word, "larger")) {
        css->size = (struct css_length){is(word, "smaller") ? 83 : 120, CSS_EM};
        css->set |= CSS_SIZE;
    }
    set_length(css, CSS_SIZE, &css->size, word);
}

/* "italic bold 10pt/120% Times, serif": what stands behind the size is the families. */
static void set_font(struct css *css, struct slice value)
{
    struct words words;
    split(&words, value);
    css->bold = css->italic = css->small_caps = false;
    css->set |= CSS_BOLD | CSS_ITALIC | CSS_SMALL_CAPS;
    for (size_t i = 0; i < words.count; i++) {
        struct slice word = words.at[i];
        uint32_t before = css->set & CSS_SIZE;
        const char *slash = memchr(word.at, '/', word.len);
        if (is(word, "normal"))
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

static bool rule_style(struct slice word, enum css_rule *rule)
{
    static const struct {
        const char *name;
        enum css_rule rule;
    } styles[] = {{"none", CSS_NO_RULE},  {"hidden", CSS_NO_RULE}, {"solid", CSS_SINGLE},
                  {"double", CSS_DOUBLE}, {"dotted", CSS_SINGLE},  {"dashed", CSS_SINGLE},
                  {"groove", CSS_SINGLE}, {"ridge", CSS_SINGLE},   {"inset", CSS_SINGLE},
                  {"outset", CSS_SINGLE}};
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (is(word, styles[i].name)) {
            *rule = styles[i].rule;
            return true;
        }
    }
    return false;
}

/* The rule that "1pt solid #000000" draws: none where it has no width, no style, or is white. */
static enum css_rule rule_of(struct slice value)
{
    enum css_rule rule = CSS_NO_RULE;
    struct words words;
    split(&words, value);
    for (size_t i = 0; i < words.count; i++) {
        struct css_length width;
        struct slice word = words.at[i];
        if (rule_style(word, &rule))
            continue;
        if ((css_length(word, &width) && width.value == 0) || is(word, "white") ||
            is(word, "#ffffff") || is(word, "#fff") || is(word, "transparent"))
            return CSS_NO_RULE;
    }
    return rule;
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
    struct words words;
    enum css_rule rule = CSS_NO_RULE;
    split(&words, value);
    if (bits & CSS_ABOVE && words.count > 0 && rule_style(words.at[0], &rule))
        set_border(css, CSS_ABOVE, rule);
    size_t bottom = words.count > 2 ? 2 : 0;
    if (bits & CSS_BELOW && words.count > 0 && rule_style(words.at[bottom], &rule))
        set_border(css, CSS_BELOW, rule);
}

/* A width of 0 takes the rule away. */
static void set_border_width(struct css *css, uint32_t bits, struct slice value)
{
    struct words words;
    struct css_length width;
    split(&words, value);
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
    struct words words;
    split(&words, value);
    if (words.count == 0)
        return;
    struct slice top = words.at[0];
    struct slice bottom = words.at[words.count > 2 ? 2 : 0];
    struct slice left = words.at[words.count > 3 ? 3 : words.count > 1 ? 1 : 0];
    if (padding) {
        set_length(css, CSS_PADDING_TOP, &css->padding_top, top);
        set_length(css, CSS_PADDING_BOTTOM, &css->padding_bottom, bottom);
        set_length(css, CSS_PADDING_LEFT, &css->padding_left, left);
    } else {
        set_length(css, CSS_MARGIN_TOP, &css->margin_top, top);
        set_length(css, CSS_MARGIN_BOTTOM, &css->margin_bottom, bottom);
        set_length(css, CSS_MARGIN_LEFT, &css->margin_left, left);
    }
}

static void set_display(struct css *css, struct slice value)
{
    css->display = is(value, "none")           ? CSS_NONE
                   : is(value, "inline")       ? CSS_INLINE
                   : is(value, "inline-block") ? CSS_INLINE_BLOCK
                   : is(value, "block")        ? CSS_BLOCK
                                               : CSS_OTHER_DISPLAY;
    css->set |= CSS_DISPLAY;
}

static void set_align(struct css *css, struct slice value)
{
    struct slice name = value;
    if (slice_starts_nocase(name, SLICE("-moz-")))
        name = slice_cut(name, 5, name.len);
    css->align = is(name, "center")                     ? CSS_CENTER
                 : is(name, "right") || is(name, "end") ? CSS_RIGHT
                                                        : CSS_LEFT;
    if (!is(name, "inherit"))
        css->set |= CSS_ALIGN;
}

static void set_decoration(struct css *css, struct slice value)
{
    struct words words;
    split(&words, value);
    css->decoration = 0;
    for (size_t i = 0; i < words.count; i++)
        css->decoration |= (uint8_t)(is(words.at[i], "underline")      ? CSS_UNDERLINE
                                     : is(words.at[i], "line-through") ? CSS_LINE_THROUGH
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
    struct words words;
    split(&words, value);
    for (size_t w = 0; w < words.count; w++) {
        for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
            if (is(words.at[w], lists[i].name)) {
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
    if (is(value, "super") || is(value, "sub") || is(value, "baseline")) {
        css->raised = is(value, "super") ? 1 : is(value, "sub") ? -1 : css->raised;
        css->set |= CSS_RAISED;
    } else if (css_length(value, &length) && length.value != 0) {
        css->raised = (int8_t)(length.value > 0 ? sign : -sign);
        css->set |= CSS_RAISED;
    }
}

static bool is_page(struct slice value)
{
    static const char *const names[] = {"always", "page", "left", "right", "recto", "verso"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is(value, names[i]))
            return true;
    return false;
}

static void set_space(struct css *css, struct slice value)
{
    css->space = is(value, "pre")                                 ? CSS_PRE
                 : is(value, "pre-wrap") || is(value, "pre-line") ? CSS_LINES
                                                                  : CSS_FOLD;
    css->set |= CSS_SPACE;
}

static void set_break(struct css *css, uint32_t bit, struct slice value)
{
    if (bit == CSS_BREAK_BEFORE)
        css->break_before = is_page(value);
    else
        css->break_after = is_page(value);
    css->set |= bit;
}

/* The properties of boxes. */
static bool declare_box(struct css *css, enum property property, struct slice value)
{
    switch (property) {
    case P_BORDER:
        set_border(css, CSS_ABOVE | CSS_BELOW, rule_of(value));
        return true;
    case P_BORDER_TOP:
        set_border(css, CSS_ABOVE, rule_of(value));
        return true;
    case P_BORDER_BOTTOM:
        set_border(css, CSS_BELOW, rule_of(value));
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
    case P_MARGIN:
        set_box(css, value, false);
        return true;
    case P_MARGIN_TOP:
        set_length(css, CSS_MARGIN_TOP, &css->margin_top, value);
        return true;
    case P_MARGIN_BOTTOM:
        set_length(css, CSS_MARGIN_BOTTOM, &css->margin_bottom, value);
        return true;
    case P_MARGIN_LEFT:
        set_length(css, CSS_MARGIN_LEFT, &css->margin_left, value);
        return true;
    case P_PADDING:
        set_box(css, value, true);
        return true;
    case P_PADDING_TOP:
        set_length(css, CSS_PADDING_TOP, &css->padding_top, value);
        return true;
    case P_PADDING_BOTTOM:
        set_length(css, CSS_PADDING_BOTTOM, &css->padding_bottom, value);
        return true;
    case P_PADDING_LEFT:
        set_length(css, CSS_PADDING_LEFT, &css->padding_left, value);
        return true;
    case P_WIDTH:
        set_length(css, CSS_WIDTH, &css->width, value);
        return true;
    case P_HEIGHT:
        set_length(css, CSS_HEIGHT, &css->height, value);
        return true;
    case P_BREAK_BEFORE:
        set_break(css, CSS_BREAK_BEFORE, value);
        return true;
    case P_BREAK_AFTER:
        set_break(css, CSS_BREAK_AFTER, value);
        return true;
    default:
        return false;
    }
}

/* The properties of text. */
static void declare_text(struct css *css, enum property property, struct slice value)
{
    switch (property) {
    case P_DISPLAY:
        set_display(css, value);
        break;
    case P_VISIBILITY:
        css->invisible = is(value, "hidden") || is(value, "collapse");
        css->set |= CSS_VISIBILITY;
        break;
    case P_FONT:
        set_font(css, value);
        break;
    case P_FONT_WEIGHT:
        set_weight(css, value);
        break;
    case P_FONT_STYLE:
        set_italic(css, value);
        break;
    case P_FONT_VARIANT:
        set_caps(css, value);
        break;
    case P_FONT_SIZE:
        set_size(css, value);
        break;
    case P_FONT_FAMILY:
        if (is(value, "inherit"))
            break;
        css->family = (uint8_t)css_family(value);
        css->set |= CSS_FAMILY;
        break;
    case P_TEXT_TRANSFORM:
        css->upper = is(value, "uppercase");
        css->set |= CSS_TRANSFORM;
        break;
    case P_TEXT_ALIGN:
        set_align(css, value);
        break;
    case P_TEXT_DECORATION:
        set_decoration(css, value);
        break;
    case P_TEXT_INDENT:
        set_length(css, CSS_INDENT, &css->indent, value);
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
        css->positioned = is(value, "relative");
        break;
    case P_TOP:
        if (css->positioned)
            set_raised(css, value, -1);
        break;
    case P_BOTTOM:
        if (css->positioned)
            set_raised(css, value, 1);
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
    enum property property = property_of(name);
    if (!declare_box(css, property, value))
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
    css->set |= over->set;
}
