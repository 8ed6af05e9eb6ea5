/* SPDX-License-Identifier: MIT */
/* Setting the rows of a table: cells side by side, wrapped, aligned and ruled. */
#include "layout/columns.h"

#include "base/width.h"
#include "layout/column_widths.h"
#include "layout/figure.h"
#include "layout/prose.h"
#include "layout/wrap.h"

#include <string.h>

enum {
    SINGLE = 0x2500,
    DOUBLE = 0x2550,
    HEAD_LINES = 8,  /* of a head that are made equal */
    TITLE_LINES = 4, /* of a text that is not the first of its row and has numbers at its end */
    HANG = 2,        /* columns by which the further lines of a label stand in */
    LEAST_HANG = 16  /* columns of a label that has room for that */
};

struct columns {
    const struct table *table;
    const struct block *rows; /* the first of them */
    struct column_widths widths;
    size_t indent; /* of the whole table */
    size_t width;  /* of the pane; 0: none */
    const struct ruler *ruler;
};

/* A piece of a cell, on one line. */
struct bit {
    uint32_t from, to;
    size_t columns, left; /* where it stands in its box */
};

/* A cell with its further lines, at its place in the row. */
struct box {
    const struct cell *cell;
    size_t lines;        /* of the cell, in the row's cells */
    size_t left, room;   /* columns */
    size_t first, count; /* its bits */
    size_t top;          /* the line of the row that it begins on */
    bool figure;
};

struct setting {
    const struct columns *c;
    const struct block *b;
    struct stretch *s;
    struct splice *splice;
    ARRAY(struct bit) bits;
    ARRAY(struct box) boxes;
    size_t height;
};

static const struct ruler *make_ruler(struct arena *arena, const struct columns *c)
{
    unsigned *edges = arena_array(arena, c->widths.count + 1, sizeof *edges);
    struct ruler *ruler = arena_alloc(arena, sizeof *ruler);
    size_t count = 0;
    for (size_t i = 0; i < c->widths.count; i++)
        if (c->widths.at[i].width > 0)
            edges[count++] = (unsigned)(c->indent + c->widths.at[i].left);
    *ruler = (struct ruler){edges, count};
    return ruler;
}

const struct columns *columns_new(struct arena *arena, const struct block *rows, size_t count,
                                  size_t width)
{
    struct columns *c = arena_alloc(arena, sizeof *c);
    c->table = rows[0].row->table;
    c->rows = rows;
    c->width = width;
    if (width == 0)
        return c;
    c->indent = rows[0].shape.indent < width / 3 ? rows[0].shape.indent : width / 3;
    c->widths = column_widths(arena, rows, count, width - c->indent);
    if (c->table->kind == TABLE_DATA)
        c->ruler = make_ruler(arena, c);
    return c;
}

/* The room of a cell: its columns, and for a label all that stands empty at its right. */
static void place_box(const struct setting *g, struct box *box, bool alone)
{
    const struct column_widths *w = &g->c->widths;
    const struct cell *cell = box->cell;
    size_t span = cell->span > 1 ? cell->span : 1;
    size_t last = cell->column + span < w->count ? cell->column + span : w->count;
    size_t pane = g->c->width - g->c->indent, right = 0;
    box->left = w->at[cell->column].left;
    for (size_t i = cell->column; i < last; i++)
        if (w->at[i].width > 0)
            right = w->at[i].left + w->at[i].width;
    bool words = !(cell->flags & CELL_HEAD) && cell->align == ALIGN_LEFT && !box->figure;
    if (words && (alone || (last == w->count && span > 1)) && pane > right)
        right = pane;
    box->room = right > box->left ? right - box->left : 1;
}

