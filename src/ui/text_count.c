/* SPDX-License-Identifier: MIT */
/* Lines and parts of a document, counted. */
#include "ui/text_count.h"

#include "model/content.h"

#include <string.h>

enum { SCAN_STEP = 16 * 1024 * 1024 /* bytes */ };

static struct document *document_of(const struct text_view *v)
{
    return submission_document(v->submission, v->document);
}

/* The offset of line `number`, from 1, of the document's source. */
static size_t line_offset(const struct document *d, struct slice bytes, size_t number)
{
    struct slice text = slice_cut(bytes, d->text_offset, d->text_end);
    char end = slice_find(slice_cut(text, 0, 65536), SLICE("\n")) < 65536 ? '\n' : '\r';
    size_t at = 0;
    struct slice newline = {&end, 1};
    for (size_t line = 1; line < number; line++) {
        size_t length = slice_find(slice_cut(text, at, text.len), newline);
        if (at + length >= text.len)
            break;
        at += length + 1;
    }
    return d->text_offset + at;
}

/* What asks for a part of the whole needs to know where the document ends. The search for its end
 * takes some 20 ms for 100 MB. */
static const struct document *whole_document(const struct text_view *v)
{
    const struct document *d = document_of(v);
    while (d && !d->complete &&
           !submission_scan(v->submission, submission_scanned(v->submission) + SCAN_STEP))
        continue;
    return d;
}

/* To a line as it is shown: the source of a document with markup has no lines worth counting. */
static void go_shown_line(struct text_view *v, size_t number)
{
    struct spot spot;
    if (!flow_first(v->flow, &spot))
        return;
    while (number-- > 1 && flow_next(v->flow, &spot))
        continue;
    const struct line *line = flow_line(v->flow, spot);
    text_view_go(v, line->offset, 0);
}

void text_count_go_line(struct text_view *v, size_t number)
{
    if (v->flow && !content_is_printed(flow_content(v->flow))) {
        go_shown_line(v, number);
        return;
    }
    const struct document *d = whole_document(v);
    if (d)
        text_view_go(v, line_offset(d, submission_bytes(v->submission), number), 0);
}

/* The number, from 1, of the line of the source that the offset is on. */
static size_t source_line(const struct text_view *v, size_t offset)
{
    const struct document *d = document_of(v);
    struct slice text = slice_cut(submission_bytes(v->submission), d->text_offset, offset);
    size_t lines = 1;
    for (size_t at = 0; at < text.len; lines++) {
        const char *end = memchr(text.at + at, '\n', text.len - at);
        if (!end)
            break;
        at = (size_t)(end - text.at) + 1;
    }
    return lines;
}

size_t text_count_line(const struct text_view *v)
{
    struct spot spot;
    if (!v->has_lines || !flow_first(v->flow, &spot))
        return 1;
    if (content_is_printed(flow_content(v->flow)))
        return source_line(v, v->anchor);
    size_t lines = 1;
    while ((spot.segment != v->top.segment || spot.line != v->top.line) &&
           flow_next(v->flow, &spot))
        lines++;
    return lines + v->above;
}

/* Where what is shown of the document begins: behind what only programs read. */
static size_t begin_of(const struct text_view *v)
{
    struct spot spot;
    size_t begin = document_of(v)->text_offset;
    if (!v->flow || content_is_printed(flow_content(v->flow)) || !flow_first(v->flow, &spot))
        return begin;
    const struct line *line = flow_line(v->flow, spot);
    return line->offset > begin ? line->offset : begin;
}

void text_count_go_percent(struct text_view *v, long percent)
{
    const struct document *d = whole_document(v);
    if (!d)
        return;
    if (percent >= 100) {
        text_view_last(v);
        return;
    }
    size_t begin = begin_of(v);
    double part = (double)(d->text_end - begin) * (double)percent / 100.0;
    text_view_go(v, begin + (size_t)part, 0);
}

int text_count_percent(const struct text_view *v)
{
    struct document *d = submission_document(v->submission, v->document);
    if (!d || d->text_end <= d->text_offset || !v->has_lines)
        return 100;
    size_t from;
    size_t to;
    text_view_visible(v, &from, &to);
    /* When the last line is visible, what is behind it is nothing: that is the end. */
    struct spot spot = v->top;
    const struct line *line = NULL;
    for (int row = 0; row < v->rows; row++) {
        line = text_view_line(v, row, &spot);
        if (!line)
            break;
    }
    if (d->complete && !flow_next(v->flow, &spot))
        return 100;
    size_t begin = begin_of(v);
    size_t done = to > begin ? to - begin : 0;
    size_t all = d->text_end - begin;
    return done >= all ? 99 : (int)((double)done * 100.0 / (double)all);
}
