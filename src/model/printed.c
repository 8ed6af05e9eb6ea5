/* SPDX-License-Identifier: MIT */
/* Reading the lines of a plain document in segments, each when it is asked for. */
#include "model/printed.h"

#include "base/memory.h"
#include "formats/plain.h"
#include "model/builder.h"
#include "model/document.h"
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
    LINE = 80,                /* bytes of a line, as a rule: room is made for so many */
    SAMPLE = 1024 * 1024      /* bytes from which running heads are learnt */
};

struct printed {
    struct submission *submission;
    struct document *document;
    size_t tail; /* bytes at the end of the document that are no text */
    bool paged;  /* its beginning has page marks: there may be running heads */
    struct plain plain;
    struct furniture *furniture; /* NULL until somebody reads */
    struct pages *pages;
    struct {
        size_t from, to;
    } clear; /* no line begins and no mark stands in [from, to), within the text; at `to` one does
              */
    struct {
        size_t page, upto;
    } blank; /* nothing is shown between the place where a page begins and `upto` */
};

/* The first place at or behind `at` where a line begins or a mark stands; text.len when there is
 * none. A long line is not gone through again for each place in it. */
static size_t next_line(struct printed *p, size_t at)
{
    struct slice text = p->plain.text;
    if (at >= text.len)
        return text.len;
    if (at >= p->clear.from && at < p->clear.to)
        return p->clear.to;
    char before = at > 0 ? text.at[at - 1] : '\n';
    if (before == '\n' || (before == '\r' && text.at[at] != '\n'))
        return at;
    size_t known = at < p->clear.from ? p->clear.from : text.len;
    size_t next = plain_line_next(&p->plain, at, known);
    if (next >= known && known < text.len && next < p->clear.to)
        next = p->clear.to;
    if (next < text.len || p->plain.ends) {
        p->clear.from = at;
        p->clear.to = next;
    }
    return next;
}

/* Scans until the text is known up to `upto` (within it), to the end of the line there or the mark
 * in it, and as far behind as reading up to there may look. */
static void know(struct printed *p, size_t upto)
{
    struct document *d = p->document;
    for (size_t more = STEP;; more *= 2) {
        size_t far = p->plain.base + upto + PLAIN_AHEAD;
        if (!d->complete && d->text_end < far)
            submission_scan(p->submission, far + more);
        p->plain.text =
            slice_cut(submission_bytes(p->submission), p->plain.base, d->text_end - p->tail);
        p->plain.ends = d->complete;
        if (d->complete)
            break;
        if (d->text_end >= far && next_line(p, upto) < p->plain.text.len)
            break;
        if (d->text_end >= far)
            submission_scan(p->submission, d->text_end + more);
    }
    pages_know(p->pages, &p->plain);
}

/* Lets go of the mapped bytes [from, to) of the text: they are read again when they are needed. */
static void release(struct printed *p, size_t from, size_t to)
{
    input_release(submission_input(p->submission), p->plain.base + from, p->plain.base + to);
}

/* Learns the running heads and feet, once, before the first look at lines: it takes longer than
 * most looks at a document. */
static void learn_furniture(struct printed *p)
{
    if (p->furniture || !p->paged)
        return;
    p->furniture = furniture_new();
    size_t end = p->plain.text.len < SAMPLE ? p->plain.text.len : SAMPLE;
    size_t at = 0;
    while (at < end) {
        size_t mark = plain_page_mark(&p->plain, at, end);
        if (mark == end && end < p->plain.text.len)
            break; /* the last page of the sample is cut */
        furniture_add_page(p->furniture, slice_cut(p->plain.text, at, mark));
        at = mark < end ? plain_mark_end(&p->plain, mark) : end;
    }
    furniture_finish(p->furniture);
    p->plain.furniture = p->furniture;
}

