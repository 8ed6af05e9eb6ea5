/* SPDX-License-Identifier: MIT */
/* Looking for words through the folded text of a document. */
#include "ui/keeping/retrace.h"

#include <string.h>

enum {
    NEARBY = 2, /* segments on either side of the old place */
    SLACK = 64  /* bytes by which the words of a place are compared beyond their length */
};

bool retrace_holds(struct content *c, size_t from, size_t to, struct slice words)
{
    const struct document *d = content_document(c);
    struct buffer text = {0};
    if (from < d->text_offset || from >= d->text_end)
        return false;
    quoting_add(c, from, to > from ? to : d->text_end, words.len + SLACK, &text);
    bool holds = slice_starts(buffer_slice(&text), words);
    buffer_deinit(&text);
    return holds;
}

void retrace_init(struct retrace *r, struct content *c, size_t offset, struct slice words)
{
    *r = (struct retrace){.offset = offset, .nearby = true};
    buffer_add(&r->words, words);
    size_t near = content_segment_at(c, offset);
    r->segment = near > NEARBY ? near - NEARBY : 0;
    r->last = near + NEARBY;
}

void retrace_deinit(struct retrace *r)
{
    buffer_deinit(&r->words);
    quote_deinit(&r->quote);
    *r = (struct retrace){0};
}

static size_t apart(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* Takes the places in what was read; the rest, which may begin one, is kept. */
static void search(struct retrace *r)
{
    struct slice words = buffer_slice(&r->words), text = buffer_slice(&r->quote.text);
    size_t at = 0;
    for (;;) {
        struct slice rest = slice_cut(text, at, text.len);
        size_t hit = slice_find(rest, words);
        if (hit == rest.len)
            break;
        at += hit;
        size_t from = r->quote.sources.at[at];
        if (!r->found || apart(from, r->offset) < apart(r->from, r->offset)) {
            r->found = true;
            r->from = from;
            r->to = r->quote.sources.at[at + words.len - 1] + 1;
        }
        at++;
    }
    size_t keep = words.len < text.len ? words.len : text.len;
    size_t drop = text.len - keep;
    memmove(r->quote.text.at, text.at + drop, keep);
    memmove(r->quote.sources.at, r->quote.sources.at + drop, keep * sizeof *r->quote.sources.at);
    r->quote.text.len = keep;
    r->quote.sources.count = keep;
}

/* Reads a segment; false behind the last. */
static bool read(struct retrace *r, struct content *c, size_t *bytes)
{
    struct segment s;
    if (!content_walk(c, r->segment, &s))
        return false;
    for (size_t i = 0; i < s.count; i++)
        quote_add(&r->quote, &s.blocks[i], 0, SIZE_MAX, SIZE_MAX);
    bool more = !s.last;
    *bytes += s.end - s.offset + 1;
    r->segment++;
    segment_deinit(&s);
    if (r->quote.text.len > 0)
        search(r);
    return more;
}

/* What is near was looked at: that will do, or all is. */
static void begin_anywhere(struct retrace *r, enum retrace_outcome *outcome)
{
    if (r->found)
        *outcome = RETRACE_FOUND;
    quote_deinit(&r->quote);
    r->quote = (struct quote){0};
    r->segment = 0;
    r->nearby = false;
}

enum retrace_outcome retrace_step(struct retrace *r, struct content *c, size_t bytes)
{
    size_t done = 0;
    if (r->words.len == 0)
        return RETRACE_GONE;
    content_hold(c);
    enum retrace_outcome outcome = RETRACE_MORE;
    while (outcome == RETRACE_MORE && done <= bytes) {
        bool more = read(r, c, &done);
        if (r->nearby && (!more || r->segment > r->last)) {
            begin_anywhere(r, &outcome);
        } else if (!more) {
            outcome = r->found ? RETRACE_FOUND : RETRACE_GONE;
        }
    }
    content_release(c);
    return outcome;
}
