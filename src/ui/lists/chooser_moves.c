/* SPDX-License-Identifier: MIT */
/* Selecting and scrolling in a chooser. */
#include "ui/lists/chooser_state.h"

enum { WHEEL = 3 /* rows that the wheel scrolls */ };

int chooser_list_rows(const struct chooser *c)
{
    return c->height > 1 ? c->height - 1 : c->height;
}

static size_t height_of(const struct chooser *c)
{
    int rows = chooser_list_rows(c);
    return rows > 1 ? (size_t)rows : 1;
}

/* The greatest top that leaves no row of the screen empty for nothing. */
static size_t last_top(const struct chooser *c)
{
    size_t height = height_of(c);
    return c->rows.shown.count > height ? c->rows.shown.count - height : 0;
}

/* Scrolls no more than is needed; with the first row of a title, its title is seen, too. */
static void show_selected(struct chooser *c)
{
    size_t height = height_of(c);
    size_t first = c->selected;
    while (first > 0 && c->selected - first + 1 < height && c->rows.shown.at[first - 1].nth == 0)
        first--;
    if (first < c->top)
        c->top = first;
    if (c->selected >= c->top + height)
        c->top = c->selected - height + 1;
    if (c->top > last_top(c))
        c->top = last_top(c);
}

void chooser_moves_to(struct chooser *c, size_t shown)
{
    size_t to = chooser_rows_pick(&c->rows, shown);
    if (to == CHOOSER_NONE)
        return;
    c->selected = to;
    show_selected(c);
}

void chooser_moves_settle(struct chooser *c)
{
    size_t before = c->selected;
    chooser_rows_settle(&c->rows, &c->selected);
    if (c->selected > before)
        c->top += c->selected - before;
    size_t to = chooser_rows_pick(&c->rows, c->selected);
    if (to == CHOOSER_NONE)
        return; /* when rows come again, the index still says where one was */
    c->selected = to;
    show_selected(c);
}

/* So many rows further, titles not counted. */
static void step(struct chooser *c, bool down, size_t by)
{
    size_t at = c->selected;
    size_t left = by;
    for (size_t i = at; left > 0 && (down ? i + 1 < c->rows.shown.count : i > 0);) {
        i = down ? i + 1 : i - 1;
        if (c->rows.shown.at[i].nth > 0) {
            at = i;
            left--;
        }
    }
    chooser_moves_to(c, at);
}

/* To the nth row. */
static void jump(struct chooser *c, size_t nth)
{
    size_t low = nth > 0 ? nth - 1 : 0; /* it cannot stand before, as titles only push it back */
    while (low + 1 < c->rows.shown.count && c->rows.shown.at[low].nth < nth)
        low++;
    chooser_moves_to(c, low < c->rows.shown.count ? low : c->rows.shown.count);
}

/* The first row of the title that follows the row, or of the last; without titles, the last row. */
static size_t title_below(const struct chooser *c, size_t at)
{
    size_t k = at;
    while (k + 1 < c->rows.shown.count && c->rows.shown.at[k + 1].nth > 0)
        k++;
    return k + 1 < c->rows.shown.count ? chooser_rows_pick(&c->rows, k + 1) : at;
}

/* The first row of this title; from there, of the title before. Without titles, the first row. */
static size_t title_above(const struct chooser *c, size_t at)
{
    size_t k = at;
    /* From a title's first row, over it and its rows to the title before. */
    while (k > 0 && c->rows.shown.at[k - 1].nth == 0)
        k--;
    while (k > 0 && c->rows.shown.at[k - 1].nth > 0)
        k--;
    return chooser_rows_pick(&c->rows, k);
}

/* As many titles on or back, as far as there are. */
static void leap(struct chooser *c, bool down, size_t by)
{
    size_t at = c->selected;
    for (size_t i = 0; i < by && at < c->rows.shown.count; i++) {
        size_t next = down ? title_below(c, at) : title_above(c, at);
        if (next == at || next >= c->rows.shown.count)
            break;
        at = next;
    }
    if (at < c->rows.shown.count)
        chooser_moves_to(c, at);
}

static void scroll(struct chooser *c, bool up, size_t by)
{
    size_t height = height_of(c);
    size_t top = !up ? c->top + by : c->top > by ? c->top - by : 0;
    c->top = top < last_top(c) ? top : last_top(c);
    size_t to = c->selected;
    if (to < c->top)
        to = chooser_rows_pick(&c->rows, c->top);
    for (size_t i = c->top + height; to >= c->top + height && i > c->top; i--)
        if (i - 1 < c->rows.shown.count && c->rows.shown.at[i - 1].nth > 0)
            to = i - 1;
    if (to < c->rows.shown.count)
        c->selected = to;
}

bool chooser_moves_click(struct chooser *c, struct key key, int row)
{
    if (key.code == KEYS_WHEEL_UP || key.code == KEYS_WHEEL_DOWN) {
        scroll(c, key.code == KEYS_WHEEL_UP, WHEEL);
        return false;
    }
    int head = c->height - chooser_list_rows(c);
    size_t shown = c->top + (size_t)(row > head ? row - head : 0);
    bool there = row >= head && row < c->height && shown < c->rows.shown.count &&
                 c->rows.shown.at[shown].nth > 0;
    if (!there || (key.code != KEYS_CLICK && key.code != KEYS_DOUBLE_CLICK))
        return false;
    bool again = shown == c->selected || key.code == KEYS_DOUBLE_CLICK;
    chooser_moves_to(c, shown);
    return again;
}

/* The selected row goes to the top, the middle or the bottom. */
static void place(struct chooser *c, enum action_id action)
{
    size_t height = height_of(c);
    size_t above = action == ACTION_PLACE_TOP      ? 0
                   : action == ACTION_PLACE_MIDDLE ? height / 2
                                                   : height - 1;
    size_t top = c->selected > above ? c->selected - above : 0;
    c->top = top < last_top(c) ? top : last_top(c);
}

bool chooser_moves_handle(struct chooser *c, const struct order *order)
{
    size_t steps = order_steps(order);
    size_t rows = height_of(c);
    switch (order->action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
        step(c, order->action == ACTION_LINE_DOWN, steps);
        return true;
    case ACTION_HALF_SCREEN_DOWN:
    case ACTION_HALF_SCREEN_UP:
        step(c, order->action == ACTION_HALF_SCREEN_DOWN, steps * (rows > 1 ? rows / 2 : 1));
        return true;
    case ACTION_SCREEN_DOWN:
    case ACTION_SCREEN_UP:
        step(c, order->action == ACTION_SCREEN_DOWN, steps * rows);
        return true;
    case ACTION_TOP:
    case ACTION_BOTTOM:
        if (order->count > 0)
            jump(c, steps);
        else
            chooser_moves_to(c, order->action == ACTION_TOP ? 0 : c->rows.shown.count);
        return true;
    case ACTION_NEXT_HEADING:
    case ACTION_NEXT_ITEM:
    case ACTION_NEXT_PARAGRAPH:
        leap(c, true, steps);
        return true;
    case ACTION_PREVIOUS_HEADING:
    case ACTION_PREVIOUS_ITEM:
    case ACTION_PREVIOUS_PARAGRAPH:
        leap(c, false, steps);
        return true;
    case ACTION_PLACE_TOP:
    case ACTION_PLACE_MIDDLE:
    case ACTION_PLACE_BOTTOM:
        place(c, order->action);
        return true;
    default:
        return false;
    }
}
