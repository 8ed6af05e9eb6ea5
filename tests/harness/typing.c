/* SPDX-License-Identifier: MIT */
/* The harness: keys and the mouse, as a terminal sends them. */
#include "config/key.h"
#include "harness/harness.h"
#include "harness/inner.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    KEYS_MOST = 256,
    ESCAPE_PAUSE = 100 /* milliseconds after Esc, or the next key would be taken for Alt with it */
};

/* True when bytes that were typed wait for the program to read them. */
static bool unread(const struct harness *h)
{
    const char *name = ptsname(h->master);
    int waiting = 0;
    int slave = name ? open(name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1;
    if (slave < 0)
        return false;
    if (ioctl(slave, FIONREAD, &waiting) != 0)
        waiting = 0;
    close(slave);
    return waiting > 0 || h->keys.len > 0;
}

/* A person who presses Esc takes longer for the next key than a program waits; how long that is on
 * a busy machine begins when the program has read it. */
static void pause_after_escape(struct harness *h)
{
    if (h->escape_sent == 0)
        return;
    long long patience = h->escape_sent + inner_patience();
    while (h->master >= 0 && unread(h) && inner_now() < patience)
        inner_pump(h, 5);
    long long until = inner_now() + ESCAPE_PAUSE;
    while (h->master >= 0 && inner_now() < until)
        inner_pump(h, until - inner_now());
    h->escape_sent = 0;
}

void harness_type_bytes(struct harness *h, struct slice bytes)
{
    pause_after_escape(h);
    buffer_add(&h->keys, bytes);
    inner_pump(h, 0);
}

void harness_type(struct harness *h, const char *bytes)
{
    harness_type_bytes(h, slice_of(bytes));
}

static VTermKey named_key(uint32_t code)
{
    static const struct {
        uint32_t code;
        VTermKey key;
    } keys[] = {
        {KEYS_ENTER, VTERM_KEY_ENTER},    {KEYS_TAB, VTERM_KEY_TAB},
        {KEYS_ESCAPE, VTERM_KEY_ESCAPE},  {KEYS_BACKSPACE, VTERM_KEY_BACKSPACE},
        {KEYS_DELETE, VTERM_KEY_DEL},     {KEYS_INSERT, VTERM_KEY_INS},
        {KEYS_UP, VTERM_KEY_UP},          {KEYS_DOWN, VTERM_KEY_DOWN},
        {KEYS_LEFT, VTERM_KEY_LEFT},      {KEYS_RIGHT, VTERM_KEY_RIGHT},
        {KEYS_HOME, VTERM_KEY_HOME},      {KEYS_END, VTERM_KEY_END},
        {KEYS_PAGE_UP, VTERM_KEY_PAGEUP}, {KEYS_PAGE_DOWN, VTERM_KEY_PAGEDOWN},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (keys[i].code == code)
            return keys[i].key;
    if (code >= KEYS_F1 && code <= KEYS_F12)
        return (VTermKey)VTERM_KEY_FUNCTION((int)(code - KEYS_F1) + 1);
    return VTERM_KEY_NONE;
}

static VTermModifier modifiers_of(struct key key)
{
    return (VTermModifier)((key.modifiers & KEY_SHIFT ? VTERM_MOD_SHIFT : 0) |
                           (key.modifiers & KEY_ALT ? VTERM_MOD_ALT : 0) |
                           (key.modifiers & KEY_CTRL ? VTERM_MOD_CTRL : 0));
}

static void add_character(struct harness *h, struct key key)
{
    if (key.modifiers & KEY_ALT)
        buffer_add_byte(&h->keys, '\033');
    if (key.modifiers & KEY_CTRL)
        buffer_add_byte(&h->keys, (char)(byte_upper((char)key.code) & 0x1F));
    else
        buffer_add_utf8(&h->keys, key.code);
}

static void type_key(struct harness *h, struct key key)
{
    pause_after_escape(h);
    h->typing = true;
    if (key.code < KEYS_ENTER)
        add_character(h, key);
    else if (key.code < KEYS_WHEEL_UP)
        vterm_keyboard_key(h->vterm, named_key(key.code), modifiers_of(key));
    h->typing = false;
    inner_pump(h, 0);
    if (key.code == KEYS_ESCAPE)
        h->escape_sent = inner_now();
}

void harness_keys(struct harness *h, const char *keys)
{
    struct key parsed[KEYS_MOST];
    size_t count;
    struct error e = {0};
    if (!key_parse(slice_of(keys), parsed, KEYS_MOST, &count, &e)) {
        (void)fprintf(stderr, "harness_keys(\"%s\"): %s\n", keys, e.message);
        abort();
    }
    for (size_t i = 0; i < count; i++)
        type_key(h, parsed[i]);
}

void harness_mouse(struct harness *h, int row, int column, int button, bool pressed)
{
    pause_after_escape(h);
    h->typing = true;
    vterm_mouse_move(h->vterm, row, column, VTERM_MOD_NONE);
    if (button > 0)
        vterm_mouse_button(h->vterm, button, pressed, VTERM_MOD_NONE);
    h->typing = false;
    inner_pump(h, 0);
}

void harness_click(struct harness *h, int row, int column)
{
    harness_mouse(h, row, column, 1, true);
    harness_mouse(h, row, column, 1, false);
}
