/* SPDX-License-Identifier: MIT */
#include "formats/html_tables.h"

struct html_level {
    size_t offset, row_offset, cell_offset; /* of the tags */
    struct sink_cell cell;
    unsigned cells;  /* of the row, so far */
    unsigned blocks; /* of the cell, so far */
    bool flat;       /* its cells become blocks, */
    bool flat_row;   /* or those of this row */
    bool row, cell_open;
    bool said, row_said, cell_said;
    bool rule; /* the cell begins with a rule */
};

void html_tables_init(struct html_tables *t, struct html_out *out)
{
    *t = (struct html_tables){.out = out};
}

void html_tables_deinit(struct html_tables *t)
{
    array_deinit(&t->levels);
}

static struct html_level *innermost(struct html_tables *t)
{
    return t->levels.count ? &t->levels.at[t->levels.count - 1] : NULL;
}

static bool is_flat(const struct html_level *l)
{
    return l->flat || l->flat_row;
}

/* Where what stands in flat tables only belongs; NULL: to the top of the document. */
static struct html_level *around(struct html_tables *t, const struct html_level *below)
{
    size_t i = below ? (size_t)(below - t->levels.at) : t->levels.count;
    while (i-- > 0)
        if (!is_flat(&t->levels.at[i]))
            return &t->levels.at[i];
    return NULL;
}

static void say_row(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (!l->said)
        html_out_table(t->out, l->offset);
    l->said = true;
    if (!l->row_said)
        html_out_row(t->out, l->row ? l->row_offset : offset);
    l->row = l->row_said = true;
}

static void say_cell(struct html_tables *t, struct html_level *l, size_t offset)
{
    static const struct sink_cell made = {.columns = 1, .rows = 1};
    say_row(t, l, offset);
    if (!l->cell_open) {
        l->cell = made;
        l->cell_offset = offset;
        l->cells++;
        l->blocks = 0;
        l->rule = false;
    }
    if (!l->cell_said) {
        if (l->rule && !l->cell.above)
            l->cell.above = 1;
        html_out_cell(t->out, &l->cell, l->cell_offset);
    }
    l->rule = false;
    l->cell_open = l->cell_said = true;
}

static void end_cell(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (!l->cell_open)
        return;
    if (!is_flat(l)) {
        if (!l->cell_said && l->rule && !l->cell.below)
            l->cell.below = 1;
        l->rule = false;
        say_cell(t, l, offset);
        html_out_cell_end(t->out, offset);
    }
    l->cell_open = l->cell_said = l->rule = false;
}

static void end_table(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (l->said)
        html_out_table_end(t->out, offset);
    l->said = false;
}

/* A page that broke within the row breaks the table behind it. */
static void break_page(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (!t->breaks || around(t, l))
        return;
    end_table(t, l, offset);
    html_out_page(t->out, t->page_offset);
    t->breaks = false;
}

static void end_row(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (!l->row)
        return;
    end_cell(t, l, offset);
    if (l->row_said)
        html_out_row_end(t->out, offset);
    l->row = l->row_said = l->flat_row = false;
    if (!l->flat)
        break_page(t, l, offset);
}

void html_tables_start(struct html_tables *t, size_t offset, bool wraps)
{
    size_t depth = 0;
    for (size_t i = 0; i < t->levels.count; i++)
        depth += !is_flat(&t->levels.at[i]);
    struct html_level *outer = around(t, NULL);
    struct html_level level = {.offset = offset, .flat = wraps || depth >= SINK_DEPTH};
    if (outer && !level.flat) {
        html_tables_open(t, offset);
        level.flat = around(t, NULL) && t->out->depth >= SINK_DEPTH;
    }
    array_push(&t->levels, level);
}

void html_tables_end(struct html_tables *t, size_t offset)
{
    struct html_level *l = innermost(t);
    if (!l)
        return;
    end_row(t, l, offset);
    if (!l->flat)
        end_table(t, l, offset);
    t->levels.count--;
    if (!around(t, NULL) && t->breaks) {
        html_out_page(t->out, t->page_offset);
        t->breaks = false;
    }
}

/* A row ends the caption that it stands in. */
static void begin_row(struct html_level *l, size_t offset)
{
    l->flat_row = false;
    l->row = true;
    l->row_offset = offset;
    l->cells = 0;
}

