/* SPDX-License-Identifier: MIT */
/* Drawing on the grid of styled cells: clipping, wide and combining characters, ASCII. */
#include "ui/canvas.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A size above this is no terminal's; it keeps rows * columns far from overflow. */
enum { SIZE_MOST = 10000 };

static const struct style plain = {COLOR_TERMINAL, COLOR_TERMINAL, 0};

void canvas_init(struct canvas *c)
{
    *c = (struct canvas){0};
}

void canvas_deinit(struct canvas *c)
{
    free(c->cells);
    *c = (struct canvas){0};
}

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

void canvas_resize(struct canvas *c, int rows, int columns)
{
    rows = clamp(rows, 0, SIZE_MOST);
    columns = clamp(columns, 0, SIZE_MOST);
    if (rows != c->rows || columns != c->columns || !c->cells) {
        free(c->cells);
        /* One more, so that an empty canvas has an address too. */
        c->cells = memory_alloc(((size_t)rows * (size_t)columns + 1) * sizeof *c->cells);
        c->rows = rows;
        c->columns = columns;
    }
    c->cursor_row = clamp(c->cursor_row, 0, rows > 0 ? rows - 1 : 0);
    c->cursor_column = clamp(c->cursor_column, 0, columns > 0 ? columns - 1 : 0);
    canvas_clear(c);
}

void canvas_clear(struct canvas *c)
{
    size_t count = (size_t)c->rows * (size_t)c->columns;
    for (size_t i = 0; i < count; i++)
        c->cells[i] = (struct canvas_cell){.code = ' ', .style = plain};
}

static struct canvas_cell *cell_at(const struct canvas *c, int row, int column)
{
    return &c->cells[(size_t)row * (size_t)c->columns + (size_t)column];
}

const struct canvas_cell *canvas_cell(const struct canvas *c, int row, int column)
{
    static const struct canvas_cell blank = {.code = ' ',
                                             .style = {COLOR_TERMINAL, COLOR_TERMINAL, 0}};
    if (row < 0 || column < 0 || row >= c->rows || column >= c->columns)
        return &blank;
    return cell_at(c, row, column);
}

void canvas_row_text(const struct canvas *c, int row, struct buffer *out)
{
    int end = row < 0 || row >= c->rows ? 0 : c->columns;
    while (end > 0) {
        const struct canvas_cell *last = cell_at(c, row, end - 1);
        if (last->code != ' ' || last->combining[0])
            break;
        end--;
    }
    for (int column = 0; column < end; column++) {
        const struct canvas_cell *cell = cell_at(c, row, column);
        if (cell->code == 0)
            continue;
        buffer_add_utf8(out, cell->code);
        for (int i = 0; i < CANVAS_COMBINING && cell->combining[i]; i++)
            buffer_add_utf8(out, cell->combining[i]);
    }
}

void canvas_text(const struct canvas *c, struct buffer *out)
{
    for (int row = 0; row < c->rows; row++) {
        canvas_row_text(c, row, out);
        buffer_add_byte(out, '\n');
    }
}

/* Cuts the span [*start, *start + *count) to [0, room). */
static void cut_span(int *start, int *count, int room)
{
    long long from = *start, to = from + (*count > 0 ? *count : 0);
    if (from < 0)
        from = 0;
    if (to > room)
        to = room;
    if (from > room)
        from = room;
    *start = (int)from;
    *count = to > from ? (int)(to - from) : 0;
}

struct region canvas_region(struct canvas *c, int top, int left, int rows, int columns)
{
    cut_span(&top, &rows, c->rows);
    cut_span(&left, &columns, c->columns);
    return (struct region){c, top, left, rows, columns};
}

struct region region_part(struct region r, int top, int left, int rows, int columns)
{
    cut_span(&top, &rows, r.rows);
    cut_span(&left, &columns, r.columns);
    return (struct region){r.canvas, r.top + top, r.left + left, rows, columns};
}

/* The cell of a region, or NULL outside it; also when the canvas has become smaller since. */
static struct canvas_cell *region_cell(struct region r, int row, int column)
{
    if (row < 0 || column < 0 || row >= r.rows || column >= r.columns)
        return NULL;
    if (row + r.top >= r.canvas->rows || column + r.left >= r.canvas->columns)
        return NULL;
    return cell_at(r.canvas, row + r.top, column + r.left);
}

