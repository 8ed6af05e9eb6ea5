/* SPDX-License-Identifier: MIT */
/* Cutting, comparing and searching bytes that somebody else owns. */
#include "base/slice.h"

#include "base/memory.h"

#include <string.h>

struct slice slice_trim(struct slice s)
{
    while (s.len > 0 && byte_is_blank(s.at[s.len - 1]))
        s.len--;
    while (s.len > 0 && byte_is_blank(*s.at)) {
        s.at++;
        s.len--;
    }
    return s;
}

bool slice_same_nocase(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (byte_lower(a[i]) != byte_lower(b[i]))
            return false;
    return true;
}

int slice_compare_nocase(struct slice a, struct slice b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++) {
        unsigned char x = (unsigned char)byte_lower(a.at[i]);
        unsigned char y = (unsigned char)byte_lower(b.at[i]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a.len > b.len) - (a.len < b.len);
}

bool slice_ends_nocase(struct slice s, struct slice suffix)
{
    return s.len >= suffix.len &&
           slice_same_nocase(s.at + (s.len - suffix.len), suffix.at, suffix.len);
}

size_t slice_find(struct slice s, struct slice needle)
{
    if (needle.len == 0)
        return 0;
    if (s.len < needle.len)
        return s.len;
    const char *hit = memmem(s.at, s.len, needle.at, needle.len);
    return hit ? (size_t)(hit - s.at) : s.len;
}

/* Where `byte` stands in s[from, end), or `end`. */
static size_t next_byte(struct slice s, size_t from, size_t end, int byte)
{
    const char *found = from < end ? memchr(s.at + from, byte, end - from) : NULL;
    return found ? (size_t)(found - s.at) : end;
}

/* Where the letter of `needle` stands that English has least of; 0 when it has no letter. */
static size_t rarest(struct slice needle)
{
    static const char usual[] = "etaoinshrdlcumwfgypbvkjxqz"; /* the usual ones first */
    size_t best = 0;
    const char *rare = NULL;
    for (size_t i = 0; i < needle.len; i++) {
        char c = byte_lower(needle.at[i]);
        const char *at = byte_is_lower(c) ? strchr(usual, c) : NULL;
        if (at && (!rare || at > rare)) {
            rare = at;
            best = i;
        }
    }
    return best;
}

size_t slice_find_nocase(struct slice s, struct slice needle)
{
    enum { LONG = 4096 }; /* bytes in which it pays to look for a rare letter */
    if (needle.len == 0)
        return 0;
    if (needle.len > s.len)
        return s.len;
    size_t mark = s.len > LONG ? rarest(needle) : 0;
    char lower = byte_lower(needle.at[mark]);
    char upper = byte_upper(lower);
    size_t end = s.len - needle.len + 1; /* no start is at or behind it */
    struct slice marks = slice_cut(s, mark, mark + end);
    size_t small = next_byte(marks, 0, end, lower);
    size_t large = upper == lower ? end : next_byte(marks, 0, end, upper);
    while (small < end || large < end) {
        size_t at = small < large ? small : large;
        if (slice_same_nocase(s.at + at, needle.at, needle.len))
            return at;
        if (at == small)
            small = next_byte(marks, at + 1, end, lower);
        else
            large = next_byte(marks, at + 1, end, upper);
    }
    return s.len;
}

size_t slice_line_end(struct slice s)
{
    /* In steps, as a file that ends its lines with CR has no LF to stop at. */
    enum { STEP = 512 };
    for (size_t from = 0; from < s.len; from += STEP) {
        size_t len = s.len - from < STEP ? s.len - from : STEP;
        const char *lf = memchr(s.at + from, '\n', len);
        const char *cr = memchr(s.at + from, '\r', lf ? (size_t)(lf - s.at) - from : len);
        if (cr || lf)
            return (size_t)((cr ? cr : lf) - s.at);
    }
    return s.len;
}

size_t slice_line_next(struct slice s, size_t end)
{
    if (end < s.len && s.at[end] == '\r' && end + 1 < s.len && s.at[end + 1] == '\n')
        return end + 2;
    return end < s.len ? end + 1 : s.len;
}

bool slice_next_line(struct slice *rest, struct slice *line)
{
    if (rest->len == 0)
        return false;
    size_t end = slice_line_end(*rest);
    *line = slice_cut(*rest, 0, end);
    *rest = slice_cut(*rest, slice_line_next(*rest, end), rest->len);
    return true;
}

long long slice_number(struct slice s)
{
    s = slice_trim(s);
    if (s.len == 0 || s.len > 15)
        return -1;
    long long n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!byte_is_digit(s.at[i]))
            return -1;
        n = n * 10 + (s.at[i] - '0');
    }
    return n;
}

char *slice_copy(struct slice s)
{
    char *copy = memory_alloc(s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    return copy;
}

/* Where the program lies in memory, which is another place in each run: who writes a filing cannot
 * choose names that all fall into one place of a table. */
static uint64_t seed(void)
{
    static const char here;
    return (uintptr_t)&here;
}

uint64_t slice_hash(struct slice text)
{
    const uint64_t factor = 0x9E3779B97F4A7C15U;
    uint64_t hash = (text.len ^ seed()) * factor, word;
    for (; text.len >= sizeof word; text = slice_cut(text, sizeof word, text.len)) {
        memcpy(&word, text.at, sizeof word);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    }
    word = 0;
    if (text.len)
        memcpy(&word, text.at, text.len);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}
