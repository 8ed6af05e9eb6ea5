/* SPDX-License-Identifier: MIT */
/* A table that was entered: the mode. */
#include "ui/grid/tabling.h"

#include "base/memory.h"
#include "ui/grid/grid_draw.h"
#include "ui/grid/tables.h"
#include "ui/grid/tabling_state.h"
#include "ui/modes.h"
#include "ui/windows.h"

#include <stdlib.h>

enum { WHEEL_ROWS = 3 };

struct tabling *tabling_of(struct viewer *v)
{
    if (!v->modes.table)
        v->modes.table = memory_alloc(sizeof *v->modes.table);
    return v->modes.table;
}

struct tabling *tabling_entered(const struct viewer *v)
{
    return v->modes.table && v->modes.table->open ? v->modes.table : NULL;
}

struct content *tabling_content(const struct viewer *v)
{
    return text_pane_content(v->at->text);
}

/* ---- entering and leaving */

/* The part of the panes that the table takes. */
static struct region part_of(const struct viewer *v, struct region panes)
{
    size_t index = v->at == v->shown[0] ? 0 : 1;
    int row, column;
    if (v->modes.table->zoomed || v->at->rows <= 0 || v->at->columns <= 0)
        return panes;
    windows_corner(v, index, &row, &column);
    return region_part(panes, row - v->plan.top, column, v->at->rows, v->at->columns);
}

static void resize(struct viewer *v, int rows, int columns)
{
    struct tabling *t = tabling_entered(v);
    struct region r = {NULL, v->plan.top, 0, rows, columns};
    if (!t)
        return;
    r = part_of(v, r);
    t->text = text_pane_place(v->at->text);
    if (t->view.pane_rows != r.rows || t->view.pane_columns != r.columns)
        grid_view_resize(&t->view, r.rows, r.columns);
}

bool tabling_open(struct viewer *v, size_t offset)
{
    struct tabling *t = tabling_of(v);
    struct content *content = tabling_content(v);
    bool zoomed = t->open && t->zoomed;
    tabling_close(v);
    if (!content || !grid_view_open(&t->view, content, offset))
        return false;
    t->open = true;
    t->zoomed = zoomed;
    t->document = text_pane_place(v->at->text).document;
    v->focus_tree = false;
    viewer_arrange(v);
    resize(v, v->plan.rows, v->columns);
    return true;
}

void tabling_close(struct viewer *v)
{
    struct tabling *t = tabling_entered(v);
    if (!t)
        return;
    tabling_copy_stop(t);
    grid_view_close(&t->view);
    t->seek.busy = false;
    t->open = false;
}

/* The text below shows the row of the cell, and is not moved sideways for it. */
static void bring_text(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    size_t left = text_pane_left(v->at->text);
    const struct block *row = &t->view.table.rows[grid_view_table_row(&t->view, t->view.row)];
    text_pane_show(v->at->text, (struct place){t->document, row->offset}, 1);
    text_pane_set_left(v->at->text, left);
    t->text = text_pane_place(v->at->text);
}

static void leave(struct viewer *v)
{
    if (!tabling_entered(v))
        return;
    bring_text(v);
    tabling_close(v);
    grid_seek_deinit(&v->modes.table->seek); /* what was looked for in it */
    v->scrolled = true;
    viewer_arrange(v);
}

static void take_first(void *self, const struct tabular_found *found)
{
    struct tabling_screen *s = self;
    if (s->any || found->end <= s->from || found->offset >= s->to)
        return;
    s->found = *found;
    s->any = true;
}

bool tabling_find_on_screen(const struct viewer *v, struct tabling_screen *s)
{
    struct content *c = tabling_content(v);
    *s = (struct tabling_screen){0};
    text_pane_visible(v->at->text, &s->from, &s->to);
    if (!c || s->to <= s->from)
        return false;
    if (tabular_at(c, s->from, &s->found)) {
        s->any = true;
        return true;
    }
    size_t last = content_segment_at(c, s->to - 1);
    for (size_t i = content_segment_at(c, s->from); i <= last && !s->any; i++)
        tabular_segment(c, i, take_first, s);
    return s->any;
}

/* Enters the table of a place that one is at: a hit, the selected link. */
static bool enter_at(struct viewer *v, size_t offset, size_t from, size_t to)
{
    if (offset < from || offset >= to || !tabling_open(v, offset))
        return false;
    struct tabling *t = v->modes.table;
    if (offset >= t->view.table.offset)
        grid_view_go_to(&t->view, offset);
    return true;
}

void tabling_enter(struct viewer *v, const struct order *order)
{
    struct tabling_screen s;
    (void)order;
    if (tabling_entered(v)) {
        viewer_say(v, ROLE_MESSAGE, "the table is entered already");
        return;
    }
    bool any = tabling_find_on_screen(v, &s);
    size_t top = text_pane_place(v->at->text).offset;
    size_t focus = text_pane_focus(v->at->text).offset;
    size_t link = v->at->passages.cursor;
    if ((link != SIZE_MAX && enter_at(v, link, s.from, s.to)) ||
        (focus != top && enter_at(v, focus, s.from, s.to)))
        return;
    if (any)
        tabling_open(v, s.found.offset > s.from ? s.found.offset : s.from);
    else
        tables_enter_next(v);
}

