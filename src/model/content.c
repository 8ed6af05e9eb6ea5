/* SPDX-License-Identifier: MIT */
/* Reading a document in segments, each when it is asked for. */
#include "model/content.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/plain.h"
#include "model/builder.h"
#include "model/pages.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* Bytes of the stretch in which a segment begins: at its first page mark, else at a line. The
     * stretches at the front are small, so that the first screen has little to wait for. */
    SEGMENT = 32 * 1024,
    SMALL = 4 * 1024,
    SMALL_ONES = SEGMENT / SMALL,
    LARGE = 16 * 1024 * 1024, /* a text of so many bytes is not kept in memory by passing looks */
    BEHIND = 4,               /* segments behind such a look that stay */
    STEP = 256 * 1024,        /* scanned at a time: the text known stays a little behind the scan */
    SAMPLE = 1024 * 1024      /* bytes from which running heads are learnt */
};

struct content {
    struct submission *submission;
    struct document *document;
    struct plain plain;
    struct furniture *furniture;
    struct pages *pages;
    struct {
        size_t from, to;
    } clear; /* no line begins and no mark stands in [from, to), within the text; at `to` one does
              */
    struct {
        size_t page, upto;
    } blank; /* nothing is shown between the place where a page begins and `upto` */
    ARRAY(struct segment *) kept; /* by index; NULL where not asked for */
};

/* The first place at or behind `at` where a line begins or a mark stands; text.len when there is
 * none. A long line is not gone through again for each place in it. */
static size_t next_line(struct content *c, size_t at)
{
    struct slice text = c->plain.text;
    if (at >= text.len)
        return text.len;
    if (at >= c->clear.from && at < c->clear.to)
        return c->clear.to;
    char before = at > 0 ? text.at[at - 1] : '\n';
    if (before == '\n' || (before == '\r' && text.at[at] != '\n'))
        return at;
    size_t known = at < c->clear.from ? c->clear.from : text.len;
    size_t next = plain_line_next(&c->plain, at, known);
    if (next >= known && known < text.len && next < c->clear.to)
        next = c->clear.to;
    if (next < text.len || c->plain.ends) {
        c->clear.from = at;
        c->clear.to = next;
    }
    return next;
}

/* Scans until the text is known up to `upto` (within it), to the end of the line there or the mark
 * in it, and as far behind as reading up to there may look. */
static void know(struct content *c, size_t upto)
{
    struct document *d = c->document;
    for (size_t more = STEP;; more *= 2) {
        size_t far = d->text_offset + upto + PLAIN_AHEAD;
        if (!d->complete && d->text_end < far)
            submission_scan(c->submission, far + more);
        c->plain.text = slice_cut(submission_bytes(c->submission), d->text_offset, d->text_end);
        c->plain.ends = d->complete;
        if (d->complete)
            break;
        if (d->text_end >= far && next_line(c, upto) < c->plain.text.len)
            break;
        if (d->text_end >= far)
            submission_scan(c->submission, d->text_end + more);
    }
    pages_know(c->pages, &c->plain);
}

/* Lets go of the mapped bytes [from, to) of the text: they are read again when they are needed. */
static void release(struct content *c, size_t from, size_t to)
{
    input_release(submission_input(c->submission), c->plain.base + from, c->plain.base + to);
}

static void learn_furniture(struct content *c)
{
    size_t end = c->plain.text.len < SAMPLE ? c->plain.text.len : SAMPLE;
    size_t at = 0;
    while (at < end) {
        size_t mark = plain_page_mark(&c->plain, at, end);
        if (mark == end && end < c->plain.text.len)
            break; /* the last page of the sample is cut */
        furniture_add_page(c->furniture, slice_cut(c->plain.text, at, mark));
        at = mark < end ? plain_mark_end(&c->plain, mark) : end;
    }
    furniture_finish(c->furniture);
}

static void content_free(struct content *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->kept.count; i++)
        content_forget(c, i);
    array_deinit(&c->kept);
    furniture_free(c->furniture);
    pages_free(c->pages);
    free(c);
}

struct content *content_of(struct submission *s, struct document *d)
{
    if (d->content)
        return d->content;
    struct content *c = memory_alloc(sizeof *c);
    c->submission = s;
    c->document = d;
    c->pages = pages_new();
    c->furniture = furniture_new();
    c->plain.base = d->text_offset;
    c->plain.dash_escaped = d->dash_escaped;
    d->content = c;
    d->free_content = content_free;
    if (d->kind == DOCUMENT_BINARY)
        return c;
    know(c, SAMPLE);
    struct slice sample = slice_cut(c->plain.text, 0, SAMPLE);
    c->plain.form_feeds = slice_find(sample, SLICE("<PAGE>")) == sample.len &&
                          memchr(sample.at ? sample.at : "", '\f', sample.len) != NULL;
    c->plain.pairs = slice_starts_nocase(d->type, SLICE("EX-27")) &&
                     slice_find(slice_cut(sample, 0, 8192), SLICE("<ARTICLE>")) < 8192;
    c->plain.furniture = c->furniture;
    if (plain_page_mark(&c->plain, 0, sample.len) < sample.len) {
        pages_expect(c->pages);
        learn_furniture(c);
    }
    return c;
}

