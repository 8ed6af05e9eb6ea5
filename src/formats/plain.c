/* SPDX-License-Identifier: MIT */
/* Reading the lines of an ASCII document: marks, tables, furniture. */
#include "formats/plain.h"

#include "base/utf8.h"
#include "formats/plain_line.h"

#include <string.h>

enum {
    HEAD_LINES = 6,         /* lines behind a page mark that may be a running head */
    FOOT_LINES = 3,         /* lines before the next mark that may be its foot */
    FOOT_BYTES = 400,      /* and how many bytes they and the empty lines may take */
    LOOK_BACK = 64 * 1024,  /* bytes in which the table that a part begins in is looked for */
    LOOK_AHEAD = 64 * 1024, /* the same for a table's end behind a page mark */
    MOST_COLUMNS = 64
};

/* What a reading knows while it goes through the lines. */
struct reading {
    const struct plain *p;
    struct sink *sink;
    size_t at;       /* of the line that is read */
    size_t next;     /* of the line behind it */
    size_t page_end; /* the next page mark, or as far as it was looked for */
    int head_lines;  /* lines that may still be part of the running head */
    size_t blanks;   /* empty lines not yet said */
    bool in_table, in_caption, in_notes;
    bool plain_ascii; /* no byte of the part needs a second look */
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
    /* A mark that begins before `to` may end behind it. */
    size_t end = to + 5 < p->text.len ? to + 5 : p->text.len;
    const char *hit = memmem(p->text.at + from, end - from, "<PAGE>", 6);
    return hit ? (size_t)(hit - p->text.at) : to;
}

size_t plain_mark_end(const struct plain *p, size_t at)
{
    return at + (p->form_feeds ? 1 : 6);
}

bool plain_is_blank(const struct plain *p, size_t from, size_t to)
{
    struct slice s = slice_cut(p->text, from, to);
    for (size_t i = 0; i < s.len;) {
        size_t tag = byte_is_blank(s.at[i]) ? 1 : plain_table_tag(slice_cut(s, i, s.len));
        if (tag == 0 && slice_starts(slice_cut(s, i, s.len), SLICE("<PAGE>")))
            tag = 6;
        if (tag == 0)
            return false;
        i += tag;
    }
    return true;
}

/* The bytes of the line at `at`: to its end or to a page mark in it. */
static struct slice line_at(const struct plain *p, size_t at, size_t *next)
{
    struct slice rest = slice_cut(p->text, at, p->text.len);
    size_t end = slice_line_end(rest);
    *next = at + slice_line_next(rest, end);
    if (p->form_feeds || memchr(rest.at, '<', end)) {
        size_t mark = plain_page_mark(p, at, at + end);
        if (mark < at + end) {
            end = mark - at;
            *next = mark;
        }
    }
    return slice_cut(rest, 0, end);
}

/* Whether only furniture stands between `at` and the end of the page. */
static bool page_ends_behind(const struct plain *p, size_t at)
{
    for (int lines = 0; lines <= FOOT_LINES;) {
        if (at >= p->text.len)
            return p->ends;
        if (plain_page_mark(p, at, at + 1) == at)
            return true;
        size_t next;
        struct slice line = slice_trim(line_at(p, at, &next));
        if (line.len > 0 && plain_table_tag(line) != line.len) {
            if (!furniture_is_ruling(line) && !furniture_has(p->furniture, FURNITURE_FOOT, line))
                return false;
            lines++;
        }
        at = next;
    }
    return false;
}

static bool is_furniture(struct reading *r, struct slice line)
{
    if (r->head_lines > 0) {
        r->head_lines--;
        if (furniture_is_ruling(line))
            return false;
        if (furniture_has(r->p->furniture, FURNITURE_HEAD, line))
            return true;
        r->head_lines = 0;
    }
    return furniture_has(r->p->furniture, FURNITURE_FOOT, line) && page_ends_behind(r->p, r->next);
}

static void say_ruler(struct reading *r, struct slice line)
{
    unsigned edges[MOST_COLUMNS];
    size_t count = plain_ruler(line, edges, MOST_COLUMNS);
    r->sink->columns(r->sink->self, edges, count);
}

/* What the tags at the front of a line do; they are taken off it. */
static struct slice obey_tags(struct reading *r, struct slice line)
{
    for (;;) {
        struct slice s = slice_trim(line);
        size_t tag = plain_table_tag(s);
        if (tag == 0)
            return line;
        struct slice name = slice_cut(s, 1, tag - 1);
        if (slice_equal(name, SLICE("S")) || slice_equal(name, SLICE("C"))) {
            r->in_caption = false;
            say_ruler(r, line);
            return plain_is_ruler(s) ? slice_cut(line, line.len, line.len) : line;
        }
        if (slice_equal(name, SLICE("TABLE")))
            r->in_table = true;
        else if (slice_equal(name, SLICE("/TABLE")))
            r->in_table = false;
        if (slice_equal(name, SLICE("TABLE")) || slice_equal(name, SLICE("/TABLE"))) {
            r->in_caption = r->in_notes = false;
            r->sink->columns(r->sink->self, NULL, 0);
        }
        if (slice_equal(name, SLICE("CAPTION")))
            r->in_caption = true;
        else if (slice_equal(name, SLICE("FN")))
            r->in_notes = true;
        line = slice_cut(line, (size_t)(s.at - line.at) + tag, line.len);
    }
}

