/* SPDX-License-Identifier: MIT */
/* Resolving spans, and looking at what is in the cells. */
#include "model/grid.h"

enum {
    WIDEST = 1000, /* columns a cell may span, as browsers have it */
    FAR = 4096     /* columns before they are counted down to those that matter */
};

/* Columns that cells of rows above take, through row `until` - 1. */
struct taken {
    unsigned from, to;
    size_t until;
};

struct placing {
    ARRAY(struct taken) kept;  /* sorted by `from` */
    ARRAY(struct taken) fresh; /* of this row, sorted too */
    ARRAY(struct taken) merged;
};

/* The first column from `at` on that no cell above takes; *i goes along the list. */
static unsigned free_from(const struct placing *p, unsigned at, size_t row, size_t *i)
{
    for (; *i < p->kept.count && p->kept.at[*i].from <= at; (*i)++)
        if (p->kept.at[*i].until > row && p->kept.at[*i].to > at)
            at = p->kept.at[*i].to;
    return at;
}

/* Adds to the list what is still taken in the next row; neighbours that end alike become one. */
static void keep(struct placing *p, struct taken t, size_t next_row)
{
    struct taken *last = p->merged.count > 0 ? &p->merged.at[p->merged.count - 1] : NULL;
    if (t.until <= next_row)
        return;
    if (last && last->to == t.from && last->until == t.until)
        last->to = t.to;
    else
        array_push(&p->merged, t);
}

static void end_row(struct placing *p, size_t next_row)
{
    size_t i = 0, j = 0;
    p->merged.count = 0;
    while (i < p->kept.count || j < p->fresh.count)
        if (j == p->fresh.count || (i < p->kept.count && p->kept.at[i].from <= p->fresh.at[j].from))
            keep(p, p->kept.at[i++], next_row);
        else
            keep(p, p->fresh.at[j++], next_row);
    p->kept.count = p->fresh.count = 0;
    for (i = 0; i < p->merged.count; i++)
        array_push(&p->kept, p->merged.at[i]);
}

/* Places all cells; from and to are columns of the filing, below FAR. */
static void place(struct grid *g)
{
    struct placing p = {0};
    for (size_t row = 0; row < g->row_count; row++) {
        const struct grid_row *r = &g->rows[row];
        unsigned at = 0;
        size_t i = 0;
        if (r->count == 0)
            continue;
        for (size_t k = 0; k < r->count; k++) {
            struct grid_cell *c = &g->cells[r->first + k];
            unsigned span = c->raw->cell.columns < WIDEST ? c->raw->cell.columns : WIDEST;
            size_t left = g->row_count - row;
            size_t rows = c->raw->cell.rows < left ? c->raw->cell.rows : left;
            at = free_from(&p, at, row, &i);
            bool far = at >= FAR - 1;
            c->from = (uint16_t)(far ? FAR - 1 : at);
            at = far ? FAR - 1 : at + (span > 0 ? span : 1);
            c->to = (uint16_t)(at > c->from && at < FAR ? at : FAR);
            if (rows > 1 && !far)
                array_push(&p.fresh, ((struct taken){c->from, c->to, row + rows}));
        }
        end_row(&p, row + 1);
    }
    array_deinit(&p.kept);
    array_deinit(&p.fresh);
    array_deinit(&p.merged);
}

/* Counts only the columns in which a cell begins. */
static void compress(struct grid *g, struct arena *scratch)
{
    size_t cells = g->raw->cells.count, width = 0;
    for (size_t i = 0; i < cells; i++)
        width = g->cells[i].to > width ? g->cells[i].to : width;
    uint16_t *rank = arena_array(scratch, width + 2, sizeof *rank);
    for (size_t i = 0; i < cells; i++)
        rank[g->cells[i].from + 1] = 1;
    for (size_t i = 1; i < width + 2; i++)
        rank[i] = (uint16_t)(rank[i] + rank[i - 1]);
    for (size_t i = 0; i < cells; i++) {
        struct grid_cell *c = &g->cells[i];
        c->from = rank[c->from];
        c->to = rank[c->to];
        g->cut = g->cut || c->to > TABLE_COLUMNS;
        c->from = c->from < TABLE_COLUMNS ? c->from : TABLE_COLUMNS - 1;
        c->to = c->to < TABLE_COLUMNS ? c->to : TABLE_COLUMNS;
        g->columns = c->to > g->columns ? c->to : g->columns;
    }
}

const struct block *grid_block(const struct grid *g, const struct grid_cell *c, size_t index)
{
    return &g->raw->blocks.at[c->raw->first + index];
}

/* Whether all that is visible of the block is bold. */
static bool is_bold(const struct block *b)
{
    for (size_t at = 0, until; at < b->text.len; at = until) {
        unsigned style = block_style(b, at, &until);
        if (!(style & STYLE_BOLD) && look_trim(slice_cut(b->text, at, until), NULL).len > 0)
            return false;
    }
    return true;
}

/* The look of a cell with several paragraphs: what they have in common, else words. */
static struct look common(struct look a, struct look b)
{
    if (a.kind == LOOK_EMPTY)
        return b;
    bool period = a.period || b.period;
    if (a.kind == LOOK_NUMBER && b.kind == LOOK_MARK)
        return a;
    if (a.kind != b.kind)
        a.kind = a.period && b.period ? LOOK_PERIOD : LOOK_TEXT;
    if (a.kind == LOOK_BEFORE || a.kind == LOOK_BEHIND || a.kind == LOOK_MARK)
        a.kind = LOOK_TEXT;
    a.strong = a.strong && b.strong;
    a.open = b.open;
    a.period = period;
    return a;
}

/* A line drawn across the cell is a rule above its text or below. */
static void add_line(struct grid_cell *c)
{
    uint8_t *rule = c->text.len > 0 ? &c->below : &c->above;
    *rule = *rule > 0 ? *rule : 1;
}

static void look_at(const struct grid *g, struct grid_cell *c)
{
    c->bold = true;
    c->above = c->raw->cell.above;
    c->below = c->raw->cell.below;
    for (size_t i = 0; i < c->raw->count; i++) {
        const struct block *b = grid_block(g, c, i);
        struct slice text = look_trim(b->text, NULL);
        if (b->flags & SINK_RULE)
            add_line(c);
        if (text.len == 0 || b->flags & SINK_RULE)
            continue;
        if (c->text.len == 0)
            c->text = text;
        c->length += text.len;
        c->look = common(c->look, look_of(text));
        c->bold = c->bold && is_bold(b);
    }
    c->bold = c->bold && c->text.len > 0;
}

void grid_make(struct grid *g, const struct raw_table *raw, struct arena *scratch)
{
    *g = (struct grid){.raw = raw, .row_count = raw->rows.count};
    g->cells = arena_array(scratch, raw->cells.count, sizeof *g->cells);
    g->rows = arena_array(scratch, raw->rows.count, sizeof *g->rows);
    for (size_t i = 0; i < raw->cells.count; i++) {
        g->cells[i].raw = &raw->cells.at[i];
        look_at(g, &g->cells[i]);
    }
    for (size_t i = 0; i < raw->rows.count; i++)
        g->rows[i] = (struct grid_row){raw->rows.at[i].first, raw->rows.at[i].count};
    place(g);
    compress(g, scratch);
}
