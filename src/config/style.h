/* SPDX-License-Identifier: MIT */
/* A style: how a cell looks. A theme (theme.h) maps roles to styles; the terminal shows them. */
#ifndef FOLIO_CONFIG_STYLE_H
#define FOLIO_CONFIG_STYLE_H

#include <stdint.h>

enum {
    ATTRIBUTE_BOLD = 1,
    ATTRIBUTE_DIM = 2,
    ATTRIBUTE_ITALIC = 4,
    ATTRIBUTE_UNDERLINE = 8,
    ATTRIBUTE_REVERSE = 16
};

/* A colour: -1 the terminal's own, 0 to 255 of the palette, COLOR_RGB | 0xRRGGBB. */
typedef int32_t color;
#define COLOR_TERMINAL ((color)-1)
#define COLOR_RGB ((color)0x1000000)

struct style {
    color foreground;
    color background;
    unsigned attributes; /* ATTRIBUTE_... */
};

#endif
