/* SPDX-License-Identifier: MIT */
/* Searches a document for the definitions of terms. */
#include "outline/definitions/definitions.h"

#include "base/memory.h"
#include "outline/definitions/definition_sentence.h"
#include "outline/items/line.h"
#include "outline/references/reference_text.h"

#include <stdlib.h>

enum { PARAGRAPH_LINES = 400, FOUND_MOST = 1000 };

struct definitions {
    struct content *content; /* held */
    struct definition_terms terms;
    size_t segment; /* the next */
    bool printed, done;
    struct reference_text text;
    struct buffer folded;
    ARRAY(struct definition) found;
};

struct definitions *definitions_new(struct content *c, const struct definition_terms *terms)
{
    struct definitions *d = memory_alloc(sizeof *d);
    d->content = c;
    d->printed = content_is_printed(c);
    content_hold(c);
    definition_terms_init(&d->terms);
    d->terms.count = terms->count;
    for (size_t i = 0; i < terms->count; i++) {
        d->terms.folded[i] = arena_copy(&d->terms.arena, terms->folded[i]);
        d->terms.printed[i] = arena_copy(&d->terms.arena, terms->printed[i]);
    }
    return d;
}

void definitions_free(struct definitions *d)
{
    if (!d)
        return;
    content_release(d->content);
    definition_terms_deinit(&d->terms);
    reference_text_deinit(&d->text);
    buffer_deinit(&d->folded);
    array_deinit(&d->found);
    free(d);
}

const struct definition_terms *definitions_terms(const struct definitions *d)
{
    return &d->terms;
}

size_t definitions_found(const struct definitions *d, const struct definition **found)
{
    *found = d->found.at;
    return d->found.count;
}

/* Which of the wanted terms the words are; the count when none. */
static size_t which(struct definitions *d, struct slice words)
{
    buffer_clear(&d->folded);
    definition_terms_fold(&d->folded, words);
    size_t i = 0;
    while (i < d->terms.count && !slice_equal(d->terms.folded[i], buffer_slice(&d->folded)))
        i++;
    return i;
}

/* The term [begin, end), which takes [from, to) with its marks. */
static void look_at(struct definitions *d, size_t from, size_t to, size_t begin, size_t end)
{
    struct slice text = buffer_slice(&d->text.text);
    size_t term = which(d, slice_cut(text, begin, end));
    if (term == d->terms.count || d->found.count >= FOUND_MOST)
        return;
    enum definition_manner manner = definition_sentence_manner(text, from, to);
    if (manner == DEFINITION_NONE)
        return;
    struct definition *found = array_add(&d->found);
    size_t first;
    size_t behind;
    *found = (struct definition){.manner = manner, .term = term};
    definition_sentence_bounds(text, manner, from, to, &first, &behind);
    reference_text_source(&d->text, first, behind, &found->offset, &found->length);
    reference_text_source(&d->text, begin, end, &found->term_offset, &found->term_length);
    found->length = found->length > found->offset ? found->length - found->offset : 0;
    found->term_length =
        found->term_length > found->term_offset ? found->term_length - found->term_offset : 0;
}

/* All that stands in quotation marks. */
static void read_quoted(struct definitions *d)
{
    struct slice text = buffer_slice(&d->text.text);
    for (size_t i = 0; i < text.len;) {
        size_t begin;
        size_t end;
        size_t open = definition_sentence_opens(text, i);
        size_t to = open > 0 ? definition_sentence_quoted(text, i, &begin, &end) : 0;
        if (to > 0)
            look_at(d, i, to, begin, end);
        /* A mark that closes nothing may open what follows. */
        i = to > 0 ? to : i + (open > 0 ? open : 1);
    }
}

/* The end of the words that are set off at the head of the block: bold, underlined, between
 * underscores; 0: none are. */
