/* SPDX-License-Identifier: MIT */
/*
 * Inline styles: the declarations of a style attribute that matter for reading.
 *
 * Source: CSS 2.1, and break-before/-after of CSS Fragmentation 3. What is unknown or wrong is
 * passed over, as CSS asks.
 */
#ifndef FOLIO_FORMATS_CSS_H
#define FOLIO_FORMATS_CSS_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* Which members of struct css were said. */
enum {
    CSS_DISPLAY = 1 << 0,
    CSS_VISIBILITY = 1 << 1,
    CSS_BOLD = 1 << 2,
    CSS_ITALIC = 1 << 3,
    CSS_DECORATION = 1 << 4,
    CSS_SMALL_CAPS = 1 << 5,
    CSS_TRANSFORM = 1 << 6,
    CSS_SPACE = 1 << 7,
    CSS_ALIGN = 1 << 8,
    CSS_RAISED = 1 << 9,
    CSS_FAMILY = 1 << 10,
    CSS_LIST = 1 << 11,
    CSS_ABOVE = 1 << 12,
    CSS_BELOW = 1 << 13,
    CSS_BREAK_BEFORE = 1 << 14,
    CSS_BREAK_AFTER = 1 << 15,
    CSS_SIZE = 1 << 16,
    CSS_INDENT = 1 << 17,
    CSS_WIDTH = 1 << 18,
    CSS_HEIGHT = 1 << 19,
    CSS_MARGIN_TOP = 1 << 20,
    CSS_MARGIN_BOTTOM = 1 << 21,
    CSS_MARGIN_LEFT = 1 << 22,
    CSS_PADDING_TOP = 1 << 23,
    CSS_PADDING_BOTTOM = 1 << 24,
    CSS_PADDING_LEFT = 1 << 25,
    CSS_MARGIN_RIGHT = 1 << 26,
    CSS_PADDING_RIGHT = 1 << 27,
    CSS_FLOAT = 1 << 28
};

enum css_display { CSS_OTHER_DISPLAY, CSS_NONE, CSS_INLINE, CSS_INLINE_BLOCK, CSS_BLOCK };
enum css_decoration { CSS_UNDERLINE = 1, CSS_LINE_THROUGH = 2 };
enum css_space { CSS_FOLD, CSS_LINES /* line ends are kept */, CSS_PRE /* blanks too */ };
enum css_align { CSS_LEFT, CSS_CENTER, CSS_RIGHT };
enum css_family {
    CSS_TEXT_FONT,
    CSS_WINGDINGS,
    CSS_WINGDINGS2,
    CSS_WINGDINGS3,
    CSS_WEBDINGS,
    CSS_SYMBOL,
    CSS_DINGBATS,
    CSS_TYPOGRAPHIC /* the signs of WordPerfect */
};
enum css_list {
    CSS_NO_MARKER,
    CSS_DISC,
    CSS_DECIMAL,
    CSS_ALPHA,
    CSS_UPPER_ALPHA,
    CSS_ROMAN,
    CSS_UPPER_ROMAN
};
enum css_rule { CSS_NO_RULE, CSS_SINGLE, CSS_DOUBLE };

/* In tenths of a point; of CSS_EM hundredths of the letter size; of CSS_PERCENT tenths of one. */
enum css_unit { CSS_POINTS, CSS_EM, CSS_PERCENT };
struct css_length {
    int32_t value; /* -100000 to 100000 */
    enum css_unit unit;
};

struct css {
    uint32_t set; /* CSS_... of what was said; the rest is 0 */
    uint8_t display, decoration, space, align, family, list;
    int8_t raised;        /* 1: above the line, -1: below it */
    uint8_t above, below; /* enum css_rule: the borders */
    bool invisible, bold, italic, small_caps, upper;
    bool break_before, break_after; /* a page break */
    bool positioned;                /* position: relative, which `top` counts with */
    struct css_length size, indent, width, height;
    bool floats; /* to the left */
    struct css_length margin_top, margin_bottom, margin_left, margin_right;
    struct css_length padding_top, padding_bottom, padding_left, padding_right;
};

/* The declarations of a style attribute. */
void css_parse(struct css *css, struct slice text);

/* What `over` says, it says instead of `css`. */
void css_merge(struct css *css, const struct css *over);

/* A length; false when it is none. A number without a unit counts pixels. */
bool css_length(struct slice text, struct css_length *length);

/* In tenths of a point, letters being `size` tenths large and the whole `whole` tenths wide. */
int32_t css_points(struct css_length length, int32_t size, int32_t whole);

/* The font that the first name of a list of families means. */
enum css_family css_family(struct slice text);

#endif
