/* SPDX-License-Identifier: MIT */
/* Reading a document with markup from its beginning on, as far as it is asked for. */
#include "model/parsed.h"

#include "base/memory.h"
#include "formats/forms/forms.h"
#include "formats/html.h"
#include "formats/oddity.h"
#include "model/builder.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/running_heads.h"

#include <stdlib.h>

enum {
    STEP = 64 * 1024,    /* bytes read at a time */
    SEGMENT = 32 * 1024, /* bytes of the input after which a segment ends, where it may */
    SMALL = 4 * 1024,    /* and of the first ones */
    SMALL_ONES = 8,
    LONG = 16,          /* so many times longer it may be to end at the end of a page */
    SAMPLE_PAGES = 8,   /* pages from which running heads are learnt, */
    SAMPLE = 256 * 1024 /* or bytes with text */
};

struct parsed {
    struct builder builder; /* its sink is `self` of the sink that the reader has */
    struct sink sink;
    struct submission *submission;
    struct document *document;
    struct html *html; /* NULL: XML */
    struct slice text;
    size_t base;
    ARRAY(struct segment *) segments; /* done */
    struct segment *open;             /* in the making */
    struct {
        size_t page;
        bool page_begins;
    } opened;            /* how it began */
    size_t tables;       /* open ones */
    ARRAY(size_t) pages; /* where each begins */
    bool page_has_text;  /* something was said on the last one */
    size_t first_text;   /* where the first block begins */
    struct running_heads *heads;
    bool learnt, all;
    unsigned oddities; /* so far: formats/oddity.h */
};

static size_t page_at(void *self, size_t offset)
{
    struct parsed *p = self;
    (void)offset;
    return p->pages.count - 1;
}

/* Begins the next segment at `offset`. */
static void open_segment(struct parsed *p, size_t offset, size_t page, bool page_begins)
{
    p->open = memory_alloc(sizeof *p->open);
    *p->open = (struct segment){.index = p->segments.count, .offset = offset};
    arena_init(&p->open->arena);
    p->opened.page = page;
    p->opened.page_begins = page_begins;
    builder_init(&p->builder, p->open, page, page_begins, page_at, p);
}

static void learn(struct parsed *p)
{
    if (p->learnt)
        return;
    p->learnt = true;
    if (p->pages.count > 1)
        for (size_t i = 0; i < p->segments.count; i++)
            running_heads_learn(p->heads, p->segments.at[i]);
    running_heads_finish(p->heads);
    for (size_t i = 0; i < p->segments.count && p->pages.count > 1; i++)
        running_heads_mark(p->heads, p->segments.at[i]);
}

/* Ends the segment that is open, at `offset`. */
static void close_segment(struct parsed *p, size_t offset)
{
    struct segment *s = p->open;
    if (!s)
        return; /* all was read before */
    s->closes_page = p->all || p->builder.page_begins;
    p->oddities |= p->builder.oddities;
    builder_finish(&p->builder);
    s->end = offset;
    array_push(&p->segments, s);
    p->open = NULL;
    if (p->learnt && p->pages.count > 1)
        running_heads_mark(p->heads, s);
    else if (p->pages.count > SAMPLE_PAGES || offset > p->first_text + SAMPLE)
        learn(p);
}

/* Something begins that a segment can begin with. */
static void may_cut(struct parsed *p, size_t offset)
{
    size_t span = offset > p->open->offset ? offset - p->open->offset : 0;
    size_t least = p->segments.count < SMALL_ONES ? SMALL : SEGMENT;
    if (p->builder.blocks.count == 0 || span < least)
        return;
    if (p->pages.count > 1 && !p->builder.page_begins && span < least * LONG)
        return;
    struct builder old = p->builder;
    close_segment(p, offset);
    open_segment(p, offset, old.page, old.page_begins);
    p->builder.blank = old.blank;
    p->builder.shape = old.shape;
    if (p->html)
        html_kept(p->html, offset);
}

/* What was said before the place that is open is kept: it may be said again. */
static bool is_said(const struct parsed *p, size_t offset)
{
    return p->segments.count > 0 && offset < p->open->offset;
}

static void on_page(void *self, size_t offset)
{
    struct parsed *p = self;
    if (is_said(p, offset) || !p->page_has_text)
        return;
    p->page_has_text = false;
    array_push(&p->pages, offset);
    p->builder.sink.page(&p->builder, offset);
}

static void say_begins(struct parsed *p, size_t offset)
{
    if (p->tables == 0)
        may_cut(p, offset);
    if (p->first_text == (size_t)-1)
        p->first_text = offset;
    p->page_has_text = true;
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct parsed *p = self;
    say_begins(p, offset);
    p->builder.sink.begin(&p->builder, flags, offset);
}

static void on_table(void *self, size_t offset)
{
    struct parsed *p = self;
    if (p->tables == 0)
        may_cut(p, offset);
    p->tables++;
    p->builder.sink.table(&p->builder, offset);
}

static void on_table_end(void *self, size_t offset)
{
    struct parsed *p = self;
    if (p->tables > 0)
        p->tables--;
    p->builder.sink.table_end(&p->builder, offset);
}

static void on_anchor(void *self, struct slice name, size_t offset)
{
    struct parsed *p = self;
    if (!is_said(p, offset))
        p->builder.sink.anchor(&p->builder, name, offset);
}

