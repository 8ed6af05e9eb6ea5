/* SPDX-License-Identifier: MIT */
/*
 * Tables of anything: made into rows, and laid out at some widths.
 *
 * The input is a table written down: LF begins a row, '|' a cell; behind it signs for what the cell
 * is (see set_cell), up to the first other byte; then its text: '\' begins another paragraph, '{'
 * a table inside and '}' ends one, '[' bold and ']' none, '~' a blank that keeps, '`' a rule.
 *
 * Cells must stand side by side within the table's bounds, all text must be clean and in the
 * input, and no letter or digit is lost or doubled.
 */
#include "layout/columns.h"
#include "model/builder.h"

#include "must.h"

#include <stdint.h>

enum { DEEPEST = SINK_DEPTH, RULE = 0x2500 };

struct writer {
    struct builder *b;
    struct slice text;
    size_t at, depth, letters;
    bool row[DEEPEST + 1], cell[DEEPEST + 1], block;
};

static size_t page_at(void *pages, size_t offset)
{
    (void)pages, (void)offset;
    return 0;
}

static bool is_letter(char c)
{
    return byte_is_letter(c) || byte_is_digit(c);
}

static size_t count_letters(struct slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += is_letter(text.at[i]);
    return count;
}

/* ---- the table is told */

static void end_block(struct writer *w)
{
    if (w->block)
        w->b->sink.end(w->b, w->at);
    w->block = false;
}

static void end_cell(struct writer *w)
{
    end_block(w);
    if (w->cell[w->depth])
        w->b->sink.cell_end(w->b, w->at);
    w->cell[w->depth] = false;
}

static void end_row(struct writer *w)
{
    end_cell(w);
    if (w->row[w->depth])
        w->b->sink.row_end(w->b, w->at);
    w->row[w->depth] = false;
}

static void begin_row(struct writer *w)
{
    end_row(w);
    w->b->sink.row(w->b, w->at);
    w->row[w->depth] = true;
}

/* What one sign says of a cell; false when it is none. */
static bool set_cell(struct sink_cell *cell, char sign)
{
    switch (sign) {
    case '*':
        cell->columns += cell->columns < 1000;
        return true;
    case '&':
        cell->columns = cell->columns < 100 ? cell->columns * 10 : 1000;
        return true;
    case '+':
        cell->rows += cell->rows < 1000;
        return true;
    case '#':
        cell->rows = cell->rows < 100 ? cell->rows * 10 : 1000;
        return true;
    case '<':
    case '=':
    case '>':
        cell->align = sign == '<' ? ALIGN_LEFT : sign == '=' ? ALIGN_CENTER : ALIGN_RIGHT;
        cell->aligned = true;
        return true;
    case '_':
        cell->below = 1;
        return true;
    case '%':
        cell->below = 2;
        return true;
    case '^':
        cell->above = 1;
        return true;
    case '@':
        cell->head = true;
        return true;
    case ':':
        cell->width = (uint16_t)((cell->width + 125) % 1001);
        return true;
    default:
        return false;
    }
}

static void open_cell(struct writer *w, const struct sink_cell *cell)
{
    end_cell(w);
    if (!w->row[w->depth])
        begin_row(w);
    w->b->sink.cell(w->b, cell, w->at);
    w->cell[w->depth] = true;
}

/* What stands in no cell stands in one of its own. */
static void need_cell(struct writer *w)
{
    if (!w->cell[w->depth])
        open_cell(w, &(struct sink_cell){.columns = 1, .rows = 1});
}

static void begin_cell(struct writer *w)
{
    struct sink_cell cell = {.columns = 1, .rows = 1};
    while (w->at + 1 < w->text.len && set_cell(&cell, w->text.at[w->at + 1]))
        w->at++;
    open_cell(w, &cell);
}

static void begin_block(struct writer *w)
{
    need_cell(w);
    if (!w->block)
        w->b->sink.begin(w->b, 0, w->at);
    w->block = true;
}

static void begin_table(struct writer *w)
{
    if (w->depth > 0)
        need_cell(w);
    end_block(w);
    if (w->depth == DEEPEST)
        return;
    w->b->sink.table(w->b, w->at);
    w->depth++;
    w->row[w->depth] = w->cell[w->depth] = false;
}

static void end_table(struct writer *w)
{
    end_row(w);
    w->b->sink.table_end(w->b, w->at);
    w->depth--;
}

static void add_rule(struct writer *w)
{
    end_block(w);
    need_cell(w);
    w->b->sink.begin(w->b, SINK_RULE, w->at);
    w->b->sink.code(w->b, RULE, 1, w->at, 1);
    w->block = true;
    end_block(w);
}

