/* SPDX-License-Identifier: MIT */
/* The viewer: its panes in their places, and what its caller asks. */
#include "ui/viewer.h"

#include "ui/keeping/recall.h"
#include "ui/modes.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

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
    windows_arrange(v);
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        struct pane tree = tree_pane_pane(v->shown[i]->tree);
        tree.ops->resize(tree.self, p->rows, p->tree_columns ? p->tree_columns : v->columns);
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
    viewer_say(v, ROLE_MESSAGE, "%s", question);
}

void viewer_ask_line(struct viewer *v, const char *label, struct slice text,
                     const struct viewer_line *line)
{
    v->line = *line;
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
