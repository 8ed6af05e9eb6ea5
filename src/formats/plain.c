/* SPDX-License-Identifier: MIT */
/* Reading the lines of an ASCII document: marks, tables, furniture. */
#include "formats/plain.h"

#include "formats/pem.h"
#include "formats/plain_ahead.h"
#include "formats/plain_line.h"
#include "formats/plain_marks.h"

#include <string.h>

enum {
    HEAD_LINES = 6, /* lines behind a page mark that may be a running head */
    NEAR = 4096, /* bytes before a part that are read again to know what a page or line of it is */
    LOOK_BACK = 32 * 1024, /* bytes in which the table that a part begins in is looked for */
    MOST_COLUMNS = 64
};

/* What a reading knows while it goes through the lines. */
struct reading {
    const struct plain *p;
    struct sink *sink;
    size_t at;   /* of the line that is read */
    size_t next; /* of the line behind it */
    struct plain_ahead ahead;
    int head_lines; /* lines that may still be part of the running head */
    size_t blanks;  /* empty lines not yet said */
    bool in_table, in_caption, in_notes;
    size_t tag_from, tag; /* "TABLE>" does not begin in [tag_from, tag) */
};

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
    return plain_ahead_is_foot(&r->ahead, r->p, line, r->next);
}

static void say_ruler(struct reading *r, struct slice line)
{
    unsigned edges[MOST_COLUMNS];
    size_t count = plain_ruler(line, edges, MOST_COLUMNS);
    r->sink->columns(r->sink->self, edges, count);
}

/* True when the line begins with a tag that obey_tags obeys. */
static bool has_tag(struct slice line)
{
    return line.len > 0 && *line.at == '<' && (plain_table_tag(line) || plain_is_ruler(line));
}

