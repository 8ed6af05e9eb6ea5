/* SPDX-License-Identifier: MIT */
/* The rows of a table as blocks: texts of cells, parted by tabs, with what a layout must know. */
#include "model/table_work.h"

#include <string.h>

enum { RULE_ABOVE = 1, RULE_BELOW = 2, RULE_DOUBLE = 4, INDENT = 2, DEEPEST = 40 };

struct writing {
    struct work *w;
    const struct part *part;
    const int *map;
    struct table *table;
    struct table_column *columns;
    ARRAY(struct cell) cells; /* of the row */
    uint8_t *rules, *before;  /* RULE_... of each column of this row, of the row before */
    unsigned leftmost;        /* the first grid column of the stub */
};

/* Adds the rules of a row of the grid; those of an empty row all lie below what is above it. */
static void gather_rules(const struct writing *x, size_t row, bool empty)
{
    const struct grid_row *r = &x->w->grid.rows[row];
    for (size_t i = 0; i < r->count; i++) {
        const struct grid_cell *c = &x->w->grid.cells[r->first + i];
        if (!c->above && !c->below)
            continue;
        uint8_t rules = 0;
        rules |= c->above && !empty ? RULE_ABOVE : 0;
        rules |= c->below || empty ? RULE_BELOW : 0;
        rules |= c->below > 1 || (empty && c->above > 1) ? RULE_DOUBLE : 0;
        for (size_t k = c->from; k < c->to; k++)
            if (x->map[k] >= 0)
                x->rules[x->map[k]] |= rules;
    }
}

/* The rules of a row with text, and of the empty ones behind it; what is said twice is said once.
 */
static void rules_of(struct writing *x, size_t row, size_t first_row)
{
    size_t count = x->part->columns;
    uint8_t *before = x->rules;
    x->rules = x->before;
    x->before = before;
    memset(x->rules, 0, count);
    for (size_t k = first_row; k < row; k++) /* empty rows above all others */
        gather_rules(x, k, true);
    for (size_t k = 0; k < count && first_row < row; k++)
        x->rules[k] = x->rules[k] & RULE_BELOW ? RULE_ABOVE : 0;
    gather_rules(x, row, false);
    for (size_t k = row + 1; k < x->part->to && x->w->rows[k].count == 0; k++)
        gather_rules(x, k, true);
    for (size_t k = 0; k < count; k++)
        if (before[k] & RULE_BELOW)
            x->rules[k] &= (uint8_t)~RULE_ABOVE;
}

static unsigned flags_of(uint8_t rules)
{
    return (rules & RULE_ABOVE ? CELL_RULE_ABOVE : 0U) |
           (rules & RULE_BELOW ? CELL_RULE_BELOW : 0U) |
           (rules & RULE_DOUBLE ? CELL_DOUBLE_BELOW : 0U);
}

/* Columns [from, to): a cell without text for each that has a rule. */
static void add_ruled(struct writing *x, size_t from, size_t to)
{
    uint32_t at = (uint32_t)x->w->splice.text.len;
    for (size_t k = from; k < to; k++)
        if (x->rules[k])
            array_push(&x->cells, ((struct cell){.from = at,
                                                 .to = at,
                                                 .column = (uint16_t)k,
                                                 .span = 1,
                                                 .flags = (uint16_t)flags_of(x->rules[k])}));
}

/* Whether a blank stands between the signs and the number of an item. */
static bool is_parted(const struct work *w, const struct item *it, size_t cell)
{
    const struct grid_cell *c = &w->grid.cells[cell];
    if (cell > it->main)
        return c->look.kind == LOOK_MARK || byte_is_letter(c->text.at[0]);
    for (size_t i = cell; i > it->first;) {
        const struct grid_cell *before = &w->grid.cells[--i];
        if (before->look.kind != LOOK_EMPTY)
            return before->text.at[before->text.len - 1] != '(';
    }
    return false;
}

static unsigned label_indent(const struct writing *x, const struct item *it, const struct block *b)
{
    size_t before = 0;
    (void)look_trim(b->text, &before);
    int shape = b->shape.indent + (b->shape.first < 0 ? b->shape.first : 0);
    size_t steps = it->from > x->leftmost ? (size_t)(it->from - x->leftmost) * INDENT : 0;
    size_t indent = before + (size_t)(shape > 0 ? shape : 0) + steps;
    return (unsigned)(indent < DEEPEST ? indent : DEEPEST);
}

/* What stands in a cell may say otherwise than it. Where nothing is said, as the column; text over
 * several columns stands at the left, or in the middle where it heads them. */
