/* SPDX-License-Identifier: MIT */
/* How text is set at a place of the document: what elements hand down to what is in them. */
#ifndef FOLIO_FORMATS_HTML_STYLE_H
#define FOLIO_FORMATS_HTML_STYLE_H

#include "formats/css.h"
#include "formats/sink.h"

struct html_style {
    uint8_t style;   /* STYLE_... */
    uint8_t align;   /* enum sink_align */
    uint8_t font;    /* enum css_family */
    uint8_t space;   /* enum css_space */
    uint8_t heading; /* 1 to 6; 0: none */
    bool invisible, upper;
    int32_t size;   /* tenths of a point; 0: not said */
    int32_t left;   /* tenths of a point from the left edge of the page, or of the cell */
    int32_t indent; /* more, or less, on the first line */
};

enum {
    HTML_LETTER = 120,     /* tenths of a point that a letter is large where nothing is said */
    HTML_PAGE_WIDTH = 5400 /* tenths of a point of a page */
};

/* What a declared style does to it; `inside`: the element is no block. */
void html_style_apply(struct html_style *style, const struct css *css, bool inside);

/* <font size=...>: 1 to 7, or +n, -n. */
void html_style_font_size(struct html_style *style, struct slice value);

/* The `align` of an attribute; false when it says none. */
bool html_style_align(struct slice value, uint8_t *align);

/* In tenths of a point, of what is across. */
int32_t html_style_across(const struct html_style *style, struct css_length length);

/* Columns of a terminal. */
int html_style_columns(int32_t points);

#endif