/* Where a bit stands in its box. */
static size_t left_of(const struct setting *g, const struct box *box, size_t columns)
{
    const struct column *column = &g->c->widths.at[box->cell->column];
    size_t spare = box->room > columns ? box->room - columns : 0;
    bool data = g->c->table->kind == TABLE_DATA;
    bool numeric = data && g->c->table->column[box->cell->column].numeric;
    bool single = box->cell->span <= 1;
    if (box->cell->align == ALIGN_CENTER ||
        (data && box->cell->flags & CELL_HEAD && box->cell->column > 0 && (numeric || !single)))
        return spare / 2;
    if (numeric && box->cell->column > 0 && single) {
        /* Words in a column of numbers end where these do. */
        size_t after = (column->width - column->whole - column->tail) / 2;
        return spare > after && !(box->cell->flags & CELL_HEAD) ? spare - after : spare / 2;
    }
    return box->cell->align == ALIGN_RIGHT ? spare : 0;
}

/* The columns to wrap a cell's text in: the lines of a head are of much the same length. */
static uint32_t room_of(const struct box *box, struct slice text, size_t indent)
{
    size_t room = box->room, columns = room > indent ? room - indent : 1;
    if (box->cell->flags & CELL_HEAD && text.len > columns) {
        size_t lines = wrap_count(text, columns, HEAD_LINES);
        if (lines > 1 && lines <= HEAD_LINES)
            room = indent + wrap_narrowest(text, wrap_longest_word(text), columns, lines);
    }
    return (uint32_t)room;
}

/* Wraps the lines of a cell into bits. */
static void fill_box(struct setting *g, struct box *box)
{
    const struct cell *cell = box->cell;
    bool data = g->c->table->kind == TABLE_DATA;
    box->first = g->bits.count;
    for (size_t i = 0; i < box->lines; i++) {
        size_t indent = cell[i].indent < box->room / 2 ? cell[i].indent : box->room / 2;
        bool hangs = data && cell->column == 0 && cell->align == ALIGN_LEFT &&
                     !(cell->flags & CELL_HEAD) && box->room - indent >= LEAST_HANG;
        for (uint32_t at = cell[i].from, room = 0; at < cell[i].to;) {
            size_t next;
            if (at > cell[i].from && hangs)
                indent = (cell[i].indent < box->room / 2 ? cell[i].indent : box->room / 2) + HANG;
            struct slice rest = slice_cut(g->b->text, at, cell[i].to);
            if (at == cell[i].from)
                room = room_of(box, rest, indent);
            size_t end = wrap_line(rest, room > indent ? room - indent : 1, &next);
            struct bit bit = {at, at + (uint32_t)end, width_of_text(slice_cut(rest, 0, end)), 0};
            bit.left = left_of(g, box, bit.columns);
            if (bit.left < indent)
                bit.left = indent;
            array_push(&g->bits, bit);
            at += (uint32_t)next;
        }
    }
    box->count = g->bits.count - box->first;
}

/* A number is one bit, whatever its width; its place is set where it is written. */
static void fill_figure(struct setting *g, struct box *box)
{
    box->first = g->bits.count;
    box->count = 1;
    array_push(&g->bits, ((struct bit){.from = box->cell->from, .to = box->cell->to}));
}

static void make_boxes(struct setting *g)
{
    const struct row *row = g->b->row;
    bool alone = g->c->table->kind == TABLE_DATA && row_is_label(row);
    for (size_t i = 0; i < row->count;) {
        size_t lines = cell_lines(row, i);
        struct box box = {.cell = &row->cells[i], .lines = lines};
        i += lines;
        if (box.cell->column >= g->c->widths.count ||
            (lines == 1 && box.cell->from >= box.cell->to))
            continue;
        box.figure = lines == 1 && cell_is_figure(g->c->table, box.cell);
        place_box(g, &box, alone);
        if (box.figure)
            fill_figure(g, &box);
        else
            fill_box(g, &box);
        array_push(&g->boxes, box);
    }
}