struct printed *printed_new(struct submission *s, struct document *d, size_t head, size_t tail)
{
    struct printed *p = memory_alloc(sizeof *p);
    p->submission = s;
    p->document = d;
    p->tail = tail;
    p->pages = pages_new();
    p->plain.base = d->text_offset + head;
    p->plain.dash_escaped = d->dash_escaped;
    p->plain.entities = d->kind == DOCUMENT_HTML;
    know(p, SAMPLE);
    struct slice sample = slice_cut(p->plain.text, 0, SAMPLE);
    p->plain.form_feeds = slice_find(sample, SLICE("<PAGE>")) == sample.len &&
                          memchr(sample.at ? sample.at : "", '\f', sample.len) != NULL;
    p->plain.pairs = slice_starts_nocase(d->type, SLICE("EX-27")) &&
                     slice_find(slice_cut(sample, 0, 8192), SLICE("<ARTICLE>")) < 8192;
    p->paged = plain_page_mark(&p->plain, 0, sample.len) < sample.len;
    if (p->paged)
        pages_expect(p->pages);
    return p;
}

void printed_free(struct printed *p)
{
    if (!p)
        return;
    furniture_free(p->furniture);
    pages_free(p->pages);
    free(p);
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
static size_t boundary(struct printed *p, size_t index)
{
    if (index == 0)
        return 0;
    size_t from = stretch(index), to = stretch(index + 1);
    know(p, to);
    struct slice text = p->plain.text;
    if (from >= text.len)
        return text.len;
    size_t next = next_line(p, from);
    if (next >= to)
        return next;
    size_t mark = plain_page_mark(&p->plain, next, to);
    return mark < text.len && mark < to ? mark : next;
}

/* Whether nothing is shown on the page that begins at `begins` before `at`. What is known of one
 * page is remembered, as an empty page may go on for many segments. */
static bool opens_page(struct printed *p, size_t begins, size_t at)
{
    if (begins >= at)
        return true;
    if (p->blank.page != begins || p->blank.upto < begins)
        p->blank.page = p->blank.upto = begins;
    if (p->blank.upto < at)
        p->blank.upto = plain_skip_blank(&p->plain, p->blank.upto, at);
    return p->blank.upto >= at;
}

static size_t page_at(void *printed, size_t offset)
{
    return printed_page_at(printed, offset);
}

bool printed_segment(struct printed *p, size_t index, struct segment *out)
{
    struct builder b;
    *out = (struct segment){.index = index};
    arena_init(&out->arena);
    learn_furniture(p);
    size_t from = boundary(p, index);
    if (index > 0 && stretch(index) >= p->plain.text.len)
        return false;
    size_t to = boundary(p, index + 1);
    if (to < from)
        to = from;
    know(p, to);
    out->offset = p->plain.base + from;
    out->end = p->plain.base + to;
    out->last = p->plain.ends && stretch(index + 1) >= p->plain.text.len;
    size_t page = printed_page_at(p, out->offset);
    size_t begins = pages_offset(p->pages, page);
    builder_init(&b, out, page, opens_page(p, begins, from), page_at, p);
    array_reserve((void **)&b.blocks.at, &b.blocks.room, (to - from) / LINE, sizeof *b.blocks.at);
    plain_read(&p->plain, from, to, &b.sink);
    builder_finish(&b);
    document_warn(p->submission, p->document, b.oddities);
    return true;
}

bool printed_page_span(struct printed *p, size_t offset, struct page_span *span)
{
    size_t index = printed_segment_at(p, offset);
    size_t first = boundary(p, index), end = boundary(p, index + 1);
    size_t at = offset > p->plain.base ? offset - p->plain.base : 0;
    if (at < first || at >= end)
        return false;
    size_t begin = first, mark = first;
    for (; (mark = plain_page_mark(&p->plain, mark, end)) <= at && mark < end; mark++)
        begin = mark;
    bool begins = begin == 0 || plain_page_mark(&p->plain, begin, begin + 1) == begin;
    bool ends = mark < end || (p->plain.ends && end == p->plain.text.len) ||
                plain_page_mark(&p->plain, end, end + 1) == end;
    span->whole = begins && ends;
    span->from = p->plain.base + begin;
    span->to = p->plain.base + mark;
    span->near_from = begins ? span->from : p->plain.base + boundary(p, index - 1);
    span->near_to = ends ? span->to : p->plain.base + boundary(p, index + 2);
    return true;
}

static size_t no_page(void *none, size_t offset)
{
    (void)none;
    (void)offset;
    return 0;
}

void printed_page(struct printed *p, size_t from, size_t to, struct segment *out)
{
    struct builder b;
    *out = (struct segment){.offset = from, .end = to};
    arena_init(&out->arena);
    learn_furniture(p);
    know(p, to - p->plain.base);
    builder_init(&b, out, 0, true, no_page, NULL);
    plain_read(&p->plain, from - p->plain.base, to - p->plain.base, &b.sink);
    builder_finish(&b);
}

void printed_passed(struct printed *p, size_t index)
{
    if (p->plain.text.len > LARGE && index >= BEHIND)
        release(p, stretch(index - BEHIND), stretch(index - BEHIND + 1));
}

size_t printed_segment_at(struct printed *p, size_t offset)
{
    if (offset <= p->plain.base)
        return 0;
    size_t at = offset - p->plain.base;
    know(p, at < (size_t)-1 / 2 ? at : (size_t)-1 / 4);
    if (at >= p->plain.text.len)
        at = p->plain.text.len > 0 ? p->plain.text.len - 1 : 0;
    size_t index = stretch_at(at);
    while (index > 0 && boundary(p, index) > at) {
        index--;
        /* In a long line, no segment begins but where it does. */
        if (at < p->clear.to && p->clear.from < stretch(index))
            index = stretch_at(p->clear.from);
    }
    return index;
}

bool printed_has_pages(struct printed *p)
{
    return pages_any(p->pages);
}

/* Counts the marks before `upto`, offsets within the text. */
static void count_on(struct printed *p, size_t upto)
{
    for (;;) {
        size_t from = pages_counted(p->pages);
        size_t next = upto - from > SAMPLE ? from + SAMPLE : upto;
        if (from >= upto || pages_all(p->pages))
            return;
        know(p, next);
        pages_go_on(p->pages, &p->plain, next);
        size_t counted = pages_counted(p->pages);
        if (p->plain.text.len > LARGE)
            release(p, from, counted);
        if (counted <= from || counted >= p->plain.text.len)
            return;
    }
}

size_t printed_page_at(struct printed *p, size_t offset)
{
    size_t at = offset > p->plain.base ? offset - p->plain.base : 0;
    if (!pages_any(p->pages))
        return 0;
    if (pages_counted(p->pages) <= at)
        count_on(p, at + 1);
    return pages_at(p->pages, at);
}

/* Counts pages until `page` is known or all are. */
static bool count_to(struct printed *p, size_t page)
{
    while (pages_count(p->pages) <= page)
        if (printed_count_pages(p, SAMPLE))
            break;
    return page < pages_count(p->pages);
}

bool printed_page_offset(struct printed *p, size_t page, size_t *offset)
{
    if (!count_to(p, page))
        return false;
    *offset = p->plain.base + pages_offset(p->pages, page);
    return true;
}

struct slice printed_page_label(struct printed *p, size_t page)
{
    if (!pages_any(p->pages) || !count_to(p, page))
        return (struct slice){NULL, 0};
    learn_furniture(p);
    size_t from = pages_offset(p->pages, page);
    size_t end = count_to(p, page + 1) ? pages_offset(p->pages, page + 1) : p->plain.text.len;
    return pages_label(&p->plain, from, end);
}

size_t printed_pages(const struct printed *p)
{
    return pages_any(p->pages) ? pages_count(p->pages) : 0;
}

bool printed_all(const struct printed *p)
{
    return pages_all(p->pages);
}

bool printed_count_pages(struct printed *p, size_t bytes)
{
    if (!pages_all(p->pages))
        count_on(p, pages_counted(p->pages) + bytes);
    return pages_all(p->pages);
}
