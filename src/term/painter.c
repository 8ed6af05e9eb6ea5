/* SPDX-License-Identifier: MIT */
/* From cells of a canvas to cells of curses. */
#include "term/painter.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

void painter_init(struct painter *p, bool colored, bool ascii)
{
    *p = (struct painter){.ascii = ascii, .cursor_shown = true};
    pairs_init(&p->pairs, colored);
}

/* Forgets what was shown. */
static void forget(struct painter *p)
{
    free(p->shown);
    free(p->row);
    p->shown = NULL;
    p->row = NULL;
    p->rows = p->columns = 0;
}

void painter_deinit(struct painter *p)
{
    forget(p);
}

/* The screen, blanked, and the memory of it, in the size that curses has now. */
static void start_over(struct painter *p)
{
    forget(p);
    getmaxyx(stdscr, p->rows, p->columns);
    size_t count = (size_t)p->rows * (size_t)p->columns;
    p->shown = memory_alloc(count * sizeof *p->shown);
    p->row = memory_alloc((size_t)p->columns * sizeof(cchar_t));
    for (size_t i = 0; i < count; i++)
        p->shown[i] = *canvas_cell(&(struct canvas){0}, 0, 0);
    werase(stdscr);
}

/* Without colours a background becomes reverse: what a theme lights up by colour alone, such as the
 * hits of a search, must be seen all the same. */
static attr_t attributes_of(const struct painter *p, struct style style)
{
    attr_t a = p->pairs.colors == 0 && style.background >= 0 ? A_REVERSE : A_NORMAL;
    if (style.attributes & ATTRIBUTE_BOLD)
        a |= A_BOLD;
    if (style.attributes & ATTRIBUTE_DIM)
        a |= A_DIM;
    if (style.attributes & ATTRIBUTE_ITALIC)
        a |= A_ITALIC;
    if (style.attributes & ATTRIBUTE_UNDERLINE)
        a |= A_UNDERLINE;
    if (style.attributes & ATTRIBUTE_REVERSE)
        a |= A_REVERSE;
    return a;
}

/* A character that the terminal shows in `columns` columns and takes no command from. */
static wchar_t printable(const struct painter *p, uint32_t code, int columns)
{
    if (code >= 0x20 && code < 0x7F)
        return (wchar_t)code;
    if (p->ascii)
        return L'?';
    if (width_is_control(code) || wcwidth((wchar_t)code) != columns)
        return (wchar_t)UTF8_REPLACEMENT;
    return (wchar_t)code;
}

/* Sets one cell of curses; `wide` says that it covers two columns. */
static bool set_cell(struct painter *p, cchar_t *out, const struct canvas_cell *cell, bool wide)
{
    int pair = pairs_get(&p->pairs, cell->style.foreground, cell->style.background);
    if (pair < 0 && !p->pairs_spent)
        return false;
    pair = pair < 0 ? 0 : pair;
    wchar_t text[CANVAS_COMBINING + 2] = {printable(p, cell->code, wide ? 2 : 1)};
    int n = 1;
    for (int i = 0; i < CANVAS_COMBINING && cell->combining[i] && !p->ascii; i++)
        if (wcwidth((wchar_t)cell->combining[i]) == 0)
            text[n++] = (wchar_t)cell->combining[i];
    attr_t attributes = attributes_of(p, cell->style);
    if (setcchar(out, text, attributes, (short)pair, &pair) == ERR)
        setcchar(out, L"?", attributes, (short)pair, &pair);
    return true;
}

/* Hands one row to curses. Returns false when the colour pairs have run out. */
static bool paint_row(struct painter *p, int row, const struct canvas_cell *cells)
{
    cchar_t *out = p->row;
    int n = 0;
    for (int i = 0; i < p->columns; i++) {
        struct canvas_cell cell = cells[i];
        bool wide = i + 1 < p->columns && cells[i + 1].code == 0 && cell.code >= 0x80 &&
                    !p->ascii && wcwidth((wchar_t)cell.code) == 2;
        if (cell.code == 0)
            cell.code = ' ';
        if (!set_cell(p, &out[n++], &cell, wide))
            return false;
        i += wide;
    }
    mvwadd_wchnstr(stdscr, row, 0, out, n);
    return true;
}

/* Paints the rows that differ from what is shown. Returns false when the pairs have run out. */
static bool paint(struct painter *p, const struct canvas *canvas)
{
    int columns = canvas->columns < p->columns ? canvas->columns : p->columns;
    size_t size = (size_t)p->columns * sizeof(struct canvas_cell);
    struct canvas_cell *cells = memory_alloc(size);
    bool done = true;
    for (int row = 0; done && row < p->rows; row++) {
        struct canvas_cell *shown = p->shown + (size_t)row * (size_t)p->columns;
        for (int i = 0; i < p->columns; i++)
            cells[i] = *canvas_cell(canvas, i < columns ? row : -1, i);
        if (memcmp(shown, cells, size) == 0)
            continue;
        done = paint_row(p, row, cells);
        if (done)
            memcpy(shown, cells, size);
    }
    free(cells);
    return done;
}

void painter_show(struct painter *p, const struct canvas *canvas)
{
    int rows, columns;
    getmaxyx(stdscr, rows, columns);
    if (!p->shown || rows != p->rows || columns != p->columns)
        start_over(p);
    p->pairs_spent = false;
    if (!paint(p, canvas)) {
        /* Once more with fresh pairs; what they do not suffice for has no colour. */
        pairs_reset(&p->pairs);
        start_over(p);
        p->pairs_spent = true;
        paint(p, canvas);
    }
    if (canvas->cursor_visible != p->cursor_shown) {
        curs_set(canvas->cursor_visible ? 1 : 0);
        p->cursor_shown = canvas->cursor_visible;
    }
    if (canvas->cursor_row < rows && canvas->cursor_column < columns)
        wmove(stdscr, canvas->cursor_row, canvas->cursor_column);
    wrefresh(stdscr);
}
