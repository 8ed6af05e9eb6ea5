/* SPDX-License-Identifier: MIT */
/* The terminal's background: guessed, asked, and read from the answer. */
#include "term/background.h"

#include <stdlib.h>

/* Kinds of $TERM that know the question: xterm and those that follow it. The console of Linux, the
 * VT100 and its like, and screen would print or misread it. */
static const char *const kinds[] = {"xterm",   "tmux",  "foot",   "alacritty", "kitty",
                                    "wezterm", "gnome", "vte",    "konsole",   "rxvt-unicode",
                                    "iterm",   "st",    "mlterm", "contour",   "ghostty"};

bool background_guess(void)
{
    const char *value = getenv("COLORFGBG");
    struct slice text = slice_of(value ? value : "");
    size_t at = text.len;
    while (at > 0 && text.at[at - 1] != ';')
        at--;
    long long number = at > 0 ? slice_number(slice_cut(text, at, text.len)) : -1;
    /* White, and the bright colours but bright black. */
    return number == 7 || (number >= 9 && number <= 15);
}

/* "xterm" and "xterm-256color", not "xtermm". */
static bool is_kind(struct slice name, struct slice kind)
{
    return slice_starts(name, kind) && (name.len == kind.len || name.at[kind.len] == '-');
}

bool background_can_ask(void)
{
    const char *term = getenv("TERM");
    const char *tmux = getenv("TMUX");
    struct slice name = slice_of(term ? term : "");
    /* tmux was long called screen; in screen itself nobody answers. */
    if (is_kind(name, SLICE("screen")))
        return tmux && *tmux;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_kind(name, slice_of(kinds[i])))
            return true;
    return false;
}

static int digit_of(char c)
{
    c = byte_lower(c);
    return byte_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One to four hexadecimal digits, of which all can be set, as 0 to 255. Takes them off the front,
 * with the '/' behind them. */
static int take_part(struct slice *rest, size_t most)
{
    int value = 0, whole = 0;
    size_t len = 0;
    if (most > 4)
        return -1;
    for (; len < rest->len && len < most && digit_of(rest->at[len]) >= 0; len++) {
        value = value * 16 + digit_of(rest->at[len]);
        whole = whole * 16 + 15;
    }
    if (len == 0)
        return -1;
    if (len < rest->len && rest->at[len] == '/')
        len++;
    *rest = slice_cut(*rest, len, rest->len);
    return value * 255 / whole;
}

bool background_is_answer(struct slice bytes, bool *light)
{
    static const char *const forms[] = {"\033]11;rgb:", "\033]11;rgba:", "\033]11;#"};
    size_t form = 0;
    while (form < 3 && !slice_starts(bytes, slice_of(forms[form])))
        form++;
    if (form == 3)
        return false;
    struct slice rest = slice_cut(bytes, slice_of(forms[form]).len, bytes.len);
    size_t digits = 0;
    while (digits < rest.len && digit_of(rest.at[digits]) >= 0)
        digits++;
    size_t most = form == 2 ? digits / 3 : 4;
    int red = take_part(&rest, most);
    int green = take_part(&rest, most);
    int blue = take_part(&rest, most);
    if (red < 0 || green < 0 || blue < 0)
        return false;
    *light = 299 * red + 587 * green + 114 * blue > 1000 * 127;
    return true;
}
