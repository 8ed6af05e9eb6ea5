/* SPDX-License-Identifier: MIT */
/* Mapping of colours to palettes of 8, 16 and 256. */
#include "term/nearest.h"

#include <limits.h>
#include <stdbool.h>

/* The first sixteen, as terminals commonly show them; owners may have changed theirs. */
static const int named[16] = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
                              0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
                              0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};

enum { CUBE = 16, GREYS = 232 };

/* What a palette entry looks like, as 0xRRGGBB: 16 names, a cube of 6*6*6, 24 greys. */
static int rgb_of(int entry)
{
    static const int steps[6] = {0, 95, 135, 175, 215, 255};
    if (entry < CUBE)
        return named[entry];
    if (entry >= GREYS)
        return (8 + 10 * (entry - GREYS)) * 0x010101;
    int i = entry - CUBE;
    return steps[i / 36] << 16 | steps[i / 6 % 6] << 8 | steps[i % 6];
}

static int distance(int a, int b)
{
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    /* The eye sees green best and blue least. */
    return 3 * red * red + 6 * green * green + blue * blue;
}

/* The entry from `first` to `last` that comes nearest. */
static int closest(int rgb, int first, int last)
{
    int best = first, least = INT_MAX;
    for (int i = first; i <= last; i++) {
        int d = distance(rgb, rgb_of(i));
        if (d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

int nearest_color(color wanted, int colors)
{
    if (wanted < 0)
        return -1;
    bool palette = wanted < 256;
    int rgb = palette ? rgb_of(wanted) : (int)(wanted & 0xFFFFFF);
    if (colors >= NEAREST_DIRECT) {
        if (palette && wanted < 8)
            return wanted;
        /* The lowest values still mean the palette there: all are next to black. */
        return rgb < 8 ? 0 : rgb;
    }
    if (colors >= 256)
        return palette ? wanted : closest(rgb, CUBE, 255);
    if (colors >= 16)
        return palette && wanted < 16 ? wanted : closest(rgb, 0, 15);
    if (palette && wanted < 16)
        return wanted % 8;
    return closest(rgb, 0, 7);
}
