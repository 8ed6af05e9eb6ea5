/* SPDX-License-Identifier: MIT */
/* Reads the words around a place, the lines above and below counted in, and terms in quotes. */
#include "ui/links/defined.h"

#include "base/array.h"
#include "outline/references/reference_text.h"

enum {
    AROUND = 400,              /* bytes of text on either side that are looked at */
    QUOTED_BYTES = 200 * 1024, /* of the document around the screen, for terms in quotes */
    QUOTED_MOST = 500
};

/* The block that holds the offset, or the last before it. */
static size_t block_at(const struct segment *seg, size_t offset)
{
    size_t low = 0, high = seg->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (seg->blocks[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : 0;
}

/* Both are lines of one paragraph. */
static bool goes_on(const struct segment *seg, size_t first, bool printed)
{
    return printed && first + 1 < seg->count && seg->blocks[first + 1].blank == 0 &&
           seg->blocks[first + 1].page == seg->blocks[first].page;
}

/* The words from byte `at` of the text on that take up [at, end). */
static void add_words(struct definition_terms *t, struct slice text, size_t at, size_t end)
{
    size_t capital = at;
    while (capital < end && !byte_is_upper(text.at[capital]))
        capital++;
    if (capital == end && end > at + 1) {
        definition_terms_typed(t, slice_cut(text, at, end));
        return;
    }
    at = capital < end ? capital : at;
    size_t begin = at > AROUND ? at - AROUND : 0;
    definition_terms_around(t, slice_cut(text, begin, at + AROUND), at - begin);
}

void defined_terms_at(struct definition_terms *t, struct content *c, size_t offset, size_t length)
{
    struct segment seg;
    struct reference_text text = {0};
    bool printed = content_is_printed(c);
    if (!content_walk(c, content_segment_at(c, offset), &seg))
        return;
    size_t i = block_at(&seg, offset);
    if (i < seg.count) {
        const struct block *b = &seg.blocks[i];
        size_t from = i > 0 && goes_on(&seg, i - 1, printed) ? i - 1 : i;
        size_t to = goes_on(&seg, i, printed) ? i + 2 : i + 1;
        reference_text_read(&text, &seg.blocks[from], to - from);
        size_t at = reference_text_at(&text, b, block_text_at(b, offset));
        size_t end =
            length > 0 ? reference_text_at(&text, b, block_text_at(b, offset + length)) : at;
        add_words(t, buffer_slice(&text.text), at, end > at ? end : at);
    }
    segment_deinit(&seg);
    reference_text_deinit(&text);
}

/* ---- in quotes */

struct quoted {
    struct arena arena;
    ARRAY(struct slice) terms;
    defined_take *take;
    void *self;
};

/* Once only; a term begins with a capital or a digit. */
static void pass_on(struct quoted *q, struct slice term)
{
    term = slice_trim(term);
    while (term.len > 0 && (term.at[term.len - 1] == ',' || term.at[term.len - 1] == '.'))
        term.len--;
    if (term.len < 2 || term.len > DEFINITION_TERM_BYTES || q->terms.count >= QUOTED_MOST ||
        !(byte_is_upper(term.at[0]) || byte_is_digit(term.at[0])))
        return;
    for (size_t i = 0; i < q->terms.count; i++)
        if (slice_equal(q->terms.at[i], term))
            return;
    term = arena_copy(&q->arena, term);
    array_push(&q->terms, term);
    q->take(q->self, term, (struct slice){NULL, 0});
}

/* The next opening quote at or behind `at`; *close is what ends it. */
static size_t next_quote(struct slice text, size_t at, struct slice *close)
{
    static const struct slice curly = SLICE_ROW("\xe2\x80\x9c");
    for (; at < text.len; at++) {
        if (text.at[at] == '"' || slice_starts(slice_cut(text, at, text.len), curly)) {
            *close = text.at[at] == '"' ? SLICE("\"") : SLICE("\xe2\x80\x9d");
            return at;
        }
    }
    return at;
}

static void read_quotes(struct quoted *q, struct slice text)
{
    struct slice close;
    for (size_t at = 0; (at = next_quote(text, at, &close)) < text.len;) {
        at += close.len;
        size_t length = slice_find(slice_cut(text, at, text.len), close);
        if (length < text.len - at && length <= DEFINITION_TERM_BYTES) {
            pass_on(q, slice_cut(text, at, at + length));
            at += length + close.len;
        }
    }
}

static void read_range(struct quoted *q, struct content *c, size_t from, size_t to)
{
    for (size_t s = content_segment_at(c, from); from < to; s++) {
        struct segment seg;
        if (!content_walk(c, s, &seg))
            return;
        for (size_t i = 0; i < seg.count && seg.blocks[i].offset < to; i++)
            if (seg.blocks[i].end > from)
                read_quotes(q, seg.blocks[i].text);
        from = seg.last || seg.end >= to ? to : from;
        segment_deinit(&seg);
    }
}

void defined_quoted(struct content *c, size_t from, size_t to, defined_take *take, void *self)
{
    struct quoted q = {.take = take, .self = self};
    const struct document *d = content_document(c);
    size_t first = from > d->text_offset + QUOTED_BYTES ? from - QUOTED_BYTES : d->text_offset;
    arena_init(&q.arena);
    read_range(&q, c, from, to);
    read_range(&q, c, to, to + QUOTED_BYTES < d->text_end ? to + QUOTED_BYTES : d->text_end);
    read_range(&q, c, first, from);
    array_deinit(&q.terms);
    arena_deinit(&q.arena);
}
