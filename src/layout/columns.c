/* SPDX-License-Identifier: MIT */
/* Setting the rows of a table: cells side by side, wrapped, aligned and ruled. */
#include "layout/columns.h"

#include "base/utf8.h"
#include "base/width.h"
#include "layout/boxes.h"
#include "layout/column_rules.h"
#include "layout/figure.h"
#include "layout/prose.h"

enum {
    GRID_ROWS = 4,   /* of a table that is ruled between them all, at least */
    FEW_COLUMNS = 3, /* rows of more columns of words need the rules between them */
    APART = 3,       /* columns between two boxes to check, with what they are for */
    BOX = 0x2610     /* to check; the two behind it are checked */
};

struct columns {
    const struct table *table;
    const struct block *rows;
    size_t count;
    struct column_widths widths;
    size_t indent; /* of the whole table */
    size_t width;  /* of the pane; 0: none */
    size_t view;   /* columns in sight at once */
    const struct ruler *ruler;
    bool grid; /* rules between the rows say nothing */
};

struct setting {
    const struct columns *c;
    const struct block *b;
    struct stretch *s;
    struct splice *splice;
    struct boxes boxes;
    size_t indent; /* of the line that is written */
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

/* Whether nothing stands between the two rows, so that they share their rules. */
static bool touch(const struct block *above, const struct block *below)
{
    return below->blank == 0 && below->page == above->page;
}

/* Whether a cell of the row has one of the flags. */
static bool has_flag(const struct block *b, unsigned which)
{
    for (size_t i = 0; i < b->row->count; i++)
        if (b->row->cells[i].flags & which)
            return true;
    return false;
}

/* Whether nearly all rows stand between rules, and columns of words are few: a screen has no
 * hairlines, and a line between any two rows hides the sums, and half of a list. */
static bool is_grid(const struct columns *c)
{
    size_t pairs = 0, ruled = 0, numeric = 0;
    for (size_t i = 0; i < c->table->columns; i++)
        numeric += c->table->column[i].numeric;
    if (c->table->kind != TABLE_DATA ||
        (numeric * 2 < c->table->columns && c->table->columns > FEW_COLUMNS))
        return false;
    for (size_t i = 0; i + 1 < c->count; i++) {
        const struct block *b = &c->rows[i];
        if (has_flag(b, CELL_HEAD) || !touch(b, b + 1))
            continue;
        pairs++;
        ruled += has_flag(b, CELL_RULE_BELOW) || has_flag(b + 1, CELL_RULE_ABOVE);
    }
    return pairs >= GRID_ROWS && ruled * 4 >= pairs * 3;
}

const struct columns *columns_new(struct arena *arena, const struct block *rows, size_t count,
                                  size_t width, size_t view)
{
    struct columns *c = arena_alloc(arena, sizeof *c);
    c->table = rows[0].row->table;
    c->rows = rows;
    c->count = count;
    c->width = width;
    c->view = view;
    if (width == 0)
        return c;
    c->indent = rows[0].shape.indent < width / 3 ? rows[0].shape.indent : width / 3;
    c->widths = column_widths(arena, rows, count, width - c->indent);
    if (c->table->kind == TABLE_DATA)
        c->ruler = make_ruler(arena, c);
    c->grid = is_grid(c);
    return c;
}

size_t columns_width(const struct columns *c)
{
    return c->width > 0 ? c->indent + c->widths.right : 0;
}

/* Blanks up to `column` of the line, one at least between two cells; in front of the first they are
 * the indent of the line. */
static void pad(struct setting *g, size_t column, size_t source)
{
    size_t at = splice_columns(g->splice);
    if (g->splice->text.len == 0)
        splice_indent(g->splice, g->indent = column);
    else
        splice_made(g->splice, ' ', column > at ? column - at : 1, source);
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

/* A cell that is a rule. */
static void write_rule(struct setting *g, const struct box *box)
{
    size_t from, to, source = block_source(g->b, box->cell->from);
    rule_columns(&g->c->widths, box->cell, &from, &to);
    pad(g, g->c->indent + from, source);
    splice_made(g->splice, RULE_SINGLE, to > from ? to - from : 1, source);
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
    line.indent = (unsigned)g->indent;
    line.columns = width_of_text(b->text);
    g->indent = 0;
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

/* The rules of a row: what stands between it and the next is written with the upper of them. */
static void write_rules(struct setting *g, bool below)
{
    const struct columns *c = g->c;
    const struct block *b = g->b;
    size_t at = (size_t)(b - c->rows);
    const struct block *next = at + 1 < c->count ? &c->rows[at + 1] : NULL;
    if (!below && at > 0 && touch(&c->rows[at - 1], b))
        return;
    if (below && next && !touch(b, next))
        next = NULL;
    if (c->grid && below && next && !has_flag(b, CELL_HEAD | CELL_DOUBLE_BELOW))
        return;
    if (rule_between(&c->widths, below ? b : NULL, below ? next : b, c->indent,
                     below ? b->end : b->offset, g->splice))
        push_line(g, SINK_COLUMNS | SINK_RULE);
}

/* Whether a cell is a box to check, or checked. */
static bool is_box(const struct block *b, const struct cell *cell)
{
    struct slice text = slice_cut(b->text, cell->from, cell->to);
    uint32_t code = text.len > 0 ? utf8_next(&text) : 0;
    return text.len == 0 && code >= BOX && code <= BOX + 2;
}

/* Writes the cells of a row with boxes to check as one text: a box and what it is for stand
 * together, apart from the next. False, and nothing written, when there is no box. */
static bool write_checks(const struct block *b, struct splice *splice)
{
    bool any = false, before = false, boxed = false;
    const struct row *row = b->row;
    for (size_t i = 0; i < row->count && !any; i++)
        any = is_box(b, &row->cells[i]);
    for (size_t i = 0; i < row->count && any; i++) {
        const struct cell *cell = &row->cells[i];
        bool box = is_box(b, cell), first = splice->text.len == 0;
        if (cell->from >= cell->to)
            continue;
        before = first ? box : before; /* boxes stand before their texts */
        bool parted = before ? box : boxed;
        if (!first)
            splice_made(splice, ' ', parted ? APART : 1, block_source(b, cell->from));
        splice_part(splice, b, cell->from, cell->to);
        boxed = box;
    }
    return any;
}

/* What stands behind a bullet hangs from it. */
static struct sink_shape shape_behind_bullet(const struct block *b)
{
    const struct cell *first = b->row->cells;
    size_t columns = width_of_text(slice_cut(b->text, first->from, first->to));
    if (columns == 0 || columns > 2 || is_box(b, first))
        return (struct sink_shape){0};
    return (struct sink_shape){.indent = (uint8_t)(columns + 1),
                               .first = (int8_t) - (int)(columns + 1)};
}

/* Adds what is written as a paragraph. */
static void add_part(const struct columns *c, const struct block *b, struct sink_shape shape,
                     struct stretch *s, struct splice *splice)
{
    struct block *part = splice_block(splice, &s->arena, b);
    part->shape = shape;
    part->shape.size = b->shape.size;
    part->shape.indent = (uint8_t)(shape.indent + (c->indent < 200 ? c->indent : 200));
    part->flags &= ~(unsigned)SINK_COLUMNS;
    size_t first = s->lines.count;
    prose_add(s, part, c->width, splice);
    for (size_t k = first; k < s->lines.count; k++)
        s->lines.at[k].order = b->offset;
}

/* The cells of a row as paragraphs, one below another; boxes to check in one. */
static void take_apart(const struct columns *c, const struct block *b, struct stretch *s,
                       struct splice *splice)
{
    if (write_checks(b, splice)) {
        add_part(c, b, shape_behind_bullet(b), s, splice);
        return;
    }
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        if (cell->from >= cell->to)
            continue;
        splice_part(splice, b, cell->from, cell->to);
        add_part(c, b, (struct sink_shape){.align = cell->align}, s, splice);
    }
}

static void push_plain(const struct block *b, struct stretch *s)
{
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = b,
                                         .text = b->text,
                                         .offset = b->offset,
                                         .order = b->offset,
                                         .columns = width_of_text(b->text),
                                         .page = b->page}));
}

