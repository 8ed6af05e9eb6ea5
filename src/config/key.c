/* SPDX-License-Identifier: MIT */
/* Keys: read from and written in words. */
#include "config/key.h"

#include "base/utf8.h"
#include "config/suggest.h"

struct named_key {
    const char *name;
    uint32_t code;
};

/* The first name of a code is the one that is written. */
static const struct named_key named_keys[] = {
    {"Space", ' '},
    {"Enter", KEYS_ENTER},
    {"Return", KEYS_ENTER},
    {"Tab", KEYS_TAB},
    {"Esc", KEYS_ESCAPE},
    {"Escape", KEYS_ESCAPE},
    {"Backspace", KEYS_BACKSPACE},
    {"Delete", KEYS_DELETE},
    {"Del", KEYS_DELETE},
    {"Insert", KEYS_INSERT},
    {"Ins", KEYS_INSERT},
    {"Up", KEYS_UP},
    {"Down", KEYS_DOWN},
    {"Left", KEYS_LEFT},
    {"Right", KEYS_RIGHT},
    {"Home", KEYS_HOME},
    {"End", KEYS_END},
    {"PgUp", KEYS_PAGE_UP},
    {"PageUp", KEYS_PAGE_UP},
    {"PgDn", KEYS_PAGE_DOWN},
    {"PageDown", KEYS_PAGE_DOWN},
    {"F1", KEYS_F1},
    {"F2", KEYS_F1 + 1},
    {"F3", KEYS_F1 + 2},
    {"F4", KEYS_F1 + 3},
    {"F5", KEYS_F1 + 4},
    {"F6", KEYS_F1 + 5},
    {"F7", KEYS_F1 + 6},
    {"F8", KEYS_F1 + 7},
    {"F9", KEYS_F1 + 8},
    {"F10", KEYS_F1 + 9},
    {"F11", KEYS_F1 + 10},
    {"F12", KEYS_F12},
    {"WheelUp", KEYS_WHEEL_UP},
    {"WheelDown", KEYS_WHEEL_DOWN},
    {"Click", KEYS_CLICK},
    {"DoubleClick", KEYS_DOUBLE_CLICK},
    {"Drag", KEYS_DRAG},
    {"Release", KEYS_RELEASE},
};

static const struct {
    const char *name;
    unsigned modifier;
} modifiers[] = {{"Ctrl-", KEY_CTRL}, {"Alt-", KEY_ALT}, {"Shift-", KEY_SHIFT}};

enum {
    NAMED_KEYS = sizeof named_keys / sizeof *named_keys,
    MODIFIERS = sizeof modifiers / sizeof *modifiers,
    FIRST_NAMED = KEYS_ENTER,
    SHORTEST_NAME = 2 /* bytes: "Up", "F1"; most words are single characters */
};

/* A letter with Ctrl is the same letter in either case. */
static uint32_t code_compared(struct key key)
{
    if ((key.modifiers & KEY_CTRL) && key.code < 0x80)
        return (uint32_t)(unsigned char)byte_lower((char)key.code);
    return key.code;
}

bool key_equal(struct key a, struct key b)
{
    return a.modifiers == b.modifiers && code_compared(a) == code_compared(b);
}

static bool find_name(struct slice word, uint32_t *code)
{
    if (word.len < SHORTEST_NAME)
        return false;
    for (size_t i = 0; i < NAMED_KEYS; i++)
        if (slice_equal_nocase(slice_of(named_keys[i].name), word)) {
            *code = named_keys[i].code;
            return true;
        }
    return false;
}

static bool fail_unknown(struct slice word, struct error *e)
{
    struct suggest s;
    suggest_init(&s, word);
    for (size_t i = 0; i < NAMED_KEYS; i++)
        suggest_offer(&s, named_keys[i].name);
    return error_set(e, ERROR_CONFIG, "no key is called '%.*s'%s%s", (int)word.len, word.at,
                     suggest_words(&s), suggest_name(&s));
}

/* Takes the modifiers off the front of a word; a lone "-" or what follows the last "-" stays. */
static unsigned take_modifiers(struct slice *word)
{
    unsigned found = 0;
    for (size_t i = 0; i < MODIFIERS; i++) {
        struct slice name = slice_of(modifiers[i].name);
        if (word->len > name.len && slice_starts_nocase(*word, name)) {
            found |= modifiers[i].modifier;
            *word = slice_cut(*word, name.len, word->len);
            i = (size_t)-1; /* they come in any order */
        }
    }
    return found;
}

