/* SPDX-License-Identifier: MIT */
/* Setting the rows of a table: cells side by side, wrapped, aligned and ruled. */
#include "layout/columns.h"

#include "base/width.h"
#include "layout/boxes.h"
#include "layout/figure.h"
#include "layout/prose.h"

enum { SINGLE = 0x2500, DOUBLE = 0x2550 };

struct columns {
    const struct table *table;
    const struct block *rows; /* the first of them */
    struct column_widths widths;
    size_t indent; /* of the whole table */
    size_t width;  /* of the pane; 0: none */
    const struct ruler *ruler;
};

struct setting {
    const struct columns *c;
    const struct block *b;
    struct stretch *s;
    struct splice *splice;
    struct boxes boxes;
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

size_t columns_width(const struct columns *c)
{
    return c->width > 0 ? c->indent + c->widths.right : 0;
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

/* Whether the label of a row is ruled: then the rule goes through. */
static bool rules_label(const struct row *row, unsigned which)
{
    for (size_t i = 0; i < row->count && row->cells[i].column == 0; i++)
        if (row->cells[i].flags & which)
            return true;
    return false;
}

/* The columns that the rule of a cell takes: `whole`, or only of its numbers. */
static void rule_of(const struct setting *g, const struct cell *cell, bool whole, size_t *from,
                    size_t *to)
{
    const struct column_widths *w = &g->c->widths;
    const struct column *column = &w->at[cell->column];
    size_t span = cell->span > 1 ? cell->span : 1;
    size_t last = cell->column + span < w->count ? cell->column + span : w->count;
    *from = column->left;
    *to = *from;
    size_t figures = column->whole + column->tail;
    if (!whole && span == 1 && figures > 0 && !(cell->flags & CELL_HEAD)) {
        *from += (column->width - figures) / 2;
        *to = *from + figures;
        return;
    }
    for (size_t i = cell->column; i < last; i++)
        if (w->at[i].width > 0)
            *to = w->at[i].left + w->at[i].width;
}

/* A cell that is a rule. */
static void write_rule(struct setting *g, const struct box *box)
{
    size_t from, to, source = block_source(g->b, box->cell->from);
    rule_of(g, box->cell, false, &from, &to);
    pad(g, g->c->indent + from, source);
    splice_made(g->splice, SINGLE, to > from ? to - from : 1, source);
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
    bool rules = true; /* and nothing else */
    for (size_t i = 0; i < g->boxes.boxes.count; i++)
        rules = rules && g->boxes.boxes.at[i].rule;
    for (size_t y = 0; y < g->boxes.height; y++) {
        for (size_t i = 0; i < g->boxes.boxes.count; i++) {
            const struct box *box = &g->boxes.boxes.at[i];
            if (y < box->top || y >= box->top + box->count)
                continue;
            if (box->figure || box->rule) {
                if (box->figure)
                    write_figure(g, box);
                else
                    write_rule(g, box);
                continue;
            }
            const struct bit *bit = &g->boxes.bits.at[box->first + y - box->top];
            pad(g, g->c->indent + box->left + bit->left, block_source(g->b, bit->from));
            splice_part(g->splice, g->b, bit->from, bit->to);
        }
        push_line(g, SINK_COLUMNS | (rules ? SINK_RULE : 0));
    }
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
    bool through = rules_label(row, which);
    size_t last = 0; /* behind the column that is ruled */
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        size_t from, to, at = g->splice->columns;
        if (!(cell->flags & which) || cell->flags & CELL_BREAK ||
            cell->column >= g->c->widths.count)
            continue;
        rule_of(g, cell, through, &from, &to);
        uint32_t sign =
            which == CELL_RULE_BELOW && cell->flags & CELL_DOUBLE_BELOW ? DOUBLE : SINGLE;
        from += g->c->indent;
        to += g->c->indent;
        if (to <= from || from < at)
            continue;
        /* Under a head over two columns, or the label too, it is one rule. */
        bool heads = which == CELL_RULE_ABOVE && cell->column == last && is_headed(g, last);
        if (at > 0 && (through || heads))
            splice_made(g->splice, sign, from - at, g->b->offset);
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
        g.boxes = (struct boxes){
            .table = c->table, .widths = &c->widths, .block = row, .pane = c->width - c->indent};
        boxes_make(&g.boxes);
        write_rules(&g, CELL_RULE_ABOVE);
        write_lines(&g);
        write_rules(&g, CELL_RULE_BELOW);
        boxes_deinit(&g.boxes);
    }
    /* A row without width is its own text, with tabs; so is one that came to nothing. */
    if (s->lines.count == before)
        add_plain(row, s);
}
