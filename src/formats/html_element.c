/* SPDX-License-Identifier: MIT */
#include "formats/html_element.h"

/* By length, then by name. */
static const struct html_element elements[] = {
    {"a", HTML_A, 0},
    {"b", HTML_B, 0},
    {"i", HTML_I, 0},
    {"p", HTML_P, 0},
    {"s", HTML_S, 0},
    {"u", HTML_U, 0},
    {"br", HTML_BR, 0},
    {"dd", HTML_DD, 0},
    {"dl", HTML_P, 0},
    {"dt", HTML_DIV, 0},
    {"em", HTML_I, 0},
    {"h1", HTML_HEADING, '1'},
    {"h2", HTML_HEADING, '2'},
    {"h3", HTML_HEADING, '3'},
    {"h4", HTML_HEADING, '4'},
    {"h5", HTML_HEADING, '5'},
    {"h6", HTML_HEADING, '6'},
    {"hr", HTML_HR, 0},
    {"li", HTML_LI, 0},
    {"ol", HTML_LIST, 'o'},
    {"td", HTML_CELL, 'd'},
    {"th", HTML_CELL, 'h'},
    {"tr", HTML_ROW, 0},
    {"ul", HTML_LIST, 'u'},
    {"big", HTML_BIG, 0},
    {"col", HTML_HIDDEN, 0},
    {"del", HTML_S, 0},
    {"dfn", HTML_I, 0},
    {"dir", HTML_LIST, 'u'},
    {"div", HTML_DIV, 0},
    {"img", HTML_IMG, 0},
    {"ins", HTML_U, 0},
    {"nav", HTML_DIV, 0},
    {"pre", HTML_PRE, 0},
    {"sub", HTML_SUB, 0},
    {"sup", HTML_SUP, 0},
    {"var", HTML_I, 0},
    {"xmp", HTML_PRE, 0},
    {"body", HTML_DIV, 0},
    {"cite", HTML_I, 0},
    {"font", HTML_FONT, 0},
    {"form", HTML_DIV, 0},
    {"html", HTML_DIV, 0},
    {"main", HTML_DIV, 0},
    {"menu", HTML_LIST, 'u'},
    {"page", HTML_PAGE, 0},
    {"aside", HTML_DIV, 0},
    {"input", HTML_INPUT, 0},
    {"small", HTML_SMALL, 0},
    {"style", HTML_SHEET, 0},
    {"table", HTML_TABLE, 0},
    {"tbody", HTML_ROWS, 'b'},
    {"tfoot", HTML_ROWS, 'f'},
    {"thead", HTML_ROWS, 'h'},
    {"title", HTML_HIDDEN, 0},
    {"center", HTML_CENTER, 0},
    {"figure", HTML_P, 0},
    {"footer", HTML_DIV, 0},
    {"header", HTML_DIV, 0},
    {"legend", HTML_DIV, 0},
    {"option", HTML_DIV, 0},
    {"script", HTML_HIDDEN, 0},
    {"select", HTML_DIV, 0},
    {"strike", HTML_S, 0},
    {"strong", HTML_B, 0},
    {"address", HTML_DIV, 0},
    {"article", HTML_DIV, 0},
    {"caption", HTML_CAPTION, 0},
    {"details", HTML_DIV, 0},
    {"listing", HTML_PRE, 0},
    {"section", HTML_DIV, 0},
    {"summary", HTML_DIV, 0},
    {"colgroup", HTML_OTHER, 0},
    {"fieldset", HTML_DIV, 0},
    {"noframes", HTML_DIV, 0},
    {"template", HTML_HIDDEN, 0},
    {"textarea", HTML_DIV, 0},
    {"plaintext", HTML_PRE, 0},
    {"blockquote", HTML_QUOTE, 0},
    {"figcaption", HTML_DIV, 0},
};

enum { LONGEST = 10, COUNT = sizeof elements / sizeof elements[0] };

static const struct html_element other = {"", HTML_OTHER, 0};

static int compare(struct slice name, const char *element)
{
    struct slice own = slice_of(element);
    if (name.len != own.len)
        return name.len < own.len ? -1 : 1;
    return slice_compare_nocase(name, own);
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
    static const char *const names[] = {"header", "hidden", "references", "resources"};
    if (!slice_equal_nocase(prefix, SLICE("ix")))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (slice_equal_nocase(name, slice_of(names[i])))
            return true;
    return false;
}
