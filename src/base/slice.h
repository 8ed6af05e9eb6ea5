/* SPDX-License-Identifier: MIT */
/*
 * A slice: some bytes that somebody else owns.
 *
 * Most slices point into the mapped filing and live as long as its input; others
 * point into an arena. A slice is passed by value, holds no terminating NUL and
 * may hold any byte. Lengths and positions are in bytes.
 */
#ifndef FOLIO_BASE_SLICE_H
#define FOLIO_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *at; /* may be NULL when len is 0 */
    size_t len;
};

/* ASCII only, whatever the locale says. */
static inline bool byte_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool byte_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool byte_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool byte_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool byte_is_letter(char c)
{
    return byte_is_upper(c) || byte_is_lower(c);
}

static inline char byte_lower(char c)
{
    return byte_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

static inline char byte_upper(char c)
{
    return byte_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
}

/* The slice of a string literal; the same to begin a table's row with; and of a C string. */
#define SLICE(literal) ((struct slice)SLICE_ROW(literal))
#define SLICE_ROW(literal)                                                                         \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
static inline struct slice slice_of(const char *text)
{
    return (struct slice){text, text ? strlen(text) : 0};
}

/* The bytes from `from` (included) to `to` (excluded); both are cut to the slice. */
static inline struct slice slice_cut(struct slice s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    if (from > 0)
        s.at += from;
    s.len = to - from;
    return s;
}

/* ASCII blanks (space, tab, CR, LF, form feed, vertical tab) taken off both ends. */
struct slice slice_trim(struct slice s);

/* Comparing. Most texts differ in their length or in what they begin with: that is seen first, in
 * place. */
static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || !a.at || !b.at || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool slice_starts(struct slice s, struct slice prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 || (s.at && memcmp(s.at, prefix.at, prefix.len) == 0));
}

/* The same, ASCII letters alike in either case; and what these stand on. */
bool slice_same_nocase(const char *a, const char *b, size_t len);

static inline bool slice_starts_nocase(struct slice s, struct slice prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 || (s.at && byte_lower(*s.at) == byte_lower(*prefix.at) &&
                                slice_same_nocase(s.at + 1, prefix.at + 1, prefix.len - 1)));
}

static inline bool slice_equal_nocase(struct slice a, struct slice b)
{
    return a.len == b.len && slice_starts_nocase(a, b);
}

/* Below 0, 0 or above 0 as `a` stands before, at or behind `b`, ASCII letters alike in either case.
 */
int slice_compare_nocase(struct slice a, struct slice b);
bool slice_ends_nocase(struct slice s, struct slice suffix);

/* Where `needle` begins in `s`, or s.len when it is not there. */
size_t slice_find(struct slice s, struct slice needle);
size_t slice_find_nocase(struct slice s, struct slice needle);

/* The length of the first line of `s` without its end: LF, CRLF and CR end a line. */
size_t slice_line_end(struct slice s);
/* Where the line behind it begins, `end` being what slice_line_end gave. */
size_t slice_line_next(struct slice s, size_t end);

/* Takes the first line off `rest`: the line without its end.
 * Returns false when `rest` is empty. */
bool slice_next_line(struct slice *rest, struct slice *line);

/* The decimal number that `s`, blanks at its ends aside, is; -1 when it is none or over 10^15. */
long long slice_number(struct slice s);

/* A hash of the bytes, never 0; another one in each run. */
uint64_t slice_hash(struct slice text);

/* A copy as a C string, from malloc; the caller frees it. NUL bytes are copied as they are. */
char *slice_copy(struct slice s);

#endif
