/* SPDX-License-Identifier: MIT */
/*
 * Fonts of signs: what a letter of Wingdings, Webdings, Symbol or Zapf Dingbats looks like.
 *
 * Filings print check boxes and bullets as letters of such fonts.
 */
#ifndef FOLIO_FORMATS_HTML_FONT_H
#define FOLIO_FORMATS_HTML_FONT_H

#include "formats/css.h"

#include <stdint.h>

/* The sign that `code` of the font is, or `code` itself. The private use area where Word keeps
 * such letters (U+F020 to U+F0FF) is looked up as well, as a sign of Wingdings where the font
 * is one of text. */
uint32_t html_font_sign(enum css_family font, uint32_t code);

#endif