static void say_line(struct reading *r, struct slice line, unsigned flags)
{
    struct sink *sink = r->sink;
    if (r->blanks)
        sink->blank(sink->self, r->blanks);
    r->blanks = 0;
    size_t offset = r->p->base + (size_t)(line.at - r->p->text.at);
    if (r->in_table)
        flags |= SINK_TABLE | SINK_COLUMNS;
    if (r->in_caption)
        flags |= SINK_CAPTION;
    if (r->in_notes)
        flags |= SINK_FOOTNOTE;
    if (plain_has_columns(line))
        flags |= SINK_COLUMNS;
    sink->begin(sink->self, flags, offset);
    if (r->p->pairs && plain_say_pair(line, offset, sink))
        ;
    else if (r->plain_ascii && !memchr(line.at, '<', line.len))
        sink->text(sink->self, line, offset);
    else
        plain_say_text(line, offset, sink);
    sink->end(sink->self, offset + line.len);
}

static void read_line(struct reading *r)
{
    struct slice line = line_at(r->p, r->at, &r->next);
    if (r->p->dash_escaped && slice_starts(line, SLICE("- -")))
        line = slice_cut(line, 2, line.len);
    while (line.len > 0 && byte_is_blank(line.at[line.len - 1]))
        line.len--;
    struct slice text = slice_trim(line);
    if (text.len > 0 && *text.at == '<' && plain_table_tag(text)) {
        line = obey_tags(r, line);
        if (slice_trim(line).len == 0)
            return; /* a line of tags prints nothing, not even an empty line */
    } else if (text.len == 0) {
        r->blanks++;
        return;
    }
    say_line(r, line, is_furniture(r, slice_trim(line)) ? SINK_FURNITURE : 0);
}

/* A table may lack its end tag: behind a page mark it goes on only where an end follows. */
static void turn_page(struct reading *r)
{
    const struct plain *p = r->p;
    r->sink->page(r->sink->self, p->base + r->at);
    r->next = plain_mark_end(p, r->at);
    r->page_end = plain_page_mark(p, r->next, r->next + LOOK_AHEAD);
    r->head_lines = HEAD_LINES;
    if (r->in_table) {
        struct slice ahead = slice_cut(p->text, r->at, r->at + LOOK_AHEAD);
        size_t tag = slice_find(ahead, SLICE("TABLE>"));
        if (tag == ahead.len || ahead.at[tag - 1] != '/') {
            r->in_table = r->in_caption = r->in_notes = false;
            r->sink->columns(r->sink->self, NULL, 0);
        }
    }
    /* What stands on the line of the mark is the page's number, when it is anything. */
    size_t next;
    struct slice rest = line_at(p, r->next, &next);
    struct slice label;
    if (slice_trim(rest).len == 0) {
        r->next = next;
    } else if (furniture_page_number(rest, &label)) {
        r->next = next;
        r->blanks = 0;
        say_line(r, slice_trim(rest), SINK_FURNITURE);
    }
    r->blanks = 0;
}

/* The empty lines that end at `from`, as many as a short look back sees. */
static size_t blanks_before(const struct plain *p, size_t from)
{
    size_t blanks = 0, least = from > 4096 ? from - 4096 : 0, at = from;
    bool line_ended = false;
    while (at > least) {
        char c = p->text.at[--at];
        bool ends = c == '\n' || (c == '\r' && (at + 1 == from || p->text.at[at + 1] != '\n'));
        if (!ends && !byte_is_blank(c))
            break;
        if (ends && line_ended)
            blanks++;
        line_ended = line_ended || ends;
    }
    return blanks;
}

/* Sets what the lines before `from` tell: whether a table is open, and its columns. */
static void look_back(struct reading *r, size_t from)
{
    const struct plain *p = r->p;
    r->blanks = blanks_before(p, from);
    size_t begin = from > LOOK_BACK ? from - LOOK_BACK : 0;
    struct slice before = slice_cut(p->text, begin, from);
    size_t table = before.len;
    for (size_t at = 0;;) {
        struct slice rest = slice_cut(before, at, before.len);
        size_t hit = slice_find(rest, SLICE("TABLE>"));
        if (hit == rest.len)
            break;
        at += hit + 6;
        table = at >= 7 && before.at[at - 7] == '<' ? at : before.len;
    }
    if (table == before.len)
        return;
    r->in_table = true;
    struct slice rest = slice_cut(before, table, before.len), line;
    while (slice_next_line(&rest, &line)) {
        struct slice s = slice_trim(line);
        if (slice_starts(s, SLICE("<S>")) || slice_starts(s, SLICE("<C>")))
            say_ruler(r, line);
        else if (slice_starts(s, SLICE("<FN>")))
            r->in_notes = true;
    }
}

/* True when no byte of the lines needs a second look: printable ASCII and line ends only. */
static bool all_plain(struct slice s)
{
    unsigned odd = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        odd |= (unsigned)(c < 0x20 && c != '\n' && c != '\r') | (unsigned)(c >= 0x7F);
    }
    return !odd;
}

void plain_read(const struct plain *p, size_t from, size_t to, struct sink *sink)
{
    struct reading r = {.p = p, .sink = sink, .at = from};
    if (to > p->text.len)
        to = p->text.len;
    r.page_end = plain_page_mark(p, from, to + LOOK_AHEAD);
    if (from == 0)
        r.head_lines = HEAD_LINES;
    else
        look_back(&r, from);
    struct slice last = slice_cut(p->text, to > 0 ? to - 1 : 0, p->text.len);
    size_t end = (size_t)(last.at - p->text.at) + slice_line_end(last);
    r.plain_ascii = from < to && all_plain(slice_cut(p->text, from, end));
    while (r.at < to) {
        if (plain_page_mark(p, r.at, r.at + 1) == r.at)
            turn_page(&r);
        else
            read_line(&r);
        r.at = r.next;
    }
}
