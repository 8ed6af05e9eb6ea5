/* SPDX-License-Identifier: MIT */
/* The text of markup: what its bytes and references stand for. */
#include "formats/markup_text.h"

#include "base/utf8.h"
#include "base/width.h"
#include "formats/markup_entity.h"

#include <string.h>

enum {
    WORD = sizeof(uint64_t),
    LARGEST = 0x10FFFF,
    LATIN_1 = 0xFF,
    NAME_MAX_BYTES = 24,
    OLD_NAME_MAX = 6
};

static bool is_plain(char c)
{
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
}

/* Whether eight bytes are printable ASCII without an &; of such it may say, rarely, that they are
 * not. */
static bool is_plain_word(const char *at)
{
    const uint64_t ones = 0x0101010101010101U, high = ones * 0x80;
    uint64_t word;
    memcpy(&word, at, sizeof word);
    /* The high bit of a byte says: not ASCII, less than a blank, DEL, &. */
    return !((word | (word - ones * ' ') | (word + ones) | ((word ^ ones * '&') - ones)) & high);
}

size_t markup_text_ascii(struct slice s)
{
    size_t at = 0;
    while (at + WORD <= s.len && is_plain_word(s.at + at))
        at += WORD;
    return at;
}

bool markup_text_is_ascii(struct slice s)
{
    size_t at = markup_text_ascii(s);
    if (s.len - at < WORD && s.len >= WORD && is_plain_word(s.at + s.len - WORD))
        return true;
    while (at < s.len && s.at[at] >= ' ' && s.at[at] < 0x7F && s.at[at] != '&')
        at++;
    return at == s.len;
}

/* What may be told of a code point: itself, what Windows-1252 has in its place, a blank, or 0. */
static uint32_t showable(uint32_t code)
{
    if (code >= 0x80 && code < 0xA0)
        return utf8_from_cp1252((unsigned char)code);
    if (code == '\f' || code == '\v')
        return ' ';
    /* Ends of lines: whoever is told them breaks the line. */
    if (code == '\n' || code == '\r' || code == '\t' || code == 0x2028 || code == 0x2029)
        return code;
    if (code > LARGEST || (code >= 0xD800 && code < 0xE000) || (code & 0xFFFE) == 0xFFFE)
        return UTF8_REPLACEMENT;
    return width_is_control(code) ? 0 : code;
}

static int digit_value(char c, bool hexadecimal)
{
    if (byte_is_digit(c))
        return c - '0';
    c = byte_lower(c);
    return hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The length of the numeric reference at the front of `s`, or 0. */
static size_t numeric(struct slice s, uint32_t *code)
{
    if (s.len < 3 || s.at[1] != '#')
        return 0;
    bool hexadecimal = byte_lower(s.at[2]) == 'x';
    size_t from = hexadecimal ? 3 : 2, at = from;
    uint32_t value = 0;
    int digit;
    for (; at < s.len && (digit = digit_value(s.at[at], hexadecimal)) >= 0; at++)
        if (value <= LARGEST)
            value = value * (hexadecimal ? 16 : 10) + (uint32_t)digit;
    if (at == from)
        return 0;
    *code = showable(value ? value : UTF8_REPLACEMENT);
    return at + (at < s.len && s.at[at] == ';');
}

/* The length of the named reference at the front of `s`, or 0. */
static size_t named(struct slice s, enum markup_writing writing, uint32_t *code)
{
    size_t len = 0;
    while (len < NAME_MAX_BYTES && len + 1 < s.len &&
           (byte_is_letter(s.at[len + 1]) || byte_is_digit(s.at[len + 1])))
        len++;
    uint32_t whole = 0;
    if (len + 1 < s.len && s.at[len + 1] == ';')
        whole = markup_entity(slice_cut(s, 1, 1 + len));
    if (whole) {
        *code = showable(whole);
        return len + 2;
    }
    if (writing == WRITING_ATTRIBUTE)
        return 0;
    for (len = len > OLD_NAME_MAX ? OLD_NAME_MAX : len; len > 1; len--) {
        uint32_t found = markup_entity(slice_cut(s, 1, 1 + len));
        if (found && found <= LATIN_1 && found != '\'') {
            *code = found;
            return len + 1;
        }
    }
    return 0;
}

/* The length of the reference at the front of `s`; 0: its & is but that. */
static size_t reference(struct slice s, enum markup_writing writing, uint32_t *code)
{
    size_t len = numeric(s, code);
    return len ? len : named(s, writing, code);
}

size_t markup_text_code(struct slice s, enum markup_writing writing, uint32_t *code)
{
    size_t len = *s.at == '&' && writing != WRITING_RAW ? reference(s, writing, code) : 0;
    if (len > 0)
        return len;
    struct slice after = s;
    *code = utf8_next(&after);
    len = s.len - after.len;
    if (*code == UTF8_REPLACEMENT && len == 1)
        *code = (unsigned char)*s.at;
    *code = showable(*code);
    return len;
}

/* True when the character that takes `len` bytes at the front of `s` is `code` in UTF-8. */
static bool is_itself(struct slice s, size_t len, uint32_t code)
{
    struct slice one = slice_cut(s, 0, len);
    return utf8_next(&one) == code && one.len == 0 && (code != UTF8_REPLACEMENT || len > 1);
}

/* The bytes at the front of `s`, which is not empty, that are to be shown as they are; 0: the first
 * character must be asked of markup_text_code. */
static size_t plain_run(struct slice s, enum markup_writing writing)
{
    size_t at = 0;
    while (at < s.len) {
        at += markup_text_ascii(slice_cut(s, at, s.len));
        size_t word = s.len - at < WORD ? s.len : at + WORD;
        while (at < word && is_plain(s.at[at]) && s.at[at] != '&')
            at++;
        if (at == word)
            continue;
        struct slice rest = slice_cut(s, at, s.len);
        uint32_t code;
        size_t len = markup_text_code(rest, writing, &code);
        if (code == 0 || !is_itself(rest, len, code))
            break;
        at += len;
    }
    return at;
}

void markup_text_tell(const struct markup_calls *calls, struct slice s, size_t offset,
                      enum markup_writing writing)
{
    while (s.len > 0) {
        size_t len = plain_run(s, writing);
        if (len > 0 && calls->text)
            calls->text(calls->self, slice_cut(s, 0, len), offset);
        offset += len;
        s = slice_cut(s, len, s.len);
        if (s.len == 0)
            break;
        uint32_t code;
        len = markup_text_code(s, writing, &code);
        if (code && calls->code)
            calls->code(calls->self, code, offset, len);
        offset += len;
        s = slice_cut(s, len, s.len);
    }
}