/* The row on one line with a tab behind each column but the last, whatever the columns hold. */
static void add_tabbed(const struct columns *c, const struct block *b, struct stretch *s,
                       struct splice *splice)
{
    size_t column = 0;
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        size_t source = block_source(b, cell->from);
        if (cell->from >= cell->to)
            continue;
        if (cell->flags & CELL_BREAK)
            splice_made(splice, ' ', 1, source);
        for (; column < cell->column; column++)
            splice_made(splice, '\t', 1, source);
        splice_part(splice, b, cell->from, cell->to);
    }
    if (column + 1 < c->table->columns)
        splice_made(splice, '\t', c->table->columns - 1 - column, b->end);
    struct block *whole = splice_block(splice, &s->arena, b);
    whole->offset = b->offset;
    whole->end = b->end;
    push_plain(whole, s);
}

void columns_row(const struct columns *c, const struct block *row, struct stretch *s,
                 struct splice *splice)
{
    size_t before = s->lines.count;
    if (c->width > 0 && !c->widths.fits && c->table->kind == TABLE_LAYOUT) {
        take_apart(c, row, s, splice);
    } else if (c->width > 0) {
        struct setting g = {.c = c, .b = row, .s = s, .splice = splice};
        g.boxes = (struct boxes){.table = c->table,
                                 .widths = &c->widths,
                                 .block = row,
                                 .pane = c->width - c->indent,
                                 .view = c->view > c->indent ? c->view - c->indent : 0};
        boxes_make(&g.boxes);
        write_rules(&g, false);
        write_lines(&g);
        write_rules(&g, true);
        boxes_deinit(&g.boxes);
    } else if (c->table->kind == TABLE_DATA)
        add_tabbed(c, row, s, splice);
    /* What is placed is its own text without a width; so is a row that came to nothing. */
    if (s->lines.count == before)
        push_plain(row, s);
}