/* The line of the row that its numbers stand on: the last of the label, where that is one text. */
static size_t figure_line(const struct setting *g)
{
    const struct box *label = NULL;
    if (g->c->table->kind != TABLE_DATA)
        return 0;
    for (size_t i = 0; i < g->boxes.count; i++) {
        const struct box *box = &g->boxes.at[i];
        if (box->count > 1 && (label || box->lines > 1))
            return 0; /* columns of text begin together */
        if (box->count > 1)
            label = box;
    }
    return label && (label->cell->column == 0 || label->count <= TITLE_LINES) ? label->count - 1
                                                                              : 0;
}

static void stack_boxes(struct setting *g)
{
    size_t line = figure_line(g);
    for (size_t i = 0; i < g->boxes.count; i++) {
        struct box *box = &g->boxes.at[i];
        box->top =
            box->figure || (g->c->table->column[box->cell->column].numeric && box->count == 1)
                ? line
                : 0;
        if (box->top + box->count > g->height)
            g->height = box->top + box->count;
    }
    for (size_t i = 0; i < g->boxes.count; i++) {
        struct box *box = &g->boxes.at[i];
        if (g->c->table->kind == TABLE_DATA && box->cell->flags & CELL_HEAD)
            box->top = g->height - box->count;
    }
}

/* Blanks up to `column` of the line; one at least between two cells. */
static void pad(struct setting *g, size_t column, size_t source)
{
    size_t at = g->splice->columns;
    size_t blanks = column > at ? column - at : at > 0 && g->splice->text.len > 0 ? 1 : 0;
    splice_made(g->splice, ' ', blanks, source);
}

static void write_figure(struct setting *g, const struct box *box)
{
    const struct column *column = &g->c->widths.at[box->cell->column];
    size_t from = box->cell->from;
    struct figure f = figure_of(slice_cut(g->b->text, from, box->cell->to));
    size_t left = g->c->indent + column->left + (column->width - column->whole - column->tail) / 2;
    size_t whole = left + column->whole - f.whole_columns;
    if (f.sign > 0) {
        pad(g, left, block_source(g->b, from));
        splice_part(g->splice, g->b, from, from + f.sign);
    }
    pad(g, whole, block_source(g->b, from + f.whole));
    splice_part(g->splice, g->b, from + f.whole, box->cell->to);
}

static void push_line(struct setting *g, unsigned flags)
{
    struct block *b = splice_block(g->splice, &g->s->arena, g->b);
    b->flags |= flags;
    b->ruler = g->c->ruler;
    b->shape = (struct sink_shape){.size = g->b->shape.size};
    struct line line = {.kind = LINE_TEXT, .block = b, .text = b->text, .page = b->page};
    line.offset = b->offset;
    line.order = g->b->offset;
    line.columns = width_of_text(b->text);
    array_push(&g->s->lines, line);
}

static void write_lines(struct setting *g)
{
    for (size_t y = 0; y < g->height; y++) {
        for (size_t i = 0; i < g->boxes.count; i++) {
            const struct box *box = &g->boxes.at[i];
            if (y < box->top || y >= box->top + box->count)
                continue;
            if (box->figure) {
                write_figure(g, box);
                continue;
            }
            const struct bit *bit = &g->bits.at[box->first + y - box->top];
            pad(g, g->c->indent + box->left + bit->left, block_source(g->b, bit->from));
            splice_part(g->splice, g->b, bit->from, bit->to);
        }
        push_line(g, SINK_COLUMNS);
    }
}

/* The columns that the rule of a cell takes: of its numbers, else all of its own. */
static void rule_of(const struct setting *g, const struct cell *cell, size_t *from, size_t *to)
{
    const struct column_widths *w = &g->c->widths;
    const struct column *column = &w->at[cell->column];
    size_t span = cell->span > 1 ? cell->span : 1;
    size_t last = cell->column + span < w->count ? cell->column + span : w->count;
    *from = column->left;
    *to = *from;
    size_t figures = column->whole + column->tail;
    if (span == 1 && figures > 0 && !(cell->flags & CELL_HEAD)) {
        *from += (column->width - figures) / 2;
        *to = *from + figures;
        return;
    }
    for (size_t i = cell->column; i < last; i++)
        if (w->at[i].width > 0)
            *to = w->at[i].left + w->at[i].width;
}

