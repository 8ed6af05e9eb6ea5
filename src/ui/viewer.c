/* SPDX-License-Identifier: MIT */
/* The viewer: its panes in their places, and what its caller asks. */
#include "ui/viewer.h"

#include "ui/keeping/recall.h"
#include "ui/modes.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <stdarg.h>

enum {
    BESIDE_LEAST = 40 /* columns of a text beside another, below which the tree gives way */
};

/* ---- what the other files need */

void viewer_say(struct viewer *v, enum role role, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_clear(&v->message);
    buffer_addfv(&v->message, format, arguments);
    va_end(arguments);
    v->message_role = role;
}

void viewer_arrange(struct viewer *v)
{
    int wish = settings_columns(&v->settings, OPTION_TREE_WIDTH, v->columns);
    /* A share of the screen gives way to the text; columns that the reader chose do not. */
    if (settings_get(&v->settings, OPTION_TREE_WIDTH) < 0)
        wish = screen_plan_fair(v->columns, wish);
    bool tree = settings_is(&v->settings, OPTION_TREE);
    v->plan = screen_plan_make(v->rows, v->columns, tree, wish, v->focus_tree);
    /* Two texts side by side need the room more than the tree does. */
    if (tree && v->beside && v->shown[1] && v->plan.border >= 0 &&
        v->plan.text_columns < 2 * BESIDE_LEAST)
        v->plan = screen_plan_make(v->rows, v->columns, false, wish, v->focus_tree);
    const struct screen_plan *p = &v->plan;
    windows_arrange(v);
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        struct pane pane = tree_pane_pane(v->shown[i]->tree);
        pane.ops->resize(pane.self, p->rows, p->tree_columns ? p->tree_columns : v->columns);
    }
    modes_resize(v);
}

size_t viewer_node(const struct viewer *v)
{
    return window_node(v->at);
}

void viewer_follow(struct viewer *v)
{
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        window_follow(v->shown[i]);
    /* While a pattern is typed, or something is looked at, nothing was decided yet. */
    if (!v->prompt.open)
        journey_look(&v->at->journey, text_pane_place(v->at->text), v->scrolled);
    modes_follow(v);
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        modes_passages(v, v->shown[i], &v->shown[i]->passages);
        text_pane_passages(v->shown[i]->text, &v->shown[i]->passages);
    }
}

void viewer_ask_key(struct viewer *v, const char *question, viewer_run *run,
                    const struct order *order)
{
    v->asking.run = run;
    v->asking.order = *order;
    v->asking.order.argument = (struct slice){NULL, 0}; /* it is the key, when that has come */
    viewer_say(v, ROLE_MESSAGE, "%s", question);
}

void viewer_ask_line(struct viewer *v, const char *label, struct slice text,
                     const struct viewer_line *line)
{
    v->line = *line;
    v->line.order.argument = (struct slice){NULL, 0}; /* it is what was typed */
    prompt_open_line(&v->prompt, label, text);
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
    return text_pane_place(v->at->text);
}

struct slice viewer_wish_text(const struct viewer *v)
{
    return buffer_slice(&v->wish_text);
}

void viewer_save(struct viewer *v)
{
    recall_keep(v);
}
