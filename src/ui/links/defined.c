/* SPDX-License-Identifier: MIT */
/* Reads the words around a place, the lines above and below counted in. */
#include "ui/links/defined.h"

#include "outline/references/reference_text.h"

enum { AROUND = 400 /* bytes of text on either side that are looked at */ };

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
