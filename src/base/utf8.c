/* SPDX-License-Identifier: MIT */
/* Reading and writing UTF-8; Windows-1252 to code points. */
#include "base/utf8.h"

#include <string.h>

/* The length that a first byte announces: 0 for a byte that can't be one. */
static size_t announced(unsigned char c)
{
    if (c < 0x80)
        return 1;
    if (c >= 0xC2 && c <= 0xDF)
        return 2;
    if (c >= 0xE0 && c <= 0xEF)
        return 3;
    if (c >= 0xF0 && c <= 0xF4)
        return 4;
    return 0;
}

/* The code point at the front of `s`; *len is 0 when there is no valid one. */
static uint32_t decode(struct slice s, size_t *len)
{
    const unsigned char *p = (const unsigned char *)s.at;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t n = announced(p[0]);
    *len = 0;
    if (n == 0 || n > s.len)
        return UTF8_REPLACEMENT;
    uint32_t code = n == 1 ? p[0] : p[0] & (0xFFU >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return UTF8_REPLACEMENT;
        code = code << 6 | (p[i] & 0x3F);
    }
    if (code < least[n] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return UTF8_REPLACEMENT;
    *len = n;
    return code;
}

/* The same for the most frequent ones that are not ASCII: dashes, quotation marks, rules. */
static inline uint32_t decode_three(struct slice s, size_t *len)
{
    const unsigned char *p = (const unsigned char *)s.at;
    *len = 0;
    if (s.len < 3 || p[0] != 0xE2 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
        return 0;
    *len = 3;
    return 0x2000 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
}

uint32_t utf8_next_long(struct slice *rest)
{
    size_t len;
    uint32_t code = decode_three(*rest, &len);
    if (len == 0)
        code = decode(*rest, &len);
    *rest = slice_cut(*rest, len ? len : 1, rest->len);
    return code;
}

size_t utf8_length(struct slice s)
{
    if (s.len == 0)
        return 0;
    size_t len;
    decode(s, &len);
    return len ? len : 1;
}

static bool follows(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

struct slice utf8_cut(struct slice s, size_t most)
{
    if (s.len <= most)
        return s;
    size_t end = most;
    for (size_t i = 1; i < UTF8_MAX && end > 0 && follows(s.at[end]); i++)
        end--;
    /* Where no character can be that long, what is cut is none. */
    return slice_cut(s, 0, follows(s.at[end]) ? most : end);
}

size_t utf8_before(struct slice s, size_t at)
{
    size_t end = at < s.len ? at : s.len;
    size_t begin = end > 0 ? end - 1 : 0;
    for (size_t i = 1; i < UTF8_MAX && begin > 0 && follows(s.at[begin]); i++)
        begin--;
    return end > 0 && follows(s.at[begin]) ? end - 1 : begin;
}

size_t utf8_encode(uint32_t code, char bytes[UTF8_MAX])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = UTF8_REPLACEMENT;
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

size_t utf8_ascii(struct slice s)
{
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= s.len; i += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, s.at + i, sizeof word);
        if (word & 0x8080808080808080U)
            break;
    }
    while (i < s.len && (unsigned char)s.at[i] < 0x80)
        i++;
    return i;
}

bool utf8_is_ascii(struct slice s)
{
    return utf8_ascii(s) == s.len;
}

bool utf8_valid(struct slice s)
{
    while (s.len > 0) {
        size_t len;
        decode(s, &len);
        if (len == 0)
            return false;
        s = slice_cut(s, len, s.len);
    }
    return true;
}

uint32_t utf8_from_cp1252(unsigned char byte)
{
    static const uint16_t high[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}
