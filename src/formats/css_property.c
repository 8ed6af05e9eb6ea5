/* SPDX-License-Identifier: MIT */
#include "formats/css_property.h"

/* By name. */
static const struct {
    const char *name;
    enum css_property property;
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
    {"float", P_FLOAT},
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
    {"margin-right", P_MARGIN_RIGHT},
    {"margin-top", P_MARGIN_TOP},
    {"padding", P_PADDING},
    {"padding-bottom", P_PADDING_BOTTOM},
    {"padding-left", P_PADDING_LEFT},
    {"padding-right", P_PADDING_RIGHT},
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

enum css_property css_property_of(struct slice name)
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
