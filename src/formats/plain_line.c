/* SPDX-License-Identifier: MIT */
/* One line of an ASCII document: its tags, its columns, its characters. */
#include "formats/plain_line.h"

#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

enum {
    TAB = 8,
    PIECE = 16, /* bytes looked at at once: so many that the compiler makes one step of them */
    REACH = 4   /* bytes behind a piece that it is looked at with */
};

size_t plain_table_tag(struct slice s)
{
    static const struct slice tags[] = {
        {"<TABLE>", 7}, {"</TABLE>", 8}, {"<CAPTION>", 9}, {"<S>", 3},  {"<C>", 3},
        {"<FN>", 4},    {"</FN>", 5},    {"<R>", 3},       {"</R>", 4}, {"</CAPTION>", 10}};
    if (s.len < 3 || *s.at != '<')
        return 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (slice_starts(s, tags[i]))
            return tags[i].len;
    return 0;
}

static bool is_ruler_tag(struct slice s)
{
    return slice_starts(s, SLICE("<S>")) || slice_starts(s, SLICE("<C>"));
}

/* On a line that holds nothing else small letters will do. */
static bool is_lone_ruler_tag(struct slice s)
{
    return slice_starts_nocase(s, SLICE("<S>")) || slice_starts_nocase(s, SLICE("<C>"));
}

bool plain_is_ruler(struct slice line)
{
    size_t at = 0;
    while (at < line.len) {
        if (is_lone_ruler_tag(slice_cut(line, at, line.len)))
            at += 3;
        else if (byte_is_blank(line.at[at]))
            at++;
        else
            return false;
    }
    return true;
}

size_t plain_ruler(struct slice line, unsigned *edges, size_t room)
{
    size_t count = 0;
    for (size_t at = 0; at < line.len && at < 10000 && count < room; at++)
        if (is_lone_ruler_tag(slice_cut(line, at, line.len)))
            edges[count++] = (unsigned)at;
    return count;
}

/* Whether one of the bytes is not printable ASCII, or begins a tag. */
static bool is_odd(const char piece[PIECE])
{
    unsigned char odd = 0;
    for (size_t i = 0; i < PIECE; i++) {
        unsigned char over = (unsigned char)((unsigned char)piece[i] - 0x20U);
        odd |= (unsigned char)(over > 0x5E) | (unsigned char)(piece[i] == '<');
    }
    return odd;
}

bool plain_is_clean(struct slice line)
{
    if (line.len < PIECE) {
        char all[] = "                ";
        return !is_odd(memcpy(all, line.at ? line.at : "", line.len));
    }
    for (size_t at = 0; at + PIECE < line.len; at += PIECE)
        if (is_odd(line.at + at))
            return false;
    return !is_odd(line.at + line.len - PIECE); /* the last piece may overlap */
}

/* Whether columns may begin at one of the bytes: three are alike, or every other of five, or it is
 * a tab. */
static bool may_begin_columns(const char piece[PIECE + REACH])
{
    unsigned char any = 0;
    for (size_t i = 0; i < PIECE; i++) {
        const char *c = piece + i;
        any |= (unsigned char)((c[0] == c[2]) & ((c[0] == c[1]) | (c[0] == c[4])));
        any |= (unsigned char)(c[0] == '\t');
    }
    return any;
}

/* Whether three blanks or a leader begin at the front. */
static bool begins_columns(struct slice s)
{
    char c = *s.at;
    if (c == ' ')
        return slice_starts(s, SLICE("   "));
    if (c != '-' && c != '.' && c != '=' && c != '_')
        return false;
    bool same = s.len >= 4 && s.at[1] == c && s.at[2] == c && s.at[3] == c;
    return same || slice_starts(s, SLICE(". . ."));
}

bool plain_has_columns(struct slice line)
{
    size_t at = 0, tabs = 0;
    while (at < line.len && byte_is_blank(line.at[at]))
        at++;
    for (; at < line.len; at += PIECE) {
        /* What stands for the bytes behind the end is alike in no way that matters. */
        char last[] = "\1\1\2\2\1\1\2\2\1\1\2\2\1\1\2\2\1\1\2";
        const char *piece = line.at + at;
        if (line.len - at < PIECE + REACH)
            piece = memcpy(last, piece, line.len - at);
        if (!may_begin_columns(piece))
            continue;
        for (size_t i = at; i < line.len && i < at + PIECE; i++) {
            tabs += line.at[i] == '\t';
            if (tabs > 1 || begins_columns(slice_cut(line, i, line.len)))
                return true;
        }
    }
    return false;
}

/* The footnote mark <F1> to <F99> at the front of `s`: its length, or 0. */
static size_t footnote_mark(struct slice s)
{
    size_t i = 2;
    if (s.len < 4 || s.at[0] != '<' || s.at[1] != 'F')
        return 0;
    while (i < s.len && byte_is_digit(s.at[i]) && i < 4)
        i++;
    return i > 2 && i < s.len && s.at[i] == '>' ? i + 1 : 0;
}

/* The tag at the front of `rest`, said as what it stands for; its length, or 0. */
static size_t say_tag(struct slice rest, size_t offset, struct sink *sink, size_t *column)
{
    size_t mark = footnote_mark(rest);
    if (mark) {
        sink->code(sink->self, '(', 1, offset, 2);
        sink->text(sink->self, slice_cut(rest, 2, mark - 1), offset + 2);
        sink->code(sink->self, ')', 1, offset + mark - 1, 1);
        *column += mark - 1;
        return mark;
    }
    if (is_ruler_tag(rest)) {
        sink->code(sink->self, ' ', 3, offset, 3);
        *column += 3;
        return 3;
    }
    size_t tag = plain_table_tag(rest);
    return tag;
}

