/* SPDX-License-Identifier: MIT */
/* The properties of CSS that are looked at. */
#ifndef FOLIO_FORMATS_CSS_PROPERTY_H
#define FOLIO_FORMATS_CSS_PROPERTY_H

#include "base/slice.h"

enum css_property {
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
    P_FLOAT,
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
    P_MARGIN_RIGHT,
    P_MARGIN_TOP,
    P_PADDING,
    P_PADDING_BOTTOM,
    P_PADDING_LEFT,
    P_PADDING_RIGHT,
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

/* The property of that name, ASCII letters alike in either case; P_NONE when it is another. */
enum css_property css_property_of(struct slice name);

#endif