/* Whether a head in the row above stands over the columns on both sides of `column`'s left edge. */
static bool is_headed(const struct setting *g, size_t column)
{
    const struct block *above = g->b > g->c->rows ? g->b - 1 : NULL;
    for (size_t i = 0; above && i < above->row->count; i++) {
        const struct cell *cell = &above->row->cells[i];
        if (cell->column < column && cell->column + cell->span > column)
            return cell->flags & CELL_HEAD && cell->from < cell->to;
    }
    return false;
}

/* The line of rules above or below a row, where it has any. */
static void write_rules(struct setting *g, unsigned which)
{
    const struct row *row = g->b->row;
    bool from_label = false;
    size_t last = 0; /* behind the column that is ruled */
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        size_t from, to, at = g->splice->columns;
        if (!(cell->flags & which) || cell->flags & CELL_BREAK ||
            cell->column >= g->c->widths.count)
            continue;
        rule_of(g, cell, &from, &to);
        uint32_t sign =
            which == CELL_RULE_BELOW && cell->flags & CELL_DOUBLE_BELOW ? DOUBLE : SINGLE;
        from += g->c->indent;
        to += g->c->indent;
        if (to <= from || from < at)
            continue;
        /* Under a head over two columns, or the label too, it is one rule. */
        bool heads = which == CELL_RULE_ABOVE && cell->column == last && is_headed(g, last);
        if (at > 0 && (from_label || heads))
            splice_made(g->splice, sign, from - at, g->b->offset);
        from_label = from_label || cell->column == 0;
        last = cell->column + cell->span;
        splice_made(g->splice, ' ', from - g->splice->columns, g->b->offset);
        splice_made(g->splice, sign, to - from, g->b->offset);
    }
    if (g->splice->columns > 0)
        push_line(g, SINK_COLUMNS | SINK_RULE);
}

/* The cells of a row as paragraphs, one below another. */
static void take_apart(const struct columns *c, const struct block *b, struct stretch *s,
                       struct splice *splice)
{
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        if (cell->from >= cell->to)
            continue;
        splice_part(splice, b, cell->from, cell->to);
        struct block *part = splice_block(splice, &s->arena, b);
        part->shape = (struct sink_shape){.align = cell->align, .size = b->shape.size};
        part->shape.indent = (uint8_t)(c->indent < 200 ? c->indent : 200);
        part->flags &= ~(unsigned)SINK_COLUMNS;
        size_t first = s->lines.count;
        prose_add(s, part, c->width, splice);
        for (size_t k = first; k < s->lines.count; k++)
            s->lines.at[k].order = b->offset;
    }
}

static void add_plain(const struct block *b, struct stretch *s)
{
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = b,
                                         .text = b->text,
                                         .offset = b->offset,
                                         .order = b->offset,
                                         .columns = width_of_text(b->text),
                                         .page = b->page}));
}

void columns_row(const struct columns *c, const struct block *row, struct stretch *s,
                 struct splice *splice)
{
    size_t before = s->lines.count;
    if (c->width > 0 && !c->widths.fits && c->table->kind == TABLE_LAYOUT) {
        take_apart(c, row, s, splice);
    } else if (c->width > 0) {
        struct setting g = {.c = c, .b = row, .s = s, .splice = splice};
        make_boxes(&g);
        stack_boxes(&g);
        write_rules(&g, CELL_RULE_ABOVE);
        write_lines(&g);
        write_rules(&g, CELL_RULE_BELOW);
        array_deinit(&g.bits);
        array_deinit(&g.boxes);
    }
    /* A row without width is its own text, with tabs; so is one that came to nothing. */
    if (s->lines.count == before)
        add_plain(row, s);
}
