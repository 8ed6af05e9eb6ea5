/* SPDX-License-Identifier: MIT */
/* Moving by cells, and what of a table is in sight. */
#include "ui/grid/grid_view.h"

#include "base/width.h"
#include "layout/cells.h"
#include "layout/wrap.h"
#include "ui/grid/grid_words.h"

enum {
    LINED_ROWS = 50,   /* rows that are looked at for rules below each */
    CAPTION_ROWS = 12, /* rows of a pane with room for the caption, */
    LINE_ROWS = 7,     /* for a line below the head, */
    VALUE_ROWS = 8,    /* for the value of the cell, */
    TOLD_ROWS = 3,     /* for what is in sight */
    VALUE_LINES = 4    /* of a long value, at most */
};

size_t grid_view_rows(const struct grid_view *v)
{
    return v->table.count - v->table.heads;
}

size_t grid_view_table_row(const struct grid_view *v, size_t row)
{
    return v->table.heads + row;
}

const struct cell *grid_view_cell(const struct grid_view *v)
{
    return tabular_cell(&v->table, grid_view_table_row(v, v->row), v->table.used[v->column]);
}

void grid_view_range(const struct grid_view *v, size_t *from, size_t *to)
{
    tabular_range(&v->table, grid_view_table_row(v, v->row), grid_view_cell(v), from, to);
}

/* ---- the lines of the pane */

static bool has_flag(const struct grid_view *v, size_t row, unsigned flag)
{
    const struct row *r = v->table.rows[row].row;
    for (size_t i = 0; i < r->count; i++)
        if (r->cells[i].flags & flag)
            return true;
    return false;
}

static bool is_ruled(const struct grid_view *v, size_t row)
{
    return row > 0 && row < v->table.count &&
           (has_flag(v, row - 1, CELL_RULE_BELOW) || has_flag(v, row, CELL_RULE_ABOVE));
}

bool grid_view_ruled(const struct grid_view *v, size_t table_row)
{
    if (v->lined && table_row > v->table.heads)
        return has_flag(v, table_row - 1, CELL_DOUBLE_BELOW);
    return is_ruled(v, table_row);
}

static bool is_lined(const struct grid_view *v)
{
    size_t rows = grid_view_rows(v) < LINED_ROWS ? grid_view_rows(v) : LINED_ROWS;
    size_t ruled = 0;
    for (size_t i = 1; i < rows; i++)
        ruled += is_ruled(v, grid_view_table_row(v, i));
    return rows > 4 && ruled * 4 > rows * 3;
}

int grid_view_head_lines(const struct grid_view *v, size_t table_row)
{
    const struct row *r = v->table.rows[table_row].row;
    size_t most = 1;
    for (size_t i = 0; i < r->count; i++) {
        const struct cell *c = &r->cells[i];
        size_t span = c->span > 0 ? c->span : 1;
        size_t room = grid_columns_room(&v->columns, c->column, c->column + span);
        if (c->flags & CELL_BREAK || c->from >= c->to || room == 0)
            continue;
        size_t lines = wrap_count(tabular_text(&v->table, table_row, c), room, 8);
        most = lines > most ? lines : most;
    }
    return (int)most;
}

static int head_lines(const struct grid_view *v)
{
    int lines = 0;
    for (size_t i = 0; i < v->table.heads && lines < 100; i++)
        lines += grid_view_head_lines(v, i) + (i > 0 && grid_view_ruled(v, i));
    return lines;
}

static int value_lines(const struct grid_view *v)
{
    struct buffer text = {0};
    grid_view_value(v, &text);
    size_t room = v->pane_columns > 1 ? (size_t)v->pane_columns - 1 : 1;
    size_t lines = wrap_count(buffer_slice(&text), room, VALUE_LINES);
    buffer_deinit(&text);
    return lines > VALUE_LINES ? VALUE_LINES : lines > 0 ? (int)lines : 1;
}

static void set_frame(struct grid_view *v)
{
    struct grid_frame f = {0};
    int rows = v->pane_rows;
    f.told = rows >= TOLD_ROWS;
    f.value = rows >= VALUE_ROWS ? value_lines(v) : 0;
    while (f.value > 1 && f.value > rows / 4)
        f.value--;
    f.caption = rows >= CAPTION_ROWS && v->table.caption.len > 0;
    f.line = rows >= LINE_ROWS && v->table.heads > 0;
    int left = rows - f.told - f.value - f.caption - f.line;
    int head = head_lines(v);
    f.head = head <= left / 2 ? head : left / 2;
    f.cut = head - f.head;
    f.top = f.caption + f.head + f.line;
    f.body = left - f.head > 0 ? left - f.head : 0;
    v->frame = f;
}

/* ---- what is in sight */

