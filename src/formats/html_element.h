/* SPDX-License-Identifier: MIT */
/* The elements of HTML, as far as they differ for a reader. */
#ifndef FOLIO_FORMATS_HTML_ELEMENT_H
#define FOLIO_FORMATS_HTML_ELEMENT_H

#include "base/slice.h"

enum html_kind {
    HTML_OTHER, /* transparent: a run of text, or unknown */
    HTML_A,
    HTML_B,
    HTML_BIG,
    HTML_BR,
    HTML_CAPTION,
    HTML_CELL, /* td, th */
    HTML_CENTER,
    HTML_DD,
    HTML_DIV, /* and other blocks without a look of their own */
    HTML_FONT,
    HTML_HEADING,
    HTML_HIDDEN, /* what is not shown: script, title */
    HTML_HR,
    HTML_I,
    HTML_IMG,
    HTML_INPUT,
    HTML_LI,
    HTML_LIST, /* ul, ol */
    HTML_P,    /* and other blocks with an empty line around them */
    HTML_PAGE, /* the <PAGE> of ASCII documents */
    HTML_PRE,
    HTML_QUOTE, /* blockquote */
    HTML_ROW,
    HTML_ROWS, /* tbody, tfoot */
    HTML_S,
    HTML_SHEET, /* style */
    HTML_SMALL,
    HTML_SUB,
    HTML_SUP,
    HTML_TABLE,
    HTML_U
};

struct html_element {
    struct slice name;
    enum html_kind kind;
    char mark; /* what tells elements of a kind apart: the digit of "h1", the t of "th" */
};

/* The element of that name, whatever its letters' case; never NULL. */
const struct html_element *html_element(struct slice name);

/* Begins a line of its own. */
bool html_is_block(enum html_kind kind);

/* What inline XBRL keeps to itself: ix:header and what is in it. */
bool html_is_unshown(struct slice prefix, struct slice name);

#endif