/* Brings a key to the form in which a terminal sends it. */
static bool normalize(struct key *key, struct error *e)
{
    if ((key->modifiers & KEY_SHIFT) && key->code < FIRST_NAMED) {
        if (key->code >= 0x80 || !byte_is_letter((char)key->code))
            return error_set(e, ERROR_CONFIG,
                             "Shift- goes with named keys; write the character that it makes");
        key->code = (uint32_t)byte_upper((char)key->code);
        key->modifiers &= ~(unsigned)KEY_SHIFT;
    }
    if (!(key->modifiers & KEY_CTRL))
        return true;
    key->code = code_compared(*key);
    uint32_t same = key->code == 'i'   ? (uint32_t)KEYS_TAB
                    : key->code == 'm' ? (uint32_t)KEYS_ENTER
                    : key->code == '[' ? (uint32_t)KEYS_ESCAPE
                                       : key->code;
    if (same != key->code) {
        key->code = same;
        key->modifiers &= ~(unsigned)KEY_CTRL;
    }
    return true;
}

/* A word that is one key: with modifiers, or a name. */
static bool parse_key(struct slice word, unsigned found, struct key *key, struct error *e)
{
    *key = (struct key){.modifiers = found};
    if (!find_name(word, &key->code)) {
        struct slice rest = word;
        key->code = utf8_next(&rest);
        if (rest.len > 0)
            return fail_unknown(word, e);
    }
    return normalize(key, e);
}

/* "C-x" would read as three keys, which nobody means. */
static bool is_foreign(struct slice word)
{
    return word.len == 3 && word.at[1] == '-' &&
           (word.at[0] == 'C' || word.at[0] == 'M' || word.at[0] == 'A' || word.at[0] == 'S');
}

static bool parse_word(struct slice word, struct key *keys, size_t room, size_t *count,
                       struct error *e)
{
    struct slice rest = word;
    unsigned found = take_modifiers(&rest);
    uint32_t code;
    if (found || find_name(word, &code)) {
        if (*count == room)
            return error_set(e, ERROR_CONFIG, "more than %zu keys in a sequence", room);
        return parse_key(rest, found, &keys[(*count)++], e);
    }
    if (is_foreign(word))
        return error_set(e, ERROR_CONFIG, "'%.*s' is written with Ctrl-, Alt- or Shift-", 3,
                         word.at);
    while (rest.len > 0) {
        if (*count == room)
            return word.len > room
                       ? fail_unknown(word, e)
                       : error_set(e, ERROR_CONFIG, "more than %zu keys in a sequence", room);
        code = utf8_next(&rest);
        if (code == UTF8_REPLACEMENT || code < ' ' || (code >= 0x7F && code < 0xA0))
            return error_set(e, ERROR_CONFIG, "a character that no key makes");
        keys[(*count)++] = (struct key){.code = code};
    }
    return true;
}

bool key_parse(struct slice text, struct key *keys, size_t room, size_t *count, struct error *e)
{
    *count = 0;
    struct slice rest = slice_trim(text);
    while (rest.len > 0) {
        size_t end = 0;
        while (end < rest.len && !byte_is_blank(rest.at[end]))
            end++;
        if (!parse_word(slice_cut(rest, 0, end), keys, room, count, e))
            return false;
        rest = slice_trim(slice_cut(rest, end, rest.len));
    }
    return *count > 0 || error_set(e, ERROR_CONFIG, "no key is named");
}

void key_write(struct key key, struct buffer *out)
{
    for (size_t i = 0; i < MODIFIERS; i++)
        if (key.modifiers & modifiers[i].modifier)
            buffer_add_text(out, modifiers[i].name);
    for (size_t i = 0; i < NAMED_KEYS; i++)
        if (named_keys[i].code == key.code) {
            buffer_add_text(out, named_keys[i].name);
            return;
        }
    if ((key.modifiers & KEY_CTRL) && key.code < 0x80)
        key.code = (uint32_t)(unsigned char)byte_upper((char)key.code);
    buffer_add_utf8(out, key.code);
}

/* True when the keys, written without blanks, read as the same keys. */
static bool joins(const struct key *keys, size_t count)
{
    enum { ROOM = 8 };
    struct key again[ROOM];
    struct buffer word;
    size_t n = 0;
    if (count > ROOM)
        return false;
    buffer_init(&word);
    for (size_t i = 0; i < count; i++)
        key_write(keys[i], &word);
    bool same = key_parse(buffer_slice(&word), again, ROOM, &n, NULL) && n == count;
    for (size_t i = 0; same && i < count; i++)
        same = key_equal(keys[i], again[i]);
    buffer_deinit(&word);
    return same;
}

void key_write_sequence(const struct key *keys, size_t count, struct buffer *out)
{
    bool joined = joins(keys, count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && !joined)
            buffer_add_byte(out, ' ');
        key_write(keys[i], out);
    }
}
