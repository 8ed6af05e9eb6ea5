/* SPDX-License-Identifier: MIT */
/* Where the lines and page marks of an ASCII document stand, looked up in the bytes. */
#include "formats/plain_marks.h"

#include "formats/plain_line.h"

#include <string.h>

enum {
    WINDOW = 512 /* bytes in which a line's end and a mark in it are looked for at once */
};

size_t plain_page_mark(const struct plain *p, size_t from, size_t to)
{
    if (to > p->text.len)
        to = p->text.len;
    if (from >= to)
        return to;
    if (p->form_feeds) {
        const char *hit = memchr(p->text.at + from, '\f', to - from);
        return hit ? (size_t)(hit - p->text.at) : to;
    }
    while (from < to) {
        const char *tag = memchr(p->text.at + from, '<', to - from);
        if (!tag)
            break;
        from = (size_t)(tag - p->text.at);
        /* It may end behind `to`. */
        if (slice_starts(slice_cut(p->text, from, p->text.len), SLICE("<PAGE>")))
            return from;
        from++;
    }
    return to;
}

size_t plain_mark_end(const struct plain *p, size_t at)
{
    return at + (p->form_feeds ? 1 : 6);
}

size_t plain_skip_blank(const struct plain *p, size_t from, size_t to)
{
    struct slice s = slice_cut(p->text, 0, to);
    while (from < s.len) {
        struct slice rest = slice_cut(s, from, s.len);
        size_t tag = byte_is_blank(*rest.at) ? 1 : plain_table_tag(rest);
        if (tag == 0 && slice_starts(rest, SLICE("<PAGE>")))
            tag = 6;
        if (tag == 0)
            return from;
        from += tag;
    }
    return s.len;
}

bool plain_is_blank(const struct plain *p, size_t from, size_t to)
{
    if (to > p->text.len)
        to = p->text.len;
    return from >= to || plain_skip_blank(p, from, to) == to;
}

/* The end of the line at `at` or a page mark in it, whichever comes first, or the first place
 * looked at behind `limit`. Found in windows, as there may be many marks before a line's end and
 * much text before a mark. */
static size_t line_stop(const struct plain *p, size_t at, size_t limit)
{
    while (at < limit && at < p->text.len) {
        struct slice window = slice_cut(p->text, at, at + WINDOW);
        size_t end = slice_line_end(window);
        if (p->form_feeds || memchr(window.at, '<', end)) {
            size_t mark = plain_page_mark(p, at, at + end);
            if (mark < at + end)
                return mark;
        }
        at += end;
        if (end < window.len)
            break;
    }
    return at;
}

size_t plain_line_behind(const struct plain *p, size_t stop)
{
    struct slice rest = slice_cut(p->text, stop, stop + 2);
    bool ends = rest.len > 0 && (*rest.at == '\n' || *rest.at == '\r');
    return stop + (ends ? slice_line_next(rest, 0) : 0);
}

size_t plain_line_next(const struct plain *p, size_t at, size_t limit)
{
    return plain_line_behind(p, line_stop(p, at, limit));
}

struct slice plain_line_at(const struct plain *p, size_t at, size_t *next)
{
    size_t stop = line_stop(p, at, p->text.len);
    *next = plain_line_behind(p, stop);
    return slice_cut(p->text, at, stop);
}
