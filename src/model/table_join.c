/* SPDX-License-Identifier: MIT */
/*
 * Joining: "$", "(", ")", "%" and the marks of footnotes, which filings put in cells of their own
 * so that numbers stand below each other, become part of their number again.
 */
#include "model/table_work.h"

enum { GAP = 2 /* empty cells between a sign and its number, at most */ };

/* How often the cells that begin in a column of the grid are signs, and how often others. */
struct tally {
    unsigned signs, others;
    bool headed; /* a head stands over this column alone: it is one, whatever it holds */
};

static struct tally *count_signs(struct work *w)
{
    struct tally *tally = arena_array(&w->scratch, w->grid.columns + 1, sizeof *tally);
    for (size_t i = 0; i < w->raw->cells.count; i++) {
        const struct grid_cell *c = &w->grid.cells[i];
        if (c->look.kind == LOOK_BEHIND || c->look.kind == LOOK_MARK)
            tally[c->from].signs++;
        else if (c->raw->cell.head && c->to == c->from + 1 && c->look.kind == LOOK_TEXT)
            tally[c->from].headed = true;
        else if (c->look.kind != LOOK_EMPTY)
            tally[c->from].others++;
    }
    return tally;
}

/* The next cell of the row with text, not more than GAP empty ones away; or `end`. */
static size_t next_cell(const struct work *w, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end && i <= at + 1 + GAP; i++)
        if (w->grid.cells[i].look.kind != LOOK_EMPTY)
            return i;
    return end;
}

static bool all_super(const struct work *w, const struct grid_cell *c)
{
    size_t until;
    for (size_t i = 0; i < c->raw->count; i++) {
        const struct block *b = grid_block(&w->grid, c, i);
        for (size_t at = 0; at < b->text.len; at = until)
            if (!(block_style(b, at, &until) & (STYLE_SUPER | STYLE_ADDED)))
                return false;
    }
    return true;
}

/* What matters of a row for all its marks. */
struct row_marks {
    size_t first; /* its first cell with text */
    bool numbers; /* there is a number in it */
};

static struct row_marks look_at_row(const struct work *w, const struct grid_row *r)
{
    struct row_marks marks = {.first = r->first + r->count};
    for (size_t i = r->first + r->count; i-- > r->first;) {
        enum look_kind kind = w->grid.cells[i].look.kind;
        marks.numbers = marks.numbers || kind == LOOK_NUMBER;
        marks.first = kind != LOOK_EMPTY ? i : marks.first;
    }
    return marks;
}

/* Whether the cell belongs to what the item has so far, standing behind it. */
static bool belongs(const struct work *w, const struct item *it, const struct grid_cell *c,
                    const struct tally *tally, struct row_marks marks)
{
    bool number = item_is_number(it);
    if (tally[c->from].headed)
        return false;
    if (c->look.kind == LOOK_BEHIND && it->look.kind == LOOK_TEXT)
        return it->length <= 3 && slice_equal(c->text, SLICE(")")); /* "a", ")" */
    if (c->look.kind == LOOK_BEHIND)
        return number && (it->look.open || c->text.at[0] != ')');
    if (c->look.kind != LOOK_MARK)
        return false;
    if (all_super(w, c))
        return it->look.kind != LOOK_MARK;
    /* "(1)" may be a number below zero: only where nothing but marks stands is it a mark. */
    /* Words may have a mark: where numbers stand in the row it is none of them; else only the words
     * of a head have marks, and no label. */
    bool beside = c == &w->grid.cells[it->last] + 1 && (marks.numbers || it->first != marks.first);
    return tally[c->from].others == 0 && (number || it->look.period || beside) &&
           it->look.kind != LOOK_MARK && w->grid.cells[it->main].look.kind != LOOK_MARK;
}

static void take_cell(const struct work *w, struct item *it, size_t cell)
{
    const struct grid_cell *c = &w->grid.cells[cell];
    it->last = cell;
    it->to = c->to > it->to ? c->to : it->to;
    it->length += c->length;
    it->bold = it->bold && c->bold;
    it->head = it->head && c->raw->cell.head;
    it->below = it->below && c->below > 0;
}

