/* SPDX-License-Identifier: MIT */
/* Questions to terminfo. */
#include "term/description.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>
/* The last one: it makes macros of common words. */
#include <term.h>

/* A capability by name, or NULL. */
static const char *capability(const char *name)
{
    /* Its parameter is not const, but only read. */
    const char *text = tigetstr((char *)(uintptr_t)name);
    return text == (const char *)-1 ? NULL : text;
}

bool description_check(int fd, struct error *e)
{
    const char *name = getenv("TERM");
    if (!name || !*name)
        return error_set(e, ERROR_INPUT,
                         "TERM is not set, so no screen can be shown; "
                         "use folio text");
    int result = 0;
    if (setupterm(name, fd, &result) == ERR && result != 1)
        return error_set(e, ERROR_INPUT,
                         "the terminal type '%s' is not known here; set TERM, or use folio text",
                         name);
    bool able = result == 1 && capability("cup") && capability("clear") &&
                tigetflag((char *)(uintptr_t) "hc") <= 0;
    del_curterm(cur_term);
    if (!able)
        return error_set(e, ERROR_INPUT,
                         "the terminal type '%s' cannot show a screen; use folio text", name);
    return true;
}

bool description_has_mouse(void)
{
    return capability("kmous") != NULL;
}

static void define(struct keyboard *k, const char *name, uint32_t code, unsigned modifiers)
{
    const char *text = capability(name);
    if (text)
        keyboard_define(k, text, (struct key){.code = code, .modifiers = modifiers});
}

/* Keys with Shift, Alt and Ctrl: "kRIT" and "kRIT3" to "kRIT8". */
static void define_modified(struct keyboard *k)
{
    static const struct {
        const char *name;
        uint32_t code;
    } keys[] = {{"kRIT", KEYS_RIGHT}, {"kLFT", KEYS_LEFT},    {"kUP", KEYS_UP},
                {"kDN", KEYS_DOWN},   {"kHOM", KEYS_HOME},    {"kEND", KEYS_END},
                {"kDC", KEYS_DELETE}, {"kPRV", KEYS_PAGE_UP}, {"kNXT", KEYS_PAGE_DOWN},
                {"kIC", KEYS_INSERT}};
    static const unsigned modifiers[] = {KEY_ALT,
                                         KEY_ALT | KEY_SHIFT,
                                         KEY_CTRL,
                                         KEY_CTRL | KEY_SHIFT,
                                         KEY_CTRL | KEY_ALT,
                                         KEY_CTRL | KEY_ALT | KEY_SHIFT};
    /* Where they are as with xterm the keyboard knows them all, and looking them up takes time. */
    const char *sample = capability("kRIT3");
    if (sample && strcmp(sample, "\033[1;3C") == 0)
        return;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        define(k, keys[i].name, keys[i].code, KEY_SHIFT);
        for (int n = 0; n < (int)(sizeof modifiers / sizeof modifiers[0]); n++) {
            char name[16];
            (void)snprintf(name, sizeof name, "%s%d", keys[i].name, n + 3);
            define(k, name, keys[i].code, modifiers[n]);
        }
    }
}

void description_define_keys(struct keyboard *k)
{
    static const struct {
        const char *name;
        uint32_t code;
        unsigned modifiers;
    } keys[] = {
        {"kcuu1", KEYS_UP, 0},         {"kcud1", KEYS_DOWN, 0},     {"kcub1", KEYS_LEFT, 0},
        {"kcuf1", KEYS_RIGHT, 0},      {"khome", KEYS_HOME, 0},     {"kend", KEYS_END, 0},
        {"kpp", KEYS_PAGE_UP, 0},      {"knp", KEYS_PAGE_DOWN, 0},  {"kich1", KEYS_INSERT, 0},
        {"kdch1", KEYS_DELETE, 0},     {"kbs", KEYS_BACKSPACE, 0},  {"kent", KEYS_ENTER, 0},
        {"kcbt", KEYS_TAB, KEY_SHIFT}, {"kri", KEYS_UP, KEY_SHIFT}, {"kind", KEYS_DOWN, KEY_SHIFT},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        define(k, keys[i].name, keys[i].code, keys[i].modifiers);
    for (unsigned i = 0; i < 12; i++) {
        char name[8];
        (void)snprintf(name, sizeof name, "kf%u", i + 1);
        define(k, name, KEYS_F1 + i, 0);
    }
    define_modified(k);
}

void description_add_leave(struct buffer *out)
{
    static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *text = capability(names[i]);
        for (const char *p = text ? text : ""; *p; p++) {
            /* "$<5>" asks for a pause, which a dying program does not make. */
            const char *end = p[0] == '$' && p[1] == '<' ? strchr(p, '>') : NULL;
            if (end)
                p = end;
            else
                buffer_add_byte(out, *p);
        }
    }
    if (!capability("rmcup"))
        buffer_add_text(out, "\r\n");
}