static size_t head_end(const struct block *b, size_t from)
{
    const unsigned styles = STYLE_BOLD | STYLE_ITALIC | STYLE_UNDERLINE;
    if (line_byte(b->text, from) == '_') {
        size_t close =
            slice_find(slice_cut(b->text, from + 1, from + DEFINITION_TERM_BYTES), SLICE("_"));
        return from + 1 + close < b->text.len && b->text.at[from + 1 + close] == '_'
                   ? from + 2 + close
                   : 0;
    }
    size_t at = from;
    size_t until = from;
    while (b->run_count > 0 && at < b->text.len && block_style(b, at, &until) & styles)
        at = until;
    return at > from && at < b->text.len && at - from < DEFINITION_TERM_BYTES ? at : 0;
}

static void read_head(struct definitions *d, const struct block *b)
{
    size_t from = 0;
    while (from < b->text.len && byte_is_blank(b->text.at[from]))
        from++;
    size_t to = head_end(b, from);
    if (to == 0)
        return;
    size_t first = reference_text_at(&d->text, b, from);
    size_t behind = reference_text_at(&d->text, b, to);
    struct slice text = buffer_slice(&d->text.text);
    size_t begin = first + (line_byte(text, first) == '_');
    size_t end = behind;
    while (end > begin && (text.at[end - 1] == '_' || text.at[end - 1] == ' ' ||
                           text.at[end - 1] == ':' || text.at[end - 1] == '.'))
        end--;
    while (behind > end && text.at[behind - 1] != '_')
        behind--;
    if (end > begin && definition_sentence_opens(text, begin) == 0)
        look_at(d, first, behind, begin, end);
}

/* A quotation mark stands in the text, or its head is set off: a cheap look. */
static bool may_define(const struct block *b)
{
    if (b->text.len > 0 && memchr(b->text.at, '"', b->text.len) != NULL)
        return true;
    return slice_find(b->text, SLICE("\xE2\x80\x9C")) < b->text.len ||
           slice_find(b->text, SLICE("``")) < b->text.len ||
           slice_find(b->text, SLICE("''")) < b->text.len ||
           memchr(b->text.at, '_', b->text.len) != NULL ||
           (b->run_count > 0 && block_style(b, 0, &(size_t){0}) != 0);
}

/* The lines from block `i` on that were printed without a gap. */
static size_t paragraph_lines(const struct segment *seg, size_t i, bool *seen)
{
    size_t n = 0;
    *seen = false;
    while (i + n < seg->count && n < PARAGRAPH_LINES) {
        const struct block *b = &seg->blocks[i + n];
        if (n > 0 && (b->blank > 0 || b->flags & SINK_FURNITURE || b->page != seg->blocks[i].page))
            break;
        *seen = *seen || may_define(b);
        n++;
    }
    return n;
}

static void read_segment(struct definitions *d, const struct segment *seg)
{
    for (size_t i = 0; i < seg->count;) {
        const struct block *b = &seg->blocks[i];
        size_t n = 1;
        bool seen = may_define(b);
        if (d->printed)
            n = paragraph_lines(seg, i, &seen);
        i += n;
        if (!seen || b->flags & (SINK_FURNITURE | SINK_MADE | SINK_RULE))
            continue;
        reference_text_read(&d->text, b, n);
        read_quoted(d);
        read_head(d, b);
    }
}

static int by_worth(const void *a, const void *b)
{
    const struct definition *x = a;
    const struct definition *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    if (x->manner != y->manner)
        return x->manner < y->manner ? -1 : 1;
    return (x->term_offset > y->term_offset) - (x->term_offset < y->term_offset);
}

bool definitions_step(struct definitions *d, size_t bytes)
{
    size_t read = 0;
    while (!d->done && read < bytes) {
        struct segment seg;
        bool any = content_walk(d->content, d->segment, &seg);
        if (any) {
            read += seg.end - seg.offset + 1;
            read_segment(d, &seg);
            d->segment++;
        }
        d->done = !any || seg.last;
        if (any)
            segment_deinit(&seg);
        if (d->done && d->found.count > 1)
            qsort(d->found.at, d->found.count, sizeof *d->found.at, by_worth);
    }
    return d->done;
}
