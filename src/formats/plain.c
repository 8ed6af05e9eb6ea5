/* SPDX-License-Identifier: MIT */
/* Reading the lines of an ASCII document: marks, tables, furniture. */
#include "formats/plain.h"

#include "base/utf8.h"
#include "formats/plain_line.h"

#include <string.h>

enum {
    HEAD_LINES = 6,   /* lines behind a page mark that may be a running head */
    FOOT_LINES = 3,   /* lines before the next mark that may be its foot */
    FOOT_BYTES = 400, /* and how many bytes they and the empty lines may take */
    NEAR = 4096, /* bytes before a part that are read again to know what a page or line of it is */
    LOOK_BACK = 32 * 1024,  /* bytes in which the table that a part begins in is looked for */
    LOOK_AHEAD = 32 * 1024, /* the same for a table's end behind a page mark */
    MOST_COLUMNS = 64
};

/* What a reading knows while it goes through the lines. */
struct reading {
    const struct plain *p;
    struct sink *sink;
    size_t at;      /* of the line that is read */
    size_t next;    /* of the line behind it */
    int head_lines; /* lines that may still be part of the running head */
    size_t blanks;  /* empty lines not yet said */
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
    struct slice whole = line;
    for (;;) {
        struct slice s = slice_trim(line);
        size_t tag = plain_table_tag(s);
        if (tag == 0)
            return line;
        struct slice name = slice_cut(s, 1, tag - 1);
        if (slice_equal(name, SLICE("S")) || slice_equal(name, SLICE("C"))) {
            r->in_caption = false;
            say_ruler(r, whole);
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
    if (plain_has_columns(line) || (r->p->pairs && *slice_trim(line).at == '<'))
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

/* "</LEGEND>" in a financial data schedule prints nothing. */
static bool is_end_tag(struct slice line)
{
    return slice_starts(line, SLICE("</")) &&
           memchr(line.at, '>', line.len) == line.at + line.len - 1;
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
    } else if (r->p->pairs && is_end_tag(text)) {
        return;
    }
    say_line(r, line, is_furniture(r, slice_trim(line)) ? SINK_FURNITURE : 0);
}

/* A table may lack its end tag: behind a page mark it goes on only where an end follows. */
static bool table_goes_on(const struct plain *p, size_t mark)
{
    struct slice ahead = slice_cut(p->text, mark, mark + LOOK_AHEAD);
    size_t tag = slice_find(ahead, SLICE("TABLE>"));
    return tag < ahead.len && ahead.at[tag - 1] == '/';
}

static void turn_page(struct reading *r)
{
    const struct plain *p = r->p;
    r->sink->page(r->sink->self, p->base + r->at);
    r->next = plain_mark_end(p, r->at);
    r->head_lines = HEAD_LINES;
    if (r->in_table && !table_goes_on(p, r->at)) {
        r->in_table = r->in_caption = r->in_notes = false;
        r->sink->columns(r->sink->self, NULL, 0);
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

/* Reads the line or mark at r->at. */
static void go_on(struct reading *r)
{
    if (plain_page_mark(r->p, r->at, r->at + 1) == r->at)
        turn_page(r);
    else
        read_line(r);
    r->at = r->next;
}

/* Sets what the lines before r->at tell of the table that is open there, if one is. */
static void find_table(struct reading *r)
{
    const struct plain *p = r->p;
    size_t begin = r->at > LOOK_BACK ? r->at - LOOK_BACK : 0;
    struct slice before = slice_cut(p->text, begin, r->at);
    size_t table = before.len;
    for (size_t at = 0;;) {
        struct slice rest = slice_cut(before, at, before.len);
        size_t hit = slice_find(rest, SLICE("TABLE>"));
        if (hit == rest.len)
            break;
        at += hit + 6;
        table = at >= 7 && before.at[at - 7] == '<' ? at - 7 : before.len;
    }
    size_t mark = plain_page_mark(p, begin + table, r->at);
    if (table == before.len || (mark < r->at && !table_goes_on(p, mark)))
        return;
    /* The tag may stand behind others: what matters are columns. */
    while (table > 0 && before.at[table - 1] != '\n' && before.at[table - 1] != '\r')
        table--;
    struct slice rest = slice_cut(before, table, before.len), line;
    while (slice_next_line(&rest, &line)) {
        struct slice s = slice_trim(line);
        if (s.len > 0 && *s.at == '<' && plain_table_tag(s))
            obey_tags(r, line);
    }
}

static void ignore_page(void *self, size_t offset)
{
    (void)self;
    (void)offset;
}

static void ignore_blank(void *self, size_t lines)
{
    (void)self;
    (void)lines;
}

static void ignore_begin(void *self, unsigned flags, size_t offset)
{
    (void)self;
    (void)flags;
    (void)offset;
}

static void ignore_text(void *self, struct slice text, size_t offset)
{
    (void)self;
    (void)text;
    (void)offset;
}

static void ignore_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    (void)self;
    (void)code;
    (void)count;
    (void)offset;
    (void)length;
}

/* Brings the reading to `from` with all that a reading from the front would know there, which is
 * told by the last lines before it, or by the page mark among them. */
static void catch_up(struct reading *r, size_t from)
{
    const struct plain *p = r->p;
    size_t begin = from > NEAR ? from - NEAR : 0;
    if (begin > 0) {
        struct slice near = slice_cut(p->text, begin, from);
        begin += slice_line_next(near, slice_line_end(near));
    }
    size_t to = from < p->text.len ? from + 1 : from;
    for (size_t mark = begin; (mark = plain_page_mark(p, mark, to)) < to; mark++)
        begin = mark;
    r->at = begin;
    r->head_lines = begin == 0 ? HEAD_LINES : 0;
    if (begin > 0)
        find_table(r);
    struct sink *sink = r->sink;
    struct sink deaf = {sink->self,   ignore_page, ignore_blank, sink->columns,
                        ignore_begin, ignore_text, ignore_code,  ignore_page};
    r->sink = &deaf;
    while (r->at < from)
        go_on(r);
    r->sink = sink;
    r->at = from;
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
    catch_up(&r, from);
    struct slice last = slice_cut(p->text, to > 0 ? to - 1 : 0, p->text.len);
    size_t end = (size_t)(last.at - p->text.at) + slice_line_end(last);
    r.plain_ascii = from < to && all_plain(slice_cut(p->text, from, end));
    while (r.at < to)
        go_on(&r);
}
