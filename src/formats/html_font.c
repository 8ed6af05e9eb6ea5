/* SPDX-License-Identifier: MIT */
#include "formats/html_font.h"

#include "base/utf8.h"

#include <stddef.h>

enum {
    BOX = 0x2610,
    TICKED = 0x2611,
    CROSSED = 0x2612,
    TICK = 0x2713,
    CROSS = 0x2717,
    BULLET = 0x2022,
    SQUARE = 0x25A0,
    SMALL_SQUARE = 0x25AA,
    DIAMOND = 0x25C6,
    DISC = 0x25CF,
    RING = 0x25CB,
    STAR = 0x2605,
    ARROW = 0x2192,
    HEAD = 0x27A2,
    TRIANGLE = 0x25B6,
    HAND = 0x261E,
    PRIVATE = 0xF000 /* what Word adds to a letter */
};

struct sign {
    unsigned char letter;
    uint16_t code;
};

static const struct sign wingdings[] = {
    {'(', 0x260E},  {'A', 0x270C},   {'F', HAND},    {'J', 0x263A},        {'l', DISC},
    {'m', 0x274D},  {'n', SQUARE},   {'o', BOX},     {'p', BOX},           {'q', BOX},
    {'r', BOX},     {'s', DIAMOND},  {'t', DIAMOND}, {'u', DIAMOND},       {'v', 0x2756},
    {'w', DIAMOND}, {'x', CROSSED},  {0x9E, 0xB7},   {0x9F, BULLET},       {0xA0, SMALL_SQUARE},
    {0xA1, BOX},    {0xA3, BOX},     {0xA4, 0x25C9}, {0xA7, SMALL_SQUARE}, {0xA8, BOX},
    {0xAA, 0x2726}, {0xAB, STAR},    {0xAC, 0x2736}, {0xB6, 0x2606},       {0xD8, HEAD},
    {0xDF, 0x2190}, {0xE0, ARROW},   {0xE1, 0x2191}, {0xE2, 0x2193},       {0xE8, 0x2794},
    {0xEF, 0x21E6}, {0xF0, 0x21E8},  {0xF1, 0x21E7}, {0xF2, 0x21E9},       {0xFB, CROSS},
    {0xFC, TICK},   {0xFD, CROSSED}, {0xFE, TICKED}, {0xB7, BULLET},
};

static const struct sign wingdings2[] = {
    {'*', BOX},           {'O', CROSS},   {'P', TICK},    {'Q', CROSSED}, {'R', TICKED},
    {'S', CROSSED},       {'T', CROSSED}, {'U', CROSSED}, {'V', CROSSED}, {0x95, 0xB7},
    {0x96, BULLET},       {0x97, DISC},   {0x98, DISC},   {0x9E, 0xB7},   {0x9F, SMALL_SQUARE},
    {0xA0, SMALL_SQUARE}, {0xA1, SQUARE}, {0xA2, SQUARE}, {0xA3, BOX},    {0xA8, BOX},
    {0xAE, DIAMOND},      {0xB7, BULLET},
};

static const struct sign wingdings3[] = {
    {'p', 0x25B2}, {'q', 0x25BC}, {'t', 0x25C0}, {'u', TRIANGLE}, {'}', TRIANGLE}, {0x9F, BULLET},
};

static const struct sign webdings[] = {
    {'4', TRIANGLE}, {'<', SQUARE}, {'a', TICK},  {'c', BOX},
    {'g', SQUARE},   {'n', DISC},   {'r', CROSS},
};

static const struct sign symbol[] = {
    {0x2D, 0x2212}, {0xA0, 0x20AC}, {0xA2, 0x2032}, {0xA3, 0x2264}, {0xA5, 0x221E}, {0xA8, 0x2666},
    {0xAB, 0x2194}, {0xAC, 0x2190}, {0xAD, 0x2191}, {0xAE, ARROW},  {0xAF, 0x2193}, {0xB0, 0xB0},
    {0xB1, 0xB1},   {0xB2, 0x2033}, {0xB3, 0x2265}, {0xB4, 0xD7},   {0xB7, BULLET}, {0xB8, 0xF7},
    {0xB9, 0x2260}, {0xBB, 0x2248}, {0xBC, 0x2026}, {0xBE, 0x2014}, {0xD2, 0xAE},   {0xD3, 0xA9},
    {0xD4, 0x2122}, {0xD5, 0x220F}, {0xD6, 0x221A}, {0xD7, 0x22C5}, {0xDE, 0x21D2}, {0xE0, 0x25CA},
    {0xE2, 0xAE},   {0xE3, 0xA9},   {0xE4, 0x2122}, {0xE5, 0x2211},
};

static const struct sign dingbats[] = {
    {'*', HAND}, {'3', TICK},    {'4', 0x2714}, {'7', CROSS},   {'8', 0x2718},  {'H', STAR},
    {'l', DISC}, {'m', 0x274D},  {'n', SQUARE}, {'o', BOX},     {'p', BOX},     {'q', BOX},
    {'r', BOX},  {'u', DIAMOND}, {0xA8, BOX},   {0xB7, BULLET}, {0xD4, 0x2794},
};

static const struct sign typographic[] = {
    {'!', BULLET}, {'=', 0x2019}, {'@', 0x201D}, {'A', 0x201C},
    {'B', 0x2013}, {'C', 0x2014}, {'G', BOX},
};

#define FONT(signs)                                                                                \
    {                                                                                              \
        signs, sizeof(signs) / sizeof(signs)[0]                                                    \
    }

static const struct {
    const struct sign *signs;
    size_t count;
} fonts[] = {
    [CSS_TEXT_FONT] = {NULL, 0},         [CSS_WINGDINGS] = FONT(wingdings),
    [CSS_WINGDINGS2] = FONT(wingdings2), [CSS_WINGDINGS3] = FONT(wingdings3),
    [CSS_WEBDINGS] = FONT(webdings),     [CSS_SYMBOL] = FONT(symbol),
    [CSS_DINGBATS] = FONT(dingbats),     [CSS_TYPOGRAPHIC] = FONT(typographic),
};

/* The byte that a letter of such a font is; 0: none. */
static unsigned char letter_of(uint32_t code)
{
    if (code > PRIVATE + ' ' && code <= PRIVATE + 0xFF)
        return (unsigned char)(code - PRIVATE);
    if (code <= 0xFF)
        return (unsigned char)code;
    for (unsigned byte = 0x80; byte < 0xA0; byte++)
        if (utf8_from_cp1252((unsigned char)byte) == code)
            return (unsigned char)byte;
    return 0;
}

uint32_t html_font_sign(enum css_family font, uint32_t code)
{
    bool private = code > PRIVATE + ' ' && code <= PRIVATE + 0xFF;
    if (font == CSS_TEXT_FONT && !private)
        return code;
    unsigned char letter = letter_of(code);
    size_t at = font == CSS_TEXT_FONT ? CSS_WINGDINGS : font;
    for (size_t i = 0; i < fonts[at].count; i++)
        if (fonts[at].signs[i].letter == letter)
            return fonts[at].signs[i].code;
    return code;
}
