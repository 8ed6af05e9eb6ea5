/* SPDX-License-Identifier: MIT */
/* The content of a document of any kind: lines that were printed, or what was parsed. */
#include "model/content.h"

#include "base/array.h"
#include "base/clean.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "formats/html.h"
#include "model/builder.h"
#include "model/other.h"
#include "model/page_labels.h"
#include "model/parsed.h"
#include "model/printed.h"

#include <stdlib.h>

enum {
    SCAN = 1024 * 1024, /* bytes scanned to know a file's size, or for pages, at a time */
    LABELS = 64         /* pages whose labels are read at a time */
};

/* Of these one is there: `printed`, `parsed` or, for a binary, neither. */
struct content {
    struct submission *submission;
    struct document *document;
    struct printed *printed;
    struct parsed *parsed; /* NULL, too, while nobody looks */
    size_t holders;
    struct page_labels *labels; /* of the pages, from the first on; NULL: none is read */
    bool all_labels;
    ARRAY(struct segment *) kept; /* of printed ones, by index; NULL where not asked for */
};

static void content_free(struct content *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->kept.count; i++)
        content_forget(c, i);
    array_deinit(&c->kept);
    page_labels_free(c->labels);
    printed_free(c->printed);
    parsed_free(c->parsed);
    free(c);
}

static void read_html(struct content *c)
{
    struct document *d = c->document;
    size_t from, to;
    while (!d->complete)
        submission_scan(c->submission, submission_scanned(c->submission) + SCAN);
    struct slice text = slice_cut(submission_bytes(c->submission), d->text_offset, d->text_end);
    if (html_is_plain(text, &from, &to) && to <= text.len && from <= to)
        c->printed = printed_new(c->submission, d, from, text.len - to);
}

struct content *content_of(struct submission *s, struct document *d)
{
    if (d->content)
        return d->content;
    struct content *c = memory_alloc(sizeof *c);
    c->submission = s;
    c->document = d;
    d->content = c;
    d->free_content = content_free;
    if (d->kind == DOCUMENT_TEXT)
        c->printed = printed_new(s, d, 0, 0);
    else if (d->kind == DOCUMENT_HTML)
        read_html(c);
    return c;
}

struct document *content_document(const struct content *c)
{
    return c->document;
}

bool content_is_printed(const struct content *c)
{
    return c->printed != NULL;
}

/* What was parsed, or NULL when the document is none that is. */
static struct parsed *parsed_of(struct content *c)
{
    if (!c->parsed && !c->printed && c->document->kind != DOCUMENT_BINARY)
        c->parsed = parsed_new(c->submission, c->document);
    return c->parsed;
}

void content_hold(struct content *c)
{
    c->holders++;
}

void content_release(struct content *c)
{
    if (c->holders == 0 || --c->holders > 0)
        return;
    parsed_free(c->parsed);
    c->parsed = NULL;
}

/* A file in the filing that is no text: one line says what it is. */
static void read_binary(struct content *c, struct segment *out)
{
    struct document *d = c->document;
    struct builder b;
    struct buffer text = {0};
    *out = (struct segment){.last = true};
    arena_init(&out->arena);
    builder_init(&b, out, 0, true, NULL, NULL);
    submission_scan(c->submission, d->text_offset + SCAN);
    buffer_add_text(&text, "[file: ");
    clean_text(&text, d->filename.len ? d->filename : SLICE("without a name"));
    buffer_add_text(&text, ", ");
    other_describe(d, &text);
    buffer_add_text(&text, "]");
    b.sink.begin(&b, SINK_MADE, d->text_offset);
    for (struct slice line = buffer_slice(&text); line.len > 0;)
        b.sink.code(&b, utf8_next(&line), 1, d->text_offset, 0);
    b.sink.end(&b, d->text_offset);
    out->offset = d->text_offset;
    out->end = d->text_end;
    builder_finish(&b);
    buffer_deinit(&text);
}

/* The segment of a document that nothing keeps. */
static bool read_segment(struct content *c, size_t index, struct segment *out)
{
    if (c->printed)
        return printed_segment(c->printed, index, out);
    if (index > 0)
        return false;
    read_binary(c, out);
    return true;
}