static size_t lines_of(const struct grid_view *v, size_t row)
{
    return 1 + (size_t)grid_view_ruled(v, grid_view_table_row(v, row));
}

/* The first row from which on `last` is the last in sight. */
static size_t top_for(const struct grid_view *v, size_t last)
{
    size_t room = v->frame.body > 0 ? (size_t)v->frame.body : 1;
    size_t used = 1, top = last;
    while (top > 0 && used + lines_of(v, top) <= room) {
        used += lines_of(v, top);
        top--;
    }
    return top;
}

size_t grid_view_in_sight(const struct grid_view *v)
{
    size_t room = v->frame.body > 0 ? (size_t)v->frame.body : 1;
    size_t used = 1, row = v->top + 1;
    while (row < grid_view_rows(v) && used + lines_of(v, row) <= room)
        used += lines_of(v, row++);
    return row - v->top;
}

/* Makes the cell visible after any change. */
static void fit(struct grid_view *v)
{
    size_t columns = v->pane_columns > 0 ? (size_t)v->pane_columns : 1;
    size_t from = v->row > (size_t)v->pane_rows ? v->row - (size_t)v->pane_rows : 0;
    grid_columns_measure(&v->columns, grid_view_table_row(v, from),
                         grid_view_table_row(v, v->row + (size_t)v->pane_rows + 1));
    grid_columns_place(&v->columns, columns, v->frozen, v->first, v->column);
    v->first = v->columns.first;
    set_frame(v);
    size_t least = top_for(v, v->row), most = top_for(v, grid_view_rows(v) - 1);
    v->top = v->top < least ? least : v->top > v->row ? v->row : v->top;
    v->top = v->top > most ? most : v->top;
}

void grid_view_resize(struct grid_view *v, int rows, int columns)
{
    v->pane_rows = rows > 0 ? rows : 0;
    v->pane_columns = columns > 0 ? columns : 0;
    fit(v);
}

bool grid_view_open(struct grid_view *v, struct content *content, size_t offset)
{
    *v = (struct grid_view){0};
    if (!tabular_open(&v->table, content, offset))
        return false;
    grid_columns_init(&v->columns, &v->table);
    v->frozen = v->table.used_count > 1;
    v->column = v->frozen;
    v->lined = is_lined(v);
    size_t row = tabular_row_at(&v->table, offset);
    v->row = row > v->table.heads ? row - v->table.heads : 0;
    return true;
}

void grid_view_close(struct grid_view *v)
{
    grid_columns_deinit(&v->columns);
    tabular_close(&v->table);
    *v = (struct grid_view){0};
}

/* ---- motions */

void grid_view_go(struct grid_view *v, size_t row, size_t column)
{
    size_t rows = grid_view_rows(v), columns = v->table.used_count;
    v->row = row < rows ? row : rows - 1;
    v->column = column < columns ? column : columns - 1;
    fit(v);
}

void grid_view_go_to(struct grid_view *v, size_t offset)
{
    size_t table_row = tabular_row_at(&v->table, offset);
    size_t column = v->column;
    for (size_t i = v->table.used_count; i > 0; i--) {
        const struct cell *c = tabular_cell(&v->table, table_row, v->table.used[i - 1]);
        size_t from, to;
        tabular_range(&v->table, table_row, c, &from, &to);
        if (c && from <= offset && offset < to)
            column = i - 1;
    }
    grid_view_go(v, table_row > v->table.heads ? table_row - v->table.heads : 0, column);
}

/* Moves `row` by steps, cut at the ends, and says which end it was when there is none to go. */
static size_t moved(size_t at, size_t count, size_t steps, bool on, const char *what,
                    struct buffer *say)
{
    size_t room = on ? count - 1 - at : at;
    if (room == 0 && steps > 0)
        buffer_addf(say, "this is the %s %s", on ? "last" : "first", what);
    steps = steps < room ? steps : room;
    return on ? at + steps : at - steps;
}

static void move_rows(struct grid_view *v, size_t steps, bool down, struct buffer *say)
{
    grid_view_go(v, moved(v->row, grid_view_rows(v), steps, down, "row", say), v->column);
}

static void move_columns(struct grid_view *v, size_t steps, bool right, struct buffer *say)
{
    grid_view_go(v, v->row, moved(v->column, v->table.used_count, steps, right, "column", say));
}

/* Rows and cell together. */
static void move_screen(struct grid_view *v, size_t rows, bool down, struct buffer *say)
{
    size_t most = top_for(v, grid_view_rows(v) - 1);
    rows = rows > 0 ? rows : 1;
    if (down)
        v->top = v->top + rows < most ? v->top + rows : most;
    else
        v->top = v->top > rows ? v->top - rows : 0;
    move_rows(v, rows, down, say);
}

