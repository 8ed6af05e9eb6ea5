/* SPDX-License-Identifier: MIT */
/* Colour pairs of curses, made on demand. */
#include "term/pairs.h"

#include "term/nearest.h"

#include <curses.h>
#include <string.h>

void pairs_init(struct pairs *p, bool wanted)
{
    memset(p, 0, sizeof *p);
    if (!wanted || !has_colors() || start_color() == ERR)
        return;
    p->own_colors = use_default_colors() == OK;
    p->colors = COLORS;
    p->most = COLOR_PAIRS - 1 < PAIRS_MOST ? COLOR_PAIRS - 1 : PAIRS_MOST;
    if (p->colors < 8 || p->most < 1)
        p->colors = 0;
}

void pairs_reset(struct pairs *p)
{
    p->count = 0;
    memset(p->slots, 0, sizeof p->slots);
}

static bool make_pair(const struct pairs *p, int pair, color foreground, color background)
{
    int front = nearest_color(foreground, p->colors);
    int back = nearest_color(background, p->colors);
    if (!p->own_colors) {
        front = front < 0 ? COLOR_WHITE : front;
        back = back < 0 ? COLOR_BLACK : back;
    }
    /* Few colours must not make text vanish. */
    if (front == back && front >= 0 && foreground != background)
        front = back == COLOR_BLACK || back == COLOR_BLUE ? COLOR_WHITE : COLOR_BLACK;
    return init_extended_pair(pair, front, back) == OK;
}

int pairs_get(struct pairs *p, color foreground, color background)
{
    if (p->colors == 0 || (foreground < 0 && background < 0))
        return 0;
    unsigned slot = ((unsigned)foreground * 31U + (unsigned)background * 2654435761U) >> 7;
    for (;; slot++) {
        slot %= PAIRS_SLOTS;
        if (p->slots[slot].pair == 0)
            break;
        if (p->slots[slot].foreground == foreground && p->slots[slot].background == background)
            return p->slots[slot].pair;
    }
    if (p->count >= p->most)
        return -1;
    if (!make_pair(p, p->count + 1, foreground, background))
        return 0;
    p->count++;
    p->slots[slot].foreground = foreground;
    p->slots[slot].background = background;
    p->slots[slot].pair = p->count;
    return p->count;
}