bool content_walk(struct content *c, size_t index, struct segment *out)
{
    struct parsed *parsed = parsed_of(c);
    if (parsed) {
        const struct segment *s = parsed_segment(parsed, index);
        if (!s)
            return false;
        *out = *s;
        out->borrowed = true;
        return true;
    }
    if (!read_segment(c, index, out))
        return false;
    if (c->printed)
        printed_passed(c->printed, index);
    return true;
}

bool content_page_span(struct content *c, size_t offset, struct page_span *span)
{
    return c->printed && printed_page_span(c->printed, offset, span);
}

void content_walk_page(struct content *c, size_t from, size_t to, struct segment *out)
{
    printed_page(c->printed, from, to, out);
}

const struct segment *content_segment(struct content *c, size_t index)
{
    if (parsed_of(c))
        return parsed_segment(c->parsed, index);
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
    if (parsed_of(c))
        return parsed_segment_at(c->parsed, offset);
    return c->printed ? printed_segment_at(c->printed, offset) : 0;
}

bool content_has_pages(struct content *c)
{
    if (parsed_of(c))
        return parsed_has_pages(c->parsed);
    return c->printed && printed_has_pages(c->printed);
}

size_t content_page_at(struct content *c, size_t offset)
{
    if (parsed_of(c))
        return parsed_page_at(c->parsed, offset);
    return c->printed ? printed_page_at(c->printed, offset) : 0;
}

size_t content_page_offset(struct content *c, size_t page)
{
    size_t offset = c->document->text_end;
    if (parsed_of(c))
        parsed_page_offset(c->parsed, page, &offset);
    else if (c->printed && !printed_page_offset(c->printed, page, &offset))
        offset = c->document->text_end; /* it may have grown */
    return offset;
}

struct slice content_page_label(struct content *c, size_t page)
{
    if (!content_has_pages(c))
        return (struct slice){NULL, 0};
    return c->printed ? printed_page_label(c->printed, page) : parsed_page_label(c->parsed, page);
}

struct slice content_page_other_label(struct content *c, size_t page)
{
    struct slice label = content_page_label(c, page);
    return slice_number(label) == (long long)page + 1 ? (struct slice){NULL, 0} : label;
}

bool content_read_labels(struct content *c, size_t pages)
{
    bool all;
    if (c->all_labels || pages == 0)
        return c->all_labels;
    content_hold(c);
    while (!content_count_pages(c, SCAN))
        ;
    size_t count = content_has_pages(c) ? content_pages(c, &all) : 0;
    if (!c->labels)
        c->labels = page_labels_new();
    size_t page = page_labels_count(c->labels);
    for (; page < count && pages > 0; page++, pages--)
        page_labels_add(c->labels, content_page_label(c, page), content_page_offset(c, page));
    c->all_labels = page >= count;
    content_release(c);
    return c->all_labels;
}

bool content_find_label(const struct content *c, struct slice label, struct page_place *found)
{
    return c->labels && page_labels_find(c->labels, label, found);
}

size_t content_page_labelled(struct content *c, struct slice label)
{
    struct page_place found;
    bool known = content_find_label(c, label, &found);
    content_hold(c);
    while (!known && !content_read_labels(c, LABELS))
        known = content_find_label(c, label, &found);
    content_release(c);
    return known || content_find_label(c, label, &found) ? found.page : (size_t)-1;
}

size_t content_pages(const struct content *c, bool *all)
{
    *all = true;
    if (c->printed) {
        *all = printed_all(c->printed);
        return printed_pages(c->printed);
    }
    if (c->document->kind == DOCUMENT_BINARY)
        return 0;
    *all = c->parsed && parsed_all(c->parsed);
    return c->parsed ? parsed_pages(c->parsed) : 0;
}

bool content_count_pages(struct content *c, size_t bytes)
{
    if (parsed_of(c))
        return parsed_read(c->parsed, bytes);
    return !c->printed || printed_count_pages(c->printed, bytes);
}

bool content_anchor(struct content *c, struct slice name, size_t *offset)
{
    return parsed_of(c) && parsed_anchor(c->parsed, name, offset);
}
