/* SPDX-License-Identifier: MIT */
#include "formats/css_property.h"

/* By length, and by name where that is the same: few names have to be compared as a whole. */
static const struct {
    struct slice name;
    enum css_property property;
} properties[] = {
    {SLICE_ROW("top"), P_TOP},
    {SLICE_ROW("font"), P_FONT},
    {SLICE_ROW("float"), P_FLOAT},
    {SLICE_ROW("width"), P_WIDTH},
    {SLICE_ROW("border"), P_BORDER},
    {SLICE_ROW("bottom"), P_BOTTOM},
    {SLICE_ROW("height"), P_HEIGHT},
    {SLICE_ROW("margin"), P_MARGIN},
    {SLICE_ROW("display"), P_DISPLAY},
    {SLICE_ROW("padding"), P_PADDING},
    {SLICE_ROW("position"), P_POSITION},
    {SLICE_ROW("font-size"), P_FONT_SIZE},
    {SLICE_ROW("border-top"), P_BORDER_TOP},
    {SLICE_ROW("font-style"), P_FONT_STYLE},
    {SLICE_ROW("list-style"), P_LIST_STYLE},
    {SLICE_ROW("margin-top"), P_MARGIN_TOP},
    {SLICE_ROW("text-align"), P_TEXT_ALIGN},
    {SLICE_ROW("visibility"), P_VISIBILITY},
    {SLICE_ROW("break-after"), P_BREAK_AFTER},
    {SLICE_ROW("font-family"), P_FONT_FAMILY},
    {SLICE_ROW("font-weight"), P_FONT_WEIGHT},
    {SLICE_ROW("margin-left"), P_MARGIN_LEFT},
    {SLICE_ROW("padding-top"), P_PADDING_TOP},
    {SLICE_ROW("text-indent"), P_TEXT_INDENT},
    {SLICE_ROW("white-space"), P_WHITE_SPACE},
    {SLICE_ROW("border-style"), P_BORDER_STYLE},
    {SLICE_ROW("border-width"), P_BORDER_WIDTH},
    {SLICE_ROW("break-before"), P_BREAK_BEFORE},
    {SLICE_ROW("font-variant"), P_FONT_VARIANT},
    {SLICE_ROW("margin-right"), P_MARGIN_RIGHT},
    {SLICE_ROW("padding-left"), P_PADDING_LEFT},
    {SLICE_ROW("border-bottom"), P_BORDER_BOTTOM},
    {SLICE_ROW("margin-bottom"), P_MARGIN_BOTTOM},
    {SLICE_ROW("padding-right"), P_PADDING_RIGHT},
    {SLICE_ROW("padding-bottom"), P_PADDING_BOTTOM},
    {SLICE_ROW("text-transform"), P_TEXT_TRANSFORM},
    {SLICE_ROW("vertical-align"), P_VERTICAL_ALIGN},
    {SLICE_ROW("list-style-type"), P_LIST_STYLE},
    {SLICE_ROW("text-decoration"), P_TEXT_DECORATION},
    {SLICE_ROW("border-top-style"), P_BORDER_TOP_STYLE},
    {SLICE_ROW("border-top-width"), P_BORDER_TOP_WIDTH},
    {SLICE_ROW("page-break-after"), P_BREAK_AFTER},
    {SLICE_ROW("page-break-before"), P_BREAK_BEFORE},
    {SLICE_ROW("border-bottom-style"), P_BORDER_BOTTOM_STYLE},
    {SLICE_ROW("border-bottom-width"), P_BORDER_BOTTOM_WIDTH},
    {SLICE_ROW("text-decoration-line"), P_TEXT_DECORATION},
};

static int compare(struct slice a, struct slice b)
{
    return a.len != b.len ? (a.len < b.len ? -1 : 1) : slice_compare_nocase(a, b);
}

enum css_property css_property_of(struct slice name)
{
    size_t from = 0, to = sizeof properties / sizeof properties[0];
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = compare(name, properties[middle].name);
        if (order == 0)
            return properties[middle].property;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return P_NONE;
}