struct document *content_document(const struct content *c)
{
    return c->document;
}

/* Where the stretch of segment `index` begins. An index that no file has gives a place behind all.
 */
static size_t stretch(size_t index)
{
    if (index < SMALL_ONES)
        return index * SMALL;
    index -= SMALL_ONES - 1;
    return index < (size_t)-1 / SEGMENT / 4 ? index * SEGMENT : (size_t)-1 / 4;
}

/* The segment whose stretch `at` is in. */
static size_t stretch_at(size_t at)
{
    return at < SEGMENT ? at / SMALL : at / SEGMENT + SMALL_ONES - 1;
}

/* Where segment `index` begins, within the text; text.len behind the last. */
static size_t boundary(struct content *c, size_t index)
{
    if (index == 0)
        return 0;
    size_t from = stretch(index), to = stretch(index + 1);
    know(c, to);
    struct slice text = c->plain.text;
    if (from >= text.len)
        return text.len;
    size_t next = next_line(c, from);
    if (next >= to)
        return next;
    size_t mark = plain_page_mark(&c->plain, next, to);
    return mark < text.len && mark < to ? mark : next;
}

/* Whether nothing is shown on the page that begins at `begins` before `at`. What is known of one
 * page is remembered, as an empty page may go on for many segments. */
static bool opens_page(struct content *c, size_t begins, size_t at)
{
    if (begins >= at)
        return true;
    if (c->blank.page != begins || c->blank.upto < begins)
        c->blank.page = c->blank.upto = begins;
    if (c->blank.upto < at)
        c->blank.upto = plain_skip_blank(&c->plain, c->blank.upto, at);
    return c->blank.upto >= at;
}

/* A line that folio adds. */
static void say_made(struct content *c, struct builder *b, struct slice line)
{
    struct document *d = c->document;
    struct sink *sink = &b->sink;
    sink->begin(sink->self, SINK_MADE, d->text_offset);
    while (line.len > 0)
        sink->code(sink->self, utf8_next(&line), 1, d->text_offset, 0);
    sink->end(sink->self, d->text_offset);
}

/* A file in the filing that is no text: one line says what it is. */
static void read_binary(struct content *c, struct builder *b)
{
    struct document *d = c->document;
    struct buffer line = {0};
    submission_scan(c->submission, d->text_offset + SAMPLE);
    buffer_add_text(&line, "[file: ");
    buffer_add(&line, d->filename.len ? d->filename : SLICE("without a name"));
    if (d->complete)
        buffer_addf(&line, ", %zu bytes", d->binary_size);
    buffer_add_text(&line, "]");
    say_made(c, b, buffer_slice(&line));
    buffer_deinit(&line);
}

static size_t page_at(void *content, size_t offset)
{
    return content_page_at(content, offset);
}

static bool read_segment(struct content *c, size_t index, struct segment *out)
{
    struct builder b;
    *out = (struct segment){.index = index};
    arena_init(&out->arena);
    if (c->document->kind == DOCUMENT_BINARY) {
        if (index > 0)
            return false;
        builder_init(&b, out, 0, true, page_at, c);
        read_binary(c, &b);
        out->offset = c->document->text_offset;
        out->end = c->document->text_end;
        out->last = true;
        builder_finish(&b);
        return true;
    }
    size_t from = boundary(c, index);
    if (index > 0 && stretch(index) >= c->plain.text.len)
        return false;
    size_t to = boundary(c, index + 1);
    if (to < from)
        to = from;
    know(c, to);
    out->offset = c->plain.base + from;
    out->end = c->plain.base + to;
    out->last = c->plain.ends && stretch(index + 1) >= c->plain.text.len;
    size_t page = content_page_at(c, out->offset);
    size_t begins = pages_offset(c->pages, page);
    builder_init(&b, out, page, opens_page(c, begins, from), page_at, c);
    if (index == 0 && c->document->kind != DOCUMENT_TEXT)
        say_made(c, &b,
                 c->document->kind == DOCUMENT_HTML
                     ? SLICE("[HTML: this version of folio shows its source]")
                     : SLICE("[XML: this version of folio shows its source]"));
    plain_read(&c->plain, from, to, &b.sink);
    builder_finish(&b);
    return true;
}