/* ---- what is done in it */

/* What goes elsewhere in the filing leaves the table first. */
static bool goes_elsewhere(enum action_id action)
{
    switch (action) {
    case ACTION_NEXT_ITEM:
    case ACTION_PREVIOUS_ITEM:
    case ACTION_NEXT_HEADING:
    case ACTION_PREVIOUS_HEADING:
    case ACTION_NEXT_NOTE:
    case ACTION_PREVIOUS_NOTE:
    case ACTION_NEXT_EXHIBIT:
    case ACTION_PREVIOUS_EXHIBIT:
    case ACTION_NEXT_PAGE:
    case ACTION_PREVIOUS_PAGE:
        return true;
    default:
        return false;
    }
}

static bool handle(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    struct buffer say = {0};
    if (!t)
        return false;
    if (order->action == ACTION_NEXT_TABLE || order->action == ACTION_PREVIOUS_TABLE) {
        tables_move(v, order);
        return true;
    }
    if (goes_elsewhere(order->action)) {
        bool scrolled = v->scrolled;
        leave(v);
        v->scrolled = scrolled;
        return false;
    }
    if (!grid_view_handle(&t->view, order, &say)) {
        buffer_add_text(&say, "this does nothing in a table; ");
        keymap_keys_of(v->config->keymap, CONTEXT_TABLE, ACTION_CLOSE, 1, &say);
        buffer_add_text(&say, " leaves it");
    }
    if (say.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    buffer_deinit(&say);
    bring_text(v);
    v->scrolled = true;
    return true;
}

void tabling_say_none(struct viewer *v)
{
    struct buffer key = {0};
    keymap_keys_of(v->config->keymap, CONTEXT_TEXT, ACTION_ENTER_TABLE, 1, &key);
    viewer_say(v, ROLE_MESSAGE,
               key.len ? "no table is entered; %s enters one" : "no table is entered%s",
               buffer_text(&key));
    buffer_deinit(&key);
}

void tabling_freeze(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    struct buffer say = {0};
    if (!t) {
        tabling_say_none(v);
        return;
    }
    grid_view_freeze(&t->view, order->count, &say);
    viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    buffer_deinit(&say);
}

void tabling_zoom(struct viewer *v, const struct order *order)
{
    (void)order;
    if (!tabling_entered(v))
        tabling_enter(v, order);
    if (!tabling_entered(v))
        return;
    v->modes.table->zoomed = !v->modes.table->zoomed;
    viewer_arrange(v);
}

/* ---- the mode */

static bool on(const struct viewer *v)
{
    return tabling_entered(v) != NULL;
}

static const char *name(const struct viewer *v)
{
    (void)v;
    return "the table";
}

static void draw(struct viewer *v, struct region panes)
{
    struct tabling *t = v->modes.table;
    struct region r = part_of(v, panes);
    const struct mode *top = modes_top(v);
    struct look look = {&v->theme, top == tabling_mode() || top == tables_mode()};
    if (t->view.pane_rows != r.rows || t->view.pane_columns != r.columns)
        grid_view_resize(&t->view, r.rows, r.columns);
    struct grid_draw d = {.view = &t->view, .document = t->document, .look = &look};
    d.search = v->at->hits_hidden ? NULL : v->at->hunt.search;
    grid_draw(&d, r);
}

/* When the text below was made to go elsewhere, the table is left behind. */
static void follow(struct viewer *v)
{
    struct tabling *t = tabling_entered(v);
    struct place at = text_pane_place(v->at->text);
    if (t && (at.document != t->text.document || at.offset != t->text.offset)) {
        tabling_close(v);
        grid_seek_deinit(&t->seek);
        viewer_arrange(v);
    }
}

static bool work(struct viewer *v)
{
    return tabling_seek_work(v) || tabling_copy_work(v);
}

static bool click(struct viewer *v, struct key key, int row, int column)
{
    struct tabling *t = v->modes.table;
    struct region r = part_of(v, (struct region){NULL, 0, 0, v->plan.rows, v->columns});
    int top = row - (r.top > 0 && !t->zoomed ? r.top : 0), left = column - r.left;
    if (top < 0 || top >= r.rows || left < 0 || left >= r.columns) {
        if (key.code == KEYS_CLICK || key.code == KEYS_DOUBLE_CLICK)
            leave(v);
        return false;
    }
    if (key.code == KEYS_WHEEL_DOWN || key.code == KEYS_WHEEL_UP) {
        handle(v, &(struct order){.action = key.code == KEYS_WHEEL_DOWN ? ACTION_LINE_DOWN
                                                                        : ACTION_LINE_UP,
                                  .count = WHEEL_ROWS});
        return true;
    }
    if (key.code != KEYS_CLICK && key.code != KEYS_DOUBLE_CLICK)
        return false;
    if (grid_view_point(&t->view, top, left))
        bring_text(v);
    return true;
}

static void free_all(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    if (!t)
        return;
    tabling_close(v);
    grid_seek_deinit(&t->seek);
    array_deinit(&t->listing.rows);
    free(t);
    v->modes.table = NULL;
}

const struct mode *tabling_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TABLE,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .draw = draw,
                                     .resize = resize,
                                     .follow = follow,
                                     .work = work,
                                     .click = click,
                                     .free = free_all};
    return &mode;
}
