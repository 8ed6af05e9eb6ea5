/* SPDX-License-Identifier: MIT */
/* Reports of the mouse to keys. */
#include "term/mouse.h"

/* Bits of the button number. */
enum { BUTTON = 3, SHIFT = 4, ALT = 8, CTRL = 16, MOTION = 32, WHEEL = 64, OTHERS = 128 };

static uint32_t press(struct mouse *m, int row, int column, long long now)
{
    bool twice =
        m->clicked && m->row == row && m->column == column && now - m->last_click <= MOUSE_DOUBLE;
    *m = (struct mouse){now, row, column, !twice};
    return twice ? KEYS_DOUBLE_CLICK : KEYS_CLICK;
}

bool mouse_key(struct mouse *m, int button, int row, int column, bool released, long long now,
               struct key *key)
{
    if (row < 0 || column < 0 || button < 0 || (button & OTHERS))
        return false;
    unsigned modifiers = (button & SHIFT ? KEY_SHIFT : 0U) | (button & ALT ? KEY_ALT : 0U) |
                         (button & CTRL ? KEY_CTRL : 0U);
    *key = (struct key){.modifiers = modifiers, .row = row, .column = column};
    if (button & WHEEL) {
        key->code = (button & 1) ? KEYS_WHEEL_DOWN : KEYS_WHEEL_UP;
        return !released && (button & BUTTON) < 2;
    }
    /* Only the left button; the old form of the report does not say which one was let go. */
    if ((button & BUTTON) != 0 && !released)
        return false;
    if (released)
        key->code = KEYS_RELEASE;
    else if (button & MOTION)
        key->code = KEYS_DRAG;
    else
        key->code = press(m, row, column, now);
    return !released || (button & BUTTON) == 0 || (button & BUTTON) == 3;
}