/* Takes the signs before a number, and the number; the item's first cell is such a sign. */
static void take_before(struct work *w, struct item *it, size_t end)
{
    size_t at = it->first;
    while (w->grid.cells[at].look.kind == LOOK_BEFORE) {
        size_t next = next_cell(w, at, end);
        if (next == end)
            return;
        enum look_kind kind = w->grid.cells[next].look.kind;
        if (kind != LOOK_BEFORE && kind != LOOK_NUMBER && kind != LOOK_NONE && kind != LOOK_YEAR &&
            kind != LOOK_MARK)
            return;
        at = next;
    }
    bool open = false;
    for (size_t i = it->first; i < at; i++)
        open = open || w->grid.cells[i].look.open ||
               (w->grid.cells[i].text.len > 0 &&
                slice_find(w->grid.cells[i].text, SLICE("(")) < w->grid.cells[i].text.len);
    for (size_t i = it->first + 1; i <= at; i++)
        if (w->grid.cells[i].look.kind != LOOK_EMPTY)
            take_cell(w, it, i);
    it->main = at;
    it->look = w->grid.cells[at].look;
    if (it->look.kind != LOOK_NONE)
        it->look.kind = LOOK_NUMBER;
    it->look.strong = true;
    it->look.period = false;
    it->look.open = open || it->look.open;
}

/* "(12)": a mark, or twelve below zero. */
static bool is_number_too(struct slice text)
{
    return text.len > 2 && text.at[0] == '(' && byte_is_digit(text.at[1]);
}

static void join_row(struct work *w, size_t row, const struct tally *tally)
{
    const struct grid_row *r = &w->grid.rows[row];
    struct work_row *out = &w->rows[row];
    size_t end = r->first + r->count;
    struct row_marks marks = look_at_row(w, r);
    out->first = w->item_count;
    for (size_t i = r->first; i < end; i++) {
        const struct grid_cell *c = &w->grid.cells[i];
        if (c->look.kind == LOOK_EMPTY)
            continue;
        struct item *it = &w->items[w->item_count++];
        *it = (struct item){.first = i,
                            .last = i,
                            .main = i,
                            .from = c->from,
                            .to = c->to,
                            .look = c->look,
                            .length = c->length,
                            .bold = c->bold,
                            .head = c->raw->cell.head,
                            .below = c->below > 0};
        if (c->look.kind == LOOK_MARK && it > &w->items[out->first] && is_number_too(c->text))
            it->look.kind = LOOK_NUMBER;
        if (c->look.kind == LOOK_BEFORE && !tally[c->from].headed)
            take_before(w, it, end);
        for (size_t next = next_cell(w, it->last, end);
             next < end && belongs(w, it, &w->grid.cells[next], tally, marks);
             next = next_cell(w, it->last, end)) {
            take_cell(w, it, next);
            it->look.strong = it->look.strong || w->grid.cells[next].look.kind == LOOK_BEHIND;
            it->look.open = it->look.open && w->grid.cells[next].text.at[0] != ')';
        }
        it->text = w->grid.cells[it->main].text;
        i = it->last;
    }
    out->count = w->item_count - out->first;
}

/* The first row that no cell with text reaches from here or above, who reach `reached`. */
static size_t reach_down(const struct work *w, size_t row, size_t reached)
{
    const struct grid_row *r = &w->grid.rows[row];
    for (size_t i = r->first; i < r->first + r->count; i++) {
        const struct grid_cell *c = &w->grid.cells[i];
        if (c->look.kind != LOOK_EMPTY && row + c->raw->cell.rows > reached)
            reached = row + c->raw->cell.rows;
    }
    return reached;
}

void table_join(struct work *w)
{
    struct tally *tally = count_signs(w);
    w->items = arena_array(&w->scratch, w->raw->cells.count, sizeof *w->items);
    w->rows = arena_array(&w->scratch, w->grid.row_count, sizeof *w->rows);
    w->starts_part = arena_array(&w->scratch, w->grid.row_count, sizeof *w->starts_part);
    size_t reached = 0;
    for (size_t row = 0; row < w->grid.row_count; row++) {
        join_row(w, row, tally);
        size_t before = reached;
        reached = reach_down(w, row, reached);
        w->rows[row].beside = row < before || row + 1 < reached;
    }
}
