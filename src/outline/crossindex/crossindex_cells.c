/* SPDX-License-Identifier: MIT */
/* Reads single lines of cross-reference indexes. */
#include "outline/crossindex/crossindex_cells.h"

#include "outline/items/line.h"

#include <string.h>

enum { NAME_BYTES = 120, NAME_WORDS = 12, TITLE_BYTES = 300 };

/* What such lists are called, behind "cross-reference". */
static bool has_word(struct slice text)
{
    static const struct slice words[] = {SLICE_ROW("index"), SLICE_ROW("table"), SLICE_ROW("sheet"),
                                         SLICE_ROW("guide"), SLICE_ROW("to form")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(text, words[i]) < text.len)
            return true;
    return false;
}

bool crossindex_cells_name(struct slice line)
{
    line = slice_trim(line);
    size_t at = slice_find_nocase(line, SLICE("cross"));
    if (line.len > NAME_BYTES || at == line.len || !byte_is_upper(line_byte(line, 0)) ||
        line_byte(line, line.len - 1) == '.')
        return false;
    struct slice rest = slice_cut(line, at, line.len);
    size_t words = 1;
    for (size_t i = 0; i < line.len; i++)
        words += byte_is_blank(line.at[i]);
    return words <= NAME_WORDS && !slice_starts_nocase(line, SLICE("see ")) &&
           slice_find_nocase(rest, SLICE("reference")) < rest.len && has_word(rest);
}

struct slice crossindex_cells_link(const struct block *b, size_t at, size_t to)
{
    size_t low = 0, high = b->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->links[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < b->link_count && b->links[i].from < to; i++)
        if (b->links[i].href.len > 1 && b->links[i].href.at[0] == '#')
            return slice_cut(b->links[i].href, 1, b->links[i].href.len);
    return (struct slice){0};
}

/* The text of cell `i` of the block's row, with the lines below that go on with it; *next is the
 * cell behind these. */
static struct slice cell_text(const struct block *b, size_t i, size_t *next)
{
    size_t from = b->row->cells[i].from;
    size_t to = b->row->cells[i++].to;
    for (; i < b->row->count && (b->row->cells[i].flags & CELL_BREAK); i++)
        to = b->row->cells[i].to;
    *next = i;
    return slice_cut(b->text, from, to);
}

size_t crossindex_cells_pages(const struct block *b, size_t from, bool loose,
                              struct page_ranges *pages)
{
    size_t begin = b->text.len;
    if (b->row != NULL) {
        for (size_t i = 0, next = 0; i < b->row->count; i = next) {
            struct slice cell = cell_text(b, i, &next);
            bool behind = b->row->cells[i].from >= from;
            if (slice_trim(cell).len == 0)
                continue;
            if (!behind || !page_ranges_read(pages, cell))
                begin = b->text.len;
            else if (begin == b->text.len)
                begin = b->row->cells[i].from;
        }
    }
    if (begin < b->text.len)
        return begin;
    struct slice rest = slice_cut(b->text, from, b->text.len);
    return from + page_ranges_tail(pages, rest, loose);
}

bool crossindex_cells_bare(struct slice line, struct label *label)
{
    size_t i = 0;
    while (i < 2 && byte_is_digit(line_byte(line, i)))
        i++;
    if (i == 0)
        return false;
    i += line_byte(line, i) >= 'A' && line_byte(line, i) <= 'C';
    memset(label, 0, sizeof *label);
    label->count = 1;
    memcpy(label->numbers[0].text, line.at, i);
    label->separator = line_byte(line, i) == '.';
    i += label->separator;
    label->end = i + 1;
    return byte_is_blank(line_byte(line, i));
}

struct slice crossindex_cells_title(struct arena *arena, struct slice text)
{
    struct buffer b;
    buffer_init(&b);
    line_fold_blanks(&b, slice_cut(text, 0, TITLE_BYTES));
    struct slice s = buffer_slice(&b);
    while (s.len > 0 && (s.at[s.len - 1] == '.' || s.at[s.len - 1] == ':' ||
                         s.at[s.len - 1] == '_' || s.at[s.len - 1] == ' '))
        s.len--;
    struct slice copy = s.len > 0 ? arena_copy(arena, s) : (struct slice){0};
    buffer_deinit(&b);
    return copy;
}
