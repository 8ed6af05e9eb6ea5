/* SPDX-License-Identifier: MIT */
#include "formats/html_element.h"

/* By length, then by name. */
static const struct html_element elements[] = {
    {SLICE_ROW("a"), HTML_A, 0},
    {SLICE_ROW("b"), HTML_B, 0},
    {SLICE_ROW("i"), HTML_I, 0},
    {SLICE_ROW("p"), HTML_P, 0},
    {SLICE_ROW("s"), HTML_S, 0},
    {SLICE_ROW("u"), HTML_U, 0},
    {SLICE_ROW("br"), HTML_BR, 0},
    {SLICE_ROW("dd"), HTML_DD, 0},
    {SLICE_ROW("dl"), HTML_P, 0},
    {SLICE_ROW("dt"), HTML_DIV, 0},
    {SLICE_ROW("em"), HTML_I, 0},
    {SLICE_ROW("h1"), HTML_HEADING, '1'},
    {SLICE_ROW("h2"), HTML_HEADING, '2'},
    {SLICE_ROW("h3"), HTML_HEADING, '3'},
    {SLICE_ROW("h4"), HTML_HEADING, '4'},
    {SLICE_ROW("h5"), HTML_HEADING, '5'},
    {SLICE_ROW("h6"), HTML_HEADING, '6'},
    {SLICE_ROW("hr"), HTML_HR, 0},
    {SLICE_ROW("li"), HTML_LI, 0},
    {SLICE_ROW("ol"), HTML_LIST, 'o'},
    {SLICE_ROW("td"), HTML_CELL, 'd'},
    {SLICE_ROW("th"), HTML_CELL, 'h'},
    {SLICE_ROW("tr"), HTML_ROW, 0},
    {SLICE_ROW("ul"), HTML_LIST, 'u'},
    {SLICE_ROW("big"), HTML_BIG, 0},
    {SLICE_ROW("col"), HTML_HIDDEN, 0},
    {SLICE_ROW("del"), HTML_S, 0},
    {SLICE_ROW("dfn"), HTML_I, 0},
    {SLICE_ROW("dir"), HTML_LIST, 'u'},
    {SLICE_ROW("div"), HTML_DIV, 0},
    {SLICE_ROW("img"), HTML_IMG, 0},
    {SLICE_ROW("ins"), HTML_U, 0},
    {SLICE_ROW("nav"), HTML_DIV, 0},
    {SLICE_ROW("pre"), HTML_PRE, 0},
    {SLICE_ROW("sub"), HTML_SUB, 0},
    {SLICE_ROW("sup"), HTML_SUP, 0},
    {SLICE_ROW("var"), HTML_I, 0},
    {SLICE_ROW("xmp"), HTML_PRE, 0},
    {SLICE_ROW("body"), HTML_DIV, 0},
    {SLICE_ROW("cite"), HTML_I, 0},
    {SLICE_ROW("font"), HTML_FONT, 0},
    {SLICE_ROW("form"), HTML_DIV, 0},
    {SLICE_ROW("html"), HTML_DIV, 0},
    {SLICE_ROW("main"), HTML_DIV, 0},
    {SLICE_ROW("menu"), HTML_LIST, 'u'},
    {SLICE_ROW("page"), HTML_PAGE, 0},
    {SLICE_ROW("aside"), HTML_DIV, 0},
    {SLICE_ROW("input"), HTML_INPUT, 0},
    {SLICE_ROW("small"), HTML_SMALL, 0},
    {SLICE_ROW("style"), HTML_SHEET, 0},
    {SLICE_ROW("table"), HTML_TABLE, 0},
    {SLICE_ROW("tbody"), HTML_ROWS, 'b'},
    {SLICE_ROW("tfoot"), HTML_ROWS, 'f'},
    {SLICE_ROW("thead"), HTML_ROWS, 'h'},
    {SLICE_ROW("title"), HTML_HIDDEN, 0},
    {SLICE_ROW("center"), HTML_CENTER, 0},
    {SLICE_ROW("figure"), HTML_P, 0},
    {SLICE_ROW("footer"), HTML_DIV, 0},
    {SLICE_ROW("header"), HTML_DIV, 0},
    {SLICE_ROW("legend"), HTML_DIV, 0},
    {SLICE_ROW("option"), HTML_DIV, 0},
    {SLICE_ROW("script"), HTML_HIDDEN, 0},
    {SLICE_ROW("select"), HTML_DIV, 0},
    {SLICE_ROW("strike"), HTML_S, 0},
    {SLICE_ROW("strong"), HTML_B, 0},
    {SLICE_ROW("address"), HTML_DIV, 0},
    {SLICE_ROW("article"), HTML_DIV, 0},
    {SLICE_ROW("caption"), HTML_CAPTION, 0},
    {SLICE_ROW("details"), HTML_DIV, 0},
    {SLICE_ROW("listing"), HTML_PRE, 0},
    {SLICE_ROW("section"), HTML_DIV, 0},
    {SLICE_ROW("summary"), HTML_DIV, 0},
    {SLICE_ROW("colgroup"), HTML_OTHER, 0},
    {SLICE_ROW("fieldset"), HTML_DIV, 0},
    {SLICE_ROW("noframes"), HTML_DIV, 0},
    {SLICE_ROW("template"), HTML_HIDDEN, 0},
    {SLICE_ROW("textarea"), HTML_DIV, 0},
    {SLICE_ROW("plaintext"), HTML_PRE, 0},
    {SLICE_ROW("blockquote"), HTML_QUOTE, 0},
    {SLICE_ROW("figcaption"), HTML_DIV, 0},
};

enum { LONGEST = 10, COUNT = sizeof elements / sizeof elements[0] };

static const struct html_element other = {SLICE_ROW(""), HTML_OTHER, 0};

static int compare(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    if (a.len > 0 && byte_lower(*a.at) != *b.at)
        return byte_lower(*a.at) < *b.at ? -1 : 1;
    return slice_compare_nocase(a, b);
}

const struct html_element *html_element(struct slice name)
{
    size_t from = 0, to = name.len && name.len <= LONGEST ? COUNT : 0;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = compare(name, elements[middle].name);
        if (order == 0)
            return &elements[middle];
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return &other;
}

bool html_is_block(enum html_kind kind)
{
    switch (kind) {
    case HTML_CAPTION:
    case HTML_CELL:
    case HTML_CENTER:
    case HTML_DD:
    case HTML_DIV:
    case HTML_HEADING:
    case HTML_HR:
    case HTML_LI:
    case HTML_LIST:
    case HTML_P:
    case HTML_PRE:
    case HTML_QUOTE:
    case HTML_ROW:
    case HTML_ROWS:
    case HTML_TABLE:
        return true;
    default:
        return false;
    }
}

bool html_is_unshown(struct slice prefix, struct slice name)
{
    static const struct slice names[] = {SLICE_ROW("header"), SLICE_ROW("hidden"),
                                         SLICE_ROW("references"), SLICE_ROW("resources")};
    if (!slice_equal_nocase(prefix, SLICE("ix")))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (slice_equal_nocase(name, names[i]))
            return true;
    return false;
}