void html_tables_row(struct html_tables *t, size_t offset)
{
    struct html_level *l = innermost(t);
    if (!l)
        return;
    end_row(t, l, offset);
    begin_row(l, offset);
    if (!l->said)
        l->offset = l->offset >= t->out->last ? l->offset : offset;
    if (!l->flat)
        say_row(t, l, offset);
}

void html_tables_row_end(struct html_tables *t, size_t offset)
{
    struct html_level *l = innermost(t);
    if (l)
        end_row(t, l, offset);
}

void html_tables_cell(struct html_tables *t, const struct sink_cell *cell, size_t offset)
{
    struct html_level *l = innermost(t);
    if (!l)
        return;
    end_cell(t, l, offset);
    if (!l->row)
        begin_row(l, offset);
    l->cell = *cell;
    l->cell_offset = offset;
    l->cell_open = true;
    l->blocks = 0;
    l->cells++;
    if (!is_flat(l))
        say_row(t, l, offset);
}

void html_tables_cell_end(struct html_tables *t, size_t offset)
{
    struct html_level *l = innermost(t);
    if (l)
        end_cell(t, l, offset);
}

void html_tables_caption(struct html_tables *t, bool begins)
{
    struct html_level *l = innermost(t);
    if (l && !l->said && !l->row)
        l->flat_row = begins;
}

/* The rest of the row, this cell too, becomes blocks. */
static void flatten_row(struct html_tables *t, struct html_level *l, size_t offset)
{
    if (l->cell_said)
        html_out_cell_end(t->out, offset);
    if (l->row_said)
        html_out_row_end(t->out, offset);
    end_table(t, l, offset);
    l->row_said = l->cell_said = l->rule = false;
    l->flat_row = true;
}

/* Whether a row of `l` may be flattened: no table around it is said, none in it. */
static bool can_flatten(struct html_tables *t, const struct html_level *l)
{
    return l && l->cell_open && !around(t, l) && around(t, NULL) == l;
}

unsigned html_tables_open(struct html_tables *t, size_t offset)
{
    struct html_level *l = around(t, NULL);
    if (l && l->blocks >= HTML_CELL_BLOCKS && can_flatten(t, l)) {
        flatten_row(t, l, t->out->last);
        l = NULL;
    }
    if (!l)
        return 0;
    for (size_t i = 0; i < t->levels.count; i++)
        if (!is_flat(&t->levels.at[i]))
            say_cell(t, &t->levels.at[i], offset);
    l->blocks++;
    return SINK_TABLE;
}

bool html_tables_edge(struct html_tables *t, unsigned above, unsigned below)
{
    struct html_level *l = around(t, NULL);
    if (!l || !l->cell_open)
        return false;
    if (l->cell_said)
        return false;
    if (above > l->cell.above)
        l->cell.above = (uint8_t)above;
    if (below > l->cell.below)
        l->cell.below = (uint8_t)below;
    return true;
}

void html_tables_rule(struct html_tables *t, size_t offset, size_t length)
{
    struct html_level *l = around(t, NULL);
    if (!l || l->cell_said) {
        html_out_rule(t->out, offset, length);
    } else if (l->cell_open) {
        l->cell.below = l->rule && !l->cell.below ? 2 : l->cell.below;
        l->rule = true;
    }
}

void html_tables_page(struct html_tables *t, size_t offset)
{
    struct html_level *l = around(t, NULL);
    if (l && l->cells < 2 && can_flatten(t, l)) {
        flatten_row(t, l, offset);
        l = NULL;
    }
    if (!l) {
        html_out_page(t->out, offset);
    } else if (!t->breaks) {
        t->breaks = true;
        t->page_offset = offset;
        struct html_level *outermost = l;
        while (around(t, outermost))
            outermost = around(t, outermost);
        if (!outermost->row)
            break_page(t, outermost, offset);
    }
}

bool html_tables_in_cell(const struct html_tables *t)
{
    for (size_t i = 0; i < t->levels.count; i++)
        if (!is_flat(&t->levels.at[i]))
            return true;
    return false;
}

bool html_tables_any(const struct html_tables *t)
{
    return t->levels.count > 0;
}