/* The reader begins anew: the open segment is made again. */
static void on_restart(void *self)
{
    struct parsed *p = self;
    size_t offset = p->open->offset;
    builder_finish(&p->builder);
    segment_deinit(p->open);
    free(p->open);
    while (p->pages.count > p->opened.page + 1)
        p->pages.count--;
    p->page_has_text = !p->opened.page_begins;
    p->tables = 0;
    open_segment(p, offset, p->opened.page, p->opened.page_begins);
}

/* All was said. */
static void finish(struct parsed *p)
{
    struct document *d = p->document;
    if (p->html)
        p->oddities |= html_oddities(p->html);
    p->all = true;
    if (p->pages.count > 1 && !p->page_has_text)
        p->pages.count--;
    close_segment(p, d->text_end);
    p->segments.at[p->segments.count - 1]->last = true;
    document_warn(p->submission, d, p->oddities);
    learn(p);
    html_free(p->html);
    p->html = NULL;
}

bool parsed_read(struct parsed *p, size_t bytes)
{
    if (p->all)
        return true;
    if (p->document->kind == DOCUMENT_XML)
        p->oddities |= forms_read(p->text, p->base, &p->sink);
    else if (html_read(p->html, bytes))
        return false;
    finish(p);
    return true;
}

/* Reads until segment `index` is there and its running heads are known. */
static void read_to(struct parsed *p, size_t index)
{
    while (!p->all && (!p->learnt || p->segments.count <= index))
        parsed_read(p, STEP);
}

struct parsed *parsed_new(struct submission *s, struct document *d)
{
    struct parsed *p = memory_alloc(sizeof *p);
    /* What is known of the text stays behind what is scanned: only that makes headway. */
    while (!d->complete)
        submission_scan(s, submission_scanned(s) + STEP);
    p->submission = s;
    p->document = d;
    p->base = d->text_offset;
    p->text = slice_cut(submission_bytes(s), d->text_offset, d->text_end);
    p->first_text = (size_t)-1;
    p->heads = running_heads_new();
    array_push(&p->pages, d->text_offset);
    open_segment(p, d->text_offset, 0, true);
    p->sink = p->builder.sink;
    p->sink.self = p;
    p->sink.page = on_page;
    p->sink.begin = on_begin;
    p->sink.anchor = on_anchor;
    p->sink.table = on_table;
    p->sink.table_end = on_table_end;
    if (d->kind == DOCUMENT_HTML) {
        p->html = html_new(p->text, p->base, &p->sink);
        html_on_restart(p->html, on_restart, p);
    }
    return p;
}

void parsed_free(struct parsed *p)
{
    if (!p)
        return;
    html_free(p->html);
    if (p->open) {
        builder_finish(&p->builder);
        segment_deinit(p->open);
        free(p->open);
    }
    for (size_t i = 0; i < p->segments.count; i++) {
        segment_deinit(p->segments.at[i]);
        free(p->segments.at[i]);
    }
    array_deinit(&p->segments);
    array_deinit(&p->pages);
    running_heads_free(p->heads);
    free(p);
}

const struct segment *parsed_segment(struct parsed *p, size_t index)
{
    read_to(p, index);
    return index < p->segments.count ? p->segments.at[index] : NULL;
}

size_t parsed_segment_at(struct parsed *p, size_t offset)
{
    read_to(p, 0);
    while (!p->all && p->segments.at[p->segments.count - 1]->end <= offset)
        read_to(p, p->segments.count);
    size_t low = 0, high = p->segments.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (p->segments.at[middle]->offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

bool parsed_all(const struct parsed *p)
{
    return p->all;
}

bool parsed_has_pages(struct parsed *p)
{
    read_to(p, 0);
    return p->pages.count > 1;
}

size_t parsed_pages(const struct parsed *p)
{
    return p->pages.count > 1 ? p->pages.count : 0;
}

size_t parsed_page_at(struct parsed *p, size_t offset)
{
    (void)parsed_segment_at(p, offset);
    return pages_search(p->pages.at, p->pages.count, offset);
}

bool parsed_page_offset(struct parsed *p, size_t page, size_t *offset)
{
    while (!p->all && p->pages.count <= page)
        parsed_read(p, STEP);
    if (page >= p->pages.count)
        return false;
    *offset = p->pages.at[page];
    return true;
}

struct slice parsed_page_label(struct parsed *p, size_t page)
{
    size_t offset;
    if (!parsed_page_offset(p, page, &offset))
        return (struct slice){NULL, 0};
    /* The foot is at the end: the page must be read to there. */
    if (parsed_page_offset(p, page + 1, &offset))
        (void)parsed_segment_at(p, offset);
    return running_heads_label(p->heads, page);
}

bool parsed_anchor(struct parsed *p, struct slice name, size_t *offset)
{
    read_to(p, (size_t)-1 / 2);
    for (size_t i = 0; i < p->segments.count; i++) {
        const struct segment *s = p->segments.at[i];
        for (size_t k = 0; k < s->anchor_count; k++) {
            if (slice_equal(s->anchors[k].name, name)) {
                *offset = s->anchors[k].offset;
                return true;
            }
        }
    }
    return false;
}
