/* SPDX-License-Identifier: MIT */
/* OSC 52, plain and wrapped. */
#include "term/clipboard.h"

#include <stdio.h>
#include <string.h>

enum {
    SCREEN_CHUNK = 240 /* bytes of a string that every version of screen passes on whole */
};

#define OSC_BEGIN "\033]52;c;"
#define OSC_END "\a"

void clipboard_base64(struct slice text, struct buffer *out)
{
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < text.len; at += 3) {
        size_t left = text.len - at;
        unsigned bits = (unsigned)(unsigned char)text.at[at] << 16;
        bits |= left > 1 ? (unsigned)(unsigned char)text.at[at + 1] << 8 : 0;
        bits |= left > 2 ? (unsigned char)text.at[at + 2] : 0;
        buffer_add_byte(out, signs[bits >> 18 & 63]);
        buffer_add_byte(out, signs[bits >> 12 & 63]);
        buffer_add_byte(out, left > 1 ? signs[bits >> 6 & 63] : '=');
        buffer_add_byte(out, left > 2 ? signs[bits & 63] : '=');
    }
}

static bool is_set(const char *variable)
{
    return variable && *variable;
}

/* True when the terminal is of a kind that would show such a sequence. */
static bool shows_garbage(const char *term)
{
    static const char *const exact[] = {"dumb", "unknown", "ansi", "cons25", "hurd", "sun"};
    static const char *const begun[] = {"linux", "vt52", "vt1", "vt2", "vt3", "vt4", "vt5"};
    if (!is_set(term))
        return true;
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
        if (strcmp(term, exact[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++)
        if (strncmp(term, begun[i], strlen(begun[i])) == 0)
            return true;
    return false;
}

static void add_plain(struct slice base64, struct buffer *out)
{
    buffer_add_text(out, OSC_BEGIN);
    buffer_add(out, base64);
    buffer_add_text(out, OSC_END);
}

/* tmux heeds one of two, as its options set-clipboard and allow-passthrough say, and drops the
 * other: the sequence itself, or one for the terminal outside. */
static void add_tmux(struct slice base64, struct buffer *out)
{
    add_plain(base64, out);
    buffer_add_text(out, "\033Ptmux;\033");
    add_plain(base64, out);
    buffer_add_text(out, "\033\\");
}

/* screen passes strings on, if they are short. */
static void add_screen(struct slice base64, struct buffer *out)
{
    struct slice head = SLICE(OSC_BEGIN);
    for (size_t at = 0; at < base64.len || at == 0; at += SCREEN_CHUNK) {
        buffer_add_text(out, "\033P");
        if (at == 0)
            buffer_add(out, head);
        buffer_add(out, slice_cut(base64, at, at + SCREEN_CHUNK));
        if (at + SCREEN_CHUNK >= base64.len)
            buffer_add_text(out, OSC_END);
        buffer_add_text(out, "\033\\");
    }
}

bool clipboard_write(const struct clipboard *c, struct slice text, struct buffer *out,
                     struct error *e)
{
    bool tmux = is_set(c->tmux), screen = !tmux && is_set(c->sty);
    size_t limit = c->limit > 0 ? c->limit : CLIPBOARD_LIMIT;
    if (!c->insist && !tmux && !screen && shows_garbage(c->term))
        return error_set(e, ERROR_INPUT,
                         "not copied: a terminal '%s' has no clipboard; set clipboard to a command",
                         is_set(c->term) ? c->term : "unknown");
    if (text.len / 3 + (text.len % 3 > 0) > limit / 4)
        return error_set(e, ERROR_INPUT,
                         "not copied: %zu bytes are too many for the terminal (clipboard-limit is "
                         "%zu); save or pipe them",
                         text.len, limit / 4 * 3);
    struct buffer base64 = {0};
    clipboard_base64(text, &base64);
    if (tmux)
        add_tmux(buffer_slice(&base64), out);
    else if (screen)
        add_screen(buffer_slice(&base64), out);
    else
        add_plain(buffer_slice(&base64), out);
    buffer_deinit(&base64);
    return true;
}
