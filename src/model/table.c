/* SPDX-License-Identifier: MIT */
/* From the cells of a filing to the blocks of a table, step by step; and its caption. */
#include "model/table.h"

#include "model/table_work.h"
#include "model/wording.h"

enum { LONGEST_CAPTION = 200, CAPTION_BLOCKS = 3 };

/* Whether all of the text is links. */
static bool is_linked(const struct block *b, struct slice text)
{
    size_t linked = 0;
    for (size_t i = 0; i < b->link_count; i++)
        linked += b->links[i].to - b->links[i].from;
    return linked >= text.len;
}

/* A title: short, and set apart from the text around it. */
static bool is_caption(const struct block *b, struct slice text)
{
    if (text.len == 0 || text.len > LONGEST_CAPTION || b->row || b->flags & SINK_FURNITURE)
        return false;
    if (is_linked(b, text))
        return false; /* "Table of Contents", back to it from each page */
    enum look_kind kind = look_of(text).kind;
    if (kind != LOOK_TEXT && kind != LOOK_PERIOD)
        return false; /* the number of the page before */
    if (b->flags & SINK_CAPTION || b->shape.heading || b->shape.align == ALIGN_CENTER)
        return true;
    size_t until;
    for (size_t at = 0; at < b->text.len; at = until)
        if (!(block_style(b, at, &until) & (STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC)) &&
            look_trim(slice_cut(b->text, at, until), NULL).len > 0)
            return false;
    return text.at[text.len - 1] != '.';
}

/* The last title of the blocks before the table; a note on the units may stand between. */
static void find_caption(struct work *w, const struct block *before, size_t count)
{
    for (size_t i = 0; i < count && i < CAPTION_BLOCKS; i++) {
        const struct block *b = &before[count - 1 - i];
        struct slice text = look_trim(b->text, NULL);
        bool note = text.len > 0 && text.at[0] == '(' && wording_is_unit_note(text);
        if (!note && is_caption(b, text)) {
            w->caption = arena_copy(w->arena, text);
            return;
        }
        if (!note && text.len > 0)
            return;
    }
}

/* Rows [from, to), with a head of their own. */
static void make_part(struct work *w, size_t from, size_t to, int *map)
{
    struct part p = table_part(w, from, to);
    for (size_t row = from; row < to; row++)
        w->rows[row].prose =
            (w->kind == TABLE_LAYOUT || row >= p.head_end) && table_row_is_prose(w, row);
    if (w->kind == TABLE_LAYOUT)
        p.head_end = from;
    table_columns(w, &p, map);
    table_rows(w, &p, map);
}

bool table_make(const struct raw_table *raw, const struct block *before, size_t before_count,
                struct arena *arena, void (*add)(void *self, const struct block *b), void *self)
{
    struct work w = {.raw = raw, .arena = arena, .add = add, .self = self};
    arena_init(&w.scratch);
    grid_make(&w.grid, raw, &w.scratch);
    table_join(&w);
    table_heads(&w);
    w.kind = table_kind_of(&w);
    w.side_by_side = table_is_side_by_side(&w);
    if (w.kind == TABLE_DATA)
        find_caption(&w, before, before_count);
    int *map = arena_array(&w.scratch, w.grid.columns + 1, sizeof *map);
    for (size_t from = 0, to; from < w.grid.row_count; from = to) {
        to = from + 1;
        while (to < w.grid.row_count && !(w.kind == TABLE_DATA && w.starts_part[to]))
            to++;
        make_part(&w, from, to, map);
    }
    bool whole = !w.grid.cut;
    splice_deinit(&w.splice);
    arena_deinit(&w.scratch);
    return whole;
}
