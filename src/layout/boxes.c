/* SPDX-License-Identifier: MIT */
/* Placing, wrapping and aligning the cells of a row. */
#include "layout/boxes.h"

#include "base/width.h"
#include "layout/wrap.h"

enum {
    HEAD_LINES = 8, /* of a head that are made equal */
    HANG = 2,       /* columns by which the further lines of a label stand in */
    LEAST_HANG = 16 /* columns of a label that has room for that */
};

/* The room of a cell: its columns, and for a label all that stands empty at its right. */
static void place_box(const struct boxes *g, struct box *box, bool alone)
{
    const struct column_widths *w = g->widths;
    const struct cell *cell = box->cell;
    size_t span = cell->span > 1 ? cell->span : 1;
    size_t last = cell->column + span < w->count ? cell->column + span : w->count;
    size_t pane = g->pane, right = 0;
    box->left = w->at[cell->column].left;
    for (size_t i = cell->column; i < last; i++)
        if (w->at[i].width > 0)
            right = w->at[i].left + w->at[i].width;
    bool words = !(cell->flags & CELL_HEAD) && cell->align == ALIGN_LEFT && !box->figure;
    bool over_all = cell->column == 0 && last == w->count && span > 1;
    if (g->table->kind == TABLE_DATA && over_all && g->view > box->left && right > g->view)
        right = g->view; /* it is in sight where the table is wider than that */
    if (words && (alone || (last == w->count && span > 1)) && pane > right)
        right = pane;
    box->room = right > box->left ? right - box->left : 1;
}

/* Where a bit stands in its box. */
static size_t left_of(const struct boxes *g, const struct box *box, size_t columns)
{
    const struct column *column = &g->widths->at[box->cell->column];
    size_t spare = box->room > columns ? box->room - columns : 0;
    bool data = g->table->kind == TABLE_DATA;
    bool numeric = data && g->table->column[box->cell->column].numeric;
    bool single = box->cell->span <= 1;
    if (box->cell->align == ALIGN_CENTER ||
        (data && box->cell->flags & CELL_HEAD && box->cell->column > 0 && (numeric || !single)))
        return spare / 2;
    size_t figures = column->whole + column->tail;
    if (numeric && box->cell->column > 0 && single && columns <= figures) {
        /* Words in a column of numbers end where these do. */
        size_t after = (column->width - figures) / 2;
        return spare > after ? spare - after : spare / 2;
    }
    return box->cell->align == ALIGN_RIGHT ? spare : 0;
}

static void add_bit(struct boxes *g, const struct box *box, size_t from, size_t to, size_t indent)
{
    size_t columns = width_of_text(slice_cut(g->block->text, from, to));
    struct bit bit = {(uint32_t)from, (uint32_t)to, left_of(g, box, columns)};
    if (bit.left < indent)
        bit.left = indent;
    array_push(&g->bits, bit);
}

/* Wraps one line of a head: its lines are of much the same length, and a year is one by itself. */
static void add_head(struct boxes *g, const struct box *box, const struct cell *cell)
{
    struct slice text = slice_cut(g->block->text, cell->from, cell->to);
    size_t room = box->room, year = head_year(text), next;
    size_t lines = wrap_count(text, room, HEAD_LINES);
    if (lines > 1 && year > 0 && width_of_text(slice_cut(text, 0, year - 1)) <= room) {
        add_bit(g, box, cell->from, cell->from + year - 1, 0);
        text = slice_cut(text, year, text.len);
    } else if (lines > 1 && lines <= HEAD_LINES) {
        room = wrap_narrowest(text, wrap_longest_word(text), room, lines);
    }
    for (size_t end; text.len > 0; text = slice_cut(text, next, text.len)) {
        end = wrap_line(text, room, &next);
        size_t from = (size_t)(text.at - g->block->text.at);
        add_bit(g, box, from, from + end, 0);
    }
}

