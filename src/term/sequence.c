/* SPDX-License-Identifier: MIT */
/* Control sequences to keys. */
#include "term/sequence.h"

#include <string.h>

enum { PARAMETERS = 3, VALUE_MOST = 0x10FFFF };

/* The numbers of a sequence; those that are missing are 0. */
struct numbers {
    int at[PARAMETERS];
    int count;
};

size_t sequence_length(struct slice s)
{
    if (s.at[1] == 'O')
        return s.len >= 3 ? 3 : 0;
    if (s.len >= 3 && s.at[2] == '[') /* the console's function keys: ESC [ [ A */
        return s.len >= 4 ? 4 : 0;
    if (s.len >= 3 && s.at[2] == 'M') /* the old report of the mouse: three bytes more */
        return s.len >= 6 ? 6 : 0;
    for (size_t i = 2; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c >= 0x40 && c < 0x7F)
            return i + 1;
        if (c < 0x20 || c >= 0x7F)
            return i; /* broken off: what comes now is something else */
    }
    return 0;
}

static struct numbers numbers_of(struct slice s)
{
    struct numbers n = {{0}, 1};
    bool sub = false; /* after a ':' comes a finer point that is passed over */
    for (size_t i = 0; i < s.len; i++) {
        int *value = &n.at[n.count - 1];
        if (s.at[i] == ';') {
            if (n.count == PARAMETERS)
                break;
            n.count++;
            sub = false;
        } else if (s.at[i] == ':') {
            sub = true;
        } else if (byte_is_digit(s.at[i]) && !sub && *value < VALUE_MOST) {
            *value = *value * 10 + (s.at[i] - '0');
        }
    }
    return n;
}

/* The number that follows a key's own: 1 and a bit for Shift, Alt, Ctrl, Meta. */
static unsigned modifiers_of(int number)
{
    if (number < 2)
        return 0;
    int bits = number - 1;
    return (bits & 1 ? KEY_SHIFT : 0U) | (bits & (2 | 8) ? KEY_ALT : 0U) |
           (bits & 4 ? KEY_CTRL : 0U);
}

static uint32_t key_of_letter(char c)
{
    static const char letters[] = "ABCDHFPQRS";
    static const uint32_t keys[] = {KEYS_UP,  KEYS_DOWN, KEYS_RIGHT,  KEYS_LEFT,   KEYS_HOME,
                                    KEYS_END, KEYS_F1,   KEYS_F1 + 1, KEYS_F1 + 2, KEYS_F1 + 3};
    const char *p = c ? strchr(letters, c) : NULL;
    return p ? keys[p - letters] : 0;
}

static uint32_t key_of_number(int n)
{
    static const uint32_t keys[] = {0,        KEYS_HOME,    KEYS_INSERT,    KEYS_DELETE,
                                    KEYS_END, KEYS_PAGE_UP, KEYS_PAGE_DOWN, KEYS_HOME,
                                    KEYS_END};
    if (n >= 0 && n < (int)(sizeof keys / sizeof keys[0]))
        return keys[n];
    if (n >= 11 && n <= 15)
        return KEYS_F1 + (uint32_t)(n - 11);
    if (n >= 17 && n <= 21)
        return KEYS_F1 + (uint32_t)(n - 12);
    if (n == 23 || n == 24)
        return KEYS_F1 + (uint32_t)(n - 13);
    return 0;
}

/* A character that was sent as its number. */
static bool key_of_character(int code, unsigned modifiers, struct key *key)
{
    uint32_t named = code == 9     ? (uint32_t)KEYS_TAB
                     : code == 13  ? (uint32_t)KEYS_ENTER
                     : code == 27  ? (uint32_t)KEYS_ESCAPE
                     : code == 127 ? (uint32_t)KEYS_BACKSPACE
                                   : 0;
    if (named) {
        *key = (struct key){.code = named, .modifiers = modifiers};
        return true;
    }
    if (code < 0x20 || (code >= 0x80 && code < 0xA0) || (code >= 0xD800 && code < 0xE000) ||
        (code >= 0xE000 && code < 0xF900) || code > 0x10FFFF)
        return false;
    uint32_t c = (uint32_t)code;
    if (c < 0x80 && (modifiers & KEY_SHIFT)) {
        c = (uint32_t)(unsigned char)byte_upper((char)c);
    }
    if (c < 0x80 && (modifiers & KEY_CTRL))
        c = (uint32_t)(unsigned char)byte_lower((char)c);
    *key = (struct key){.code = c, .modifiers = modifiers & ~(unsigned)KEY_SHIFT};
    return true;
}

/* ESC O x: arrows and function keys in their application form, and the keypad. */
static bool application_key(char c, struct key *key)
{
    uint32_t code = key_of_letter(c);
    if (c == 'M')
        code = KEYS_ENTER;
    else if (c == 'I')
        code = KEYS_TAB;
    else if (c == 'X')
        code = '=';
    else if (c >= 'j' && c <= 'y')
        code = (uint32_t)(c - 'j' + '*');
    *key = (struct key){.code = code};
    return code != 0;
}

static bool mouse_report(struct slice s, struct mouse *mouse, long long now, struct key *key)
{
    char last = s.at[s.len - 1];
    struct numbers n = numbers_of(slice_cut(s, 3, s.len - 1));
    if ((last != 'M' && last != 'm') || n.count < 3)
        return false;
    return mouse_key(mouse, n.at[0], n.at[2] - 1, n.at[1] - 1, last == 'm', now, key);
}

static bool old_mouse_report(struct slice s, struct mouse *mouse, long long now, struct key *key)
{
    int button = (unsigned char)s.at[3] - 32;
    bool released = !(button & 64) && (button & 3) == 3;
    return mouse_key(mouse, button, (unsigned char)s.at[5] - 33, (unsigned char)s.at[4] - 33,
                     released, now, key);
}

bool sequence_key(struct slice s, struct mouse *mouse, long long now, struct key *key)
{
    char last = s.at[s.len - 1];
    if (s.len < 3)
        return false;
    if (s.at[1] == 'O')
        return application_key(last, key);
    if (s.at[2] == '<')
        return mouse_report(s, mouse, now, key);
    if (s.at[2] == 'M')
        return s.len == 6 && old_mouse_report(s, mouse, now, key);
    if (s.at[2] == '[') {
        *key = (struct key){.code = KEYS_F1 + (uint32_t)(last - 'A')};
        return last >= 'A' && last <= 'E';
    }
    struct numbers n = numbers_of(slice_cut(s, 2, s.len - 1));
    if (last == 'u')
        return key_of_character(n.at[0], modifiers_of(n.at[1]), key);
    if (last == '~' && n.at[0] == 27)
        return key_of_character(n.at[2], modifiers_of(n.at[1]), key);
    if (last == 'Z') {
        *key = (struct key){.code = KEYS_TAB, .modifiers = KEY_SHIFT | modifiers_of(n.at[1])};
        return true;
    }
    *key = (struct key){.code = last == '~' ? key_of_number(n.at[0]) : key_of_letter(last),
                        .modifiers = modifiers_of(n.at[1])};
    return key->code != 0;
}
