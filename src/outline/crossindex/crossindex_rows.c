/* SPDX-License-Identifier: MIT */
/* Reads the rows of a cross-reference index from the blocks of a document. */
#include "outline/crossindex/crossindex_rows.h"

#include "outline/crossindex/crossindex_cells.h"
#include "outline/items/label.h"
#include "outline/items/line.h"
#include "outline/crossindex/page_ranges.h"
#include "outline/items/title.h"

#include <string.h>

enum {
    QUIET_BYTES = 1500,    /* so much other text ends the rows */
    NEAR_BYTES = 200,      /* a line outside a table is a row's when no more is between */
    INDEX_BYTES = 2 << 20, /* of the input; a longer index is not read to its end */
    NOTE_LETTERS = 12,     /* a note says more than this */
    NOTES_MOST = 60,
    ENOUGH = 3, /* rows that may end where a number comes again */
};

struct reader {
    struct index_rows *rows;
    struct page_ranges pages; /* for one cell */
    struct buffer folded;     /* for one title */
    const struct block *b;
    const struct table *table; /* of the last row; NULL: it was in none */
    uint32_t page;             /* of the last row */
    unsigned part;             /* printed above; 0: none so far */
    unsigned guess;            /* of the last row, where none is printed */
    size_t quiet;              /* bytes of text since the last row */
    bool open;                 /* what has no label belongs to the last row */
    bool done;
};

void crossindex_rows_deinit(struct index_rows *rows)
{
    array_deinit(&rows->list);
    array_deinit(&rows->ranges);
    array_deinit(&rows->parts);
    array_deinit(&rows->marks);
    array_deinit(&rows->notes);
}

unsigned crossindex_rows_note(const struct index_rows *rows, struct slice mark)
{
    for (size_t i = 0; i < rows->notes.count; i++)
        if (slice_equal_nocase(rows->notes.at[i].mark, mark))
            return rows->notes.at[i].said;
    return 0;
}

/* ---- what is in a line */

static bool by_part(const struct form *form)
{
    return form->family != NULL && form->family->order == PART_ORDER;
}

static double match(struct reader *r, struct slice number, const char *part, struct slice title)
{
    buffer_clear(&r->folded);
    title_fold(&r->folded, title);
    return form_match(r->rows->form, number, slice_of(part), buffer_slice(&r->folded));
}

static struct slice link_in(struct reader *r, size_t at, size_t to)
{
    struct slice name = crossindex_cells_link(r->b, at, to);
    return name.len > 0 ? arena_copy(r->rows->arena, name) : name;
}

static void add_range(struct reader *r, const struct page_range *p, size_t base)
{
    struct index_rows *rows = r->rows;
    if (rows->ranges.count >= INDEX_RANGES_MOST)
        return;
    struct index_range range = {arena_copy(rows->arena, p->from), arena_copy(rows->arena, p->to),
                                link_in(r, base + p->at, base + p->at + p->from.len)};
    array_push(&rows->ranges, range);
}

/* Gives the last row what the page cells from byte `at` on say. */
static void add_pages(struct reader *r, size_t at)
{
    struct index_rows *rows = r->rows;
    struct index_row *row = &rows->list.at[rows->list.count - 1];
    struct slice cells = slice_cut(r->b->text, at, r->b->text.len);
    /* Cells of their own, such as a dash and a word, are good each, not always together. */
    while (cells.len > 0) {
        size_t end = r->b->row ? slice_find(cells, SLICE("\t")) : cells.len;
        struct slice cell = slice_cut(cells, 0, end);
        size_t lead = r->b->text.len - cells.len;
        if (page_ranges_read(&r->pages, cell)) {
            row->answered = true;
            row->said |= r->pages.said;
            for (size_t i = 0; i < r->pages.list.count; i++)
                add_range(r, &r->pages.list.at[i], lead);
            for (size_t i = 0; i < r->pages.marks.count; i++)
                array_push(&rows->marks, arena_copy(rows->arena, r->pages.marks.at[i]));
        }
        cells = slice_cut(cells, end + 1, cells.len);
    }
    row->range_count = rows->ranges.count - row->ranges;
    row->mark_count = rows->marks.count - row->marks;
}