/* The bytes that stand for themselves, as they are; any other as the sign that it is not. */
static void add_text(struct writer *w)
{
    static const char signs[] = "\n|\\{}[]~`";
    size_t from = w->at;
    begin_block(w);
    while (w->at < w->text.len && w->text.at[w->at] >= ' ' && w->text.at[w->at] < 0x7F &&
           !memchr(signs, w->text.at[w->at], sizeof signs))
        w->at++;
    struct slice text = slice_cut(w->text, from, w->at);
    w->letters += count_letters(text);
    if (text.len > 0) {
        w->b->sink.text(w->b, text, from);
        return;
    }
    uint32_t code = 0xA1 + (unsigned char)w->text.at[w->at++] * 37U;
    w->b->sink.code(w->b, width_is_control(code) ? UTF8_REPLACEMENT : code, 1, from, 1);
}

static void write_table(struct writer *w)
{
    begin_table(w);
    while (w->at < w->text.len) {
        size_t before = w->at;
        switch (w->text.at[w->at]) {
        case '\n':
            begin_row(w);
            break;
        case '|':
            begin_cell(w);
            break;
        case '\\':
            end_block(w);
            break;
        case '{':
            begin_table(w);
            break;
        case '}':
            if (w->depth > 1)
                end_table(w);
            break;
        case '[':
        case ']':
            begin_block(w);
            w->b->sink.style(w->b, w->text.at[w->at] == '[' ? STYLE_BOLD : 0);
            break;
        case '~':
            begin_block(w);
            w->b->sink.code(w->b, 0xA0, 1, w->at, 1);
            break;
        case '`':
            add_rule(w);
            break;
        default:
            add_text(w);
            continue;
        }
        w->at = before >= w->at ? before + 1 : w->at + 1;
    }
    while (w->depth > 0)
        end_table(w);
}

/* ---- what became of it */

static void check_row(const struct block *b)
{
    const struct row *row = b->row;
    const struct table *t = row->table;
    must(t->columns <= TABLE_COLUMNS && t->header_rows <= t->rows && row->index < t->rows);
    size_t column = 0, text = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        must(c->from <= c->to && c->to <= b->text.len && c->from >= text);
        must(c->span > 0 && (size_t)c->column + c->span <= t->columns);
        must(c->flags & CELL_BREAK ? i > 0 : c->column >= column);
        text = c->to;
        must_be_text(slice_cut(b->text, c->from, c->to));
        column = c->flags & CELL_BREAK ? column : (size_t)c->column + c->span;
    }
}

static size_t check_blocks(const struct segment *seg, size_t size)
{
    size_t letters = 0;
    for (size_t i = 0; i < seg->count; i++) {
        const struct block *b = &seg->blocks[i];
        must(b->offset <= b->end && b->end <= size);
        must(i == 0 || seg->blocks[i - 1].offset <= b->offset);
        if (!b->row)
            must_be_text(b->text);
        for (size_t at = 0; at <= b->text.len; at++)
            must(block_source(b, at) <= size);
        letters += count_letters(b->text);
        if (b->row)
            check_row(b);
    }
    return letters;
}

/* The lines of the rows from `first` on that are of one table; returns how many rows. */
static size_t lay_out(const struct segment *seg, size_t first, size_t width, struct stretch *s)
{
    const struct block *b = &seg->blocks[first];
    struct splice splice = {0};
    size_t count = 1;
    while (first + count < seg->count && b[count].row && b[count].row->table == b->row->table)
        count++;
    const struct columns *c = columns_new(&s->arena, b, count, width, width);
    for (size_t i = 0; i < count; i++)
        columns_row(c, &b[i], s, &splice);
    splice_deinit(&splice);
    return count;
}

static void check_lines(const struct segment *seg, size_t width, size_t size, size_t letters)
{
    struct stretch s = {0};
    arena_init(&s.arena);
    for (size_t i = 0; i < seg->count;)
        if (seg->blocks[i].row) {
            i += lay_out(seg, i, width, &s);
        } else {
            letters -= count_letters(seg->blocks[i].text);
            i++;
        }
    for (size_t i = 0; i < s.lines.count; i++) {
        const struct line *line = &s.lines.at[i];
        must(line->offset <= size && line->order <= size);
        must(i == 0 || s.lines.at[i - 1].order <= line->order);
        if (line->kind != LINE_TEXT)
            continue;
        must_be_in(line->text, line->block->text);
        must(line->columns == width_of_text(line->text));
        if (width > 0)
            must_be_text(line->text);
        size_t here = count_letters(line->text);
        must(here <= letters);
        letters -= here;
    }
    must(letters == 0);
    array_deinit(&s.lines);
    arena_deinit(&s.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t widths[] = {0, 1, 24, 80, 200};
    struct segment seg = {0};
    struct builder b = {0};
    struct writer w = {.b = &b, .text = {(const char *)data, size}};
    arena_init(&seg.arena);
    builder_init(&b, &seg, 0, true, page_at, NULL);
    write_table(&w);
    builder_finish(&b);
    must(check_blocks(&seg, size) == w.letters);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        check_lines(&seg, widths[i], size, w.letters);
    segment_deinit(&seg);
    return 0;
}