static uint8_t align_of(const struct writing *x, const struct item *it, const struct block *b,
                        bool head)
{
    const struct sink_cell *s = &x->w->grid.cells[it->main].raw->cell;
    if (s->aligned && x->w->kind == TABLE_DATA && it->look.kind == LOOK_NUMBER)
        return s->align;
    if (s->aligned || b->shape.align != ALIGN_LEFT)
        return b->shape.align;
    if (it->span > 1 && !item_is_number(it))
        return head && it->column > 0 ? ALIGN_CENTER : ALIGN_LEFT;
    return x->columns[it->column].align;
}

/* The lines of an item, each a cell; the first without CELL_BREAK. */
static void add_item(struct writing *x, const struct item *it, bool head)
{
    struct work *w = x->w;
    uint8_t rules = 0;
    bool first = true;
    /* A number in the first column, with words behind it, is a label: that of an exhibit. */
    bool number = item_is_number(it) && (it->column > 0 || x->columns[0].numeric);
    for (size_t k = it->column; k < (size_t)it->column + it->span; k++)
        rules |= x->rules[k];
    for (size_t i = it->first; i <= it->last; i++) {
        const struct grid_cell *c = &w->grid.cells[i];
        bool joined = i > it->first;
        for (size_t k = 0; k < c->raw->count; k++) {
            const struct block *b = grid_block(&w->grid, c, k);
            struct slice text = look_trim(b->text, NULL);
            if (text.len == 0 || b->flags & SINK_RULE)
                continue;
            if (!first && (!joined || is_parted(w, it, i)))
                splice_made(&w->splice, ' ', 1, w->splice.end);
            size_t at = (size_t)(text.at - b->text.at);
            uint32_t from = (uint32_t)w->splice.text.len;
            splice_part(&w->splice, b, at, at + text.len);
            uint32_t to = (uint32_t)w->splice.text.len;
            if (!first && joined) {
                x->cells.at[x->cells.count - 1].to = to;
                joined = false;
                continue;
            }
            unsigned flags = flags_of(rules) | (first ? 0U : (unsigned)CELL_BREAK) |
                             (head ? (unsigned)CELL_HEAD : 0U) |
                             (number ? (unsigned)CELL_NUMBER : 0U);
            bool label = it->column == 0 && !number;
            array_push(&x->cells,
                       ((struct cell){.from = from,
                                      .to = to,
                                      .column = it->column,
                                      .span = it->span,
                                      .flags = (uint16_t)flags,
                                      .align = align_of(x, it, b, head),
                                      .indent = (uint8_t)(label ? label_indent(x, it, b) : 0)}));
            first = false;
            joined = false;
        }
    }
}

/* A second item of a column is a line of it; but what no column is left for, which may be any
 * number of cells, goes on in the last line. */
static void add_to_column(struct writing *x, const struct item *it, bool head)
{
    size_t count = x->cells.count;
    splice_made(&x->w->splice, ' ', 1, x->w->splice.end);
    add_item(x, it, head);
    if (it->from == TABLE_COLUMNS - 1 && count > 0 && x->cells.count > count) {
        x->cells.at[count - 1].to = x->cells.at[x->cells.count - 1].to;
        x->cells.count = count;
    }
    for (size_t k = count; k < x->cells.count; k++)
        x->cells.at[k].flags |= CELL_BREAK;
}

static void write_row(struct writing *x, size_t row, size_t first_row)
{
    struct work *w = x->w;
    const struct work_row *r = &w->rows[row];
    bool head = row < x->part->head_end;
    size_t column = 0;
    rules_of(x, row, first_row);
    x->cells.count = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        if (it->column > column)
            add_ruled(x, column, it->column);
        if (i > 0 && it->column < column) {
            add_to_column(x, it, head);
            continue;
        }
        if (i > 0)
            splice_made(&w->splice, '\t', 1, w->splice.end);
        add_item(x, it, head);
        column = (size_t)it->column + it->span;
    }
    add_ruled(x, column, x->part->columns);
    struct row *out = arena_alloc(w->arena, sizeof *out);
    struct cell *cells = arena_array(w->arena, x->cells.count, sizeof *cells);
    if (x->cells.count > 0)
        memcpy(cells, x->cells.at, x->cells.count * sizeof *cells);
    *out = (struct row){x->table, x->table->rows, cells, x->cells.count};
    struct block b = splice_kept(&w->splice, w->arena);
    b.flags |= SINK_TABLE;
    b.shape = (struct sink_shape){0};
    b.row = out;
    if (x->table->rows == 0)
        x->table->offset = x->table->offset ? x->table->offset : b.offset;
    else
        b.blank = 0;
    if (x->table->rows == 0 && b.blank == 0 && x->part->from > 0)
        b.blank = 1; /* above a head that stands again */
    x->table->end = b.end;
    x->table->rows++;
    x->table->header_rows += head;
    w->add(w->self, &b);
}

