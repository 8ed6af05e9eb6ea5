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
    p->last.pair = 0;
    memset(p->slots, 0, sizeof p->slots);
}

/* The colours that the terminal shows for the two that are wanted. */
static void map(const struct pairs *p, color foreground, color background, int *front, int *back)
{
    *front = nearest_color(foreground, p->colors);
    *back = nearest_color(background, p->colors);
    if (!p->own_colors) {
        *front = *front < 0 ? COLOR_WHITE : *front;
        *back = *back < 0 ? COLOR_BLACK : *back;
    }
    /* Few colours must not make text vanish. */
    if (*front == *back && *front >= 0 && foreground != background)
        *front = *back == COLOR_BLACK || *back == COLOR_BLUE ? COLOR_WHITE : COLOR_BLACK;
}

/* The pair for two colours of the terminal. */
static int find(struct pairs *p, int front, int back)
{
    unsigned slot = ((unsigned)front * 31U + (unsigned)back * 2654435761U) >> 7;
    for (;; slot++) {
        slot %= PAIRS_SLOTS;
        if (p->slots[slot].pair == 0)
            break;
        if (p->slots[slot].front == front && p->slots[slot].back == back)
            return p->slots[slot].pair;
    }
    if (p->count >= p->most)
        return -1;
    if (init_extended_pair(p->count + 1, front, back) == ERR)
        return 0;
    p->count++;
    p->slots[slot].front = front;
    p->slots[slot].back = back;
    p->slots[slot].pair = p->count;
    return p->count;
}

int pairs_get(struct pairs *p, color foreground, color background)
{
    if (p->colors == 0 || (foreground < 0 && background < 0))
        return 0;
    if (p->last.pair > 0 && p->last.foreground == foreground && p->last.background == background)
        return p->last.pair;
    int front, back;
    map(p, foreground, background, &front, &back);
    p->last.foreground = foreground;
    p->last.background = background;
    p->last.pair = find(p, front, back);
    return p->last.pair;
}