/* Before a cell changes: the other half of a wide character that loses one becomes a blank,
 * in whatever region it lies. */
static void part_halves(struct region r, int row, int column)
{
    struct canvas_cell *cell = region_cell(r, row, column);
    int at = column + r.left;
    if (cell->code == 0 && at > 0) {
        cell[-1].code = ' ';
        memset(cell[-1].combining, 0, sizeof cell[-1].combining);
    } else if (at + 1 < r.canvas->columns && cell[1].code == 0) {
        cell[1].code = ' ';
    }
}

static void put(struct region r, int row, int column, struct style style, uint32_t code)
{
    struct canvas_cell *cell = region_cell(r, row, column);
    if (!cell)
        return;
    part_halves(r, row, column);
    *cell = (struct canvas_cell){.code = code, .style = style};
}

/* Lines, marks and the signs of typesetting, with what stands for them in ASCII. */
static uint32_t ascii_of(uint32_t code)
{
    static const struct {
        uint32_t code;
        char sign;
    } signs[] = {
        {0xA0, ' '},   {0xB7, '.'},   {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'}, {0x2013, '-'},
        {0x2014, '-'}, {0x2015, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201A, ','}, {0x201C, '"'},
        {0x201D, '"'}, {0x201E, '"'}, {0x2022, '*'},  {0x2026, '~'},  {0x2039, '<'}, {0x203A, '>'},
        {0x2190, '<'}, {0x2191, '^'}, {0x2192, '>'},  {0x2193, 'v'},  {0x2212, '-'}, {0x2500, '-'},
        {0x2501, '-'}, {0x2502, '|'}, {0x2503, '|'},  {0x2550, '='},  {0x2551, '|'}, {0x25AA, '*'},
        {0x25B2, '^'}, {0x25B4, '^'}, {0x25B6, '>'},  {0x25B8, '>'},  {0x25BA, '>'}, {0x25BC, 'v'},
        {0x25BE, 'v'}, {0x25C0, '<'}, {0x25C2, '<'},  {0x25CF, '*'},  {0x2610, '-'}, {0x2611, 'x'},
        {0x2612, 'x'}, {0x2713, 'x'},
    };
    if (code < 0x80)
        return code;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (signs[i].code == code)
            return (unsigned char)signs[i].sign;
    if (code >= 0x2504 && code <= 0x257F)
        return '+';
    return '?';
}

/* Draws one character of `width` 1 or 2 where it fits: half a wide one is a blank. */
static void put_wide(struct region r, int row, int column, struct style style, uint32_t code,
                     int width)
{
    if (r.canvas->ascii)
        code = ascii_of(code);
    if (width == 1) {
        put(r, row, column, style, code);
        return;
    }
    bool whole = region_cell(r, row, column) && region_cell(r, row, column + 1);
    put(r, row, column, style, whole ? code : ' ');
    put(r, row, column + 1, style, whole && !r.canvas->ascii ? 0 : ' ');
}

/* True for what takes no column and has no shape: blanks without width, joiners, marks of
 * direction, variation selectors. Terminals do not agree on their width, so none is kept. */
static bool is_shapeless(uint32_t code)
{
    return code == 0xAD || code == 0x61C || code == 0x180E || code == 0xFEFF ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2060 && code <= 0x206F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || code >= 0xE0000;
}

/* Adds a combining character to the character that ends before `column`. */
static void combine(struct region r, int row, int column, uint32_t code)
{
    if (column <= 0 || r.canvas->ascii || is_shapeless(code))
        return;
    struct canvas_cell *cell = region_cell(r, row, column - 1);
    if (cell && cell->code == 0)
        cell = region_cell(r, row, column - 2);
    if (!cell)
        return;
    for (int i = 0; i < CANVAS_COMBINING; i++) {
        if (cell->combining[i])
            continue;
        cell->combining[i] = code;
        return;
    }
}

/* What is drawn for a code point: control characters and line separators as U+FFFD. */
static uint32_t harmless(uint32_t code)
{
    bool bad = width_is_control(code);
    return bad ? UTF8_REPLACEMENT : code;
}

int region_write(struct region r, int row, int column, struct style style, struct slice text)
{
    long long at = column;
    while (text.len > 0 && at < r.columns) {
        uint32_t code = harmless(utf8_next(&text));
        int width = width_of(code);
        /* `at` is an int's value: it began as one and is below r.columns. */
        if (width == 0)
            combine(r, row, (int)at, code);
        else
            put_wide(r, row, (int)at, style, code, width);
        at += width;
    }
    /* Combining characters may follow the last one that fits. */
    while (text.len > 0 && at == r.columns) {
        uint32_t code = harmless(utf8_next(&text));
        int width = width_of(code);
        if (width == 0)
            combine(r, row, (int)at, code);
        at += width;
    }
    size_t rest = width_of_text(text);
    return rest > (size_t)(INT_MAX - at) ? INT_MAX : (int)at + (int)rest;
}

int region_print(struct region r, int row, int column, struct style style, const char *text)
{
    return region_write(r, row, column, style, slice_of(text));
}

int region_write_cut(struct region r, int row, int column, int columns, struct style style,
                     struct slice text)
{
    if (columns <= 0)
        return column;
    size_t fits = width_fit(text, (size_t)columns);
    if (fits == text.len)
        return region_write(r, row, column, style, text);
    fits = width_fit(text, (size_t)columns - 1);
    int end = region_write(r, row, column, style, slice_cut(text, 0, fits));
    put_wide(r, row, end, style, 0x2026, 1);
    return end + 1;
}

/* The same for characters of one column, as most of every drawing is blanks: only at its ends can a
 * span part the halves of a wide character. */
static void fill_narrow(struct region r, int row, int column, int columns, struct style style,
                        uint32_t code)
{
    int room = r.canvas->columns - r.left - column;
    columns = columns < room ? columns : room;
    if (columns <= 0 || !region_cell(r, row, column))
        return;
    put_wide(r, row, column + columns - 1, style, code, 1);
    put_wide(r, row, column, style, code, 1);
    struct canvas_cell *cells = region_cell(r, row, column);
    for (int i = 1; i < columns; i++)
        cells[i] = cells[0];
}

void region_fill(struct region r, int row, int column, int columns, struct style style,
                 uint32_t code)
{
    code = harmless(code);
    int width = width_of(code);
    if (width == 0) {
        code = ' ';
        width = 1;
    }
    cut_span(&column, &columns, r.columns);
    int end = column + columns;
    if (width == 1) {
        fill_narrow(r, row, column, columns, style, code);
        return;
    }
    for (; column + width <= end; column += width)
        put_wide(r, row, column, style, code, width);
    if (column < end)
        put(r, row, column, style, ' ');
}

void region_clear(struct region r, struct style style)
{
    for (int row = 0; row < r.rows; row++)
        region_fill(r, row, 0, r.columns, style, ' ');
}

void region_restyle(struct region r, int row, int column, int columns, struct style style)
{
    cut_span(&column, &columns, r.columns);
    for (int i = column; i < column + columns; i++) {
        struct canvas_cell *cell = region_cell(r, row, i);
        if (!cell)
            return;
        if (style.foreground != COLOR_TERMINAL)
            cell->style.foreground = style.foreground;
        if (style.background != COLOR_TERMINAL)
            cell->style.background = style.background;
        cell->style.attributes |= style.attributes;
    }
}

void canvas_ground(struct canvas *c, struct style style)
{
    if (style.foreground == COLOR_TERMINAL && style.background == COLOR_TERMINAL)
        return;
    for (size_t i = 0; i < (size_t)c->rows * (size_t)c->columns; i++) {
        struct style *cell = &c->cells[i].style;
        if (cell->foreground == COLOR_TERMINAL)
            cell->foreground = style.foreground;
        if (cell->background == COLOR_TERMINAL)
            cell->background = style.background;
    }
}

void region_cursor(struct region r, int row, int column)
{
    row = clamp(row, 0, r.rows > 0 ? r.rows - 1 : 0) + r.top;
    column = clamp(column, 0, r.columns > 0 ? r.columns - 1 : 0) + r.left;
    r.canvas->cursor_row = clamp(row, 0, r.canvas->rows > 0 ? r.canvas->rows - 1 : 0);
    r.canvas->cursor_column = clamp(column, 0, r.canvas->columns > 0 ? r.canvas->columns - 1 : 0);
}
