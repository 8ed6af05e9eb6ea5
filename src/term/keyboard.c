/* SPDX-License-Identifier: MIT */
/* Bytes to keys: characters, and the frame around escape sequences. */
#include "term/keyboard.h"

#include "base/utf8.h"
#include "term/background.h"
#include "term/sequence.h"

#include <string.h>
#include <wchar.h>

enum { ESCAPE = 0x1B, BELL = 0x07 };

/* What was found at the front of the bytes: `len` of them, and the key they make. */
struct found {
    size_t len; /* 0: more bytes are needed */
    bool is_key;
    struct key key;
};

void keyboard_init(struct keyboard *k, bool utf8, int erase)
{
    memset(k, 0, sizeof *k);
    k->utf8 = utf8;
    k->erase = erase;
}

void keyboard_deinit(struct keyboard *k)
{
    array_deinit(&k->sequences);
}

void keyboard_define(struct keyboard *k, const char *text, struct key key)
{
    struct slice bytes = slice_of(text);
    if (bytes.len < 2 || bytes.at[0] != ESCAPE)
        return;
    for (size_t i = 0; i < k->sequences.count; i++)
        if (slice_equal(k->sequences.at[i].bytes, bytes))
            return;
    struct keyboard_sequence sequence = {bytes, key};
    array_push(&k->sequences, sequence);
}

char *keyboard_space(struct keyboard *k, size_t *room)
{
    memmove(k->bytes, k->bytes + k->from, k->to - k->from);
    k->to -= k->from;
    k->from = 0;
    /* A sequence that fills all the room is no key of any terminal. */
    if (k->to == KEYBOARD_ROOM)
        k->to = 0;
    *room = KEYBOARD_ROOM - k->to;
    return k->bytes + k->to;
}

void keyboard_added(struct keyboard *k, size_t count)
{
    k->to += count;
}

int keyboard_patience(const struct keyboard *k)
{
    bool escape = k->from < k->to && k->bytes[k->from] == ESCAPE && k->to - k->from <= 2;
    /* A slow line may break an answer in two. */
    bool answer = k->asked && k->to - k->from == 2 && k->bytes[k->from + 1] == ']';
    return escape && !answer ? KEYBOARD_ESCAPE_DELAY : KEYBOARD_REST_DELAY;
}

static struct found found_key(size_t len, uint32_t code, unsigned modifiers)
{
    return (struct found){len, true, {.code = code, .modifiers = modifiers}};
}

/* A byte below 0x20, or DEL. */
static struct found control(const struct keyboard *k, unsigned char c)
{
    if (c == 0x7F || (int)c == k->erase)
        return found_key(1, KEYS_BACKSPACE, 0);
    if (c == '\t')
        return found_key(1, KEYS_TAB, 0);
    if (c == '\r')
        return found_key(1, KEYS_ENTER, 0);
    if (c == ESCAPE)
        return found_key(1, KEYS_ESCAPE, 0);
    if (c == 0)
        return found_key(1, ' ', KEY_CTRL);
    return found_key(1, (uint32_t)byte_lower((char)(c + '@')), KEY_CTRL);
}

/* A character in the locale's own code. */
static struct found locale_character(struct slice s, bool waited)
{
    mbstate_t state = {0};
    wchar_t wide = 0;
    size_t n = mbrtowc(&wide, s.at, s.len, &state);
    if (n == (size_t)-2 && !waited)
        return (struct found){0};
    if (n == 0 || n > s.len)
        return found_key(1, UTF8_REPLACEMENT, 0);
    return found_key(n, (uint32_t)wide, 0);
}

static struct found character(const struct keyboard *k, struct slice s, bool waited)
{
    unsigned char c = (unsigned char)s.at[0];
    if (c < 0x20 || c == 0x7F)
        return control(k, c);
    if (c < 0x80)
        return found_key(1, c, 0);
    if (!k->utf8)
        return locale_character(s, waited);
    size_t wanted = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (s.len < wanted && !waited && c >= 0xC2 && c <= 0xF4)
        return (struct found){0};
    struct slice rest = s;
    uint32_t code = utf8_next(&rest);
    return found_key(s.len - rest.len, code, 0);
}

/* A sequence of the terminal's description: the longest one that is there. `*begun` says that a
 * longer one may come. */