/* ---- rows */

/* The block belongs to the index. */
static void touch(struct reader *r)
{
    r->rows->end = r->b->end;
    r->table = r->b->row ? r->b->row->table : NULL;
    r->page = r->b->page;
    r->quiet = 0;
}

/* The row of that Item, or the count. */
static size_t find_row(const struct index_rows *rows, struct slice number, unsigned part)
{
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct index_row *row = &rows->list.at[i];
        for (size_t k = 0; k < row->count; k++)
            if (slice_equal_nocase(row->numbers[k], number) &&
                (!by_part(rows->form) || row->part == part))
                return i;
    }
    return rows->list.count;
}

/* The part of an Item; 0 where the form has no such Item there. */
static unsigned part_of(struct reader *r, struct slice number, struct slice title)
{
    const struct form *form = r->rows->form;
    if (!by_part(form)) {
        for (size_t i = 0; i < form->count; i++)
            if (catalog_is_number(form->rows[i].item, number))
                return r->part > 0 ? r->part : form_part_number(form->rows[i].item->part);
        return 0;
    }
    if (r->part > 0)
        return form_has(form, number, slice_of(label_roman(r->part))) ? r->part : 0;
    unsigned best = 0;
    double most = -1;
    for (unsigned p = r->guess > 0 ? r->guess : 1; p <= 2; p++) {
        bool seen = find_row(r->rows, number, p) < r->rows->list.count;
        double good = match(r, number, label_roman(p), title);
        if (!seen && good > most && form_has(form, number, slice_of(label_roman(p)))) {
            best = p;
            most = good;
        }
    }
    return best;
}

/* A number in front of a title that the form gives it: an index that names the column "Item" leaves
 * the word out. */
static bool bare_label(struct reader *r, struct slice line, struct label *label)
{
    if (r->rows->title.len == 0 || !crossindex_cells_bare(line, label))
        return false;
    struct slice rest = slice_cut(line, label->end, line.len);
    rest = slice_cut(rest, 0, page_ranges_tail(&r->pages, rest, true));
    return match(r, slice_of(label->numbers[0].text), "", rest) >= 0.8;
}

static const struct slice *keep_numbers(struct reader *r, const struct label *label)
{
    struct slice *numbers = arena_array(r->rows->arena, label->count, sizeof *numbers);
    for (size_t i = 0; i < label->count; i++)
        numbers[i] = arena_copy(r->rows->arena, slice_of(label->numbers[i].text));
    return numbers;
}

/* An Item that is there already: what goes on over a page, or the end of the index. */
static void read_again(struct reader *r, size_t row, size_t pages)
{
    if (row + 1 == r->rows->list.count) {
        r->open = true;
        if (pages < r->b->text.len)
            add_pages(r, pages);
    } else if (r->rows->list.count >= ENOUGH) {
        r->done = true;
    }
}

/* The title between two bytes of the block: of several cells the first, of several lines in one
 * cell the first, when that is the Item's title. */
static struct slice title_in(struct reader *r, struct slice number, size_t from, size_t to)
{
    const struct row *row = r->b->row;
    for (size_t i = 0; row != NULL && i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        struct slice first = slice_cut(r->b->text, from, cell->from);
        double least = cell->flags & CELL_BREAK ? 1 : 0.8;
        if (cell->from > from && cell->from < to && slice_trim(first).len > 0 &&
            match(r, number, "", first) >= least)
            return crossindex_cells_title(r->rows->arena, first);
    }
    return crossindex_cells_title(r->rows->arena, slice_cut(r->b->text, from, to));
}