/* To the next row that heads others: a label alone; else to the end. */
static void move_paragraph(struct grid_view *v, size_t steps, bool down, struct buffer *say)
{
    size_t row = v->row, last = grid_view_rows(v) - 1;
    for (; steps > 0 && row != (down ? last : 0); steps--)
        do
            row = down ? row + 1 : row - 1;
        while (row != (down ? last : 0) &&
               !row_is_label(v->table.rows[grid_view_table_row(v, row)].row));
    if (row == v->row)
        buffer_addf(say, "this is the %s row", down ? "last" : "first");
    grid_view_go(v, row, v->column);
}

/* Scrolls so that the row of the cell is the first in sight, in the middle, or the last. */
static void place_row(struct grid_view *v, enum action_id where)
{
    size_t above = v->row - top_for(v, v->row);
    above = where == ACTION_PLACE_TOP ? 0 : where == ACTION_PLACE_MIDDLE ? above / 2 : above;
    v->top = v->row - above;
    fit(v);
}

static bool move_to(struct grid_view *v, const struct order *order)
{
    size_t rows = grid_view_rows(v), count = order->count > 0 ? (size_t)order->count : 0;
    switch (order->action) {
    case ACTION_TOP:
    case ACTION_GOTO_LINE:
        grid_view_go(v, count > 0 ? count - 1 : 0, v->column);
        return true;
    case ACTION_BOTTOM:
        grid_view_go(v, count > 0 ? count - 1 : rows - 1, v->column);
        return true;
    case ACTION_GOTO_PERCENT:
        grid_view_go(v, (count < 100 ? count : 100) * (rows - 1) / 100, v->column);
        return true;
    case ACTION_PLACE_TOP:
    case ACTION_PLACE_MIDDLE:
    case ACTION_PLACE_BOTTOM:
        place_row(v, order->action);
        return true;
    case ACTION_SCROLL_HOME:
        v->first = 0;
        grid_view_go(v, v->row, 0);
        return true;
    case ACTION_SCROLL_END:
        grid_view_go(v, v->row, v->table.used_count - 1);
        return true;
    default:
        return false;
    }
}

bool grid_view_handle(struct grid_view *v, const struct order *order, struct buffer *say)
{
    size_t steps = order_steps(order), screen = grid_view_in_sight(v);
    bool counted = order->count > 0;
    switch (order->action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
        move_rows(v, steps, order->action == ACTION_LINE_DOWN, say);
        return true;
    case ACTION_HALF_SCREEN_DOWN:
    case ACTION_HALF_SCREEN_UP:
        move_screen(v, counted ? steps : (screen + 1) / 2, order->action == ACTION_HALF_SCREEN_DOWN,
                    say);
        return true;
    case ACTION_SCREEN_DOWN:
    case ACTION_SCREEN_UP:
        steps = steps < grid_view_rows(v) ? steps : grid_view_rows(v);
        move_screen(v, screen * steps, order->action == ACTION_SCREEN_DOWN, say);
        return true;
    case ACTION_SCROLL_LEFT:
    case ACTION_SCROLL_RIGHT:
        move_columns(v, steps, order->action == ACTION_SCROLL_RIGHT, say);
        return true;
    case ACTION_NEXT_PARAGRAPH:
    case ACTION_PREVIOUS_PARAGRAPH:
        move_paragraph(v, steps, order->action == ACTION_NEXT_PARAGRAPH, say);
        return true;
    default:
        return move_to(v, order);
    }
}

void grid_view_freeze(struct grid_view *v, long count, struct buffer *say)
{
    size_t most = v->table.used_count - 1;
    size_t usual = v->table.used_count > 1;
    size_t wish = count > 0 ? (size_t)count : v->column + 1;
    wish = wish < most ? wish : most;
    if (v->columns.whole || wish == v->frozen || (count <= 0 && v->frozen != usual))
        wish = usual;
    v->frozen = wish;
    v->first = v->frozen;
    fit(v);
    if (v->columns.whole) {
        buffer_add_text(say, "all columns are in sight; none has to stay");
        return;
    }
    buffer_addf(say, v->frozen == 1 ? "%zu column stays" : "%zu columns stay", v->frozen);
    if (v->columns.frozen < v->frozen)
        buffer_addf(say, "; there is room for %zu", v->columns.frozen);
}

bool grid_view_point(struct grid_view *v, int row, int column)
{
    if (row < v->frame.top || row >= v->frame.top + v->frame.body || column < 0)
        return false;
    size_t line = (size_t)(row - v->frame.top), used = 0, at = v->top, rows = grid_view_rows(v);
    while (at + 1 < rows && used + lines_of(v, at + 1) <= line)
        used += lines_of(v, ++at);
    size_t found = grid_columns_find(&v->columns, (size_t)v->pane_columns, (size_t)column);
    if (line > used + 1 || found == SIZE_MAX)
        return false;
    grid_view_go(v, at, found);
    return true;
}