/* Wraps one line of a cell that is no head; its further lines stand `hang` columns in. */
static void add_words(struct boxes *g, const struct box *box, const struct cell *cell, size_t hang)
{
    size_t indent = cell->indent < box->room / 2 ? cell->indent : box->room / 2, next;
    for (size_t at = cell->from; at < cell->to; at += next) {
        if (at > cell->from)
            indent = (cell->indent < box->room / 2 ? cell->indent : box->room / 2) + hang;
        struct slice rest = slice_cut(g->block->text, at, cell->to);
        size_t end = wrap_line(rest, box->room > indent ? box->room - indent : 1, &next);
        add_bit(g, box, at, at + end, indent);
    }
}

/* Wraps the lines of a cell into bits. */
static void fill_box(struct boxes *g, struct box *box)
{
    bool hangs = g->table->kind == TABLE_DATA && box->cell->column == 0 &&
                 box->cell->align == ALIGN_LEFT && box->room >= LEAST_HANG;
    box->first = g->bits.count;
    for (const struct cell *cell = box->cell; cell < box->cell + box->lines; cell++)
        if (cell->flags & CELL_HEAD)
            add_head(g, box, cell);
        else
            add_words(g, box, cell, hangs && cell->indent + 2U * HANG < box->room ? HANG : 0);
    box->count = g->bits.count - box->first;
}

/* A number or a rule is one bit, whatever its width; its place is set where it is written. */
static void fill_figure(struct boxes *g, struct box *box)
{
    box->first = g->bits.count;
    box->count = 1;
    array_push(&g->bits, ((struct bit){.from = box->cell->from, .to = box->cell->to}));
}

static void make(struct boxes *g)
{
    const struct row *row = g->block->row;
    bool alone = g->table->kind == TABLE_DATA && row_is_label(row);
    for (size_t i = 0; i < row->count;) {
        size_t lines = cell_lines(row, i);
        struct box box = {.cell = &row->cells[i], .lines = lines};
        i += lines;
        if (box.cell->column >= g->widths->count || (lines == 1 && box.cell->from >= box.cell->to))
            continue;
        box.figure = lines == 1 && cell_is_figure(g->table, box.cell);
        box.rule = lines == 1 && cell_is_rule(g->block, box.cell);
        place_box(g, &box, alone && !box.rule);
        if (box.figure || box.rule)
            fill_figure(g, &box);
        else
            fill_box(g, &box);
        array_push(&g->boxes, box);
    }
}

/* A number, or what stands for one in a column of them. */
static bool is_number(const struct boxes *g, const struct box *box)
{
    return box->figure || box->rule ||
           (box->count == 1 && g->table->column[box->cell->column].numeric);
}

/* The line of the row that its numbers stand on: the last of the label, where nothing but numbers
 * stands beside it; else all cells begin together. */
static size_t figure_line(const struct boxes *g)
{
    size_t line = 0;
    if (g->table->kind != TABLE_DATA)
        return 0;
    for (size_t i = 0; i < g->boxes.count; i++) {
        const struct box *box = &g->boxes.at[i];
        if (is_number(g, box))
            continue;
        if (box->cell->column > 0 || box->lines > 1)
            return 0;
        line = box->count - 1;
    }
    return line;
}

static void stack(struct boxes *g)
{
    size_t line = figure_line(g);
    for (size_t i = 0; i < g->boxes.count; i++) {
        struct box *box = &g->boxes.at[i];
        box->top = is_number(g, box) ? line : 0;
        if (box->top + box->count > g->height)
            g->height = box->top + box->count;
    }
    for (size_t i = 0; i < g->boxes.count; i++) {
        struct box *box = &g->boxes.at[i];
        if (g->table->kind == TABLE_DATA && box->cell->flags & CELL_HEAD)
            box->top = g->height - box->count;
    }
}

void boxes_make(struct boxes *g)
{
    make(g);
    stack(g);
}

void boxes_deinit(struct boxes *g)
{
    array_deinit(&g->bits);
    array_deinit(&g->boxes);
}