/* Reads the row of an Item whose label begins at byte `at` of the block; false when it is none. */
static bool read_item(struct reader *r, size_t at, const struct label *label)
{
    struct index_rows *rows = r->rows;
    struct slice number = slice_of(label->numbers[0].text);
    struct slice any = {0};
    if (!form_has(rows->form, number, any) || rows->list.count >= INDEX_ROWS_MOST)
        return false;
    size_t from = at + label->end;
    size_t pages = crossindex_cells_pages(r->b, from, false, &r->pages);
    if (pages == r->b->text.len) { /* "Item 1. Business 4-6" */
        size_t loose = crossindex_cells_pages(r->b, from, true, &r->pages);
        if (match(r, number, "", slice_cut(r->b->text, from, loose)) >= 0.9)
            pages = loose;
    }
    struct slice title = title_in(r, number, from, pages);
    if (line_is_prose_rest(title, label->separator))
        return false;
    unsigned part = part_of(r, number, title);
    size_t again = find_row(rows, number, part);
    if (again < rows->list.count || part == 0) {
        read_again(r, again, pages);
        return !r->done;
    }
    if (title.len == 0 && pages < r->b->text.len) /* "[Reserved]" stands in its place */
        title =
            crossindex_cells_title(r->rows->arena, slice_cut(r->b->text, pages, r->b->text.len));
    struct index_row row = {.numbers = keep_numbers(r, label),
                            .count = label->count,
                            .part = part,
                            .offset = block_source(r->b, at),
                            .title = title,
                            .link = link_in(r, at, pages),
                            .ranges = rows->ranges.count,
                            .marks = rows->marks.count};
    array_push(&rows->list, row);
    r->guess = part;
    r->open = true;
    if (pages < r->b->text.len)
        add_pages(r, pages);
    touch(r);
    return true;
}

/* Reads "Part II", with an Item behind it or not; false when the line is none. */
static bool read_part(struct reader *r, size_t at)
{
    struct index_rows *rows = r->rows;
    struct slice line = slice_cut(r->b->text, at, r->b->text.len);
    size_t end;
    bool separator;
    unsigned part = label_part(line, 0, &end, &separator);
    if (part == 0 || line_is_prose_rest(slice_cut(line, end, line.len), separator))
        return false;
    struct label label;
    bool item = label_item(line, end, &label);
    if (part < r->part) {
        r->done = rows->list.count >= ENOUGH;
        return true;
    }
    if (part > r->part && !item) {
        size_t to = crossindex_cells_pages(r->b, at + end, false, &r->pages);
        struct index_part p = {
            part, block_source(r->b, at),
            crossindex_cells_title(r->rows->arena, slice_cut(r->b->text, at + end, to))};
        array_push(&rows->parts, p);
    }
    r->part = part;
    r->open = false;
    touch(r);
    return !item || read_item(r, at + end, &label);
}

/* A row of what is no Item: it ends the one before it. */
static bool read_other(struct reader *r, size_t at)
{
    static const struct slice words[] = {SLICE_ROW("SIGNATURES"), SLICE_ROW("SIGNATURE"),
                                         SLICE_ROW("EXHIBIT INDEX"),
                                         SLICE_ROW("INDEX TO EXHIBITS")};
    struct slice line = slice_cut(r->b->text, at, r->b->text.len);
    size_t end;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!label_words(line, 0, words[i], &end))
            continue;
        r->open = false;
        if (crossindex_cells_pages(r->b, at + end, true, &r->pages) < r->b->text.len)
            touch(r);
        return true;
    }
    return false;
}