static struct found defined(const struct keyboard *k, struct slice s, bool *begun)
{
    struct found found = {0};
    for (size_t i = 0; i < k->sequences.count; i++) {
        const struct keyboard_sequence *q = &k->sequences.at[i];
        if (slice_starts(s, q->bytes) && q->bytes.len > found.len)
            found = (struct found){q->bytes.len, true, q->key};
        else if (q->bytes.len > s.len && slice_starts(q->bytes, s))
            *begun = true;
    }
    return found;
}

/* The length of a string that the terminal sends as an answer, up to BEL or ESC \; 0 when its
 * end is not there yet. */
static size_t answer_length(struct slice s)
{
    for (size_t i = 2; i < s.len; i++) {
        if (s.at[i] == BELL)
            return i + 1;
        if (s.at[i] == '\\' && s.at[i - 1] == ESCAPE)
            return i + 1;
    }
    return 0;
}

/* True for the beginning of an answer (OSC, DCS), which a person with Alt can't type at once. */
static bool is_answer(struct slice s)
{
    if (s.len < 3)
        return false;
    char c = s.at[2];
    return (s.at[1] == ']' && byte_is_digit(c)) ||
           (s.at[1] == 'P' && (byte_is_digit(c) || strchr(">!+$|", c)));
}

/* ESC [ ...: up to its final byte. */
static struct found control_sequence(struct keyboard *k, struct slice s, long long now)
{
    size_t len = sequence_length(s);
    struct found found = {.len = len};
    if (len > 0)
        found.is_key = sequence_key(slice_cut(s, 0, len), &k->mouse, now, &found.key);
    return found;
}

/* Esc alone, or Alt with the key behind it. */
static struct found alt(const struct keyboard *k, struct slice s, bool waited)
{
    struct slice rest = slice_cut(s, 1, s.len);
    if (rest.len == 0 || rest.at[0] == ESCAPE)
        return found_key(1, KEYS_ESCAPE, 0);
    struct found found = character(k, rest, waited);
    if (found.len > 0) {
        found.len++;
        found.key.modifiers |= KEY_ALT;
    }
    return found;
}

static struct found escape(struct keyboard *k, struct slice s, bool waited, long long now)
{
    bool begun = false;
    struct found found = defined(k, s, &begun);
    if (begun && !waited)
        return (struct found){0};
    if (found.len > 0)
        return found;
    if (s.len == 1)
        return waited ? found_key(1, KEYS_ESCAPE, 0) : found;
    if (s.len == 2 && (s.at[1] == ']' || s.at[1] == 'P') && !waited)
        return found;
    if (is_answer(s)) {
        found.len = answer_length(s);
        if (k->asked && background_is_answer(slice_cut(s, 0, found.len), &k->light)) {
            k->told_background = true;
            k->asked = false;
        }
    } else if (s.at[1] == ESCAPE && s.len > 2 && (s.at[2] == '[' || s.at[2] == 'O')) {
        /* Some terminals put an Esc before a sequence for Alt. */
        found = escape(k, slice_cut(s, 1, s.len), waited, now);
        found.len += found.len > 0;
        found.key.modifiers |= KEY_ALT;
    } else if (s.at[1] == '[' || s.at[1] == 'O') {
        if (s.len == 2 && waited)
            return alt(k, s, waited);
        found = control_sequence(k, s, now);
    } else {
        return alt(k, s, waited);
    }
    if (found.len == 0 && waited)
        found.len = s.len; /* what began will not end: nothing of it is a key */
    return found;
}

bool keyboard_has_background(const struct keyboard *k)
{
    bool light;
    for (size_t at = k->from; at < k->to; at++) {
        struct slice s = {k->bytes + at, k->to - at};
        if (is_answer(s) && background_is_answer(slice_cut(s, 0, answer_length(s)), &light))
            return true;
    }
    return k->told_background;
}

enum keyboard_result keyboard_next(struct keyboard *k, bool waited, long long now, struct key *key)
{
    while (k->from < k->to) {
        struct slice s = {k->bytes + k->from, k->to - k->from};
        struct found found =
            s.at[0] == ESCAPE ? escape(k, s, waited, now) : character(k, s, waited);
        if (found.len == 0)
            return KEYBOARD_MORE;
        k->from += found.len;
        *key = found.key;
        if (found.is_key)
            return KEYBOARD_KEY;
    }
    return KEYBOARD_NONE;
}