bool content_walk(struct content *c, size_t index, struct segment *out)
{
    if (!read_segment(c, index, out))
        return false;
    if (c->plain.text.len > LARGE && index >= BEHIND)
        release(c, stretch(index - BEHIND), stretch(index - BEHIND + 1));
    return true;
}

const struct segment *content_segment(struct content *c, size_t index)
{
    if (index < c->kept.count && c->kept.at[index])
        return c->kept.at[index];
    struct segment *s = memory_alloc(sizeof *s);
    if (!read_segment(c, index, s)) {
        free(s);
        return NULL;
    }
    while (c->kept.count <= index)
        array_push(&c->kept, NULL);
    c->kept.at[index] = s;
    return s;
}

void content_forget(struct content *c, size_t index)
{
    if (index >= c->kept.count || !c->kept.at[index])
        return;
    segment_deinit(c->kept.at[index]);
    free(c->kept.at[index]);
    c->kept.at[index] = NULL;
}

size_t content_segment_at(struct content *c, size_t offset)
{
    struct document *d = c->document;
    if (d->kind == DOCUMENT_BINARY || offset <= d->text_offset)
        return 0;
    size_t at = offset - d->text_offset;
    know(c, at < (size_t)-1 / 2 ? at : (size_t)-1 / 4);
    if (at >= c->plain.text.len)
        at = c->plain.text.len > 0 ? c->plain.text.len - 1 : 0;
    size_t index = stretch_at(at);
    while (index > 0 && boundary(c, index) > at) {
        index--;
        /* In a long line, no segment begins but where it does. */
        if (at < c->clear.to && c->clear.from < stretch(index))
            index = stretch_at(c->clear.from);
    }
    return index;
}

bool content_has_pages(struct content *c)
{
    return pages_any(c->pages);
}

/* Counts the marks before `upto`, offsets within the text. */
static void count_on(struct content *c, size_t upto)
{
    for (;;) {
        size_t from = pages_counted(c->pages);
        size_t next = upto - from > SAMPLE ? from + SAMPLE : upto;
        if (from >= upto || pages_all(c->pages))
            return;
        know(c, next);
        pages_go_on(c->pages, &c->plain, next);
        size_t counted = pages_counted(c->pages);
        if (c->plain.text.len > LARGE)
            release(c, from, counted);
        if (counted <= from || counted >= c->plain.text.len)
            return;
    }
}

size_t content_page_at(struct content *c, size_t offset)
{
    size_t at = offset > c->plain.base ? offset - c->plain.base : 0;
    if (!pages_any(c->pages))
        return 0;
    if (pages_counted(c->pages) <= at)
        count_on(c, at + 1);
    return pages_at(c->pages, at);
}

/* Counts pages until `page` is known or all are. */
static bool count_to(struct content *c, size_t page)
{
    while (pages_count(c->pages) <= page)
        if (content_count_pages(c, SAMPLE))
            break;
    return page < pages_count(c->pages);
}

size_t content_page_offset(struct content *c, size_t page)
{
    if (!count_to(c, page))
        return c->document->text_end;
    return c->plain.base + pages_offset(c->pages, page);
}

struct slice content_page_label(struct content *c, size_t page)
{
    if (!pages_any(c->pages) || !count_to(c, page))
        return (struct slice){NULL, 0};
    size_t from = pages_offset(c->pages, page);
    size_t end = count_to(c, page + 1) ? pages_offset(c->pages, page + 1) : c->plain.text.len;
    return pages_label(&c->plain, from, end);
}

struct slice content_page_other_label(struct content *c, size_t page)
{
    struct slice label = content_page_label(c, page);
    return slice_number(label) == (long long)page + 1 ? (struct slice){NULL, 0} : label;
}

size_t content_page_labelled(struct content *c, struct slice label)
{
    for (size_t page = 0; count_to(c, page); page++)
        if (pages_any(c->pages) && slice_equal_nocase(content_page_label(c, page), label))
            return page;
    return (size_t)-1;
}

size_t content_pages(const struct content *c, bool *all)
{
    *all = c->document->kind == DOCUMENT_BINARY || pages_all(c->pages);
    return pages_any(c->pages) ? pages_count(c->pages) : 0;
}

bool content_count_pages(struct content *c, size_t bytes)
{
    if (c->document->kind != DOCUMENT_BINARY && !pages_all(c->pages))
        count_on(c, pages_counted(c->pages) + bytes);
    return c->document->kind == DOCUMENT_BINARY || pages_all(c->pages);
}