/* "(a) Incorporated by reference to ..." */
static bool read_note(struct reader *r, struct slice line)
{
    struct index_rows *rows = r->rows;
    size_t mark = page_ranges_mark(line);
    struct slice text = slice_cut(line, mark, line.len);
    if (mark == 0 || rows->list.count == 0 || rows->notes.count >= NOTES_MOST ||
        line_letters(text) < NOTE_LETTERS)
        return false;
    bool incorporated = (slice_find_nocase(text, SLICE("incorporated")) < text.len &&
                         slice_find_nocase(text, SLICE("reference")) < text.len) ||
                        slice_find_nocase(text, SLICE("proxy statement")) < text.len;
    struct index_note note = {arena_copy(rows->arena, slice_cut(line, line.at[0] == '^', mark)),
                              incorporated ? PAGES_INCORPORATED : 0};
    array_push(&rows->notes, note);
    r->open = false;
    touch(r);
    return true;
}

/* A line below an Item that has pages of its own, or goes on with its title. */
static bool read_below(struct reader *r, size_t at)
{
    const struct block *b = r->b;
    bool same = b->row ? b->row->table == r->table
                       : r->table == NULL && r->quiet < NEAR_BYTES && b->page == r->page;
    if (!r->open || !same)
        return false;
    size_t pages = crossindex_cells_pages(r->b, at, false, &r->pages);
    if (pages == b->text.len)
        return false;
    struct index_row *row = &r->rows->list.at[r->rows->list.count - 1];
    if (!row->answered) { /* the second line of a title */
        struct slice more = slice_cut(b->text, at, pages);
        struct buffer whole = {0};
        buffer_add(&whole, row->title);
        buffer_add_byte(&whole, ' ');
        buffer_add(&whole, more);
        double before = match(r, row->numbers[0], "", row->title);
        if (before < 1 && match(r, row->numbers[0], "", buffer_slice(&whole)) > before)
            row->title = crossindex_cells_title(r->rows->arena, buffer_slice(&whole));
        buffer_deinit(&whole);
    }
    add_pages(r, pages);
    touch(r);
    return true;
}

static void read_block(struct reader *r, const struct block *b, size_t first)
{
    size_t at = 0;
    while (at < b->text.len && byte_is_blank(b->text.at[at]))
        at++;
    struct slice line = slice_cut(b->text, at, b->text.len);
    struct label label;
    r->b = b;
    if (r->rows->list.count == 0 && crossindex_cells_name(line)) {
        r->rows->title = crossindex_cells_title(r->rows->arena, line);
        r->rows->start = block_source(b, at);
        touch(r);
        return;
    }
    if (b->end <= first)
        return;
    bool row = read_part(r, at) ||
               ((label_item(line, 0, &label) || bare_label(r, line, &label)) &&
                read_item(r, at, &label)) ||
               read_other(r, at) || read_note(r, line) || read_below(r, at);
    if (!row)
        r->quiet += line.len;
    r->done = r->done || r->quiet > QUIET_BYTES;
}

void crossindex_rows_read(struct index_rows *rows, struct content *content, const struct form *form,
                          struct arena *arena, size_t from, size_t first)
{
    struct reader r = {.rows = rows};
    struct segment seg;
    memset(rows, 0, sizeof *rows);
    rows->arena = arena;
    rows->form = form;
    for (size_t i = content_segment_at(content, from); !r.done && content_walk(content, i, &seg);
         i++) {
        for (size_t k = 0; k < seg.count && !r.done; k++) {
            const struct block *b = &seg.blocks[k];
            if (b->offset > first + INDEX_BYTES)
                r.done = true;
            else if (b->end > from && !(b->flags & (SINK_FURNITURE | SINK_RULE)))
                read_block(&r, b, first);
        }
        r.done = r.done || seg.last;
        segment_deinit(&seg);
    }
    if (rows->title.len == 0 && rows->list.count > 0) {
        bool part = rows->parts.count > 0 && rows->parts.at[0].offset < rows->list.at[0].offset;
        rows->start = part ? rows->parts.at[0].offset : rows->list.at[0].offset;
    }
    page_ranges_deinit(&r.pages);
    buffer_deinit(&r.folded);
}
