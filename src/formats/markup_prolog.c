/* SPDX-License-Identifier: MIT */
/* What stands before and behind the root element. */
#include "formats/markup_prolog.h"

#include <string.h>

/* The length of the piece of `s` up to and with `end`, looked for from `from` on; 0: none. */
static size_t up_to(struct slice s, size_t from, struct slice end)
{
    struct slice rest = slice_cut(s, from, s.len);
    size_t at = slice_find(rest, end);
    return at < rest.len ? from + at + end.len : 0;
}

static size_t quoted(struct slice s, size_t at)
{
    const char *end = memchr(s.at + at + 1, s.at[at], s.len - at - 1);
    return end ? (size_t)(end - s.at) + 1 : s.len;
}

/* The length of the DOCTYPE at the front of `s`, what it declares included. */
static size_t doctype(struct slice s)
{
    bool inside = false;
    size_t at = 2;
    while (at < s.len) {
        char c = s.at[at];
        size_t comment = 0;
        if (c == '<' && slice_starts(slice_cut(s, at, s.len), SLICE("<!--")))
            comment = up_to(s, at + 4, SLICE("-->"));
        if (c == '>' && !inside)
            return at + 1;
        if (c == '[' || c == ']')
            inside = c == '[';
        if (comment > 0)
            at = comment;
        else
            at = c == '"' || c == '\'' ? quoted(s, at) : at + 1;
    }
    return up_to(s, 0, SLICE(">"));
}

/* The length of the SGML tag at the front of `s` that EDGAR wraps a document in; 0: none. */
static size_t wrapper(struct slice s)
{
    static const struct slice tags[] = {
        {"<DOCUMENT>", 10}, {"<TEXT>", 6}, {"<XBRL>", 6}, {"<XML>", 5}, {"<PDF>", 5}};
    static const struct slice lines[] = {
        {"<TYPE>", 6}, {"<SEQUENCE>", 10}, {"<FILENAME>", 10}, {"<DESCRIPTION>", 13}};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (slice_starts(s, tags[i]))
            return tags[i].len;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (slice_starts(s, lines[i]))
            return slice_line_end(s);
    return 0;
}

/* The length of what says nothing at the front of `s`; 0: nothing such. */
static size_t idle(struct slice s)
{
    if (byte_is_blank(*s.at) || *s.at == '\0')
        return 1;
    if (slice_starts(s, SLICE("\xEF\xBB\xBF")))
        return 3;
    if (slice_starts(s, SLICE("<!--")))
        return up_to(s, 4, SLICE("-->"));
    if (slice_starts(s, SLICE("<?")))
        return up_to(s, 2, SLICE(">"));
    return 0;
}

size_t markup_prolog_end(struct slice text)
{
    size_t at = 0;
    while (at < text.len) {
        struct slice rest = slice_cut(text, at, text.len);
        size_t len = idle(rest);
        if (len == 0 && slice_starts_nocase(rest, SLICE("<!DOCTYPE")))
            len = doctype(rest);
        if (len == 0)
            len = wrapper(rest);
        if (len == 0)
            break;
        at += len;
    }
    return at;
}

/* The length of the end tag at the front of `s`; 0: none. */
static size_t end_tag(struct slice s)
{
    size_t len = slice_starts(s, SLICE("</")) ? up_to(s, 2, SLICE(">")) : 0;
    return len > 0 && memchr(s.at + 2, '<', len - 2) ? 0 : len;
}

bool markup_prolog_is_tail(struct slice text, size_t at, size_t *stop)
{
    while (at < text.len) {
        struct slice rest = slice_cut(text, at, text.len);
        size_t len = idle(rest);
        if (len == 0)
            len = end_tag(rest);
        if (len == 0)
            break;
        at += len;
    }
    *stop = at;
    return at >= text.len;
}
