/* SPDX-License-Identifier: MIT */
/* The next page mark and the foot of the page before it. */
#include "formats/plain_ahead.h"

#include "formats/plain_line.h"
#include "formats/plain_marks.h"

#include <string.h>

enum {
    FOOT_LINES = 3,        /* lines before the next mark that may be its foot */
    FOOT_BYTES = 8 * 1024, /* and how many bytes they and the empty lines may take */
    STEP = 16 * 1024       /* bytes more than asked for in which a mark is looked for */
};

/* Makes a->mark the first mark at or behind `at`, or, when none begins before `upto`, a place from
 * there on (cut to the text) up to which there is none. */
static void look(struct plain_ahead *a, const struct plain *p, size_t at, size_t upto)
{
    if (a->mark < at) {
        a->mark = at;
        a->marked = false;
    }
    if (a->marked || a->mark >= upto || a->mark >= p->text.len)
        return;
    size_t end = upto + STEP < p->text.len ? upto + STEP : p->text.len;
    a->mark = plain_page_mark(p, a->mark, end);
    a->marked = a->mark < end;
}

bool plain_ahead_is_mark(struct plain_ahead *a, const struct plain *p, size_t at)
{
    look(a, p, at, at + 1);
    return a->marked && a->mark == at;
}

/* The first line end in [from, a->mark), or a place up to which there is none. Most documents have
 * no carriage return, which is not to be looked for in each line. */
static size_t line_end(struct plain_ahead *a, struct slice text, size_t from)
{
    if (a->feed <= from) {
        const char *hit = from < a->mark ? memchr(text.at + from, '\r', a->mark - from) : NULL;
        a->feed = hit ? (size_t)(hit - text.at) : a->mark;
    }
    const char *hit = from < a->feed ? memchr(text.at + from, '\n', a->feed - from) : NULL;
    return hit ? (size_t)(hit - text.at) : a->feed;
}

struct slice plain_ahead_line(struct plain_ahead *a, const struct plain *p, size_t at, size_t *next)
{
    size_t stop = at;
    for (;;) {
        look(a, p, stop, stop + 1);
        stop = line_end(a, p->text, stop);
        if (stop >= p->text.len || p->text.at[stop] == '\n' || p->text.at[stop] == '\r' ||
            (a->marked && stop == a->mark))
            break;
    }
    *next = plain_line_behind(p, stop);
    return slice_cut(p->text, at, stop);
}

/* Whether only furniture stands between `at` and the end of the page. The text counts as cut where
 * nothing more is looked at, so that it does not matter how much is known. */
static bool page_ends_behind(struct plain_ahead *a, const struct plain *whole, size_t at)
{
    if (at >= a->only)
        return true;
    struct plain part = *whole;
    const struct plain *p = &part;
    if (part.text.len > at + FOOT_BYTES) {
        part.text.len = at + FOOT_BYTES;
        part.ends = false;
    }
    for (int lines = 0; lines <= FOOT_LINES;) {
        if (at >= p->text.len)
            return p->ends;
        if (plain_page_mark(p, at, at + 1) == at)
            return true;
        size_t next;
        struct slice line = slice_trim(plain_line_at(p, at, &next));
        if (line.len > 0 && plain_table_tag(line) != line.len) {
            if (!furniture_is_ruling(line) && !furniture_has(p->furniture, FURNITURE_FOOT, line)) {
                /* No line before this one has only furniture behind it either. */
                if (next <= a->end)
                    a->foot = next;
                return false;
            }
            lines++;
        }
        at = next;
    }
    return false;
}

/* The place in [low, end) before which no line of the foot ends of the page that ends at `end`:
 * there are too many lines behind it. A line of tags counts for none, as it may be
 * nothing else. */
static size_t foot_begins(const struct plain *p, size_t low, size_t end)
{
    struct slice page = slice_cut(p->text, low, end), line;
    for (int lines = 0; furniture_last_line(&page, &line);)
        if (line.len > 0 && *line.at != '<' && lines++ == FOOT_LINES)
            return (size_t)(line.at - p->text.at);
    return low;
}

/* Whether the line before `next` may be of a foot, as far as the distance tells. */
static bool is_near_end(struct plain_ahead *a, const struct plain *p, size_t next)
{
    look(a, p, next, next + FOOT_BYTES);
    if (!a->marked && !(p->ends && a->mark == p->text.len))
        return false;
    if (a->mark - next > FOOT_BYTES)
        return false;
    if (a->end != a->mark) {
        a->end = a->mark;
        a->foot = foot_begins(p, next, a->end);
        a->only = a->end + 1;
    }
    return next >= a->foot;
}

bool plain_ahead_is_foot(struct plain_ahead *a, const struct plain *p, struct slice line,
                         size_t next)
{
    if (!is_near_end(a, p, next) || !furniture_has(p->furniture, FURNITURE_FOOT, line) ||
        !page_ends_behind(a, p, next))
        return false;
    if (next < a->only)
        a->only = next;
    return true;
}
