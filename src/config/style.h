/* SPDX-License-Identifier: MIT */
/* A style: how a cell looks. A theme (theme.h) maps roles to styles; the terminal shows them. */
#ifndef FOLIO_CONFIG_STYLE_H
#define FOLIO_CONFIG_STYLE_H

#include <stdint.h>

enum { STYLE_BOLD = 1, STYLE_DIM = 2, STYLE_ITALIC = 4, STYLE_UNDERLINE = 8, STYLE_REVERSE = 16 };

/* A colour: -1 the terminal's own, 0 to 255 of the palette, COLOR_RGB | 0xRRGGBB. */
typedef int32_t color;
#define COLOR_TERMINAL ((color)-1)
#define COLOR_RGB ((color)0x1000000)

struct style {
    color foreground;
    color background;
    unsigned attributes; /* STYLE_... */
};

#endif