/* Align, kind and width of the columns, by what most of their cells are. */
static void describe(struct writing *x)
{
    struct votes {
        size_t aligned[3], numbers, none, years, all; /* none: of the numbers, dashes and such */
    } *votes = arena_array(&x->w->scratch, x->part->columns, sizeof *votes);
    for (size_t row = x->part->head_end; row < x->part->to; row++) {
        const struct work_row *r = &x->w->rows[row];
        for (size_t i = 0; i < r->count && !r->prose; i++) {
            const struct item *it = &x->w->items[r->first + i];
            const struct grid_cell *c = &x->w->grid.cells[it->main];
            struct votes *v = &votes[it->column];
            const struct table_column *old = &x->columns[it->column];
            if (it->span > 1)
                continue;
            v->all++;
            v->numbers += item_is_number(it);
            v->none += it->look.kind == LOOK_NONE;
            v->years += it->look.kind == LOOK_YEAR;
            if (c->raw->cell.aligned && c->raw->cell.align <= ALIGN_RIGHT)
                v->aligned[c->raw->cell.align]++;
            uint16_t width = 0;
            for (size_t k = it->first; k <= it->last; k++)
                width = (uint16_t)(width + x->w->grid.cells[k].raw->cell.width);
            x->columns[it->column].width = old->width > width ? old->width : width;
            if (it->column == 0 && !item_is_number(it) && it->from < x->leftmost)
                x->leftmost = it->from;
        }
    }
    bool words = false, numbers = false; /* a column of them behind the first */
    for (size_t k = x->part->columns; k-- > 0;) {
        struct table_column *c = &x->columns[k];
        /* Years before numbers are labels. */
        size_t years = k == 0 && numbers ? 0 : votes[k].years;
        c->numeric = (votes[k].numbers + years) * 2 > votes[k].all && !(k == 0 && words);
        /* Dashes before words are bullets. */
        if (votes[k].none == votes[k].numbers && years == 0 && k + 1 < x->part->columns &&
            !c[1].numeric)
            c->numeric = false;
        words = words || (!c->numeric && votes[k].all > 0);
        numbers = numbers || c->numeric;
        size_t most = votes[k].all / 2;
        c->align = c->numeric                              ? ALIGN_RIGHT
                   : votes[k].aligned[ALIGN_CENTER] > most ? ALIGN_CENTER
                   : votes[k].aligned[ALIGN_RIGHT] > most  ? ALIGN_RIGHT
                                                           : ALIGN_LEFT;
    }
}

static void begin_table(struct writing *x)
{
    struct work *w = x->w;
    x->table = arena_alloc(w->arena, sizeof *x->table);
    *x->table = (struct table){
        .kind = w->kind, .columns = x->part->columns, .column = x->columns, .caption = w->caption};
}

/* Text across the table: a footnote when it stands behind the last numbers and has a mark. */
static unsigned prose_flags(const struct work *w, size_t row, size_t last_body)
{
    if (w->kind == TABLE_LAYOUT)
        return 0;
    struct slice text = w->items[w->rows[row].first].text;
    bool mark = text.len > 0 &&
                (text.at[0] == '(' || text.at[0] == '*' || text.at[0] == '[' || text.at[0] == '^' ||
                 byte_is_digit(text.at[0]) || slice_starts_nocase(text, SLICE("note")) ||
                 (unsigned char)text.at[0] >= 0x80);
    return SINK_TABLE | (row > last_body && mark ? SINK_FOOTNOTE : 0U);
}

void table_rows(struct work *w, const struct part *p, const int *map)
{
    struct writing x = {.w = w, .part = p, .map = map, .leftmost = TABLE_COLUMNS};
    size_t last_body = p->from;
    bool any = false;
    x.columns = arena_array(w->arena, p->columns, sizeof *x.columns);
    x.rules = arena_array(&w->scratch, p->columns, 1);
    x.before = arena_array(&w->scratch, p->columns, 1);
    describe(&x);
    for (size_t row = p->from; row < p->to; row++)
        if (w->rows[row].count > 0 && !w->rows[row].prose)
            last_body = row;
    for (size_t row = p->from; row < p->to; row++) {
        if (w->rows[row].count == 0)
            continue;
        if (w->rows[row].prose) {
            table_prose(w, row, prose_flags(w, row, last_body));
            continue;
        }
        if (!any || x.table->rows == TABLE_ROWS)
            begin_table(&x);
        write_row(&x, row, any ? row : p->from);
        any = true;
    }
    array_deinit(&x.cells);
}
