/* SPDX-License-Identifier: MIT */
/* Looking for a text in cells, in steps. */
#include "ui/grid/grid_seek.h"

enum { MOST_STEPS = 1000 };

void grid_seek_deinit(struct grid_seek *s)
{
    matcher_free(s->matcher);
    pattern_free(s->pattern);
    buffer_deinit(&s->text);
    *s = (struct grid_seek){0};
}

bool grid_seek_pattern(struct grid_seek *s, struct slice text, struct pattern_options options,
                       struct error *e)
{
    struct pattern *pattern = pattern_new(text, options, e);
    s->busy = false;
    if (!pattern)
        return false;
    matcher_free(s->matcher);
    pattern_free(s->pattern);
    s->pattern = pattern;
    s->matcher = matcher_new(pattern);
    buffer_clear(&s->text);
    buffer_add(&s->text, text);
    return true;
}

/* To the next cell in the direction, from the last on to the first. */
static void advance(struct grid_seek *s, const struct grid_view *v)
{
    size_t rows = grid_view_rows(v), columns = v->table.used_count;
    if (s->wide && (s->backward ? s->column > 0 : s->column + 1 < columns)) {
        s->column = s->backward ? s->column - 1 : s->column + 1;
        return;
    }
    if (s->wide)
        s->column = s->backward ? columns - 1 : 0;
    bool end = s->backward ? s->row == 0 : s->row + 1 == rows;
    s->turned = s->turned || end;
    s->row = s->backward ? (end ? rows : s->row) - 1 : end ? 0 : s->row + 1;
}

void grid_seek_begin(struct grid_seek *s, const struct grid_view *v, size_t row, size_t column,
                     bool backward, bool at, size_t steps)
{
    s->busy = s->pattern != NULL;
    s->found = s->turned = false;
    s->backward = backward;
    s->row = row;
    s->column = column;
    s->steps = steps < MOST_STEPS ? steps : MOST_STEPS;
    s->cells = grid_view_rows(v) * (s->wide ? v->table.used_count : 1);
    if (!at)
        advance(s, v);
}

static bool cell_matches(struct grid_seek *s, const struct grid_view *v, size_t index)
{
    size_t from, to, row = grid_view_table_row(v, s->row);
    size_t column = v->table.used[index];
    const struct cell *c = tabular_cell(&v->table, row, column);
    /* A cell over several columns is one: it is looked at in its first. */
    if (!c || (s->wide && c->column != column))
        return false;
    struct slice text = tabular_text(&v->table, row, c);
    return matcher_find(s->matcher, text, 0, text.len, &from, &to) == PATTERN_HIT;
}

static bool matches(struct grid_seek *s, const struct grid_view *v)
{
    return cell_matches(s, v, s->column) || (!s->wide && s->column > 0 && cell_matches(s, v, 0));
}

bool grid_seek_step(struct grid_seek *s, const struct grid_view *v, size_t cells)
{
    size_t all = grid_view_rows(v) * (s->wide ? v->table.used_count : 1);
    for (; s->busy && s->cells > 0 && cells > 0; cells--) {
        s->cells--;
        if (matches(s, v)) {
            s->found = true;
            if (--s->steps == 0) {
                s->busy = false;
                break;
            }
            s->cells = all;
        }
        advance(s, v);
    }
    s->busy = s->busy && s->cells > 0;
    return !s->busy;
}
