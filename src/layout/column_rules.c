/* SPDX-License-Identifier: MIT */
/* Which columns are ruled between two rows, and which of the gaps between them. */
#include "layout/column_rules.h"

/* A column of the line. */
struct mark {
    uint8_t sign; /* 0: no rule; 1 single, 2 double */
    bool whole;   /* all of the column, not only where its numbers stand */
    bool joined;  /* with the column before */
};

struct rules {
    struct mark marks[TABLE_COLUMNS + 1];
    size_t count;
    bool any;
};

static size_t behind(const struct cell *cell, size_t count)
{
    size_t end = (size_t)cell->column + (cell->span > 1 ? cell->span : 1);
    return end < count ? end : count;
}

static void mark_row(struct rules *r, const struct block *b, unsigned which)
{
    for (size_t i = 0; b && i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        if (!(cell->flags & which) || cell->flags & CELL_BREAK)
            continue;
        uint8_t sign = which == CELL_RULE_BELOW && cell->flags & CELL_DOUBLE_BELOW ? 2 : 1;
        for (size_t k = cell->column; k < behind(cell, r->count); k++) {
            struct mark *mark = &r->marks[k];
            mark->sign = sign > mark->sign ? sign : mark->sign;
            mark->whole = mark->whole || cell->flags & CELL_HEAD || cell->span > 1;
            mark->joined = mark->joined || k > cell->column;
            r->any = true;
        }
    }
}

/* Whether all columns of what is only placed are ruled, but for the first, that of bullets. */
static bool is_placed_line(const struct rules *r, const struct block *b)
{
    size_t ruled = 0;
    for (size_t k = 1; k < r->count; k++)
        ruled += r->marks[k].sign > 0;
    return ruled > 2 && ruled + 1 == r->count && b->row->table->kind == TABLE_LAYOUT;
}

/* Under a head over several columns, and where the label is ruled too, it is one rule. */
static void join(struct rules *r, const struct block *above, const struct block *below)
{
    if (is_placed_line(r, above ? above : below))
        r->marks[0].sign = 1;
    for (size_t i = 0; above && i < above->row->count; i++) {
        const struct cell *cell = &above->row->cells[i];
        if (cell->flags & CELL_HEAD && cell->from < cell->to)
            for (size_t k = (size_t)cell->column + 1; k < behind(cell, r->count); k++)
                r->marks[k].joined = true;
    }
    for (size_t k = 0; k < r->count && r->marks[0].sign; k++) {
        r->marks[k].whole = true;
        r->marks[k].joined = k > 0;
    }
}

/* The columns of the table's column `k` that a rule takes. */
static void extent(const struct column *c, bool whole, size_t *from, size_t *to)
{
    size_t figures = c->whole + c->tail;
    *from = c->left;
    *to = c->left + c->width;
    if (!whole && figures > 0) {
        *from += (c->width - figures) / 2;
        *to = *from + figures;
    }
}

void rule_columns(const struct column_widths *w, const struct cell *cell, size_t *from, size_t *to)
{
    size_t last = behind(cell, w->count);
    extent(&w->at[cell->column], last > (size_t)cell->column + 1, from, to);
    for (size_t i = (size_t)cell->column + 1; i < last; i++)
        if (w->at[i].width > 0)
            *to = w->at[i].left + w->at[i].width;
}

static void write_marks(const struct rules *r, const struct column_widths *w, size_t indent,
                        size_t source, struct splice *out)
{
    bool before = false; /* the column before is ruled */
    for (size_t k = 0; k < r->count; k++) {
        const struct mark *mark = &r->marks[k];
        if (w->at[k].width == 0)
            continue;
        if (mark->sign) {
            size_t from, to;
            uint32_t sign = mark->sign > 1 ? RULE_DOUBLE : RULE_SINGLE;
            extent(&w->at[k], mark->whole, &from, &to);
            size_t at = splice_columns(out), gap = from + indent > at ? from + indent - at : 0;
            splice_made(out, before && mark->joined ? sign : ' ', gap, source);
            splice_made(out, sign, to - from, source);
        }
        before = mark->sign > 0;
    }
}

static bool has_rule(const struct block *b, unsigned which)
{
    for (size_t i = 0; b && i < b->row->count; i++)
        if (b->row->cells[i].flags & which)
            return true;
    return false;
}

bool rule_between(const struct column_widths *w, const struct block *above,
                  const struct block *below, size_t indent, size_t source, struct splice *out)
{
    /* Most rows have none. */
    if (!has_rule(above, CELL_RULE_BELOW) && !has_rule(below, CELL_RULE_ABOVE))
        return false;
    struct rules r = {.count = w->count < TABLE_COLUMNS ? w->count : TABLE_COLUMNS};
    mark_row(&r, above, CELL_RULE_BELOW);
    mark_row(&r, below, CELL_RULE_ABOVE);
    if (!r.any)
        return false;
    join(&r, above, below);
    write_marks(&r, w, indent, source, out);
    return out->text.len > 0;
}
