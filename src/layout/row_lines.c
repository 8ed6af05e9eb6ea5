/* SPDX-License-Identifier: MIT */
/* Looks up the line of a row that shows a place. */
#include "layout/row_lines.h"

#include <stdlib.h>

enum { MANY = 64 /* lines of a row that are worth being kept */ };

#define NONE ((size_t)-1)

void row_lines_deinit(struct row_lines *r)
{
    array_deinit(&r->places);
    r->stretch = NULL;
}

void row_lines_forget(struct row_lines *r, const struct stretch *s)
{
    if (r->stretch == s)
        row_lines_deinit(r);
}

static bool in_row(const struct stretch *s, size_t first, size_t line)
{
    return line < s->lines.count && s->lines.at[line].kind == LINE_TEXT &&
           s->lines.at[line].block->row == s->lines.at[first].block->row;
}

/* The first piece behind byte `at` of the text: many lines may be of one block. */
static size_t piece_behind(const struct block *b, size_t at)
{
    size_t low = 0, high = b->piece_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->pieces[middle].text <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The pieces of the input that the line shows, one by one. */
static void add_places(struct row_lines *r, const struct line *line, size_t number)
{
    const struct block *b = line->block;
    size_t start = (size_t)(line->text.at - b->text.at), end = start + line->text.len;
    array_push(&r->places, ((struct row_place){block_source(b, start), number}));
    for (size_t i = piece_behind(b, start); i < b->piece_count && b->pieces[i].text < end; i++)
        array_push(&r->places, ((struct row_place){b->pieces[i].source, number}));
}

static int by_source(const void *a, const void *b)
{
    const struct row_place *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void learn(struct row_lines *r, const struct stretch *s, size_t first)
{
    r->stretch = s;
    r->first = first;
    r->other = NONE;
    r->places.count = 0;
    for (size_t i = first; in_row(s, first, i); i++) {
        const struct line *line = &s->lines.at[i];
        if (line->block->flags & SINK_RULE)
            continue;
        r->other = r->other != NONE ? r->other : i;
        if (line->text.len > 0)
            add_places(r, line, i);
    }
    r->other = r->other != NONE ? r->other : first;
    if (r->places.count > 1)
        qsort(r->places.at, r->places.count, sizeof *r->places.at, by_source);
}

size_t row_lines_find(struct row_lines *r, const struct stretch *s, size_t first, size_t offset)
{
    if (!in_row(s, first, first + MANY))
        return line_of_row(s, first, offset);
    if (r->stretch != s || r->first != first)
        learn(r, s, first);
    size_t low = 0, high = r->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->places.at[middle].source <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    /* Of lines that show it alike, it is the first. */
    while (low > 1 && r->places.at[low - 2].source == r->places.at[low - 1].source)
        low--;
    return low > 0 ? r->places.at[low - 1].line : r->other;
}