/* A byte or sequence that is not printable ASCII; returns its length in the input. */
static size_t say_odd(struct slice rest, size_t offset, struct sink *sink, size_t *column)
{
    if (*rest.at == '\t') {
        size_t columns = TAB - *column % TAB;
        sink->code(sink->self, ' ', columns, offset, 1);
        *column += columns;
        return 1;
    }
    if (*rest.at == '\f' || *rest.at == '\v') {
        sink->code(sink->self, ' ', 1, offset, 1);
        (*column)++;
        return 1;
    }
    struct slice after = rest;
    uint32_t code = utf8_next(&after);
    size_t len = rest.len - after.len;
    bool valid = code != UTF8_REPLACEMENT || len > 1;
    if (!valid)
        code = utf8_from_cp1252((unsigned char)*rest.at);
    if (width_is_control(code))
        code = UTF8_REPLACEMENT;
    if (valid && code != UTF8_REPLACEMENT)
        sink->text(sink->self, slice_cut(rest, 0, len), offset);
    else
        sink->code(sink->self, code, 1, offset, len);
    *column += (size_t)width_of(code);
    return len;
}

void plain_say_text(struct slice line, size_t offset, struct sink *sink)
{
    size_t at = 0, column = 0;
    while (at < line.len) {
        size_t run = at;
        while (run < line.len && line.at[run] >= 0x20 && line.at[run] < 0x7F && line.at[run] != '<')
            run++;
        if (run > at)
            sink->text(sink->self, slice_cut(line, at, run), offset + at);
        column += run - at;
        at = run;
        if (at == line.len)
            break;
        struct slice rest = slice_cut(line, at, line.len);
        size_t taken = *rest.at == '<' ? say_tag(rest, offset + at, sink, &column)
                                       : say_odd(rest, offset + at, sink, &column);
        if (taken == 0) {
            sink->text(sink->self, slice_cut(rest, 0, 1), offset + at);
            column++;
            taken = 1;
        }
        at += taken;
    }
}

/* The character reference at the front of `s`, which is a '&'; its length, or 0 when it is none. */
static size_t reference(struct slice s, uint32_t *code)
{
    static const struct {
        struct slice name;
        uint32_t code;
    } names[] = {{{"&amp;", 5}, '&'},  {{"&lt;", 4}, '<'},    {{"&gt;", 4}, '>'},
                 {{"&quot;", 6}, '"'}, {{"&apos;", 6}, '\''}, {{"&nbsp;", 6}, ' '}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_starts_nocase(s, names[i].name)) {
            *code = names[i].code;
            return names[i].name.len;
        }
    }
    size_t end = 2;
    while (end < s.len && end < 10 && byte_is_digit(s.at[end]))
        end++;
    if (!slice_starts(s, SLICE("&#")) || end == 2 || end == s.len || s.at[end] != ';')
        return 0;
    long long number = slice_number(slice_cut(s, 2, end));
    bool valid = number < 0x110000 && (number < 0xD800 || number > 0xDFFF);
    *code = number < 0 || !valid ? UTF8_REPLACEMENT : (uint32_t)number;
    if (*code >= 0x80 && *code < 0xA0)
        *code = utf8_from_cp1252((unsigned char)*code);
    if (*code == 0xA0)
        *code = ' ';
    if (width_is_control(*code))
        *code = UTF8_REPLACEMENT;
    return end + 1;
}

void plain_say_html(struct slice line, size_t offset, struct sink *sink)
{
    for (size_t at = 0; at < line.len;) {
        struct slice rest = slice_cut(line, at, line.len);
        uint32_t code;
        size_t taken = *rest.at == '&' ? reference(rest, &code) : 0;
        if (taken > 0) {
            sink->code(sink->self, code, 1, offset + at, taken);
        } else {
            const char *next = rest.len > 1 ? memchr(rest.at + 1, '&', rest.len - 1) : NULL;
            taken = next ? (size_t)(next - rest.at) : rest.len;
            plain_say_text(slice_cut(rest, 0, taken), offset + at, sink);
        }
        at += taken;
    }
}

bool plain_say_pair(struct slice line, size_t offset, struct sink *sink)
{
    enum { NAME_COLUMNS = 28 };
    size_t open = 0;
    while (open < line.len && line.at[open] == ' ')
        open++;
    const char *end = memchr(line.at, '>', line.len);
    if (open == line.len || line.at[open] != '<' || !end ||
        footnote_mark(slice_cut(line, open, line.len)))
        return false;
    size_t close = (size_t)(end - line.at);
    if (close <= open + 1 || close - open > 40 || line.at[open + 1] == '/')
        return false;
    for (size_t i = open + 1; i < close; i++)
        if (byte_is_blank(line.at[i]) || line.at[i] == '<')
            return false;
    struct slice value = slice_trim(slice_cut(line, close + 1, line.len));
    sink->text(sink->self, slice_cut(line, open + 1, close), offset + open + 1);
    if (value.len == 0)
        return true;
    size_t name = close - open - 1, pad = name < NAME_COLUMNS ? NAME_COLUMNS - name : 1;
    sink->code(sink->self, ' ', pad, offset + close, (size_t)(value.at - line.at) - close);
    plain_say_text(value, offset + (size_t)(value.at - line.at), sink);
    return true;
}
