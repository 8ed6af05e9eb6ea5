/* SPDX-License-Identifier: MIT */
/* Rows of a table that read better as paragraphs: bullets, a label and its title, lone cells. */
#include "base/width.h"
#include "model/table_work.h"
#include "model/marker.h"

enum {
    LONG = 120,          /* bytes: more is a paragraph, not a label */
    INDENT = 2,          /* columns, for an empty cell before the text */
    WIDEST_INDENT = 12,  /* the same, where the filing says how wide the cell is */
    COLUMNS_OF_ALL = 80, /* that a table's width stands for */
    HALF = 300           /* tenths of a percent: text behind so much is put there, not indented */
};

/* Tenths of a percent of the empty cells before the row's first item. */
static unsigned room_before(const struct work *w, const struct work_row *r, size_t row)
{
    unsigned room = 0;
    for (size_t i = w->grid.rows[row].first; i < w->items[r->first].first; i++)
        room += w->grid.cells[i].raw->cell.width;
    return room;
}

static bool are_marks(const struct work *w, const struct work_row *r, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct slice text = w->items[r->first + i].text;
        bool whole = w->items[r->first + i].length == text.len;
        bool listed = w->items[r->first + i].look.kind == LOOK_NUMBER && text.len <= 8;
        if (!whole || !(marker_is(text) || marker_is_label(text) || listed))
            return false;
    }
    return true;
}

/* Markers and a text behind them. */
static bool is_marked(const struct work *w, const struct work_row *r)
{
    return r->count <= 4 && are_marks(w, r, r->count - 1) &&
           w->items[r->first + r->count - 1].look.kind != LOOK_MARK;
}

/* Whether a row of the table puts texts side by side. */
bool table_is_side_by_side(const struct work *w)
{
    for (size_t row = 0; row < w->grid.row_count; row++)
        if (w->rows[row].count > 1 && !is_marked(w, &w->rows[row]))
            return true;
    return false;
}

static bool spans_most(const struct work *w, const struct item *it)
{
    return (size_t)(it->to - it->from) * 5 >= w->grid.columns * 4;
}

/* "(1) Includes ...", "* Less than": a footnote. */
static bool begins_with_mark(struct slice text)
{
    size_t close = slice_find(slice_cut(text, 0, 6), SLICE(")"));
    if (text.len < 4)
        return false;
    return text.at[0] == '*' || text.at[0] == '^' || (text.at[0] == '(' && close < 5 && close > 1);
}

bool table_row_is_prose(const struct work *w, size_t row)
{
    const struct work_row *r = &w->rows[row];
    if (r->count == 0)
        return false;
    const struct item *first = &w->items[r->first], *last = first + r->count - 1;
    if (w->kind == TABLE_DATA && r->class != ROW_LABEL)
        return r->count == 2 && marker_is(first->text) && last->look.kind == LOOK_TEXT &&
               last->length > LONG / 2 && (size_t)(last->to - first->from) * 2 > w->grid.columns &&
               w->grid.columns > 2;
    if (w->kind == TABLE_DATA)
        return last->length > LONG || (row > w->last_body && begins_with_mark(last->text));
    if (r->count == 1)
        return last->length > LONG || spans_most(w, last) ||
               (!w->side_by_side && room_before(w, r, row) < HALF);
    return is_marked(w, r) && !r->beside;
}

static unsigned indent_of(const struct work *w, const struct work_row *r, size_t row)
{
    const struct item *first = &w->items[r->first];
    if (first->from == 0)
        return 0;
    unsigned room = room_before(w, r, row) * COLUMNS_OF_ALL / 1000;
    return room == 0 ? INDENT : room < WIDEST_INDENT ? room : WIDEST_INDENT;
}

static uint8_t indent_sum(unsigned a, unsigned b)
{
    return (uint8_t)(a + b < 200 ? a + b : 200);
}

/* The bounds of the block's text without blanks at its ends. */
static bool bounds(const struct block *b, size_t *from, size_t *to)
{
    struct slice text = look_trim(b->text, NULL);
    *from = text.len > 0 ? (size_t)(text.at - b->text.at) : 0;
    *to = *from + text.len;
    return text.len > 0;
}

static void emit(struct work *w, unsigned flags, struct sink_shape shape)
{
    struct block b = splice_kept(&w->splice, w->arena);
    b.flags |= flags;
    b.shape = shape;
    w->add(w->self, &b);
}

/* The paragraphs of one cell. What is composed already begins the first of them; `hang` is how many
 * columns that takes. */
static void add_cell(struct work *w, const struct grid_cell *c, unsigned flags, unsigned indent,
                     unsigned hang, struct sink_shape *marker)
{
    bool begun = w->splice.first;
    for (size_t i = 0; i < c->raw->count; i++) {
        const struct block *b = grid_block(&w->grid, c, i);
        size_t from, to;
        if (!bounds(b, &from, &to))
            continue;
        struct sink_shape shape = begun ? *marker : b->shape;
        if (begun)
            splice_made(&w->splice, ' ', 1, w->splice.end);
        splice_part(&w->splice, b, from, to);
        shape.indent = indent_sum(shape.indent, indent + hang);
        if (hang > 0)
            shape.first = (int8_t)(begun ? -(int)hang : 0);
        begun = false;
        emit(w, flags, shape);
    }
}

/* The texts of a marker's cell; `shape` is that of the first. */
static void add_marker(struct work *w, const struct grid_cell *c, struct sink_shape *shape)
{
    for (size_t i = 0; i < c->raw->count; i++) {
        const struct block *b = grid_block(&w->grid, c, i);
        size_t from, to;
        if (!bounds(b, &from, &to))
            continue;
        if (w->splice.first)
            splice_made(&w->splice, ' ', 1, w->splice.end);
        else
            *shape = b->shape;
        splice_part(&w->splice, b, from, to);
    }
}

void table_prose(struct work *w, size_t row, unsigned flags)
{
    const struct work_row *r = &w->rows[row];
    unsigned indent = indent_of(w, r, row);
    struct sink_shape shape = {0};
    bool label = r->count > 1 && marker_is_label(w->items[r->first].text);
    for (size_t i = 0; i + 1 < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        for (size_t cell = it->first; cell <= it->last; cell++)
            add_marker(w, &w->grid.cells[cell], &shape);
    }
    size_t hang = 0;
    if (r->count > 1)
        hang = width_of_text(buffer_slice(&w->splice.text)) + 1;
    if (label || hang > 40)
        hang = 0;
    if (r->count > 1 && !label)
        shape.align = ALIGN_LEFT;
    if (hang > 0)
        shape.first = 0;
    const struct item *last = &w->items[r->first + r->count - 1];
    for (size_t i = last->first; i <= last->last; i++)
        add_cell(w, &w->grid.cells[i], flags, indent, (unsigned)hang, &shape);
}
