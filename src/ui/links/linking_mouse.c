/* SPDX-License-Identifier: MIT */
/* Links that are pressed with the mouse. */
#include "ui/links/linking.h"
#include "ui/links/linking_state.h"
#include "ui/links/peeking.h"
#include "ui/links/pointing.h"
#include "ui/modes.h"
#include "ui/windows.h"

void linking_press(struct viewer *v, struct key key)
{
    struct linking *k = v->modes.link;
    if (!k)
        return;
    /* The second click of two is not meant for where the first one led. */
    bool again = key.code == KEYS_DOUBLE_CLICK && k->clicked;
    k->pressed = key;
    k->pressed.code = again ? 0 : key.code;
    k->clicked = false;
}

void linking_release(struct viewer *v, struct key key)
{
    struct linkage *l = linking_linkage(v, v->at);
    struct linking *k = v->modes.link;
    struct key pressed = k->pressed;
    size_t offset;
    int row;
    int column;
    k->pressed.code = 0;
    if (!l || pressed.code == 0 || pressed.row != key.row || pressed.column != key.column ||
        modes_top(v))
        return;
    windows_corner(v, v->at == v->shown[0] ? 0 : 1, &row, &column);
    if (!pointing_at(v->at->text, key.row - row, key.column - column, &offset))
        return;
    const struct lead *lead = linkage_at(l, offset);
    struct order order = {.action = ACTION_FOLLOW};
    if (pressed.code == KEYS_DOUBLE_CLICK) {
        peeking_define(v, offset);
    } else if (lead) {
        k->clicked = true;
        linking_go(v, l, lead, &order, linking_follow);
    }
}