/* What the tags at the front of a line do; they are taken off it. */
static struct slice obey_tags(struct reading *r, struct slice line)
{
    struct slice whole = line;
    for (;;) {
        struct slice s = slice_trim(line);
        size_t tag = plain_table_tag(s);
        if (tag == 0 && has_tag(s)) {
            r->in_caption = false;
            say_ruler(r, whole);
            return slice_cut(line, line.len, line.len);
        }
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
    else if (plain_has_columns(line) || (r->p->pairs && *slice_trim(line).at == '<'))
        flags |= SINK_COLUMNS;
    if (r->in_caption)
        flags |= SINK_CAPTION;
    if (r->in_notes)
        flags |= SINK_FOOTNOTE;
    sink->begin(sink->self, flags, offset);
    if (r->p->pairs && plain_say_pair(line, offset, sink))
        ;
    else if (r->p->entities)
        plain_say_html(line, offset, sink);
    else if (plain_is_clean(line))
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
    struct slice line = plain_ahead_line(&r->ahead, r->p, r->at, &r->next);
    if (r->p->dash_escaped)
        line = pem_unescape(line);
    while (line.len > 0 && byte_is_blank(line.at[line.len - 1]))
        line.len--;
    size_t indent = 0;
    while (indent < line.len && byte_is_blank(line.at[indent]))
        indent++;
    struct slice text = slice_cut(line, indent, line.len);
    if (has_tag(text)) {
        line = obey_tags(r, line);
        text = slice_trim(line);
        if (text.len == 0)
            return; /* a line of tags prints nothing, not even an empty line */
    } else if (text.len == 0) {
        r->blanks++;
        return;
    } else if (r->p->pairs && is_end_tag(text)) {
        return;
    }
    say_line(r, line, is_furniture(r, text) ? SINK_FURNITURE : 0);
}

/* A table may lack its end tag: behind a page mark it goes on only where an end follows. What was
 * looked through for the mark before is not looked through again. */
static bool table_goes_on(struct reading *r, size_t mark)
{
    const struct slice end = SLICE("TABLE>");
    if (mark < r->tag_from || mark > r->tag)
        r->tag_from = r->tag = mark;
    struct slice ahead = slice_cut(r->p->text, r->tag, mark + PLAIN_AHEAD);
    size_t hit = slice_find(ahead, end);
    r->tag += hit;
    if (hit < ahead.len)
        return r->p->text.at[r->tag - 1] == '/';
    r->tag -= hit < end.len ? hit : end.len - 1; /* it may begin in the last bytes */
    return false;
}

static void turn_page(struct reading *r)
{
    const struct plain *p = r->p;
    r->sink->page(r->sink->self, p->base + r->at);
    r->next = plain_mark_end(p, r->at);
    r->head_lines = HEAD_LINES;
    if (r->in_table && !table_goes_on(r, r->at)) {
        r->in_table = r->in_caption = r->in_notes = false;
        r->sink->columns(r->sink->self, NULL, 0);
    }
    /* What stands on the line of the mark is the page's number, when it is anything. */
    size_t next;
    struct slice rest = plain_line_at(p, r->next, &next);
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
    if (plain_ahead_is_mark(&r->ahead, r->p, r->at))
        turn_page(r);
    else
        read_line(r);
    r->at = r->next;
}

/* Where the last tag of a table stands in `before`, when it opens one; else before.len. */
static size_t last_table(struct slice before)
{
    const struct slice tag = SLICE("<TABLE>");
    for (size_t end = before.len; end >= tag.len; end--) {
        const char *hit = memrchr(before.at, '>', end);
        if (!hit)
            break;
        end = (size_t)(hit - before.at) + 1;
        struct slice name = slice_cut(before, end < tag.len ? 0 : end - tag.len, end);
        if (slice_equal(name, tag))
            return end - tag.len;
        if (slice_equal(slice_cut(name, 1, name.len), SLICE("TABLE>")))
            break;
    }
    return before.len;
}

/* Sets what the lines before r->at tell of the table that is open there, if one is. */
static void find_table(struct reading *r)
{
    const struct plain *p = r->p;
    size_t begin = r->at > LOOK_BACK ? r->at - LOOK_BACK : 0;
    struct slice before = slice_cut(p->text, begin, r->at);
    size_t table = last_table(before);
    if (table == before.len)
        return;
    size_t mark = plain_page_mark(p, begin + table, r->at);
    if (mark < r->at && !table_goes_on(r, mark))
        return;
    /* The tag may stand behind others: what matters are columns. */
    while (table > 0 && before.at[table - 1] != '\n' && before.at[table - 1] != '\r')
        table--;
    struct slice rest = slice_cut(before, table, before.len), line;
    while (slice_next_line(&rest, &line)) {
        if (has_tag(slice_trim(line)))
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
    size_t near = NEAR;
    while (near < LOOK_BACK && near < from && plain_is_blank(p, from - near, from))
        near *= 2; /* so that the empty lines above the part are counted */
    size_t begin = from > near ? from - near : 0;
    if (begin > 0) {
        struct slice before = slice_cut(p->text, begin, from);
        begin += slice_line_next(before, slice_line_end(before));
    }
    size_t to = from < p->text.len ? from + 1 : from;
    for (size_t mark = begin; (mark = plain_page_mark(p, mark, to)) < to; mark++)
        begin = mark;
    r->at = begin;
    r->head_lines = begin == 0 ? HEAD_LINES : 0;
    if (begin > 0)
        find_table(r);
    struct sink *sink = r->sink;
    struct sink deaf = {.self = sink->self,
                        .page = ignore_page,
                        .blank = ignore_blank,
                        .columns = sink->columns,
                        .begin = ignore_begin,
                        .text = ignore_text,
                        .code = ignore_code,
                        .end = ignore_page};
    r->sink = &deaf;
    while (r->at < from)
        go_on(r);
    r->sink = sink;
    r->at = from;
}

void plain_read(const struct plain *p, size_t from, size_t to, struct sink *sink)
{
    struct reading r = {.p = p, .sink = sink, .at = from};
    if (to > p->text.len)
        to = p->text.len;
    if (from >= to)
        return;
    catch_up(&r, from);
    while (r.at < to)
        go_on(&r);
}
