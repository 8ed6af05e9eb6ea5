/* SPDX-License-Identifier: MIT */
/* The viewer: its panes in their places, and what its caller asks. */
#include "ui/viewer.h"

#include "ui/viewer_state.h"

#include <stdarg.h>
#include <stdio.h>

/* ---- what the other files need */

void viewer_say(struct viewer *v, enum role role, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    buffer_clear(&v->message);
    if (length > 0)
        buffer_add_text(&v->message, text);
    v->message_role = role;
}

void viewer_arrange(struct viewer *v)
{
    int wish = settings_columns(&v->settings, OPTION_TREE_WIDTH, v->columns);
    /* A share of the screen gives way to the text; columns that the reader chose do not. */
    if (settings_get(&v->settings, OPTION_TREE_WIDTH) < 0)
        wish = screen_plan_fair(v->columns, wish);
    v->plan = screen_plan_make(v->rows, v->columns, settings_is(&v->settings, OPTION_TREE), wish,
                               v->focus_tree);
    const struct screen_plan *p = &v->plan;
    struct pane text = text_pane_pane(v->text);
    struct pane tree = tree_pane_pane(v->tree);
    struct pane sheet = sheet_pane(v->sheet);
    /* A pane that is out of sight keeps the lines it would have alone. */
    text.ops->resize(text.self, p->rows, p->text_columns ? p->text_columns : v->columns);
    tree.ops->resize(tree.self, p->rows, p->tree_columns ? p->tree_columns : v->columns);
    sheet.ops->resize(sheet.self, p->rows, v->columns);
}

size_t viewer_node(const struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    struct outline *o = shelf_outline(v->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->shelf, place.document, &nodes);
    size_t node = o ? outline_at(o, text_pane_reading(v->text)) : SHELF_NONE;
    size_t from;
    size_t to;
    if (node < count || count == 0)
        return node;
    text_pane_visible(v->text, &from, &to);
    return nodes[0].offset >= from && nodes[0].offset < to ? 0 : SHELF_NONE;
}

void viewer_follow(struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    shelf_want(v->shelf, place.document);
    tree_pane_follow(v->tree, place.document, viewer_node(v));
    const struct search *search = v->hits_hidden ? NULL : v->hunt.search;
    text_pane_mark(v->text, search, v->current);
    tree_pane_mark(v->tree, search);
}

void viewer_resize(struct viewer *v, int rows, int columns)
{
    v->rows = rows > 0 ? rows : 0;
    v->columns = columns > 0 ? columns : 0;
    viewer_arrange(v);
}

/* ---- for the caller */

enum viewer_wish viewer_wish(struct viewer *v)
{
    enum viewer_wish wish = v->wish;
    v->wish = VIEWER_NONE;
    return wish;
}

void viewer_tell(struct viewer *v, const char *message)
{
    if (v->prompt.open)
        prompt_note(&v->prompt, ROLE_WARNING, slice_of(message));
    else
        viewer_say(v, ROLE_WARNING, "%s", message);
}

bool viewer_mouse(const struct viewer *v)
{
    return settings_is(&v->settings, OPTION_MOUSE);
}

struct place viewer_place(const struct viewer *v)
{
    return text_pane_place(v->text);
}

void viewer_save(const struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    if (v->session)
        session_set(v->session, buffer_slice(&v->session_key),
                    (struct session_place){place.document, place.offset});
}
