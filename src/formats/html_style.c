/* SPDX-License-Identifier: MIT */
#include "formats/html_style.h"

enum {
    SIZE_MOST = 2000, /* tenths of a point */
    COLUMN = 60,      /* tenths of a point that a column is wide */
    LEFT_MOST = 50000
};

static void set(struct html_style *style, unsigned bit, bool on)
{
    style->style = (uint8_t)(on ? style->style | bit : style->style & ~bit);
}

static int32_t size_of(const struct html_style *style)
{
    return style->size ? style->size : HTML_LETTER;
}

static int32_t bounded(int32_t value, int32_t least, int32_t most)
{
    return value < least ? least : value > most ? most : value;
}

int32_t html_style_across(const struct html_style *style, struct css_length length)
{
    return bounded(css_points(length, size_of(style), HTML_PAGE_WIDTH), -LEFT_MOST, LEFT_MOST);
}

int html_style_columns(int32_t points)
{
    return points < 0 ? -((-points + COLUMN / 2) / COLUMN) : (points + COLUMN / 2) / COLUMN;
}

static void apply_letters(struct html_style *style, const struct css *css)
{
    if (css->set & CSS_BOLD)
        set(style, STYLE_BOLD, css->bold);
    if (css->set & CSS_ITALIC)
        set(style, STYLE_ITALIC, css->italic);
    if (css->set & CSS_SMALL_CAPS)
        set(style, STYLE_SMALL_CAPS, css->small_caps);
    /* The lines of an outer element are drawn on through what is in it. */
    if (css->decoration & CSS_UNDERLINE)
        set(style, STYLE_UNDERLINE, true);
    if (css->decoration & CSS_LINE_THROUGH)
        set(style, STYLE_STRIKE, true);
    if (css->set & CSS_TRANSFORM)
        style->upper = css->upper;
    if (css->set & CSS_FAMILY)
        style->font = css->family;
    if (css->set & CSS_SIZE) {
        int32_t size = css_points(css->size, size_of(style), size_of(style));
        style->size = bounded(size, 1, SIZE_MOST);
    }
}

void html_style_apply(struct html_style *style, const struct css *css, bool inside)
{
    apply_letters(style, css);
    if (css->set & CSS_VISIBILITY)
        style->invisible = css->invisible;
    if (css->set & CSS_SPACE)
        style->space = css->space;
    if (inside) {
        if (css->set & CSS_RAISED && css->raised) {
            set(style, STYLE_SUPER, css->raised > 0);
            set(style, STYLE_SUB, css->raised < 0);
        }
        if (css->below)
            set(style, STYLE_UNDERLINE, true);
        return;
    }
    if (css->set & CSS_ALIGN)
        style->align = css->align == CSS_CENTER  ? ALIGN_CENTER
                       : css->align == CSS_RIGHT ? ALIGN_RIGHT
                                                 : ALIGN_LEFT;
    if (css->set & CSS_INDENT)
        style->indent = html_style_across(style, css->indent);
    int32_t left = style->left;
    if (css->set & CSS_MARGIN_LEFT)
        left += html_style_across(style, css->margin_left);
    if (css->set & CSS_PADDING_LEFT)
        left += html_style_across(style, css->padding_left);
    style->left = bounded(left, -LEFT_MOST, LEFT_MOST);
}

void html_style_font_size(struct html_style *style, struct slice value)
{
    static const int32_t sizes[] = {75, 100, 120, 135, 180, 240, 360};
    value = slice_trim(value);
    bool more = value.len && value.at[0] == '+';
    bool less = value.len && value.at[0] == '-';
    long long number = slice_number(more || less ? slice_cut(value, 1, value.len) : value);
    if (number < 0 || number > 100)
        return;
    number = more ? 3 + number : less ? 3 - number : number;
    style->size = sizes[number < 1 ? 0 : number > 7 ? 6 : number - 1];
}

bool html_style_align(struct slice value, uint8_t *align)
{
    value = slice_trim(value);
    bool center =
        slice_equal_nocase(value, SLICE("center")) || slice_equal_nocase(value, SLICE("middle"));
    bool right = slice_equal_nocase(value, SLICE("right"));
    if (!center && !right && !slice_equal_nocase(value, SLICE("left")) &&
        !slice_equal_nocase(value, SLICE("justify")))
        return false;
    *align = center ? ALIGN_CENTER : right ? ALIGN_RIGHT : ALIGN_LEFT;
    return true;
}
