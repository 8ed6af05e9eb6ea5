/* SPDX-License-Identifier: MIT */
/* From a place in the input to the columns of a line, and back. */
#include "layout/text_line.h"

#include "base/width.h"

/* Where the line's text begins in that of its block. */
static size_t start_of(const struct line *line)
{
    return (size_t)(line->text.at - line->block->text.at);
}

bool line_columns(const struct line *line, size_t offset, size_t length, size_t *from, size_t *to)
{
    if (line->kind != LINE_TEXT || line->block->flags & SINK_RULE)
        return false;
    const struct block *b = line->block;
    size_t start = start_of(line), end = start + line->text.len;
    size_t first = block_text_at(b, offset), behind = block_text_at(b, offset + length);
    if (first < start)
        first = start;
    if (behind > end)
        behind = end;
    if (first >= behind)
        return false;
    *from = line->indent + width_of_text(slice_cut(b->text, start, first));
    *to = line->indent + width_of_text(slice_cut(b->text, start, behind));
    return *to > *from;
}

size_t line_letter(const struct line *line)
{
    size_t blanks = 0;
    while (blanks < line->text.len && line->text.at[blanks] == ' ')
        blanks++;
    return block_source(line->block, start_of(line) + blanks);
}

/* The last place that the line shows at or before `offset`; false when it shows none. */
static bool shows(const struct line *line, size_t offset, size_t *place)
{
    if (line->block->flags & SINK_RULE || line->offset > offset || line->text.len == 0)
        return false;
    size_t start = start_of(line), last = start + line->text.len - 1;
    size_t at = block_text_at(line->block, offset);
    at = at > last ? last : at;
    if (at > start && block_source(line->block, at) > offset)
        at--;
    *place = block_source(line->block, at < start ? start : at);
    return true;
}

size_t line_of_row(const struct stretch *s, size_t first, size_t offset)
{
    const struct row *row = s->lines.at[first].block->row;
    size_t best = (size_t)-1, best_place = 0, fallback = (size_t)-1;
    for (size_t i = first; i < s->lines.count; i++) {
        const struct line *line = &s->lines.at[i];
        size_t place;
        if (line->kind != LINE_TEXT || line->block->row != row)
            break;
        if (fallback == (size_t)-1 && !(line->block->flags & SINK_RULE))
            fallback = i;
        if (shows(line, offset, &place) && (best == (size_t)-1 || place > best_place)) {
            best = i;
            best_place = place;
        }
    }
    return best != (size_t)-1 ? best : fallback != (size_t)-1 ? fallback : first;
}

size_t columns_right(const struct line *line, size_t column)
{
    const struct ruler *ruler = line->kind == LINE_TEXT ? line->block->ruler : NULL;
    if (!ruler || line->indent + line->columns <= column)
        return 0;
    size_t count = 0;
    for (size_t i = 0; i < ruler->count; i++)
        count += ruler->edges[i] >= column;
    return count;
}
